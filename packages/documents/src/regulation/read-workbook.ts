import type { CellObject, Range, WorkSheet } from '@e965/xlsx';
import { documentProblem, shorten, type DocumentProblem } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';
import { cellText } from '../workbook/cell-text.js';
import { notAWorkbook, type ArchiveFile } from '../workbook/open-archive.js';
import { parseWorkbook } from '../workbook/read-sheets.js';
import { tooMuch } from './file-problems.js';
import { Grid } from './grid.js';
import { refusedReading, type Block, type Reading } from './reading.js';
import { regulationLimits } from './regulation-limits.js';
import { placeIn } from './regulation-place.js';
import type { LeftOut, RegulationFinding } from './regulation.js';
import { finding, leftOut } from './tell.js';

class TooMuch extends Error {
  constructor(readonly problem: DocumentProblem) {
    super(problem.code);
  }
}

/** The visible sheets as grids. Formulas are read as they are shown and told; a sheet that is hidden is left out and told. */
export function readWorkbook(files: readonly ArchiveFile[]): Reading {
  const workbook = parseWorkbook(files);
  if (workbook === null || workbook.SheetNames.length > inputLimits.sheets) {
    return refusedReading(notAWorkbook());
  }
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  const reading = new WorkbookReading(date1904);
  try {
    workbook.SheetNames.forEach((name, index) => {
      const sheet = Object.hasOwn(workbook.Sheets, name) ? workbook.Sheets[name] : undefined;
      const hidden = (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
      if (sheet !== undefined) reading.sheet(name, sheet, hidden);
    });
  } catch (error) {
    if (error instanceof TooMuch) return refusedReading(error.problem);
    throw error;
  }
  if (reading.problems.length > 0) return refusedReading(...reading.problems);
  return {
    ok: true,
    format: 'xlsx',
    blocks: reading.blocks,
    findings: reading.findings,
    leftOut: reading.left,
  };
}

class WorkbookReading {
  readonly blocks: Block[] = [];
  readonly findings: RegulationFinding[] = [];
  readonly left: LeftOut[] = [];
  readonly problems: DocumentProblem[] = [];
  private places = 0;
  private characters = 0;

  constructor(private readonly date1904: boolean) {}

  sheet(name: string, sheet: WorkSheet, hidden: boolean): void {
    const data = sheet['!data'] ?? [];
    if (hidden) {
      if (data.length > 0) {
        const reason = ['工作表是隐藏的，未读。', 'The sheet is hidden and was not read.'] as const;
        this.left.push(leftOut('HIDDEN_SHEET', placeIn({ kind: 'sheet', sheet: name }, whole), name, reason));
      }
      return;
    }
    if (data.length > regulationLimits.rows) {
      throw new TooMuch(tooMuch(['行数', 'rows'], regulationLimits.rows));
    }
    const grid = new Grid({ kind: 'sheet', sheet: name });
    const merges = mergesByStart(sheet['!merges'] ?? []);
    // forEach skips the holes of a sparse row; a cell far to the right costs nothing before it is refused.
    data.forEach((row, r) =>
      row?.forEach((cell, c) => {
        const merge = merges.get(`${r},${c}`);
        const text = cell === undefined ? '' : this.text(cell, grid, r + 1, c + 1);
        if (text === '' && merge === undefined) return;
        if (c >= regulationLimits.columns) {
          throw new TooMuch(tooMuch(['列数', 'columns'], regulationLimits.columns));
        }
        // A merge may claim a million rows; only those that the sheet has are covered.
        const rows = merge === undefined ? 1 : Math.max(1, Math.min(merge.e.r, data.length - 1) - r + 1);
        const columns =
          merge === undefined ? 1 : Math.max(1, Math.min(merge.e.c, regulationLimits.columns - 1) - c + 1);
        this.count(rows * columns, text.length);
        grid.put({ row: r + 1, column: c + 1, rows, columns, text });
      }),
    );
    this.blocks.push({ kind: 'grid', grid });
  }

  private count(places: number, characters: number): void {
    this.places += places;
    this.characters += characters;
    if (this.places > regulationLimits.cells) {
      throw new TooMuch(tooMuch(['单元格', 'cells'], regulationLimits.cells));
    }
    if (this.characters > regulationLimits.characters) {
      throw new TooMuch(tooMuch(['字数', 'characters'], regulationLimits.characters));
    }
  }

  private text(cell: CellObject, grid: Grid, row: number, column: number): string {
    const isFormula = cell.f !== undefined || cell.F !== undefined;
    const { f: _formula, F: _range, ...value } = cell;
    const read = cellText(value, this.date1904);
    if (read.ok && isFormula) this.formula(grid, row, column, shorten(read.text));
    if (read.ok) return read.text;
    this.problems.push(
      documentProblem(
        'ERROR_VALUE',
        grid.place({ row, column }),
        [
          '这里是错误值（如 #REF!）或时间，读不出内容。',
          'This is an error value such as #REF!, or a time of day.',
        ],
        ['请填入正确的内容，没有就留空。', 'Enter what belongs here, or leave the cell blank.'],
      ),
    );
    return '';
  }

  private formula(grid: Grid, row: number, column: number, shown: string): void {
    this.findings.push(
      finding(
        { code: 'FORMULA_READ', place: grid.place({ row, column }), numbers: { shown } },
        [`这里是公式，按显示的“${shown}”读入。`, `This is a formula; what it shows, “${shown}”, was read.`],
        ['请核对这个结果是否正确。', 'Check that the result is right.'],
      ),
    );
  }
}

const whole = { row: null, column: null };

const mergesByStart = (merges: readonly Range[]): ReadonlyMap<string, Range> =>
  new Map(merges.map((merge) => [`${merge.s.r},${merge.s.c}`, merge]));
