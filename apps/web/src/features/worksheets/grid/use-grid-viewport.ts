import { useCallback, useLayoutEffect, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { GridColumn } from './grid-column.js';
import { columnAt, headHeight, layoutOf, rowHeight, windowOf } from './grid-layout.js';
import type { CellAddress } from './grid-store.js';

/** The visible part of the grid: what is rendered, what is under the pointer, and how a cell is brought into view. */
export function useGridViewport(rows: number, columns: readonly GridColumn[]) {
  const box = useRef<HTMLDivElement>(null);
  const [viewport, setViewport] = useState({ top: 0, left: 0, width: 1200, height: 640 });
  const layout = useMemo(() => layoutOf(columns, viewport.width), [columns, viewport.width]);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setViewport((before) => ({ ...before, width: element.clientWidth, height: element.clientHeight })),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const element = box.current;
    if (element === null) return;
    const { scrollTop: top, scrollLeft: left } = element;
    setViewport((before) => ({ ...before, top, left }));
  }, []);

  const reveal = ({ row, column }: CellAddress) => {
    const element = box.current;
    if (element === null) return;
    const top = row * rowHeight;
    const left = (layout.lefts[column] ?? 0) - layout.nameWidth;
    const roomy = element.clientHeight - headHeight - rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top > element.scrollTop + roomy) element.scrollTop = top - roomy;
    const sides = layout.nameWidth + layout.figuresWidth;
    const wide = element.clientWidth - sides - (columns[column]?.width ?? 0);
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (left > element.scrollLeft + wide) element.scrollLeft = left - wide;
  };

  /** The cell under the pointer; null over heads, names and figures, which lie above the cells. */
  const cellAt = (event: PointerEvent): CellAddress | null => {
    const element = box.current;
    if (element === null) return null;
    const bounds = element.getBoundingClientRect();
    const [x, y] = [event.clientX - bounds.left, event.clientY - bounds.top];
    const right = element.clientWidth - layout.figuresWidth;
    if (x < layout.nameWidth || y < headHeight || x > right || y > element.clientHeight) return null;
    const row = Math.floor((y + element.scrollTop - headHeight) / rowHeight);
    const column = columnAt(x + element.scrollLeft, columns, layout);
    return column < 0 || row >= rows ? null : { row, column };
  };

  return {
    box,
    layout,
    view: windowOf(viewport, rows, columns, layout),
    pageRows: Math.max(1, Math.floor((viewport.height - headHeight) / rowHeight) - 1),
    onScroll,
    reveal,
    cellAt,
  };
}
