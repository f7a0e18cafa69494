import { placePaste, readTable } from './clipboard-table.js';
import { emptyContent } from './grid-column.js';
import { rangeBetween, type GridRange } from './grid-range.js';
import type { CellAddress, GridStore } from './grid-store.js';

/** What a paste did: nothing is rejected, what is wrong is marked and counted. */
export type Pasted = {
  readonly count: number;
  readonly wrong: number;
  /** Cells of the clipboard that found no place or a locked column. */
  readonly left: number;
  readonly last: CellAddress | null;
};

/** Writes what Excel or WPS put on the clipboard, as one batch that one undo takes back. */
export function pasteTable(store: GridStore, text: string, range: GridRange): Pasted {
  const places = placePaste(readTable(text), range);
  const inside = places.filter(({ row, column }) => row < store.rows && column < store.columns.length);
  const entries = inside.flatMap(({ row, column, text: cell }) => {
    const target = store.columns[column];
    return target?.entry === 'text' && !target.locked
      ? [{ row, column, to: target.read(cell) ?? emptyContent }]
      : [];
  });
  store.write(entries);
  return {
    count: entries.length,
    wrong: entries.filter(({ row, column }) => store.problem(row, column) !== null).length,
    left: places.length - entries.length,
    last: inside.reduce<CellAddress | null>((corner, cell) => {
      if (corner === null) return { row: cell.row, column: cell.column };
      const { bottom: row, right: column } = rangeBetween(corner, cell);
      return { row, column };
    }, null),
  };
}
