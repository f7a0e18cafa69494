import type { HeadingRole } from './column-role.js';
import type { HeadedColumn, Heads } from './find-heads.js';
import type { Grid, GridCell } from './grid.js';
import { isTotalWord } from './row-kind.js';

/** What the cells of a column become. */
export type ColumnUse =
  | 'number'
  | 'section'
  | 'section-points'
  | 'item'
  | 'requirement'
  | 'points'
  | 'weight'
  | 'standard'
  | 'department'
  | 'evidence'
  | 'remark'
  | 'score'
  | 'unknown';

export type Column = { readonly column: number; readonly heading: string; readonly use: ColumnUse };

/** The rows below the headings, up to the next headings. */
export type Body = { readonly from: number; readonly to: number };

/**
 * Settles what each column is. 考核项目 is a section in one table and an item in the next: it is a section where one of its cells
 * stands beside several points, and an item otherwise.
 */
export function settleColumns(grid: Grid, heads: Heads, body: Body): readonly Column[] {
  const shape: Shape = {
    broad: (column) => isBroad(grid, heads, column, body),
    counts: (column) => holdsNumbers(grid, column, body),
  };
  const uses = new Map<number, ColumnUse>();
  for (const { column, role } of heads.columns) {
    if (role !== null && role in plain) uses.set(column, plain[role] ?? 'unknown');
  }
  settlePoints(heads, uses, (column) => cellsBegun(grid, column, body));
  settleSubjects(heads, uses, shape);
  return heads.columns.map(({ column, heading }) => ({
    column,
    heading,
    use: uses.get(column) ?? 'unknown',
  }));
}

const plain: Partial<Record<HeadingRole, ColumnUse>> = {
  number: 'number',
  class: 'section',
  points: 'points',
  weight: 'weight',
  'section-points': 'section-points',
  standard: 'standard',
  'content-and-standard': 'standard',
  department: 'department',
  evidence: 'evidence',
  remark: 'remark',
  score: 'score',
};

/** Of two columns of points, the one with fewer cells states those of the sections. A weight beside points is not the points. */
function settlePoints(heads: Heads, uses: Map<number, ColumnUse>, begun: (column: number) => number): void {
  const columns = heads.columns.filter(({ role }) => role === 'points').map(({ column }) => column);
  const ordered = [...columns].sort((a, b) => begun(b) - begun(a));
  ordered.slice(1).forEach((column) => uses.set(column, 'section-points'));
  if (columns.length === 0) return;
  for (const { column, role } of heads.columns) if (role === 'weight') uses.set(column, 'unknown');
}

/** What the cells of a column look like: they stand over several lines; they hold nothing but numbers. */
type Shape = {
  readonly broad: (column: number) => boolean;
  readonly counts: (column: number) => boolean;
};

function settleSubjects(heads: Heads, uses: Map<number, ColumnUse>, shape: Shape): void {
  const withRole = (...roles: readonly HeadingRole[]): readonly HeadedColumn[] =>
    heads.columns.filter(({ role }) => role !== null && roles.includes(role));
  const levels = (['level-1', 'level-2', 'level-3', 'level-4'] as const).flatMap((level) => withRole(level));
  const headings = withRole('heading');
  const contents = withRole('content');
  const requirements = withRole('requirement');
  // From the broadest to the narrowest, as far as the words alone tell.
  const ordered = [...levels, ...headings, ...contents, ...requirements].map(({ column }) => column);
  const numbers = ordered.filter(
    (column) => isUnderOneHeading(heads, column, column + 1) && shape.counts(column),
  );
  for (const column of numbers) uses.set(column, 'number');
  const subjects = ordered.filter((column) => !numbers.includes(column));
  // 一级指标 is a section even where each has a single line, as long as something narrower stands beside it.
  const upper = new Set(levels.slice(0, -1).map(({ column }) => column));
  // Null: even the narrowest column stands over several lines, so that the lines have no name but their standard.
  const item = subjects.find((column) => !upper.has(column) && !shape.broad(column)) ?? null;
  const at = item === null ? subjects.length : subjects.indexOf(item);
  subjects.forEach((column, index) => {
    if (index < at) uses.set(column, 'section');
    else if (item !== null && isReachedFrom(heads, item, column)) uses.set(column, 'item');
    else uses.set(column, 'requirement');
  });
}

