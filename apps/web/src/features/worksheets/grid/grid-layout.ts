import type { GridColumn } from './grid-column.js';
import type { GridRange } from './grid-range.js';

export const rowHeight = 32;
export const sectionHeight = 24;
export const headHeight = 84;

export type GridLayout = {
  readonly lefts: readonly number[];
  readonly width: number;
  /** Widths of the frozen sides: names left, total and rank right. */
  readonly nameWidth: number;
  readonly figuresWidth: number;
};

/**
 * Left edges of the columns and the width of the whole canvas. Fixed sizes make windowing two divisions.
 * On a phone the frozen sides shrink, so that columns stay between them.
 */
export function layoutOf(columns: readonly GridColumn[], viewWidth: number): GridLayout {
  const narrow = viewWidth < 640;
  const [nameWidth, figuresWidth] = narrow ? [104, 116] : [176, 156];
  let left = nameWidth;
  const lefts = columns.map(({ width }) => {
    const own = left;
    left += width;
    return own;
  });
  return { lefts, width: left + figuresWidth, nameWidth, figuresWidth };
}

export type Viewport = {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
};

/** First and one past the last row and column to render, with a small overscan. */
export function windowOf(
  viewport: Viewport,
  rows: number,
  columns: readonly GridColumn[],
  { lefts, nameWidth, figuresWidth }: GridLayout,
) {
  const fromRow = Math.max(0, Math.floor(viewport.top / rowHeight) - 4);
  const toRow = Math.min(rows, Math.ceil((viewport.top + viewport.height - headHeight) / rowHeight) + 4);
  let fromColumn = 0;
  while (fromColumn < columns.length - 1 && (lefts[fromColumn + 1] ?? 0) < viewport.left + nameWidth)
    fromColumn += 1;
  let toColumn = fromColumn;
  while (toColumn < columns.length && (lefts[toColumn] ?? 0) < viewport.left + viewport.width - figuresWidth)
    toColumn += 1;
  return {
    fromRow,
    toRow,
    fromColumn: Math.max(0, fromColumn - 1),
    toColumn: Math.min(columns.length, toColumn + 1),
  };
}

/** Column at an x of the canvas; -1 beside the columns. */
export function columnAt(x: number, columns: readonly GridColumn[], { lefts }: GridLayout): number {
  return columns.findIndex(({ width }, index) => x >= (lefts[index] ?? 0) && x < (lefts[index] ?? 0) + width);
}

/** Where a range of cells lies on the canvas. */
export function boxOf(
  { top, bottom, left, right }: GridRange,
  columns: readonly GridColumn[],
  { lefts }: GridLayout,
) {
  const x = lefts[left] ?? 0;
  return {
    left: x,
    top: headHeight + top * rowHeight,
    width: (lefts[right] ?? 0) + (columns[right]?.width ?? 0) - x,
    height: (bottom - top + 1) * rowHeight,
  };
}
