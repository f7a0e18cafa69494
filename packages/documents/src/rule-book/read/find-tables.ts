import { nearestName } from '@heng/rules';
import { shorten, type Place } from '../../document-problem.js';
import { halfWidth } from '../../half-width.js';
import type { Table, TableRow } from '../../table.js';
import { findingOf } from '../finding.js';
import { framedColumns, neededColumns } from '../layout/frame.js';
import { frameHeadings, neededSheets, sheetNames, unreadSheets, type SheetKey } from '../layout/sheets.js';
import type { Cells } from '../layout/table-row.js';
import type { Reading } from './reading.js';
import {
  columnLeftOut,
  columnMeant,
  columnMissing,
  columnTwice,
  noHeading,
  noHeads,
  sheetLeftOut,
  sheetMissing,
  sheetTwice,
  tooManyRows,
} from './table-problems.js';

export type FoundRow = { readonly number: number; readonly cells: Cells };

/** A sheet of the layout as it was found. */
export class FoundSheet {
  constructor(
    readonly key: SheetKey,
    readonly name: string,
    private readonly columns: ReadonlyMap<string, { readonly column: number; readonly heading: string }>,
    readonly rows: readonly FoundRow[],
  ) {}

  withRows(rows: readonly FoundRow[]): FoundSheet {
    return new FoundSheet(this.key, this.name, this.columns, rows);
  }

  place(row: number | null, key: string | null): Place {
    const found = key === null ? undefined : this.columns.get(key);
    return { sheet: this.name, row, column: found?.column ?? null, heading: found?.heading ?? null };
  }
}

export type FoundSheets = ReadonlyMap<SheetKey, FoundSheet>;

/** Far more than a rule book may hold; comparing names over more rows would take minutes. */
const mostRows = 5_000;

/** Titles may stand above the heads; further down a head is no head. */
const headWithin = 10;
const plain = (text: string): string => halfWidth(text).replace(/\s+/g, '').toLowerCase();
const keys = Object.keys(sheetNames) as SheetKey[];

/** Whether a sheet is read when it is there; one that nobody knows is looked at too, for what it may be meant to be. */
export const isRead = (name: string): boolean => {
  const key = sheetKeyOf(name);
  return key === null || !unreadSheets.includes(key);
};

export const sheetKeyOf = (name: string): SheetKey | null =>
  keys.find((key) => sheetNames[key].some((word) => plain(word) === plain(name))) ?? null;

/** Finds the sheets of the layout by their names and their columns by their headings; null when this is no rule book at all. */
export function findTables(tables: readonly Table[], reading: Reading): FoundSheets | null {
  const found = new Map<SheetKey, Table>();
  const others: Table[] = [];
  for (const table of tables) {
    const key = sheetKeyOf(table.sheet ?? '');
    if (key === null) others.push(table);
    else if (found.has(key)) reading.tell(findingOf(sheetTwice(table.sheet)));
    else found.set(key, table);
  }
  // 数据 alone may be a file of facts.
  if (!found.has('tree') && !found.has('book')) return null;
  missing(found, others, reading);
  for (const { sheet, rows } of found.values()) {
    if (rows.length > mostRows) reading.tell(findingOf(tooManyRows(sheet, rows.length, mostRows)));
  }
  const sheets = new Map<SheetKey, FoundSheet>();
  for (const [key, table] of found) {
    if (unreadSheets.includes(key)) continue;
    const sheet = foundSheet(key, table, reading);
    if (sheet !== null) sheets.set(key, sheet);
  }
  return sheets;
}

function missing(found: ReadonlyMap<SheetKey, Table>, others: readonly Table[], reading: Reading): void {
  const absent = keys.filter((key) => !found.has(key) && key !== 'long' && !unreadSheets.includes(key));
  const taken = new Set<Table>();
  for (const key of absent) {
    const near = others.find(
      (other) => !taken.has(other) && nearestName(other.sheet ?? '', sheetNames[key]) !== null,
    );
    if (neededSheets.includes(key))
      reading.tell(findingOf(sheetMissing(sheetNames[key], near?.sheet ?? null)));
    else if (near !== undefined)
      reading.tell(findingOf(sheetLeftOut(near.sheet, sheetNames[key]), 'warning'));
    if (near !== undefined) taken.add(near);
  }
  for (const other of others) {
    if (!taken.has(other) && other.rows.length > 0)
      reading.tell(findingOf(sheetLeftOut(other.sheet, null), 'advice'));
  }
}

function foundSheet(key: SheetKey, table: Table, reading: Reading): FoundSheet | null {
  const known = framedColumns(key);
  const meaning = (cell: string) =>
    known.find(({ heading }) =>
      cell.split('\n').some((line) => heading.some((word) => plain(word) === plain(line))),
    );
  const scored = table.rows
    .slice(0, headWithin)
    .map((row) => ({ row, count: row.cells.filter((cell) => cell !== '' && meaning(cell)).length }));
  const head = scored.reduce<{ row: TableRow | null; count: number }>(
    (best, each) => (each.count > best.count ? each : best),
    { row: null, count: 0 },
  ).row;
  if (head === null) {
    // An empty sheet of parts is no fault: there are none.
    if (table.rows.length > 0 || neededSheets.includes(key))
      reading.tell(findingOf(noHeads(table.sheet, key)));
    return null;
  }
  const columns = new Map<string, { column: number; heading: string }>();
  const unknown: Place[] = [];
  head.cells.forEach((cell, index) => {
    if (cell === '') return;
    const [first = ''] = cell.split('\n');
    const place = { sheet: table.sheet, row: head.number, column: index + 1, heading: shorten(first) };
    const column = meaning(cell);
    if (column === undefined) unknown.push(place);
    else if (columns.has(column.key)) reading.tell(findingOf(columnTwice(place)));
    else columns.set(column.key, { column: index + 1, heading: shorten(first) });
  });
  const lacking = known.filter((column) => !columns.has(column.key));
  for (const place of unknown) {
    const name = place.heading ?? '';
    if (frameHeadings.remark.some((word) => plain(word) === plain(name))) continue;
    const near = nearestName(
      name,
      lacking.flatMap(({ heading }) => [heading[0], heading[1]]),
    );
    reading.tell(
      near === null ? findingOf(columnLeftOut(place), 'warning') : findingOf(columnMeant(place, near)),
    );
  }
  for (const column of lacking.filter((each) => neededColumns[key]?.includes(each.key))) {
    const near = nearestName(
      column.heading[0],
      unknown.map(({ heading }) => heading ?? ''),
    );
    // A heading that is merely misspelt has been told of already.
    if (near === null) reading.tell(findingOf(columnMissing(table.sheet, head.number, column.heading)));
  }
  const rows = table.rows.filter(({ number }) => number > head.number);
  return new FoundSheet(
    key,
    table.sheet ?? '',
    columns,
    rows.map((row) => {
      row.cells.forEach((cell, index) => {
        if (cell !== '' && (head.cells[index] ?? '') === '') {
          reading.tell(
            findingOf(noHeading({ sheet: table.sheet, row: row.number, column: index + 1, heading: null })),
          );
        }
      });
      const cells = [...columns].map(([name, { column }]) => [name, row.cells[column - 1] ?? ''] as const);
      return { number: row.number, cells: Object.fromEntries(cells) };
    }),
  );
}
