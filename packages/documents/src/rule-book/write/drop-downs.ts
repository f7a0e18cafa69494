import type { Locale } from '@heng/rules';
import { columnLetters } from '../../document-problem.js';
import { codecOf, type Offered } from '../layout/column.js';
import { framedColumns, type FramedColumn } from '../layout/frame.js';
import { sheetNames, type SheetKey } from '../layout/sheets.js';

/** Far enough down for most books; some programs keep a list for every cell it is for. */
export const lastListRow = 300;

/** A list in a formula may be this long. */
const listCharacters = 255;

/** The formula of the list that a column offers; null when it offers none. */
export function dropDown({ column }: FramedColumn, sheet: SheetKey, locale: Locale): string | null {
  if (column === null) return null;
  if (column.offered !== undefined) return titlesOf(column.offered, locale);
  // What depends on the row offers nothing: the list would be wrong for most.
  if (typeof column.codec === 'function') return null;
  const choices = codecOf(column, {}, {}).choices?.(locale);
  return choices === undefined ? null : listOf(choices);
}

export function listOf(choices: readonly string[]): string | null {
  const list = `"${choices.join(',')}"`;
  return list.length > listCharacters || choices.some((each) => /[",]/.test(each)) ? null : list;
}

/** All titles of a sheet. */
export function titlesOf(offered: Offered, locale: Locale): string {
  const sheet = { facts: 'facts', indicators: 'tree', sections: 'tree', grades: 'grades' } as const;
  const key = sheet[offered];
  const column = columnLetters(framedColumns(key).findIndex((each) => each.key === 'title.zh') + 1);
  const name = sheetNames[key][locale === 'en' ? 1 : 0];
  return `'${name}'!$${column}$2:$${column}$${lastListRow}`;
}
