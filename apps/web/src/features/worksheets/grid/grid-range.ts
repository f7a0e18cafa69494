import type { CellAddress } from './grid-store.js';

/** A rectangle of cells, both ends included. */
export type GridRange = {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
};

export const rangeBetween = (a: CellAddress, b: CellAddress): GridRange => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

export function cellsOf({ top, bottom, left, right }: GridRange): CellAddress[] {
  const cells: CellAddress[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  }
  return cells;
}
