import ExcelJS from 'exceljs';
import type { Locale } from '@heng/rules';
import { framedColumns } from '../layout/frame.js';
import { sheetNames } from '../layout/sheets.js';
import { addBookLists, addLists } from './add-lists.js';
import { notesRows } from './notes.js';
import { rowHeight } from './row-height.js';
import type { SheetRows } from './rule-book-rows.js';
import { sheetTexts, type SheetText } from './sheet-texts.js';

const font = { name: '宋体', family: 1, size: 11 } as const;
const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1F3F7' } } as const;
const greyFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF3F3F3' } } as const;
/** Columns that are there to be read by people only. */
const readOnly = new Set(['clause', 'help']);

/** The .xlsx of a rule book's rows: text cells, headings in both languages, lists to choose from, notes on every column. */
export async function workbookOfRows(
  rows: SheetRows,
  locale: Locale,
  example?: SheetRows,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // A fixed moment: the same book makes the same file.
  workbook.created = workbook.modified = new Date(0);
  addNotes(workbook, locale);
  if (example !== undefined) addExample(workbook, sheetTexts(example, locale), locale);
  for (const sheet of sheetTexts(rows, locale)) addSheet(workbook, sheet, locale);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addNotes(workbook: ExcelJS.Workbook, locale: Locale): void {
  const sheet = workbook.addWorksheet(sheetNames.notes[locale === 'en' ? 1 : 0], page);
  [20, 44, 90].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  notesRows(locale).forEach((line, index) => {
    const row = sheet.addRow(line.map((text) => text || null));
    row.font = index === 0 || /^[【[]/.test(line[0]) ? { ...font, bold: true } : font;
    if (line.length > 1) row.alignment = { wrapText: true, vertical: 'top' };
  });
}

const exampleWidth = 18;

/** Filled-in rows of every sheet, one below the other, to look at. */
function addExample(workbook: ExcelJS.Workbook, sheets: readonly SheetText[], locale: Locale): void {
  const sheet = workbook.addWorksheet(sheetNames.example[locale === 'en' ? 1 : 0], page);
  Array.from({ length: 20 }, (_, index) => (sheet.getColumn(index + 1).width = exampleWidth));
  for (const { key, name, heads, rows } of sheets) {
    if (rows.length === 0) continue;
    // Only columns that say something: the example is to be read at a glance.
    const shown = heads
      .map((_, index) => index)
      .filter(
        (index) =>
          rows.some((row) => row[index] !== '') && !readOnly.has(framedColumns(key)[index]?.key ?? ''),
      );
    sheet.addRow([`【${name}】`]).font = { ...font, bold: true };
    const head = sheet.addRow(shown.map((index) => (heads[index] ?? '').split('\n')[0]));
    head.eachCell((cell) => {
      cell.font = { ...font, bold: true };
      cell.fill = headFill;
    });
    for (const row of rows) {
      const added = sheet.addRow(shown.map((index) => row[index] || null));
      added.font = font;
      added.height = rowHeight(
        shown.map((index) => row[index] ?? ''),
        shown.map(() => ({ width: exampleWidth })),
      );
      added.alignment = { wrapText: true, vertical: 'top' };
      added.eachCell((cell) => (cell.numFmt = '@'));
    }
    sheet.addRow([]);
  }
}

const page: Partial<ExcelJS.AddWorksheetOptions> = {
  pageSetup: {
    paperSize: 8 as ExcelJS.PaperSize,
    orientation: 'landscape',
    fitToPage: true,
    fitToHeight: 0,
    printTitlesRow: '1:1',
  },
};

function addSheet(
  workbook: ExcelJS.Workbook,
  { key, name, heads, rows, cells: all }: SheetText,
  locale: Locale,
): void {
  const columns = framedColumns(key);
  const stays =
    columns.findIndex((each) => each.key === 'title.zh' || each.key === 'indicator' || each.key === 'item') +
    1;
  const sheet = workbook.addWorksheet(name, {
    ...page,
    views: [{ state: 'frozen', xSplit: Math.max(1, stays), ySplit: 1 }],
  });
  columns.forEach(({ width }, index) => {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    column.numFmt = '@';
  });
  const head = sheet.addRow([...heads]);
  head.height = 45;
  head.eachCell((cell, number) => {
    const note = columns[number - 1]?.note[locale === 'en' ? 'en' : 'zh'] ?? '';
    if (note !== '') cell.note = { texts: [{ text: note, font: { name: '宋体', size: 9 } }] };
    cell.font = { ...font, bold: true };
    cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
    cell.fill = headFill;
  });
  rows.forEach((texts, index) => {
    const row = sheet.addRow(texts.map((text) => (text === '' ? null : text)));
    row.eachCell((cell, number) => {
      cell.font = font;
      cell.numFmt = '@';
      cell.alignment = { wrapText: true, vertical: 'top' };
      if (readOnly.has(columns[number - 1]?.key ?? '')) cell.fill = greyFill;
    });
    row.height = rowHeight(texts, columns);
    if (all[index]?.['role'] !== undefined) row.font = { ...font, bold: true };
  });
  addLists(sheet, key, columns, locale);
  if (key === 'book') addBookLists(sheet, all, locale);
}
