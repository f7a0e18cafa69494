import type { FoundSheets } from './find-tables.js';
import { FoundSheet } from './find-tables.js';
import type { Reading } from './reading.js';

const pointer = /^@\s*(\d{1,6})$/;

/** The sheets with every `@number` replaced by its text from the sheet of long texts. */
export function withLongTexts(sheets: FoundSheets, reading: Reading): FoundSheets {
  const texts = new Map<string, string>();
  for (const { cells } of sheets.get('long')?.rows ?? []) {
    const piece = /^\|(.*)\|$/s.exec(cells['text'] ?? '')?.[1] ?? cells['text'] ?? '';
    const number = (cells['number'] ?? '').trim();
    texts.set(number, (texts.get(number) ?? '') + piece);
  }
  const resolved = [...sheets].map(([key, sheet]) => {
    const rows = sheet.rows.map((row) => {
      if (!Object.values(row.cells).some((text) => pointer.test(text))) return row;
      const cells = Object.entries(row.cells).map(([column, text]) => {
        const number = pointer.exec(text)?.[1];
        if (number === undefined) return [column, text] as const;
        const long = texts.get(number);
        if (long === undefined) reading.fault(sheet.place(row.number, column), noLongText(number));
        return [column, long ?? ''] as const;
      });
      return { ...row, cells: Object.fromEntries(cells) };
    });
    return [key, sheet.withRows(rows)] as const;
  });
  return new Map<(typeof resolved)[number][0], FoundSheet>(resolved);
}

const noLongText = (number: string) => ({
  code: 'NO_LONG_TEXT',
  message: [`“长文本”表里没有编号 ${number}。`, `Sheet "Long texts" has no number ${number}.`] as const,
  fix: ['请补上，或把全文写在这一格。', 'Add it, or write the text into this cell.'] as const,
});
