import { settleColumns, type Body, type Column, type ColumnUse } from './columns.js';
import type { DraftRegulation } from './draft-regulation.js';
import { bareHeading } from './column-role.js';
import type { Heads } from './find-heads.js';
import type { Grid, GridCell } from './grid.js';
import { isChineseNumber, leadingNumber, numberCell } from './leading-number.js';
import { pointsCell, pointsInBrackets, pointsOfTitle, shareCell } from './points-in-text.js';
import { placeIn, type RegulationPlace } from './regulation-place.js';
import { isHeadingText, isNote, isNumberish, isSubtotalWord, isTotalWord, titleText } from './row-kind.js';
import { RowAssembly } from './row-assembly.js';
import { guessedRole } from './section-role.js';
import type { OpenSection } from './section-tree.js';
import { finding, leftOut } from './tell.js';

/** Sections named by a column stand below those that rows of headings name. */
const columnLevel = 10;

/** Reads the rows under one row of headings into the regulation: sections, items, totals, notes; what is not used is told. */
export function readTable(grid: Grid, heads: Heads, body: Body, draft: DraftRegulation): void {
  new TableReading(grid, heads, body, draft).read();
}

class TableReading {
  private readonly columns: readonly Column[];
  private readonly rows: RowAssembly;
  private readonly used = new Set<GridCell>();
  private readonly sectionCells = new Map<number, GridCell>();
  private isPastTotal = false;

  constructor(
    private readonly grid: Grid,
    private readonly heads: Heads,
    private readonly body: Body,
    private readonly draft: DraftRegulation,
  ) {
    this.columns = settleColumns(grid, heads, body);
    this.rows = new RowAssembly(grid, draft);
  }

  read(): void {
    this.tellColumns();
    for (let row = this.body.from; row <= this.body.to; row += 1) {
      const begun = this.grid.beginning(row);
      if (begun.length > 0) this.row(row, begun);
    }
    this.rows.end();
  }

  private row(row: number, begun: readonly GridCell[]): void {
    const texts = begun.filter(({ text }) => !isNumberish(text));
    const total = begun.find(({ text }) => isTotalWord(text));
    if (total !== undefined && texts.every((cell) => cell === total || this.isForm(cell))) {
      this.total(row, total, begun);
    } else if (this.isRepeatedHead(begun)) {
      this.tellRow(row, 'REPEATED_HEADINGS', ['列标题在换页处重复。', 'The headings are repeated.']);
    } else if (
      texts.length === 1 &&
      texts[0] !== undefined &&
      begun.every((cell) => this.mayStandAlone(cell, texts[0]))
    ) {
      this.single(row, texts[0], begun);
    } else if (this.isHeadedRow(row, begun)) {
      this.headedRow(row, begun);
    } else {
      this.item(row);
    }
  }

  private use(column: number): ColumnUse {
    return this.columns.find((each) => each.column === column)?.use ?? 'unknown';
  }

  private isForm(cell: GridCell): boolean {
    return ['score', 'remark', 'unknown'].includes(this.use(cell.column));
  }

  private mayStandAlone(cell: GridCell, only: GridCell | undefined): boolean {
    return cell === only || ['points', 'section-points', 'number', 'score'].includes(this.use(cell.column));
  }

  private isRepeatedHead(begun: readonly GridCell[]): boolean {
    return (
      begun.length > 1 &&
      begun.every(({ column, text }) => {
        const heading = this.columns.find((each) => each.column === column)?.heading ?? '';
        return bareHeading(heading) === bareHeading(text) && heading !== '';
      })
    );
  }

  /** A row with one text: a heading, a note, or the rest of the line above. */
  private single(row: number, cell: GridCell, begun: readonly GridCell[]): void {
    const place = this.grid.place(cell);
    if (isNote(cell.text) || (this.isPastTotal && this.isWide(cell))) {
      this.rows.end();
      this.draft.notes.push({ text: cell.text, place });
      return;
    }
    const numbered = begun.find((each) => each !== cell && this.use(each.column) === 'number');
    const isChinese = numbered !== undefined && isChineseNumber(numberCell(numbered.text) ?? '');
    const spans = this.grid
      .across(row)
      .some((each) => each.row !== row && this.use(each.column) !== 'section');
    if (!spans && (isChinese || (numbered === undefined && this.isHeading(cell)))) {
      this.heading(cell, begun, isChinese ? numberCell(numbered.text) : null);
    } else if (this.isWide(cell)) {
      this.rows.end();
      this.draft.notes.push({ text: cell.text, place });
    } else {
      this.item(row);
    }
  }

  private isHeading(cell: GridCell): boolean {
    return (
      this.use(cell.column) !== 'standard' &&
      isHeadingText(
        cell,
        this.grid.columnCount,
        this.columns.some(({ use }) => use === 'points'),
      )
    );
  }

  private isWide(cell: GridCell): boolean {
    return cell.columns >= Math.max(2, Math.ceil(this.grid.columnCount / 2));
  }

