import type { DocumentProblem } from '../../document-problem.js';
import { tooMuch } from '../file-problems.js';
import type { Block } from '../reading.js';
import { regulationLimits } from '../regulation-limits.js';
import { paragraphPlace, placeIn } from '../regulation-place.js';
import type { LeftOut, RegulationFinding } from '../regulation.js';
import { finding, leftOut } from '../tell.js';
import { gridOf, type WordCell, type WordRow } from './word-table.js';
import type { Numbering } from './numbering.js';

export class TooMuchDocument extends Error {
  constructor(readonly problem: DocumentProblem) {
    super(problem.code);
  }
}

type Attributes = Readonly<Record<string, string>>;
type OpenParagraph = {
  text: string;
  centred: boolean;
  /** Its end was deleted: the next paragraph goes on in the same line. */
  joins: boolean;
  numbered: { id: string; level: number } | null;
};
type OpenTable = { rows: WordRow[]; row: OpenRow | null };
type OpenRow = { cells: WordCell[]; before: number; deleted: boolean; cell: OpenCell | null };
type OpenCell = { lines: string[]; span: number; merge: 'begins' | 'goes-on' | null };

/** What is under these was deleted, moved away, or is said a second time for old readers; so are properties under `…Change`. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:txbxContent',
  'w:pict',
  'w:object',
  'w:instrText',
]);

/** Follows the tags of `word/document.xml` and collects paragraphs and tables in their order. */
export class DocumentEvents {
  readonly blocks: Block[] = [];
  readonly findings: RegulationFinding[] = [];
  readonly leftOut: LeftOut[] = [];
  private readonly path: string[] = [];
  private readonly tables: OpenTable[] = [];
  private paragraph: OpenParagraph | null = null;
  private carried = '';
  private skipping: { readonly tag: string; readonly depth: number; text: string } | null = null;
  private isHidden = false;
  private hidden = '';
  private paragraphs = 0;
  private tableCount = 0;
  private characters = 0;
  private cells = 0;

  constructor(private readonly numbering: Numbering) {}

  opened(name: string, attributes: Attributes): void {
    this.path.push(name);
    if (this.skipping !== null) return;
    // In the properties of a paragraph's end or of a row the same tags are marks without content.
    if (name.endsWith('Change') || (skipped.has(name) && !this.isProperty())) {
      this.skipping = { tag: name, depth: this.path.length, text: '' };
      return;
    }
    switch (name) {
      case 'w:tbl':
        return this.openTable();
      case 'w:p':
        this.paragraph = { text: '', centred: false, joins: false, numbered: null };
        return;
      case 'w:r':
        this.isHidden = false;
        return;
      case 'w:tab':
        return this.isProperty() ? undefined : this.add(' ');
      case 'w:br':
      case 'w:cr':
        return this.add('\n');
      case 'w:noBreakHyphen':
        return this.add('-');
      default:
        return this.property(name, attributes);
    }
  }

  closed(name: string): void {
    const depth = this.path.length;
    this.path.pop();
    if (this.skipping !== null) {
      if (this.skipping.depth === depth) this.endSkipping(this.skipping);
      return;
    }
    if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:tc') this.closeCell();
    else if (name === 'w:tr') this.closeRow();
    else if (name === 'w:tbl') this.closeTable();
  }

  text(text: string): void {
    const tag = this.path.at(-1);
    if (this.skipping !== null) {
      if (tag === 'w:t') this.skipping.text += text;
    } else if (tag === 'w:t') this.add(text);
  }

  private isProperty(): boolean {
    return this.path.slice(0, -1).some((tag) => /^w:(?:rPr|pPr|trPr|tcPr|tabs)$/.test(tag));
  }

  private property(name: string, attributes: Attributes): void {
    const value = attributes['w:val'];
    const row = this.tables.at(-1)?.row ?? null;
    const cell = row?.cell ?? null;
    const within = (tag: string): boolean => this.path.includes(tag, this.path.lastIndexOf('w:p') + 1);
    switch (name) {
      case 'w:tr':
        if (this.tables.length > 0) this.openRow();
        break;
      case 'w:tc':
        if (row !== null) row.cell = { lines: [], span: 1, merge: null };
        break;
      case 'w:gridSpan':
        if (cell !== null) cell.span = Math.max(1, bounded(value, regulationLimits.columns));
        break;
      case 'w:gridBefore':
        if (row !== null) row.before = bounded(value, regulationLimits.columns);
        break;
      case 'w:vMerge':
        if (cell !== null) cell.merge = value === 'restart' ? 'begins' : 'goes-on';
        break;
      case 'w:jc':
        if (this.paragraph !== null && value === 'center') this.paragraph.centred = true;
        break;
      case 'w:vanish':
        if (within('w:r') && value !== '0' && value !== 'false') this.isHidden = true;
        break;
      case 'w:del':
        if (this.path.at(-2) === 'w:trPr' && row !== null) row.deleted = true;
        else if (this.paragraph !== null && this.path.at(-3) === 'w:pPr') this.paragraph.joins = true;
        break;
      case 'w:ilvl':
        if (this.paragraph !== null) this.paragraph.numbered = { id: '', level: bounded(value, 8) };
        break;
      case 'w:numId':
        if (this.paragraph !== null) {
          this.paragraph.numbered = { id: value ?? '', level: this.paragraph.numbered?.level ?? 0 };
        }
        break;
      default:
    }
  }

