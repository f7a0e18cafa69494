import { refused } from '../console/refusal.js';
import type { Row } from './csv-rows.js';

/** The cell of a named column. @throws Refusal when there is no such column */
export function cellOf(row: Row, column: string, file: string): string {
  const cell = row.cells.get(column);
  if (cell !== undefined) return cell;
  throw refused(
    file,
    [`没有“${column}”这一列。`, `There is no column "${column}".`],
    [`有的列：${[...row.cells.keys()].join('、')}。`, `There are: ${[...row.cells.keys()].join(', ')}.`],
  );
}

/** A text with `{column}` filled in from the row. */
export const filledIn = (pattern: string, row: Row, file: string): string =>
  pattern.replace(/\{([^{}]+)\}/g, (_, column: string) => cellOf(row, column, file));

/** A printed text without the characters that are no part of its value. */
export const withoutSigns = (text: string, signs: string | undefined): string =>
  signs === undefined
    ? text
    : [...text]
        .filter((sign) => !signs.includes(sign))
        .join('')
        .trim();
