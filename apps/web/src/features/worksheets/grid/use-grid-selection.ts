import { useState } from 'react';
import { rangeBetween, type GridRange } from './grid-range.js';
import type { CellAddress } from './grid-store.js';

type Input = {
  readonly rows: number;
  readonly columns: number;
  readonly reveal: (cell: CellAddress) => void;
  readonly onActive: (cell: CellAddress, range: GridRange) => void;
};

/** The active cell and the other end of the selected range. */
export function useGridSelection({ rows, columns, reveal, onActive }: Input) {
  const [active, setActive] = useState<CellAddress>({ row: 0, column: 0 });
  const [end, setEnd] = useState<CellAddress>(active);

  const select = (start: CellAddress, to: CellAddress) => {
    setActive(start);
    setEnd(to);
    onActive(start, rangeBetween(start, to));
  };
  /** Goes to a cell, kept inside the grid; `extend` keeps the active cell and moves the range's end. */
  const go = (to: CellAddress, extend = false) => {
    const cell = {
      row: Math.max(0, Math.min(rows - 1, to.row)),
      column: Math.max(0, Math.min(columns - 1, to.column)),
    };
    select(extend ? active : cell, cell);
    reveal(cell);
  };
  return { active, end, range: rangeBetween(active, end), select, go };
}
