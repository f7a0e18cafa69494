import type { GridColumn } from '../src/features/worksheets/grid/grid-column.js';

/** A column of plain text in which everything is allowed. */
export const aGridColumn = (id: string, more: Partial<GridColumn> = {}): GridColumn => ({
  id,
  title: id,
  unit: '',
  section: '',
  width: 100,
  entry: 'text',
  locked: false,
  numeric: true,
  limit: null,
  read: (text) => ({ text, value: text === '' ? null : text }),
  problem: () => null,
  ...more,
});
