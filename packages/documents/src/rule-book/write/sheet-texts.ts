import type { Locale } from '@heng/rules';
import { framedColumns } from '../layout/frame.js';
import { sheetNames, type SheetKey } from '../layout/sheets.js';
import type { Cells } from '../layout/table-row.js';
import type { SheetRows } from './rule-book-rows.js';

/** A sheet as texts: its name, one heading a column with the other language below, and its rows. */
export type SheetText = {
  readonly key: SheetKey;
  readonly name: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly cells: readonly Cells[];
};

/** Under the 32,767 that a cell of the format holds. */
const pieceCharacters = 30_000;

/** The sheets of a rule book in their order; what is too long for a cell stands in pieces on the last. */
export function sheetTexts(rows: SheetRows, locale: Locale): readonly SheetText[] {
  const long: Cells[] = [];
  const keys = (Object.keys(sheetNames) as SheetKey[]).filter((key) => key in rows);
  const sheets = keys.map((key) => sheetText(key, rows[key as keyof SheetRows], long, locale));
  return long.length === 0 ? sheets : [...sheets, sheetText('long', long, null, locale)];
}

function sheetText(key: SheetKey, rows: readonly Cells[], long: Cells[] | null, locale: Locale): SheetText {
  const language = locale === 'en' ? 1 : 0;
  const columns = framedColumns(key);
  return {
    key,
    name: sheetNames[key][language],
    heads: columns.map(({ heading }) => `${heading[language]}\n${heading[1 - language]}`),
    rows: rows.map((cells) => columns.map((column) => cellText(cells[column.key] ?? '', long))),
    cells: rows,
  };
}

function cellText(text: string, long: Cells[] | null): string {
  if (long === null || text.length <= pieceCharacters) return text;
  const number = String(new Set(long.map((each) => each['number'])).size + 1);
  let rest = text;
  while (rest !== '') {
    // Not between the halves of one character.
    const end = /[\ud800-\udbff]/.test(rest[pieceCharacters - 1] ?? '')
      ? pieceCharacters - 1
      : pieceCharacters;
    long.push({ number, text: `|${rest.slice(0, end)}|` });
    rest = rest.slice(end);
  }
  return `@${number}`;
}
