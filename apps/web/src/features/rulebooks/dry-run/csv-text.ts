import { Rational } from '@heng/rules';

/** A table as spreadsheets open it: UTF-8 with its mark, every cell quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe; a number stays one. */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text);
  return `"${(isFormula ? `'${text}` : text).replace(/"/g, '""')}"`;
}

/** An exact figure for a cell: a fraction such as 25/36, which a spreadsheet would take for a day, with six decimals. */
export const csvNumber = (exact: string): string =>
  exact.includes('/') ? Rational.parse(exact).round({ mode: 'half-up', digits: 6 }).toText() : exact;
