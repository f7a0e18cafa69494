import { memo } from 'react';
import { rowHeight, type GridLayout } from './grid-layout.js';

/** Live figures of a row; `group` names the cohort in which it is ranked. */
export type RowFigures = { readonly total: string; readonly rank: string; readonly group: string };

type Props = {
  readonly names: readonly string[];
  /** Live total and rank of each row; null while they are computed for the first time. */
  readonly figures: readonly RowFigures[] | null;
  readonly from: number;
  readonly to: number;
  readonly active: number;
  readonly columnCount: number;
  readonly layout: GridLayout;
};

/** The frozen sides: names left, total and rank right. One sticky pane each, not a sticky cell per row. */
export const GridPanes = memo(function GridPanes({
  names,
  figures,
  from,
  to,
  active,
  columnCount,
  layout: { nameWidth, figuresWidth },
}: Props) {
  const height = names.length * rowHeight;
  const rows = names.slice(from, to).map((name, index) => ({ name, row: from + index }));
  return (
    <div className="grid-panes" style={{ height }}>
      <div className="grid-pane is-left" style={{ width: nameWidth, height }}>
        {rows.map(({ name, row }) => (
          <div
            key={row}
            id={`grid-name-${row}`}
            role="rowheader"
            aria-colindex={1}
            title={name}
            className={row === active ? 'grid-name is-active' : 'grid-name'}
            style={{ top: row * rowHeight, height: rowHeight, width: nameWidth }}
          >
            {name}
          </div>
        ))}
      </div>
      <div className="grid-pane is-right" style={{ width: figuresWidth, height }}>
        {rows.map(({ row }) => (
          <div
            key={row}
            role="presentation"
            className="grid-figures"
            style={{ top: row * rowHeight, height: rowHeight, width: figuresWidth }}
          >
            <div
              id={`grid-total-${row}`}
              role="gridcell"
              aria-readonly
              aria-colindex={columnCount + 2}
              className="grid-figure"
            >
              {figures?.[row]?.total ?? ''}
            </div>
            <div
              id={`grid-rank-${row}`}
              role="gridcell"
              title={figures?.[row]?.group}
              aria-readonly
              aria-colindex={columnCount + 3}
              className="grid-figure"
            >
              {figures?.[row]?.rank ?? ''}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
});