const isUnderOneHeading = (heads: Heads, left: number, right: number): boolean => {
  const headingOf = (column: number): string | undefined =>
    heads.columns.find((each) => each.column === column)?.heading;
  return headingOf(left) !== undefined && headingOf(left) === headingOf(right);
};

/** Whether all columns from the item to this one stand under the item's heading: together they are the item. */
function isReachedFrom(heads: Heads, item: number, column: number): boolean {
  for (let each = item; each < column; each += 1) {
    if (!isUnderOneHeading(heads, each, each + 1)) return false;
  }
  return column >= item;
}

/**
 * Whether the cells of a column stand over several scored lines: one of them is merged, or repeated, beside several points, or
 * there are half as many of them as there are points.
 */
function isBroad(grid: Grid, heads: Heads, column: number, body: Body): boolean {
  const marks = markColumn(grid, heads, body);
  if (marks === null || marks === column) return false;
  let [widest, within, allMarks, begun] = [0, 0, 0, 0];
  let above: GridCell | null = null;
  for (let row = body.from; row <= body.to; row += 1) {
    if (grid.across(row).length < 2 || grid.beginning(row).some(({ text }) => isTotalWord(text))) continue;
    const own = grid.at(row, column);
    if (own !== undefined && own !== above && own.text !== '') {
      if (own.text !== above?.text) [begun, within] = [begun + 1, 0];
      above = own;
    }
    const mark = grid.at(row, marks);
    if (mark === undefined || mark.row !== row || mark.text === '') continue;
    allMarks += 1;
    // A blank below a cell is no sign: it may have been forgotten.
    if (own === undefined || own.text !== '') within += 1;
    widest = Math.max(widest, within);
  }
  return widest > 1 || (begun > 0 && begun * 2 <= allMarks);
}

/**
 * The column whose cells are the scored lines: the points, or the standards; where hardly a row has either, the subject with most
 * cells.
 */
function markColumn(grid: Grid, heads: Heads, body: Body): number | null {
  const most = (columns: readonly HeadedColumn[]): number | null =>
    [...columns].sort((a, b) => cellsBegun(grid, b.column, body) - cellsBegun(grid, a.column, body))[0]
      ?.column ?? null;
  const withRole = (...roles: readonly HeadingRole[]): readonly HeadedColumn[] =>
    heads.columns.filter(({ role }) => role !== null && roles.includes(role));
  const subject = most(withRole('level-2', 'level-3', 'level-4', 'heading', 'content', 'requirement'));
  const named = subject === null ? 0 : rowsCovered(grid, subject, body);
  for (const scored of [
    most(withRole('points', 'weight')),
    most(withRole('standard', 'content-and-standard')),
  ]) {
    if (scored !== null && rowsCovered(grid, scored, body) * 2 >= named) return scored;
  }
  return subject;
}

function rowsCovered(grid: Grid, column: number, body: Body): number {
  let count = 0;
  for (let row = body.from; row <= body.to; row += 1) {
    const cell = grid.at(row, column);
    // A cell across the table is a heading or a note.
    if (cell !== undefined && cell.text !== '' && cell.columns < 3) count += 1;
  }
  return count;
}

function holdsNumbers(grid: Grid, column: number, body: Body): boolean {
  let numbers = 0;
  for (let row = body.from; row <= body.to; row += 1) {
    const cell = grid.at(row, column);
    if (cell === undefined || cell.row !== row || cell.text === '' || cell.columns > 1) continue;
    if (!/^[（(]?[\d一二三四五六七八九十①-⑳]{1,3}[)）]?[、.]?$/.test(cell.text)) return false;
    numbers += 1;
  }
  return numbers > 0;
}

function cellsBegun(grid: Grid, column: number, body: Body): number {
  let count = 0;
  for (let row = body.from; row <= body.to; row += 1) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cell.row === row && cell.text !== '') count += 1;
  }
  return count;
}
