import { bareHeading, headingRole, type HeadingRole } from './column-role.js';
import type { Grid, GridCell } from './grid.js';

export type HeadedColumn = {
  readonly column: number;
  readonly heading: string;
  readonly role: HeadingRole | null;
};

/** Headings of a table: the rows they take up, and every column that has one. */
export type Heads = {
  readonly first: number;
  readonly last: number;
  readonly columns: readonly HeadedColumn[];
};

/** All rows of headings of a grid: a table may begin again further down, with other columns. */
export function findHeads(grid: Grid): readonly Heads[] {
  const found: Heads[] = [];
  for (let row = 1; row <= grid.rowCount; row += 1) {
    const heads = headsAt(grid, row);
    if (heads === null) continue;
    // Headings repeated after a page break begin no new table.
    if (!isSame(heads, found.at(-1))) found.push(heads);
    row = heads.last;
  }
  return found;
}

const isSame = (one: Heads, other: Heads | undefined): boolean => {
  const said = (heads: Heads): string =>
    heads.columns.map(({ column, heading }) => `${column} ${bareHeading(heading)}`).join('|');
  return other !== undefined && said(one) === said(other);
};

/** Headings say what is scored and how: something to be scored, and its points or its standard. */
function headsAt(grid: Grid, row: number): Heads | null {
  const cells = grid.beginning(row);
  if (cells.length < 2) return null;
  const known = cells.filter((cell) => headingRole(cell.text) !== null);
  // Most cells of a row of headings are headings; a row that has one such word among its texts is none.
  if (known.length * 2 < cells.length) return null;
  const last = lastRow(grid, row, cells);
  const columns = columnsOf(grid, row, last);
  const roles = new Set(columns.flatMap(({ role }) => (role === null ? [] : [role])));
  const isScored = ['points', 'weight', 'standard', 'content-and-standard'].some((role) =>
    roles.has(role as HeadingRole),
  );
  const hasSubject = subjects.some((role) => roles.has(role));
  return isScored && hasSubject ? { first: row, last, columns } : null;
}

const subjects: readonly HeadingRole[] = [
  'class',
  'level-1',
  'level-2',
  'level-3',
  'level-4',
  'heading',
  'content',
  'requirement',
  'content-and-standard',
];

/** A second row belongs to the headings where one of the first row stands over several of its columns, or reaches down. */
function lastRow(grid: Grid, row: number, cells: readonly GridCell[]): number {
  const below = grid.beginning(row + 1);
  const reach = Math.max(...cells.map((cell) => cell.rows));
  const isUnderGroup = (cell: GridCell): boolean =>
    cells.some(
      (group) =>
        group.columns > 1 && cell.column >= group.column && cell.column < group.column + group.columns,
    );
  const isSecond =
    below.length > 0 &&
    below.every((cell) => isUnderGroup(cell) && bareHeading(cell.text).length <= 10) &&
    below.some((cell) => headingRole(cell.text) !== null);
  if (isSecond) return row + 1;
  // A heading merged over several rows with nothing below it keeps those rows.
  return reach > 1 && below.length === 0 ? row + reach - 1 : row;
}

function columnsOf(grid: Grid, first: number, last: number): HeadedColumn[] {
  const columns: HeadedColumn[] = [];
  for (let column = 1; column <= grid.columnCount; column += 1) {
    const upper = grid.at(first, column)?.text ?? '';
    const lower = grid.at(last, column)?.text ?? '';
    const heading = lower === '' ? upper : lower;
    if (heading === '') continue;
    columns.push({ column, heading, role: headingRole(heading) ?? headingRole(upper) });
  }
  return columns;
}
