/** What a spreadsheet would run as a formula; the full-width signs count for some of them. */
const runs = /^'*[=+\-@\t\r\n＝＋－＠]/;
const number = /^-?\d+(\.\d+)?$/;

/**
 * Rows as CSV that Excel and WPS open with the right characters: UTF-8 with its mark, CRLF. A text that a spreadsheet would run
 * as a formula is led by an apostrophe and quoted; numbers stay numbers.
 */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

function cell(text: string): string {
  const guarded = runs.test(text) && !number.test(text);
  const safe = guarded ? `'${text}` : text;
  return guarded || /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The text without the apostrophe that `csvText` led it by. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && runs.test(text) ? text.slice(1) : text;
