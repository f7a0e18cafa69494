import { emptyContent, type CellContent, type GridColumn } from './grid-column.js';

export type CellState = 'clean' | 'dirty' | 'saving' | 'saved' | 'error' | 'conflict';
export type CellAddress = { readonly row: number; readonly column: number };
export type GridChange = CellAddress & { readonly from: CellContent; readonly to: CellContent };
export type ChangeOrigin = 'entry' | 'undo' | 'redo' | 'server';

const deepestUndo = 200;

/**
 * The cells of a grid, outside React: rows subscribe by index, so that one key re-renders one row.
 * Undo is a stack of batches: typing, paste, fill and clear are one each.
 */
export class GridStore {
  private readonly cells: CellContent[][];
  private readonly states = new Map<number, CellState>();
  private readonly problems = new Map<number, string>();
  private readonly versions: number[];
  private readonly rowListeners = new Map<number, Set<() => void>>();
  private readonly changeListeners = new Set<
    (changes: readonly GridChange[], origin: ChangeOrigin) => void
  >();
  private readonly limited = new Map<string, number[]>();
  private readonly indexes: ReadonlyMap<string, number>;
  private done: (readonly GridChange[])[] = [];
  private undone: (readonly GridChange[])[] = [];
  private revisionCount = 0;

  constructor(
    readonly columns: readonly GridColumn[],
    contents: readonly (readonly CellContent[])[],
  ) {
    this.cells = contents.map((row) => [...row]);
    this.versions = contents.map(() => 0);
    this.indexes = new Map(columns.map(({ id }, index) => [id, index]));
    columns.forEach(({ limit }, index) => {
      if (limit !== null) this.limited.set(limit, [...(this.limited.get(limit) ?? []), index]);
    });
    for (let row = 0; row < this.rows; row += 1) columns.forEach((_, column) => this.judge(row, column));
  }

  get rows(): number {
    return this.cells.length;
  }

  /** Grows with every change of a cell or state, for whoever sums the whole grid. */
  get revision(): number {
    return this.revisionCount;
  }

  content(row: number, column: number): CellContent {
    return this.cells[row]?.[column] ?? emptyContent;
  }

  state(row: number, column: number): CellState {
    return this.states.get(this.key(row, column)) ?? 'clean';
  }

  problem(row: number, column: number): string | null {
    return this.problems.get(this.key(row, column)) ?? null;
  }

  version(row: number): number {
    return this.versions[row] ?? 0;
  }

  readonly subscribeRow = (row: number, listener: () => void): (() => void) => {
    const listeners = this.rowListeners.get(row) ?? new Set();
    this.rowListeners.set(row, listeners.add(listener));
    return () => void listeners.delete(listener);
  };

  /** Listens to every row at once: key -1. */
  readonly subscribe = (listener: () => void): (() => void) => this.subscribeRow(-1, listener);

  onChange(listener: (changes: readonly GridChange[], origin: ChangeOrigin) => void): () => void {
    this.changeListeners.add(listener);
    return () => void this.changeListeners.delete(listener);
  }

  /** Writes cells by address; locked cells and unchanged contents are left out. Returns how many changed. */
  write(entries: readonly (CellAddress & { readonly to: CellContent })[]): number {
    const changes = entries
      .filter(({ row, column }) => row < this.rows && this.columns[column]?.locked === false)
      .map(({ row, column, to }) => ({ row, column, to, from: this.content(row, column) }))
      .filter(({ from, to }) => from.text !== to.text || from.value !== to.value);
    if (changes.length === 0) return 0;
    this.done.push(changes);
    if (this.done.length > deepestUndo) this.done.shift();
    this.undone = [];
    this.apply(changes, 'entry');
    return changes.length;
  }

  undo(): readonly GridChange[] | null {
    const batch = this.done.pop();
    if (batch === undefined) return null;
    this.undone.push(batch);
    this.apply(
      batch.map(({ row, column, from, to }) => ({ row, column, from: to, to: from })),
      'undo',
    );
    return batch;
  }

  redo(): readonly GridChange[] | null {
    const batch = this.undone.pop();
    if (batch === undefined) return null;
    this.done.push(batch);
    this.apply(batch, 'redo');
    return batch;
  }

  /** What someone else wrote replaces the cell; it is not ours to undo. */
  replace(row: number, column: number, to: CellContent): void {
    this.apply([{ row, column, from: this.content(row, column), to }], 'server');
    this.mark([{ row, column }], 'clean');
  }

  mark(cells: readonly CellAddress[], state: CellState): void {
    const rows = new Set<number>();
    for (const { row, column } of cells) {
      if (state === 'clean') this.states.delete(this.key(row, column));
      else this.states.set(this.key(row, column), state);
      rows.add(row);
    }
    this.touch(rows);
  }

  /** Sets or clears a refusal of the server beside our own checks. */
  refuse(row: number, column: number, sentence: string): void {
    this.problems.set(this.key(row, column), sentence);
    this.mark([{ row, column }], 'error');
  }

  count(state: CellState): number {
    let found = 0;
    for (const each of this.states.values()) if (each === state) found += 1;
    return found;
  }

  /** Addresses of problems and conflicts, in reading order. */
  problemCells(): CellAddress[] {
    const keys = new Set(this.problems.keys());
    for (const [key, state] of this.states) if (state === 'conflict' || state === 'error') keys.add(key);
    return [...keys].sort((a, b) => a - b).map((key) => this.address(key));
  }

  private apply(changes: readonly GridChange[], origin: ChangeOrigin): void {
    const rows = new Set<number>();
    for (const { row, column, to } of changes) {
      const cells = this.cells[row];
      if (cells === undefined) continue;
      cells[column] = to;
      if (origin !== 'server') this.states.set(this.key(row, column), 'dirty');
      rows.add(row);
    }
    for (const { row, column } of changes) {
      this.judge(row, column);
      for (const other of this.limited.get(this.columns[column]?.id ?? '') ?? []) this.judge(row, other);
    }
    this.touch(rows);
    for (const listener of this.changeListeners) listener(changes, origin);
  }

  private judge(row: number, column: number): void {
    const own = this.columns[column];
    if (own === undefined) return;
    const problem = own.problem(this.content(row, column), this.limitOf(row, own));
    if (problem === null) this.problems.delete(this.key(row, column));
    else this.problems.set(this.key(row, column), problem);
  }

  /** A limit that is itself refused limits nothing. */
  private limitOf(row: number, { limit }: GridColumn): CellContent['value'] {
    const column = limit === null ? undefined : this.indexes.get(limit);
    if (column === undefined) return null;
    const content = this.content(row, column);
    return this.columns[column]?.problem(content, null) === null ? content.value : null;
  }

  private touch(rows: ReadonlySet<number>): void {
    this.revisionCount += 1;
    for (const row of rows) {
      this.versions[row] = this.version(row) + 1;
      this.rowListeners.get(row)?.forEach((listener) => listener());
    }
    this.rowListeners.get(-1)?.forEach((listener) => listener());
  }

  private key(row: number, column: number): number {
    return row * this.columns.length + column;
  }

  private address(key: number): CellAddress {
    const column = key % this.columns.length;
    return { row: (key - column) / this.columns.length, column };
  }
}
