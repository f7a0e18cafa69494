import * as sheetjs from '@e965/xlsx';
import { documentProblem, type DocumentProblem } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';
import type { Table, TableRow } from '../table.js';
import { cellText, type CellRefusal } from './cell-text.js';
import { bomb, notAWorkbook, oldWorkbook, openArchive, type ArchiveFile } from './open-archive.js';

export type ReadSheets =
  | { readonly ok: true; readonly tables: readonly Table[] }
  | { readonly ok: false; readonly problems: readonly DocumentProblem[] };

/** Reads the sheets that `wanted` names, as text. Formulas, error values, merged data cells and far-away cells are refused. */
export async function readSheets(bytes: Uint8Array, wanted: (sheet: string) => boolean): Promise<ReadSheets> {
  const read = await readSheetsAsFarAs(bytes, wanted);
  return read.tables === null || read.problems.length > 0
    ? { ok: false, problems: read.problems }
    : { ok: true, tables: read.tables };
}

export type SheetsAsFarAs = {
  /** Null when the file cannot be opened at all; cells with a problem are blank. */
  readonly tables: readonly Table[] | null;
  readonly problems: readonly DocumentProblem[];
};

/**
 * As `readSheets`, for readers that tell of everything at once: what could be read, beside what is wrong with the rest.
 * @param mostInflated bytes that the files of the workbook may have together, where less than the common limit is enough
 */
export async function readSheetsAsFarAs(
  bytes: Uint8Array,
  wanted: (sheet: string) => boolean,
  mostInflated: number = inputLimits.inflatedBytes,
): Promise<SheetsAsFarAs> {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return { tables: null, problems: [oldWorkbook()] };
  const archive = await openArchive(bytes);
  if (!archive.ok) return { tables: null, problems: [archive.problem] };
  const inflated = archive.files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  if (inflated > mostInflated) return { tables: null, problems: [bomb()] };
  const workbook = parseWorkbook(archive.files);
  if (workbook === null || workbook.SheetNames.length > inputLimits.sheets) {
    return { tables: null, problems: [notAWorkbook()] };
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const problems: DocumentProblem[] = [];
  const tables = workbook.SheetNames.filter(wanted).map((name) => {
    const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
    return sheet === undefined
      ? { sheet: name, rows: [] }
      : new SheetReading(name, sheet, date1904, problems).table();
  });
  return { tables, problems };
}

/** The checked files packed again without compression: who reads this sees exactly the bytes that were counted and unpacks nothing. */
export function storedArchive(files: readonly ArchiveFile[]): Buffer {
  const container = sheetjs.CFB.utils.cfb_new();
  for (const { name, bytes } of files) sheetjs.CFB.utils.cfb_add(container, name, Buffer.from(bytes));
  return sheetjs.CFB.write(container, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

/** The workbook of files that `openArchive` has counted and checked; null when the parser cannot make sense of them. */
export function parseWorkbook(files: readonly ArchiveFile[]): sheetjs.WorkBook | null {
  try {
    return sheetjs.read(storedArchive(files), {
      type: 'buffer',
      dense: true,
      nodim: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
    });
  } catch {
    // The parser throws errors of many kinds at broken files; all mean the same to the person who sent it.
    return null;
  }
}

class SheetReading {
  private cells = 0;

  constructor(
    private readonly name: string,
    private readonly sheet: sheetjs.WorkSheet,
    private readonly date1904: boolean,
    private readonly problems: DocumentProblem[],
  ) {}

  table(): Table {
    const rows: TableRow[] = [];
    const data = this.sheet['!data'] ?? [];
    if (data.length > inputLimits.rows) {
      this.report('TOO_MANY_ROWS', data.length, null, [
        `超过 ${inputLimits.rows} 行。`,
        `There are more than ${inputLimits.rows} rows.`,
      ]);
      return { sheet: this.name, rows };
    }
    // forEach skips the holes of a sparse row; a cell far to the right costs nothing before it is refused.
    data.forEach((row, index) => {
      if (this.cells > inputLimits.cells) return;
      const cells = this.row(row ?? [], index + 1);
      if (cells.some((cell) => cell !== '')) rows.push({ number: index + 1, cells });
    });
    if (this.cells > inputLimits.cells) {
      this.report('TOO_MANY_CELLS', data.length, null, [
        `超过 ${inputLimits.cells} 个单元格。`,
        `There are more than ${inputLimits.cells} cells.`,
      ]);
    }
    this.merged();
    return { sheet: this.name, rows };
  }

  private row(row: readonly (sheetjs.CellObject | undefined)[], number: number): string[] {
    if (row.length > inputLimits.columns) {
      this.report('TOO_MANY_COLUMNS', number, row.length, [
        `超过 ${inputLimits.columns} 列。`,
        `There are more than ${inputLimits.columns} columns.`,
      ]);
      return [];
    }
    this.cells += row.length;
    return Array.from(row, (cell, index) => {
      if (cell === undefined) return '';
      const read = cellText(cell, this.date1904);
      if (read.ok) return read.text;
      this.refuse(read.refusal, number, index + 1);
      return '';
    });
  }

  /** A merged cell has its value at the top left only; the units beside or below would silently be missing. */
  private merged(): void {
    for (const { s, e } of this.sheet['!merges'] ?? []) {
      if (e.r === s.r && s.r < 3) continue; // a title over the table
      this.report(
        'MERGED_CELLS',
        s.r + 1,
        s.c + 1,
        ['这里是合并单元格。', 'These cells are merged.'],
        ['请取消合并，在每一格中填写。', 'Unmerge them and fill in each cell.'],
      );
    }
  }

  private refuse(refusal: CellRefusal, row: number, column: number): void {
    const messages: Record<CellRefusal, readonly [string, string]> = {
      formula: ['这里是公式，其结果无从核对。', 'This is a formula; its result cannot be checked.'],
      'error-value': ['这里是错误值（如 #REF!）。', 'This is an error value such as #REF!.'],
      'not-a-day': ['这里是时间，不是日期。', 'This is a time of day, not a day.'],
    };
    const fixes: Record<CellRefusal, readonly [string, string]> = {
      formula: ['请复制后“选择性粘贴—数值”。', 'Copy the cell and paste it as a value.'],
      'error-value': ['请填入正确的数值，没有就留空。', 'Enter the right value, or leave the cell blank.'],
      'not-a-day': ['请把单元格格式改为文本后重填。', 'Format the cell as text and enter it again.'],
    };
    const code = { formula: 'FORMULA', 'error-value': 'ERROR_VALUE', 'not-a-day': 'NOT_A_DAY' }[refusal];
    this.report(code, row, column, messages[refusal], fixes[refusal]);
  }

  private report(
    code: string,
    row: number,
    column: number | null,
    message: readonly [string, string],
    fix: readonly [string, string] = [
      '请删去多余的行列，或把需要的部分复制到新的工作簿。',
      'Delete what is not needed, or copy the needed part into a new workbook.',
    ],
  ): void {
    this.problems.push(documentProblem(code, { sheet: this.name, row, column, heading: null }, message, fix));
  }
}
