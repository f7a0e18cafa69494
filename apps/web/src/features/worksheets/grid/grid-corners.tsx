import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { headHeight, type GridLayout } from './grid-layout.js';

/**
 * The heads of the frozen sides, above both the head and the panes. They stand beside the grid's element, which may hold
 * rows only; the head row owns them by id.
 */
export const GridCorners = memo(function GridCorners({
  columnCount,
  layout: { nameWidth, figuresWidth },
}: {
  readonly columnCount: number;
  readonly layout: GridLayout;
}) {
  const { t } = useTranslation();
  return (
    <div className="grid-corners" style={{ height: headHeight }}>
      <div className="grid-corner is-left" style={{ width: nameWidth }}>
        <div id="grid-corner-name" role="columnheader" aria-colindex={1}>
          {t('grid.unit')}
        </div>
      </div>
      <div className="grid-corner is-right" style={{ width: figuresWidth }}>
        <div
          id="grid-corner-total"
          role="columnheader"
          aria-colindex={columnCount + 2}
          className="grid-figure"
        >
          {t('grid.total')}
        </div>
        <div
          id="grid-corner-rank"
          role="columnheader"
          aria-colindex={columnCount + 3}
          className="grid-figure"
        >
          {t('grid.rank')}
        </div>
      </div>
    </div>
  );
});
