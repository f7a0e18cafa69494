import { memo } from 'react';
import type { GridColumn } from './grid-column.js';
import { headHeight, sectionHeight, type GridLayout } from './grid-layout.js';

type Props = {
  readonly columns: readonly GridColumn[];
  readonly layout: GridLayout;
  readonly from: number;
  readonly to: number;
  readonly active: number;
};

/** Two levels: sections of the rule book above, facts with their units below. */
export const GridHead = memo(function GridHead({ columns, layout, from, to, active }: Props) {
  return (
    <div className="grid-head" role="rowgroup" style={{ height: headHeight, width: layout.width }}>
      <div role="row" aria-rowindex={1} className="grid-head-row" style={{ top: 0, height: sectionHeight }}>
        {sectionsOf(columns, layout)
          .filter((section) => section.first < to && section.first + section.count > from)
          .map(({ title, first, count, left, width }) => (
            <div
              key={first}
              role="columnheader"
              aria-colindex={first + 2}
              aria-colspan={count}
              className="grid-head-cell is-section"
              style={{ left, width }}
              title={title}
            >
              {title}
            </div>
          ))}
      </div>
      <div
        role="row"
        aria-rowindex={2}
        aria-owns="grid-corner-name grid-corner-total grid-corner-rank"
        className="grid-head-row"
        style={{ top: sectionHeight, bottom: 0 }}
      >
        {columns.slice(from, to).map(({ id, title, unit, width }, index) => (
          <div
            key={id}
            role="columnheader"
            aria-colindex={from + index + 2}
            className={from + index === active ? 'grid-head-cell is-active' : 'grid-head-cell'}
            style={{ left: layout.lefts[from + index], width }}
            title={title}
          >
            <div className="grid-head-title">{title}</div>
            <div className="grid-head-unit">{unit}</div>
          </div>
        ))}
      </div>
    </div>
  );
});

type HeadSection = { title: string; first: number; count: number; left: number; width: number };

function sectionsOf(columns: readonly GridColumn[], { lefts }: GridLayout): HeadSection[] {
  const sections: HeadSection[] = [];
  columns.forEach(({ section, width }, index) => {
    const last = sections[sections.length - 1];
    if (last && last.title === section) {
      last.count += 1;
      last.width += width;
    } else sections.push({ title: section, first: index, count: 1, left: lefts[index] ?? 0, width });
  });
  return sections;
}
