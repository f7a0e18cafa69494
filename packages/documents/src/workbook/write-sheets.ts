import ExcelJS from 'exceljs';

export type WrittenSheet = {
  readonly name: string;
  /** Rows over the heads. */
  readonly about?: readonly (readonly string[])[];
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns that stay in view. */
  readonly frozenColumns: number;
  readonly widths?: readonly number[];
};

/** The most that a cell of the format holds. */
const cellCharacters = 32_767;

/**
 * An .xlsx of text cells: nothing is a formula and nothing is rounded, whatever a text begins with.
 * @throws RangeError for a text longer than a cell can hold
 */
export async function writeSheets(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // A fixed moment: the same facts make the same file.
  workbook.created = workbook.modified = new Date(0);
  const font = { name: '宋体', family: 1, size: 11 };
  for (const { name, about = [], heads, rows, frozenColumns, widths } of sheets) {
    const sheet = workbook.addWorksheet(name, {
      views: [{ state: 'frozen', xSplit: frozenColumns, ySplit: about.length + 1 }],
      pageSetup: {
        paperSize: 8 as ExcelJS.PaperSize,
        orientation: 'landscape',
        fitToPage: true,
        fitToHeight: 0,
      },
    });
    sheet.pageSetup.printTitlesRow = `${about.length + 1}:${about.length + 1}`;
    heads.forEach((heading, index) => {
      const column = sheet.getColumn(index + 1);
      column.width = widths?.[index] ?? Math.min(24, Math.max(10, heading.length));
      column.numFmt = '@';
    });
    for (const row of about) sheet.addRow([...row]).font = font;
    sheet.addRow([...heads]).eachCell((cell) => {
      cell.font = { ...font, bold: true };
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: 'center' };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF1F3F7' } };
    });
    for (const row of rows) {
      if (row.some((text) => text.length > cellCharacters)) {
        throw new RangeError(`a cell holds at most ${cellCharacters} characters`);
      }
      sheet.addRow(row.map((text) => (text === '' ? null : text))).eachCell((cell) => {
        cell.font = font;
        cell.numFmt = '@';
      });
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
