import type ExcelJS from 'exceljs';
import type { Locale } from '@heng/rules';
import { columnLetters } from '../../document-problem.js';
import { bookItems, repeatedItems } from '../layout/book-items.js';
import { codecOf } from '../layout/column.js';
import type { FramedColumn } from '../layout/frame.js';
import { scoreParameters } from '../layout/score-parameters.js';
import type { SheetKey } from '../layout/sheets.js';
import type { Cells } from '../layout/table-row.js';
import { dropDown, lastListRow, listOf, titlesOf } from './drop-downs.js';

type Lists = { readonly add: (range: string, validation: ExcelJS.DataValidation) => void };
const listsOf = (sheet: ExcelJS.Worksheet): Lists =>
  (sheet as unknown as { readonly dataValidations: Lists }).dataValidations;

/** Lists only suggest: what a list does not offer may still be right, and the reader tells of what is not. */
export function addLists(
  sheet: ExcelJS.Worksheet,
  key: SheetKey,
  columns: readonly FramedColumn[],
  locale: Locale,
): void {
  columns.forEach((column, index) => {
    const letters = columnLetters(index + 1);
    const list =
      column.key === 'parameter'
        ? parameterList(locale)
        : column.key === 'indicator'
          ? titlesOf('indicators', locale)
          : dropDown(column, key, locale);
    // A list of facts beside a formula would replace what stands there.
    if (list === null || column.key === 'measure' || column.key === 'of') return;
    listsOf(sheet).add(`${letters}2:${letters}${lastListRow}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [list],
    });
  });
}

/** Too many names for one list: those of the common methods, as far as they fit. */
function parameterList(locale: Locale): string | null {
  const language = locale === 'en' ? 1 : 0;
  const names = [
    ...new Set(Object.values(scoreParameters).flatMap((list) => list.map(({ name }) => name[language]))),
  ];
  let fitting = names;
  while (listOf(fitting) === null && fitting.length > 0) fitting = fitting.slice(0, -1);
  return listOf(fitting);
}

/** Lists of the items of the first page, each for its own cell. */
export function addBookLists(sheet: ExcelJS.Worksheet, rows: readonly Cells[], locale: Locale): void {
  rows.forEach((cells, index) => {
    const item = [...bookItems, ...repeatedItems].find(({ heading }) =>
      heading.includes(cells['item'] ?? ''),
    );
    const choices = item === undefined ? undefined : codecOf(item, {}, {}).choices?.(locale);
    const list = choices === undefined ? null : listOf(choices);
    if (list === null) return;
    listsOf(sheet).add(`B${index + 2}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [list],
    });
  });
}
