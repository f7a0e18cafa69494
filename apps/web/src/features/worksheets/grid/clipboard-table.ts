import type { GridRange } from './grid-range.js';
import { cellsOf } from './grid-range.js';
import type { CellAddress, GridStore } from './grid-store.js';

/** Reads what Excel and WPS put on the clipboard as text: rows by line end, cells by tab, quotes around cells with either. */
export function readTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    rows[rows.length - 1]?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === '\t') endCell();
    else if (sign === '\n') {
      endCell();
      rows.push([]);
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || (rows[rows.length - 1]?.length ?? 0) > 0) endCell();
  else rows.pop();
  return rows;
}

/** The range as text for Excel and WPS. */
export function writeTable(store: GridStore, { top, bottom, left, right }: GridRange): string {
  const lines: string[] = [];
  for (let row = top; row <= bottom; row += 1) {
    const cells: string[] = [];
    for (let column = left; column <= right; column += 1) cells.push(quote(store.content(row, column).text));
    lines.push(cells.join('\t'));
  }
  return lines.join('\r\n');
}

/** Where each pasted text goes: one value fills the whole range, a table starts at the range's first cell. */
export function placePaste(
  table: readonly (readonly string[])[],
  range: GridRange,
): (CellAddress & { text: string })[] {
  const single = table.length === 1 && table[0]?.length === 1 ? table[0][0] : undefined;
  if (single !== undefined) return cellsOf(range).map((cell) => ({ ...cell, text: single }));
  return table.flatMap((line, row) =>
    line.map((text, column) => ({ row: range.top + row, column: range.left + column, text })),
  );
}

const quote = (text: string): string => (/["\t\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