  /** 一 | 组织建设 | 30 | (nothing else): a section although it fills several cells. */
  private isHeadedRow(row: number, begun: readonly GridCell[]): boolean {
    const number = begun.find(({ column }) => this.use(column) === 'number');
    if (number === undefined || !isChineseNumber(numberCell(number.text) ?? '')) return false;
    return !this.grid
      .across(row)
      .some(({ column }) => ['standard', 'requirement'].includes(this.use(column)));
  }

  private headedRow(row: number, begun: readonly GridCell[]): void {
    const number = begun.find(({ column }) => this.use(column) === 'number');
    const title = begun.find((cell) => cell !== number && !isNumberish(cell.text));
    if (title === undefined) this.item(row);
    else this.heading(title, begun, numberCell(number?.text ?? ''));
  }

  private heading(cell: GridCell, begun: readonly GridCell[], number: string | null): void {
    this.rows.end();
    this.sectionCells.clear();
    const beside = begun.filter((each) => each !== cell && pointsCell(each.text) !== null);
    const pointsBeside = beside.find(({ column }) => ['points', 'section-points'].includes(this.use(column)));
    const numbered = leadingNumber(titleText(cell.text));
    const level = numbered.level ?? (number === null ? 1 : /[（(]/.test(number) ? 2 : 1);
    for (const each of begun) this.used.add(each);
    this.begin(
      level,
      number ?? numbered.number,
      numbered.rest,
      this.grid.place(cell),
      pointsBeside?.text ?? null,
    );
  }

  private begin(
    level: number,
    number: string | null,
    text: string,
    place: RegulationPlace,
    pointsText: string | null,
  ): OpenSection {
    const within = pointsOfTitle(text);
    const title = (within?.rest ?? text).trim();
    const { role, clear } = guessedRole(title);
    if (!clear) this.draft.unclearRole(title, place);
    const stated = pointsText === null ? null : pointsCell(pointsText);
    const above = this.draft.tree.path().at(-1)?.role ?? 'base';
    return this.draft.tree.begin(level, {
      number,
      title,
      named: true,
      points: stated ?? within?.points ?? null,
      role: role === 'base' && level > 1 ? above : role,
      place,
    });
  }

  private total(row: number, cell: GridCell, begun: readonly GridCell[]): void {
    this.rows.end();
    const beside = begun.find(
      (each) => each !== cell && ['points', 'section-points', 'weight'].includes(this.use(each.column)),
    );
    const points =
      (beside === undefined ? null : (pointsCell(beside.text) ?? shareCell(beside.text))) ??
      pointsInBrackets(cell.text)?.points ??
      null;
    for (const each of begun) this.used.add(each);
    if (points === null) {
      this.tellRow(row, 'TOTAL_WITHOUT_POINTS', [
        '合计行没有写分数。',
        'The row of totals states no points.',
      ]);
      return;
    }
    const place = this.grid.place(beside ?? cell);
    if (isSubtotalWord(cell.text)) {
      const section = this.subtotalOf(cell);
      if (section !== null) section.points ??= points;
      this.draft.subtotals.push({ section, points, place });
    } else {
      this.isPastTotal = true;
      this.draft.totals.push({ points, text: `${cell.text} ${beside?.text ?? ''}`.trim(), place });
    }
  }

  /** A subtotal within the merged cell of a section is that section's; otherwise it closes the innermost one. */
  private subtotalOf(cell: GridCell): OpenSection | null {
    const column = [...this.sectionCells]
      .filter(([, each]) => this.grid.at(cell.row, each.column) === each)
      .at(-1);
    if (column !== undefined) return this.draft.tree.at(columnLevel + column[0]);
    return this.draft.tree.current;
  }

  private item(row: number): void {
    this.sections(row);
    const cells = (use: ColumnUse): readonly GridCell[] => this.cellsOf(row, use);
    const points = this.pointsOf(row);
    this.rows.add({
      row,
      number: cells('number'),
      item: cells('item'),
      requirement: cells('requirement'),
      standard: cells('standard'),
      department: cells('department'),
      evidence: cells('evidence'),
      remark: cells('remark'),
      points,
      isShare: points !== undefined && this.use(points.column) === 'weight',
      hasItemColumn: this.columns.some(({ use }) => use === 'item'),
      hasPointsColumn: this.columns.some(({ use }) => use === 'points' || use === 'weight'),
    });
    this.tellForm(row);
  }

  private pointsOf(row: number): GridCell | undefined {
    return this.cellsOf(row, 'points')[0] ?? this.cellsOf(row, 'weight')[0];
  }

  private cellsOf(row: number, use: ColumnUse): readonly GridCell[] {
    const found = new Set<GridCell>();
    for (const column of this.columns) {
      const cell = column.use === use ? this.grid.at(row, column.column) : undefined;
      if (cell !== undefined && cell.text !== '') found.add(cell);
    }
    return [...found];
  }

  /** Opens the sections that the section columns of this row name, and gives them the points stated beside them. */
  private sections(row: number): void {
    const columns = this.columns.filter(({ use }) => use === 'section');
    columns.forEach(({ column }, depth) => {
      const cell = this.grid.at(row, column);
      if (cell === undefined || cell.text === '') return;
      const before = this.sectionCells.get(depth);
      if (before === cell || before?.text === cell.text) return;
      this.rows.end();
      for (const deeper of [...this.sectionCells.keys()])
        if (deeper > depth) this.sectionCells.delete(deeper);
      this.sectionCells.set(depth, cell);
      const numbered = leadingNumber(titleText(cell.text));
      this.begin(columnLevel + depth, numbered.number, numbered.rest, this.grid.place(cell), null);
    });
    for (const cell of this.cellsOf(row, 'section-points')) this.sectionPoints(cell);
    if (this.draft.tree.current === null) this.unnamed();
  }

  private sectionPoints(cell: GridCell): void {
    if (this.used.has(cell)) return;
    this.used.add(cell);
    const points = pointsCell(cell.text);
    // The widest section that the cell stands beside: sections and their points are merged over the same rows.
    const beside = [...this.sectionCells].find(
      ([, each]) => each.row === cell.row && each.rows === cell.rows,
    );
    const section =
      beside === undefined ? this.draft.tree.current : this.draft.tree.at(columnLevel + beside[0]);
    if (points !== null && section !== null && section.points === null) section.points = points;
    else
      this.tellCell(cell, 'SECTION_POINTS_NOT_USED', [
        '这个分数对不上哪一部分。',
        'No section was found that these points belong to.',
      ]);
  }

  private unnamed(): void {
    const { name } = this.grid;
    this.draft.tree.begin(columnLevel, {
      number: null,
      title: name.kind === 'sheet' ? name.sheet : '',
      named: false,
      points: null,
      role: name.kind === 'sheet' ? guessedRole(name.sheet).role : 'base',
      place: placeIn(name, { row: this.heads.last + 1, column: null }),
    });
  }

  private tellColumns(): void {
    const weights = this.columns.filter(({ use }) => use === 'weight');
    for (const { column, heading } of weights) {
      this.draft.findings.push(
        finding(
          { code: 'WEIGHT_READ_AS_POINTS', place: this.columnPlace(column, heading) },
          [
            `“${heading}”一列按分值读入（如 15% 读作 15 分）。`,
            `The column “${heading}” was read as points (15% as 15).`,
          ],
          ['如果它是权重，请改写分值一列。', 'If these are weights, add a column of points.'],
        ),
      );
    }
    const headed = new Set(this.columns.map(({ column }) => column));
    for (let column = 1; column <= this.grid.columnCount; column += 1) {
      const use = this.use(column);
      if (headed.has(column) && use !== 'unknown') continue;
      const heading = this.columns.find((each) => each.column === column)?.heading ?? null;
      const texts = this.ownTexts(column);
      if (texts.length === 0) continue;
      this.draft.leftOut.push(
        leftOut('UNKNOWN_COLUMN', this.columnPlace(column, heading), texts.join('；'), [
          heading === null
            ? `这一列没有列标题，${texts.length} 格内容未用。`
            : `不认识列标题“${heading}”，${texts.length} 格内容未用。`,
          heading === null
            ? `The column has no heading; ${texts.length} cells were not used.`
            : `The heading “${heading}” is not known; ${texts.length} cells were not used.`,
        ]),
      );
    }
  }

  private columnPlace(column: number, heading: string | null): RegulationPlace {
    return placeIn(this.grid.name, { row: this.heads.last, column, heading });
  }

  /** Texts of cells that begin in this column and do not reach over from or into another one. */
  private ownTexts(column: number): readonly string[] {
    const texts: string[] = [];
    for (let row = this.body.from; row <= this.body.to; row += 1) {
      const cell = this.grid.at(row, column);
      if (cell?.row === row && cell.column === column && cell.columns === 1 && cell.text !== '')
        texts.push(cell.text);
    }
    return texts;
  }

  /** Columns to be filled in when scoring are blank in a 细则; what somebody has entered there is not a rule. */
  private tellForm(row: number): void {
    for (const cell of this.cellsOf(row, 'score')) {
      if (this.used.has(cell)) continue;
      this.used.add(cell);
      this.tellCell(cell, 'SCORE_ENTERED', [
        '这是评分时填写的一栏，里面的内容不是规则。',
        'This column is filled in when scoring; what stands there is no rule.',
      ]);
    }
  }

  private tellCell(cell: GridCell, code: string, reason: readonly [string, string]): void {
    const heading = this.columns.find((each) => each.column === cell.column)?.heading ?? null;
    const place = placeIn(this.grid.name, { row: cell.row, column: cell.column, heading });
    this.draft.leftOut.push(leftOut(code, place, cell.text, reason));
  }

  private tellRow(row: number, code: string, reason: readonly [string, string]): void {
    const text = this.grid
      .beginning(row)
      .map((cell) => cell.text)
      .join(' | ');
    this.draft.leftOut.push(leftOut(code, this.grid.place({ row, column: null }), text, reason));
  }
}
