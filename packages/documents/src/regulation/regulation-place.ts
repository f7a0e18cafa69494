import type { Text } from '@heng/rules';
import { columnLetters, type Place } from '../document-problem.js';

/** Where something stands in a workbook or a Word document. `row` of a paragraph counts the paragraphs outside tables. */
export type RegulationPlace = Place & {
  readonly kind: 'sheet' | 'table' | 'paragraph';
  /** Which table of a Word document, from 1. */
  readonly table: number | null;
  /** `考核表!C7`; in Word `T1R7C3` or `P12`. */
  readonly address: string;
};

/** The part of a document that a grid comes from. */
export type GridName =
  { readonly kind: 'sheet'; readonly sheet: string } | { readonly kind: 'table'; readonly table: number };

type Cell = { readonly row: number | null; readonly column: number | null; readonly heading?: string | null };

/** The place of a cell, of a row (no column) or of the whole part (no row). */
export function placeIn(name: GridName, { row, column, heading = null }: Cell): RegulationPlace {
  const inner = name.kind === 'sheet' ? sheetCell(row, column) : tableCell(row, column);
  const outer = name.kind === 'sheet' ? name.sheet : `T${name.table}`;
  const address = name.kind === 'table' ? outer + inner : inner === '' ? outer : `${outer}!${inner}`;
  const sheet = name.kind === 'sheet' ? name.sheet : null;
  const table = name.kind === 'table' ? name.table : null;
  return { kind: name.kind, sheet, table, row, column, heading, address };
}

const sheetCell = (row: number | null, column: number | null): string => {
  if (row !== null) return column === null ? `${row}:${row}` : `${columnLetters(column)}${row}`;
  return column === null ? '' : `${columnLetters(column)}:${columnLetters(column)}`;
};

const tableCell = (row: number | null, column: number | null): string =>
  (row === null ? '' : `R${row}`) + (column === null ? '' : `C${column}`);

export const paragraphPlace = (number: number): RegulationPlace => ({
  kind: 'paragraph',
  sheet: null,
  table: null,
  row: number,
  column: null,
  heading: null,
  address: `P${number}`,
});

/** The place as a person looks it up: 工作表“考核表”C7；第 1 个表格第 7 行第 3 列；正文第 12 段. */
export function placeText({ kind, sheet, table, row, column }: RegulationPlace): Text {
  if (kind === 'paragraph') return { zh: `正文第 ${row} 段`, en: `paragraph ${row}` };
  if (kind === 'sheet') {
    const cell = sheetCell(row, column);
    return { zh: `工作表“${sheet}”${cell}`, en: `sheet “${sheet}” ${cell}`.trimEnd() };
  }
  const zh = [
    `第 ${table} 个表格`,
    row === null ? '' : `第 ${row} 行`,
    column === null ? '' : `第 ${column} 列`,
  ];
  const en = [`table ${table}`, row === null ? '' : `row ${row}`, column === null ? '' : `column ${column}`];
  return { zh: zh.join(''), en: en.filter((part) => part !== '').join(', ') };
}
