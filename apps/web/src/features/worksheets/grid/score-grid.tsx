import {
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type PointerEvent,
  type Ref,
} from 'react';
import { useTranslation } from 'react-i18next';
import { placePaste, readTable, writeTable } from './clipboard-table.js';
import { emptyContent } from './grid-column.js';
import { commandOf, type GridCommand } from './grid-command.js';
import { GridCorners } from './grid-corners.js';
import { GridHead } from './grid-head.js';
import {
  columnAt,
  figuresWidth,
  headHeight,
  layoutOf,
  nameWidth,
  rowHeight,
  windowOf,
} from './grid-layout.js';
import { GridPanes, type RowFigures } from './grid-panes.js';
import { cellsOf, rangeBetween, type GridRange } from './grid-range.js';
import { GridRow } from './grid-row.js';
import type { CellAddress, GridStore } from './grid-store.js';
import './score-grid.css';

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

/**
 * The scoring grid. One always focused, transparent textarea moves with the active cell, so that input methods,
 * phone keyboards and the clipboard work as in any text field; cells themselves never hold focus.
 */
export function ScoreGrid({ store, names, figures, label, handle, onActive, onOpen, onMessage }: Props) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const composing = useRef(false);
  const dragging = useRef(false);
  const [viewport, setViewport] = useState({ top: 0, left: 0, width: 1200, height: 640 });
  const [active, setActive] = useState<CellAddress>({ row: 0, column: 0 });
  const [end, setEnd] = useState<CellAddress>(active);
  const [editing, setEditing] = useState<'no' | 'typing' | 'in-place'>('no');

  const { columns, rows } = store;
  const layout = useMemo(() => layoutOf(columns), [columns]);
  const view = windowOf(viewport, rows, columns, layout);
  const range = rangeBetween(active, end);
  const activeColumn = columns[active.column];

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setViewport((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const reveal = ({ row, column }: CellAddress) => {
    const element = box.current;
    if (element === null) return;
    const top = row * rowHeight;
    const left = (layout.lefts[column] ?? 0) - nameWidth;
    const roomy = element.clientHeight - headHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + roomy) element.scrollTop = top - roomy;
    const wide = element.clientWidth - nameWidth - figuresWidth - (columns[column]?.width ?? 0);
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (left > element.scrollLeft + wide) element.scrollLeft = left - wide;
  };

  const go = (to: CellAddress, extend = false) => {
    const cell = {
      row: Math.max(0, Math.min(rows - 1, to.row)),
      column: Math.max(0, Math.min(columns.length - 1, to.column)),
    };
    const start = extend ? active : cell;
    setActive(start);
    setEnd(cell);
    reveal(cell);
    onActive(start, rangeBetween(start, cell));
  };

  useImperativeHandle(handle, () => ({
    focus: (cell) => {
      go(cell);
      input.current?.focus({ preventScroll: true });
    },
  }));

  const stopEditing = () => {
    if (input.current) input.current.value = '';
    setEditing('no');
  };

  const commit = () => {
    if (editing === 'no' || !input.current || !activeColumn) return;
    store.write([{ ...active, to: activeColumn.read(input.current.value) }]);
    const problem = store.problem(active.row, active.column);
    if (problem !== null) onMessage(`${names[active.row] ?? ''} · ${activeColumn.title}: ${problem}`);
    stopEditing();
  };

  const startInPlace = () => {
    if (!activeColumn || activeColumn.locked) return;
    if (activeColumn.entry === 'dialog') return onOpen(active);
    if (input.current) input.current.value = store.content(active.row, active.column).text;
    setEditing('in-place');
  };

  const clear = () => store.write(cellsOf(range).map((cell) => ({ ...cell, to: emptyContent })));

  const step = (kind: 'undo' | 'redo') => {
    const first = (kind === 'undo' ? store.undo() : store.redo())?.[0];
    if (first) go(first);
  };

  const nextOf = (found: readonly CellAddress[], direction: 1 | -1) => {
    const place = (cell: CellAddress) => cell.row * columns.length + cell.column;
    const here = place(active);
    const ordered = direction === 1 ? found : [...found].reverse();
    const next = ordered.find((cell) => (place(cell) - here) * direction > 0) ?? ordered[0];
    if (next) go(next);
  };

  const run = (command: GridCommand): void => {
    switch (command.kind) {
      case 'move': {
        commit();
        const from = command.extend ? end : active;
        return go({ row: from.row + command.rows, column: from.column + command.columns }, command.extend);
      }
      case 'edge': {
        commit();
        const from = command.extend ? end : active;
        const target = {
          top: { row: 0 },
          bottom: { row: rows - 1 },
          left: { column: 0 },
          right: { column: columns.length - 1 },
        };
        return go({ ...from, ...target[command.to] }, command.extend);
      }
      case 'corner':
        commit();
        return go(
          command.to === 'first' ? { row: 0, column: 0 } : { row: rows - 1, column: columns.length - 1 },
          command.extend,
        );
      case 'page': {
        commit();
        const page = Math.max(1, Math.floor((viewport.height - headHeight) / rowHeight) - 1);
        const from = command.extend ? end : active;
        return go({ ...from, row: from.row + page * command.direction }, command.extend);
      }
      case 'tab':
        commit();
        return go({ ...active, column: active.column + command.direction });
      case 'enter':
        if (editing === 'no' && activeColumn?.entry === 'dialog' && !activeColumn.locked)
          return onOpen(active);
        commit();
        return go({ ...active, row: active.row + command.direction });
      case 'edit':
        return startInPlace();
      case 'cancel':
        return stopEditing();
      case 'undo':
      case 'redo':
        return editing === 'no' ? step(command.kind) : stopEditing();
      case 'clear':
        return void clear();
      case 'select-all':
        setEnd({ row: rows - 1, column: columns.length - 1 });
        setActive({ row: 0, column: 0 });
        return onActive(
          { row: 0, column: 0 },
          { top: 0, left: 0, bottom: rows - 1, right: columns.length - 1 },
        );
      case 'fill-down': {
        commit();
        const below = cellsOf(range).filter(({ row }) => row > range.top);
        return void store.write(
          below.map((cell) => ({ ...cell, to: store.content(range.top, cell.column) })),
        );
      }
      case 'fill-range': {
        if (editing === 'no' || !input.current) return;
        const typed = input.current.value;
        store.write(
          cellsOf(range).map((cell) => ({ ...cell, to: columns[cell.column]?.read(typed) ?? emptyContent })),
        );
        return stopEditing();
      }
      case 'next-problem':
        return nextOf(store.problemCells(), command.direction);
      case 'next-empty':
        return nextOf(emptyCells(store), command.direction);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // The input method owns the key while it composes; 229 is what old Chromium sends then.
    if (composing.current || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const command = commandOf({
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      shift: event.shiftKey,
      editing,
    });
    if (command === null) return;
    const target = command.kind === 'tab' ? active.column + command.direction : 0;
    // Tab at a row's end leaves the grid, so that nobody is caught in it.
    if (command.kind === 'tab' && (target < 0 || target >= columns.length)) return commit();
    event.preventDefault();
    run(command);
  };

  const onPaste = (event: ClipboardEvent) => {
    if (editing !== 'no') return;
    event.preventDefault();
    const table = readTable(event.clipboardData.getData('text/plain'));
    const places = placePaste(table, range).filter(
      ({ row, column }) => row < rows && column < columns.length,
    );
    const entries = places
      .filter(({ column }) => columns[column]?.entry === 'text')
      .map(({ row, column, text }) => ({ row, column, to: columns[column]?.read(text) ?? emptyContent }));
    const count = store.write(entries);
    const wrong = entries.filter(({ row, column }) => store.problem(row, column) !== null).length;
    const last = places[places.length - 1];
    if (last)
      setEnd({
        row: last.row,
        column: Math.max(...places.slice(-(table[0]?.length ?? 1)).map(({ column }) => column)),
      });
    onMessage(wrong > 0 ? t('grid.pastedWithProblems', { count, wrong }) : t('grid.pasted', { count }));
  };

  const onCopy = (event: ClipboardEvent) => {
    if (editing !== 'no') return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', writeTable(store, range));
    if (event.type === 'cut') clear();
  };

  const cellAt = (event: PointerEvent): CellAddress | null => {
    const element = box.current;
    if (element === null) return null;
    const bounds = element.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
    if (x < nameWidth || y < headHeight || x > element.clientWidth - figuresWidth || y > element.clientHeight)
      return null;
    const row = Math.floor((y + element.scrollTop - headHeight) / rowHeight);
    const column = columnAt(x + element.scrollLeft, columns, layout);
    return column < 0 || row >= rows ? null : { row, column };
  };

  const onPointerDown = (event: PointerEvent) => {
    const cell = cellAt(event);
    if (cell === null || (event.target === input.current && editing !== 'no')) return;
    event.preventDefault();
    commit();
    go(cell, event.shiftKey);
    dragging.current = true;
    input.current?.focus({ preventScroll: true });
  };

  const onPointerMove = (event: PointerEvent) => {
    if (!dragging.current) return;
    const cell = cellAt(event);
    if (cell === null || (cell.row === end.row && cell.column === end.column)) return;
    setEnd(cell);
    onActive(active, rangeBetween(active, cell));
  };

  const rowElements = [];
  for (let row = view.fromRow; row < view.toRow; row += 1) {
    rowElements.push(
      <GridRow
        key={row}
        store={store}
        row={row}
        top={headHeight + row * rowHeight}
        height={rowHeight}
        from={view.fromColumn}
        to={view.toColumn}
        lefts={layout.lefts}
      />,
    );
  }
  const box4 = boxOf(range, layout.lefts, columns);
  const activeVisible =
    active.row >= view.fromRow &&
    active.row < view.toRow &&
    active.column >= view.fromColumn &&
    active.column < view.toColumn;
  const shown = store.content(active.row, active.column).text;

  return (
    <div
      ref={box}
      className="grid-box"
      style={{ height: '100%' }}
      onScroll={({ currentTarget: { scrollTop: top, scrollLeft: left } }) =>
        setViewport((before) => ({ ...before, top, left }))
      }
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
            from={view.fromColumn}
            to={view.toColumn}
            active={active.column}
          />
          <div role="rowgroup">{rowElements}</div>
        </div>
        <GridCorners columnCount={columns.length} />
        <GridPanes
          names={names}
          figures={figures}
          from={view.fromRow}
          to={view.toRow}
          active={active.row}
          columnCount={columns.length}
        />
        {(range.top !== range.bottom || range.left !== range.right) && (
          <div aria-hidden className="grid-range" style={box4} />
        )}
        <div
          className={editing === 'no' ? 'grid-active' : 'grid-active is-editing'}
          style={boxOf(rangeBetween(active, active), layout.lefts, columns)}
        >
          <textarea
            ref={input}
            rows={1}
            className="grid-input"
            inputMode={activeColumn?.numeric ? 'decimal' : 'text'}
            readOnly={activeColumn === undefined || activeColumn.locked || activeColumn.entry === 'dialog'}
            aria-label={t('grid.cell', {
              unit: names[active.row] ?? '',
              fact: activeColumn?.title ?? '',
              measure: activeColumn?.unit ?? '',
              value: shown === '' ? t('grid.empty') : shown,
            })}
            aria-activedescendant={activeVisible ? `grid-cell-${active.row}-${active.column}` : undefined}
            spellCheck={false}
            autoComplete="off"
            onKeyDown={onKeyDown}
            onInput={() => {
              if (editing === 'no') setEditing('typing');
            }}
            onCompositionStart={() => {
              composing.current = true;
              if (editing === 'no') setEditing('typing');
            }}
            onCompositionEnd={() => {
              composing.current = false;
            }}
            onPaste={onPaste}
            onCopy={onCopy}
            onCut={onCopy}
            onBlur={commit}
          />
        </div>
      </div>
    </div>
  );
}

function boxOf(
  { top, bottom, left, right }: GridRange,
  lefts: readonly number[],
  columns: GridStore['columns'],
) {
  const x = lefts[left] ?? 0;
  return {
    left: x,
    top: headHeight + top * rowHeight,
    width: (lefts[right] ?? 0) + (columns[right]?.width ?? 0) - x,
    height: (bottom - top + 1) * rowHeight,
  };
}

function emptyCells(store: GridStore): CellAddress[] {
  const found: CellAddress[] = [];
  for (let row = 0; row < store.rows; row += 1) {
    store.columns.forEach(({ locked }, column) => {
      if (!locked && store.content(row, column).text === '') found.push({ row, column });
    });
  }
  return found;
}