  private add(text: string): void {
    if (this.paragraph === null) return;
    this.characters += text.length;
    if (this.characters > regulationLimits.characters)
      this.refuse(['字数', 'characters'], regulationLimits.characters);
    if (this.isHidden) this.hidden += text;
    else this.paragraph.text += text;
  }

  private endSkipping({ tag, text }: { tag: string; text: string }): void {
    this.skipping = null;
    if (tag !== 'w:txbxContent' || text.trim() === '') return;
    this.leftOut.push(
      leftOut('TEXT_BOX', paragraphPlace(this.paragraphs + 1), text, [
        '文本框里的文字未读。',
        'Text in a text box was not read.',
      ]),
    );
  }

  private closeParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (paragraph === null) return;
    const label =
      paragraph.numbered === null || this.carried !== ''
        ? ''
        : this.numbering.next(paragraph.numbered.id, paragraph.numbered.level);
    const text = this.carried + (paragraph.text.trim() === '' ? paragraph.text : label + paragraph.text);
    this.carried = paragraph.joins ? text : '';
    if (paragraph.joins) return;
    this.tellHidden();
    const cell = this.tables.at(-1)?.row?.cell;
    if (cell !== undefined && cell !== null) cell.lines.push(text.trim());
    else if (this.tables.length === 0 && text.trim() !== '') this.topLevel(text.trim(), paragraph.centred);
  }

  private topLevel(text: string, centred: boolean): void {
    this.paragraphs += 1;
    if (this.paragraphs > regulationLimits.paragraphs)
      this.refuse(['段落', 'paragraphs'], regulationLimits.paragraphs);
    this.blocks.push({ kind: 'paragraph', paragraph: { number: this.paragraphs, text, centred } });
  }

  private tellHidden(): void {
    if (this.hidden.trim() !== '') {
      const reason = ['隐藏文字未读。', 'Hidden text was not read.'] as const;
      this.leftOut.push(leftOut('HIDDEN_TEXT', paragraphPlace(this.paragraphs + 1), this.hidden, reason));
    }
    this.hidden = '';
  }

  private openTable(): void {
    if (this.tables.length === 0) this.tableCount += 1;
    if (this.tableCount > regulationLimits.tables) this.refuse(['表格', 'tables'], regulationLimits.tables);
    this.tables.push({ rows: [], row: null });
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (table.rows.length >= regulationLimits.rows) this.refuse(['行数', 'rows'], regulationLimits.rows);
    table.row = { cells: [], before: 0, deleted: false, cell: null };
  }

  private closeCell(): void {
    const row = this.tables.at(-1)?.row;
    if (row === null || row === undefined || row.cell === null) return;
    const { lines, span, merge } = row.cell;
    const text = lines.filter((line) => line !== '').join('\n');
    this.cells += span;
    if (this.cells > regulationLimits.cells) this.refuse(['单元格', 'cells'], regulationLimits.cells);
    row.cells.push({ text, span, merge });
    row.cell = null;
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table?.row === null || table === undefined) return;
    const { cells, before, deleted } = table.row;
    if (!deleted) table.rows.push({ cells, before });
    table.row = null;
  }

  private closeTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const outer = this.tables.at(-1)?.row?.cell;
    if (outer === undefined || outer === null) {
      this.blocks.push({ kind: 'grid', grid: gridOf({ kind: 'table', table: this.tableCount }, table.rows) });
      return;
    }
    outer.lines.push(
      ...table.rows.map((row) =>
        row.cells
          .map(({ text }) => text)
          .join(' ')
          .trim(),
      ),
    );
    this.findings.push(
      finding(
        {
          code: 'NESTED_TABLE',
          place: placeIn({ kind: 'table', table: this.tableCount }, { row: null, column: null }),
        },
        ['格子里还套着一个表格，按文字读入。', 'A table within a cell was read as text.'],
        ['请核对这一格的内容。', 'Check what this cell says.'],
      ),
    );
  }

  private refuse(what: readonly [string, string], most: number): never {
    throw new TooMuchDocument(tooMuch(what, most));
  }
}

const bounded = (value: string | undefined, most: number): number =>
  /^\d{1,4}$/.test(value ?? '') ? Math.min(Number(value), most) : 0;
