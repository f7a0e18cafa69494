import { emptyContent } from './grid-column.js';
import type { GridCommand } from './grid-command.js';
import { cellsOf, type GridRange } from './grid-range.js';
import type { CellAddress, GridStore } from './grid-store.js';

/** What a command may look at and do. */
export type GridActions = {
  readonly store: GridStore;
  readonly active: CellAddress;
  readonly end: CellAddress;
  readonly range: GridRange;
  readonly pageRows: number;
  readonly editing: boolean;
  /** The text in the editor. */
  readonly typed: () => string;
  readonly go: (to: CellAddress, extend?: boolean) => void;
  readonly select: (start: CellAddress, end: CellAddress) => void;
  /** Writes what is being typed, if anything is. */
  readonly commit: () => void;
  readonly stopEditing: () => void;
  readonly startInPlace: () => void;
  readonly open: (cell: CellAddress) => void;
};

/** Carries out one command of the keyboard map. */
export function runGridCommand(command: GridCommand, grid: GridActions): void {
  const { store, active, range } = grid;
  switch (command.kind) {
    case 'move':
    case 'edge':
    case 'corner':
    case 'page':
      grid.commit();
      return grid.go(destination(command, grid), command.extend);
    case 'tab':
      grid.commit();
      return grid.go({ ...active, column: active.column + command.direction });
    case 'enter': {
      const column = store.columns[active.column];
      if (!grid.editing && column?.entry === 'dialog' && !column.locked) return grid.open(active);
      grid.commit();
      return grid.go({ ...active, row: active.row + command.direction });
    }
    case 'edit':
      return grid.startInPlace();
    case 'cancel':
      return grid.stopEditing();
    case 'undo':
    case 'redo':
      return grid.editing ? grid.stopEditing() : step(command.kind, grid);
    case 'clear':
      return clearRange(store, range);
    case 'select-all':
      return grid.select({ row: 0, column: 0 }, lastCell(store));
    case 'fill-down':
      grid.commit();
      store.write(
        cellsOf(range)
          .filter(({ row }) => row > range.top)
          .map((cell) => ({ ...cell, to: store.content(range.top, cell.column) })),
      );
      return;
    case 'fill-range':
      return fillRange(grid);
    case 'next-problem':
      return goToNext(store.problemCells(), command.direction, grid);
    case 'next-empty':
      return goToNext(emptyCells(store), command.direction, grid);
  }
}

export function clearRange(store: GridStore, range: GridRange): void {
  store.write(cellsOf(range).map((cell) => ({ ...cell, to: emptyContent })));
}

type Movement = Extract<GridCommand, { kind: 'move' | 'edge' | 'corner' | 'page' }>;

function destination(command: Movement, { store, active, end, pageRows }: GridActions): CellAddress {
  const from = command.extend ? end : active;
  const last = lastCell(store);
  switch (command.kind) {
    case 'move':
      return { row: from.row + command.rows, column: from.column + command.columns };
    case 'page':
      return { ...from, row: from.row + pageRows * command.direction };
    case 'corner':
      return command.to === 'first' ? { row: 0, column: 0 } : last;
    case 'edge': {
      const edges = {
        top: { row: 0 },
        bottom: { row: last.row },
        left: { column: 0 },
        right: { column: last.column },
      };
      return { ...from, ...edges[command.to] };
    }
  }
}

const lastCell = (store: GridStore): CellAddress => ({
  row: store.rows - 1,
  column: store.columns.length - 1,
});

function step(kind: 'undo' | 'redo', { store, go }: GridActions): void {
  const first = store[kind]()?.[0];
  if (first) go(first);
}

function fillRange({ store, range, editing, typed, stopEditing }: GridActions): void {
  if (!editing) return;
  const text = typed();
  store.write(
    cellsOf(range).map((cell) => ({ ...cell, to: store.columns[cell.column]?.read(text) ?? emptyContent })),
  );
  stopEditing();
}

function goToNext(
  found: readonly CellAddress[],
  direction: 1 | -1,
  { store, active, go }: GridActions,
): void {
  const place = (cell: CellAddress) => cell.row * store.columns.length + cell.column;
  const here = place(active);
  const ordered = direction === 1 ? found : [...found].reverse();
  const next = ordered.find((cell) => (place(cell) - here) * direction > 0) ?? ordered[0];
  if (next) go(next);
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
