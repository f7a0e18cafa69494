import { memo, useCallback, useSyncExternalStore } from 'react';
import type { GridStore } from './grid-store.js';

type Props = {
  readonly store: GridStore;
  readonly row: number;
  readonly top: number;
  readonly height: number;
  /** First and one past the last column in view. */
  readonly from: number;
  readonly to: number;
  readonly lefts: readonly number[];
};

/** One row of cells; only this row renders again when one of its cells changes. */
export const GridRow = memo(function GridRow({ store, row, top, height, from, to, lefts }: Props) {
  useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeRow(row, listener), [store, row]),
    () => store.version(row),
  );
  const cells = [];
  for (let column = from; column < to; column += 1) {
    const { id, width, numeric, locked } = store.columns[column] ?? {};
    const wrong = store.problem(row, column) !== null;
    const state = store.state(row, column);
    const names = ['grid-cell'];
    if (numeric !== true) names.push('is-words');
    if (locked === true) names.push('is-locked');
    if (wrong) names.push('is-wrong');
    cells.push(
      <div
        key={id}
        role="gridcell"
        id={`grid-cell-${row}-${column}`}
        aria-colindex={column + 2}
        aria-invalid={wrong || undefined}
        aria-readonly={locked === true || undefined}
        data-state={state === 'clean' ? undefined : state}
        className={names.join(' ')}
        style={{ left: lefts[column], width }}
      >
        {store.content(row, column).text}
      </div>,
    );
  }
  return (
    <div
      role="row"
      aria-rowindex={row + 3}
      aria-owns={`grid-name-${row} grid-total-${row} grid-rank-${row}`}
      className="grid-row"
      style={{ top, height }}
    >
      {cells}
    </div>
  );
});
