import {
  useImperativeHandle,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { writeTable } from './clipboard-table.js';
import { commandOf } from './grid-command.js';
import { GridCorners } from './grid-corners.js';
import { GridHead } from './grid-head.js';
import { GridInput, type Editing, type GridInputHandle } from './grid-input.js';
import { boxOf, headHeight, rowHeight } from './grid-layout.js';
import { GridPanes, type RowFigures } from './grid-panes.js';
import { rangeBetween, type GridRange } from './grid-range.js';
import { GridRow } from './grid-row.js';
import type { CellAddress, GridStore } from './grid-store.js';
import { pasteTable } from './paste-table.js';
import { clearRange, runGridCommand } from './run-grid-command.js';
import './score-grid.css';
import { useGridSelection } from './use-grid-selection.js';
import { useGridViewport } from './use-grid-viewport.js';

export type GridHandle = { readonly focus: (cell: CellAddress) => void };

type Props = {
  readonly store: GridStore;
  readonly names: readonly string[];
  readonly figures: readonly RowFigures[] | null;
  readonly label: string;
  readonly handle?: Ref<GridHandle>;
  readonly onActive: (cell: CellAddress, range: GridRange) => void;
  /** A structured cell wants its dialog. */
  readonly onOpen: (cell: CellAddress) => void;
  readonly onMessage: (message: string) => void;
};

/** The scoring grid: puts the visible rows, the frozen sides, the selection and the one input together. */
export function ScoreGrid({ store, names, figures, label, handle, onActive, onOpen, onMessage }: Props) {
  const { t } = useTranslation();
  const { columns, rows } = store;
  const input = useRef<GridInputHandle>(null);
  const dragging = useRef(false);
  const [editing, setEditing] = useState<Editing>('no');
  const { box, layout, view, pageRows, onScroll, reveal, cellAt } = useGridViewport(rows, columns);
  const { active, end, range, select, go } = useGridSelection({
    rows,
    columns: columns.length,
    reveal,
    onActive,
  });
  const column = columns[active.column];

  useImperativeHandle(handle, () => ({
    focus: (cell) => {
      go(cell);
      input.current?.focus();
    },
  }));

  const stopEditing = () => {
    input.current?.setText('');
    setEditing('no');
  };

  const commit = () => {
    if (editing === 'no' || !column) return;
    store.write([{ ...active, to: column.read(input.current?.text() ?? '') }]);
    const problem = store.problem(active.row, active.column);
    if (problem !== null) onMessage(`${names[active.row] ?? ''} · ${column.title}: ${problem}`);
    stopEditing();
  };

  const startInPlace = () => {
    if (!column || column.locked) return;
    if (column.entry === 'dialog') return onOpen(active);
    input.current?.setText(store.content(active.row, active.column).text);
    setEditing('in-place');
  };

  const onKey = (event: KeyboardEvent) => {
    const { key, shiftKey: shift } = event;
    const command = commandOf({ key, ctrl: event.ctrlKey || event.metaKey, shift, editing });
    if (command === null) return;
    const target = command.kind === 'tab' ? active.column + command.direction : 0;
    // Tab at a row's end leaves the grid, so that nobody is caught in it.
    if (command.kind === 'tab' && (target < 0 || target >= columns.length)) return commit();
    event.preventDefault();
    runGridCommand(command, {
      ...{ store, active, end, range, pageRows, go, select, commit, stopEditing, startInPlace },
      editing: editing !== 'no',
      typed: () => input.current?.text() ?? '',
      open: onOpen,
    });
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== 'no') return;
    event.preventDefault();
    const { count, wrong, left, last } = pasteTable(store, event.clipboardData.getData('text/plain'), range);
    if (last) select({ row: range.top, column: range.left }, last);
    const parts = [t('grid.pasted', { count })];
    if (wrong > 0) parts.push(t('grid.pastedWrong', { count: wrong }));
    if (left > 0) parts.push(t('grid.pastedLeft', { count: left }));
    onMessage(parts.join(' '));
  };

  const onCopy = (event: ClipboardEvent) => {
    if (editing !== 'no') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTable(store, range));
    if (event.type === 'cut') clearRange(store, range);
  };

  const onPointerDown = (event: PointerEvent) => {
    const cell = cellAt(event);
    if (cell === null || (editing !== 'no' && input.current?.holds(event.target))) return;
    event.preventDefault();
    commit();
    go(cell, event.shiftKey);
    dragging.current = true;
    input.current?.focus();
  };

  const onPointerMove = (event: PointerEvent) => {
    if (!dragging.current) return;
    const cell = cellAt(event);
    if (cell !== null && (cell.row !== end.row || cell.column !== end.column)) select(active, cell);
  };

  const { fromRow, toRow, fromColumn, toColumn } = view;
  const visible =
    active.row >= fromRow && active.row < toRow && active.column >= fromColumn && active.column < toColumn;
  const several = range.top !== range.bottom || range.left !== range.right;

  return (
    <div
      ref={box}
      className="grid-box"
      onScroll={onScroll}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragging.current = false;
      }}
      onDoubleClick={startInPlace}
    >
      <div className="grid-canvas" style={{ width: layout.width, height: headHeight + rows * rowHeight }}>
        <div
          role="grid"
          className="grid-table"
          aria-label={label}
          aria-rowcount={rows + 2}
          aria-colcount={columns.length + 3}
          aria-multiselectable
        >
          <GridHead
            columns={columns}
            layout={layout}
            from={fromColumn}
            to={toColumn}
            active={active.column}
          />
          <div role="rowgroup">
            {Array.from({ length: toRow - fromRow }, (_, index) => fromRow + index).map((row) => (
              <GridRow
                key={row}
                store={store}
                row={row}
                top={headHeight + row * rowHeight}
                height={rowHeight}
                from={fromColumn}
                to={toColumn}
                lefts={layout.lefts}
              />
            ))}
          </div>
        </div>
        <GridCorners columnCount={columns.length} layout={layout} />
        <GridPanes
          names={names}
          figures={figures}
          from={fromRow}
          to={toRow}
          active={active.row}
          columnCount={columns.length}
          layout={layout}
        />
        {several && <div aria-hidden className="grid-range" style={boxOf(range, columns, layout)} />}
        <GridInput
          handle={input}
          column={column}
          unitName={names[active.row] ?? ''}
          shown={store.content(active.row, active.column).text}
          editing={editing}
          cellId={visible ? `grid-cell-${active.row}-${active.column}` : undefined}
          style={boxOf(rangeBetween(active, active), columns, layout)}
          onTyping={() => {
            if (editing === 'no') setEditing('typing');
          }}
          onKey={onKey}
          onPaste={onPaste}
          onCopy={onCopy}
          onLeave={commit}
        />
      </div>
    </div>
  );
}
