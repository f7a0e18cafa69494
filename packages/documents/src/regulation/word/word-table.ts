import { Grid } from '../grid.js';
import { regulationLimits } from '../regulation-limits.js';
import type { GridName } from '../regulation-place.js';

/** `span` is the number of grid columns; a cell that goes on belongs to the one above that begins the merge. */
export type WordCell = {
  readonly text: string;
  readonly span: number;
  readonly merge: 'begins' | 'goes-on' | null;
};
export type WordRow = { readonly cells: readonly WordCell[]; readonly before: number };

type Placed = { row: number; column: number; rows: number; columns: number; text: string };

export function gridOf(name: GridName, rows: readonly WordRow[]): Grid {
  const placed: Placed[] = [];
  let above = new Map<number, Placed>();
  rows.forEach(({ cells, before }, index) => {
    const merged = new Map<number, Placed>();
    let column = before + 1;
    for (const { text, span, merge } of cells) {
      const columns = Math.max(1, Math.min(span, regulationLimits.columns - column + 1));
      const anchor = merge === 'goes-on' ? above.get(column) : undefined;
      if (anchor === undefined) {
        const cell = { row: index + 1, column, rows: 1, columns, text };
        placed.push(cell);
        if (merge !== null) merged.set(column, cell);
      } else {
        anchor.rows += 1;
        // Text that somebody left below a merge is not shown by Word, but it is in the file.
        if (text !== '') anchor.text += `\n${text}`;
        merged.set(column, anchor);
      }
      column += columns;
      if (column > regulationLimits.columns) break;
    }
    above = merged;
  });
  const grid = new Grid(name);
  for (const cell of placed) grid.put(cell);
  return grid;
}
