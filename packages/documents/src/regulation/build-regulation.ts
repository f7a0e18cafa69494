import { checkPoints } from './check-points.js';
import { DraftRegulation } from './draft-regulation.js';
import { notARegulation, noRows } from './file-problems.js';
import { findHeads, type Heads } from './find-heads.js';
import { issuerOf, titleOf, totalsIn, yearOf } from './front-matter.js';
import type { Grid } from './grid.js';
import { leadingNumber } from './leading-number.js';
import { pointsInBrackets, pointsOfTitle } from './points-in-text.js';
import { readParagraphs } from './read-paragraphs.js';
import type { ReadRegulation } from './read-regulation.js';
import { readTable } from './read-table.js';
import type { Block, Paragraph, Reading } from './reading.js';
import { paragraphPlace, placeIn } from './regulation-place.js';
import { rowsOf, type RegulationNote, type RegulationSection } from './regulation.js';
import { titleText } from './row-kind.js';
import { guessedRole } from './section-role.js';
import { finished, type OpenSection } from './section-tree.js';
import { leftOut } from './tell.js';

type Sound = Extract<Reading, { ok: true }>;

/** Puts the grids and paragraphs of a file together to one regulation, and checks its points. */
export function buildRegulation(reading: Sound, fileName: string): ReadRegulation {
  const draft = new DraftRegulation();
  const headed = new Map<Grid, readonly Heads[]>();
  for (const block of reading.blocks)
    if (block.kind === 'grid') headed.set(block.grid, findHeads(block.grid));
  const hasTable = [...headed.values()].some((heads) => heads.length > 0);
  if (hasTable) new BlockReading(reading.blocks, headed, draft).read();
  else if (!readParagraphs(paragraphsOf(reading.blocks), draft))
    return { ok: false, problems: [notARegulation()] };

  const kept = finished(draft.tree.roots);
  const isEmpty = kept.flatMap(rowsOf).length === 0;
  if (isEmpty) return { ok: false, problems: [noRows()] };
  const title = titleOf(draft.titles);
  const below = [...draft.notes, ...draft.titles.filter((line) => line.place !== title?.place)];
  const totals = [...draft.totals, ...totalsIn([...draft.titles, ...draft.notes], title?.text ?? null)];
  const twins = twinsOf(draft.tree.roots, kept);
  const subtotals = draft.subtotals.map((subtotal) => ({
    ...subtotal,
    of: subtotal.section === null ? null : (twins.get(subtotal.section) ?? null),
  }));
  const above = draft.titles.map(({ text }) => text);
  return {
    ok: true,
    regulation: {
      fileName,
      format: reading.format,
      title: title === null ? null : (pointsInBrackets(title.text)?.rest ?? title.text),
      year: yearOf([...(title === null ? [] : [title.text]), ...above]),
      issuer: issuerOf(
        above,
        draft.notes.map(({ text }) => text),
      ),
      total: totals[0] ?? null,
      sections: kept,
      notes: below,
      findings: [...reading.findings, ...draft.findings, ...checkPoints(kept, subtotals, totals)],
      leftOut: [...reading.leftOut, ...draft.leftOut],
    },
  };
}

const paragraphsOf = (blocks: readonly Block[]): readonly Paragraph[] =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.paragraph] : []));

function twinsOf(
  open: readonly OpenSection[],
  kept: readonly RegulationSection[],
): ReadonlyMap<OpenSection, RegulationSection> {
  const twins = new Map<OpenSection, RegulationSection>();
  const walk = (from: readonly OpenSection[], to: readonly RegulationSection[]): void =>
    from.forEach((section, index) => {
      const twin = to[index];
      if (twin === undefined) return;
      twins.set(section, twin);
      walk(section.sections, twin.sections);
    });
  walk(open, kept);
  return twins;
}

/** Reads a file whose rules stand in tables; what stands around them becomes the title, headings and notes. */
class BlockReading {
  private isPastFirstTable = false;
  private followsTable = false;

  constructor(
    private readonly blocks: readonly Block[],
    private readonly headed: ReadonlyMap<Grid, readonly Heads[]>,
    private readonly draft: DraftRegulation,
  ) {}

  read(): void {
    const last = this.blocks.findLastIndex(
      (block) => block.kind === 'grid' && (this.headed.get(block.grid)?.length ?? 0) > 0,
    );
    this.blocks.forEach((block, index) => {
      if (block.kind === 'grid') this.grid(block.grid);
      else this.paragraph(block.paragraph, index < last);
    });
  }

  /** A numbered or scored line right above a table is the heading of its part; before the first table others are titles. */
  private paragraph(paragraph: Paragraph, isBeforeTable: boolean): void {
    const line: RegulationNote = { text: paragraph.text, place: paragraphPlace(paragraph.number) };
    const text = titleText(paragraph.text);
    const { number, level, rest } = leadingNumber(text);
    const within = pointsOfTitle(rest);
    const isHeading = isBeforeTable && text.length <= 60 && !/[。；;]$/.test(text);
    if (isHeading && ((level ?? 9) <= 2 || (this.isPastFirstTable && within !== null))) {
      this.heading(level ?? 1, number, within?.rest ?? rest, within?.points ?? null, line);
    } else if (this.isPastFirstTable) {
      this.draft.notes.push(line);
    } else if (
      this.draft.titles.length < 4 &&
      (paragraph.centred || this.draft.titles.length === 0 || text.length <= 40)
    ) {
      this.draft.titles.push(line);
    } else {
      this.draft.notes.push(line);
    }
    this.followsTable = false;
  }

  private heading(
    level: number,
    number: string | null,
    title: string,
    points: string | null,
    { place }: RegulationNote,
  ): void {
    const { role, clear } = guessedRole(title);
    if (!clear) this.draft.unclearRole(title, place);
    this.draft.tree.begin(level, { number, title, named: true, points, role, place });
  }

  private grid(grid: Grid): void {
    const heads = this.headed.get(grid) ?? [];
    const [first] = heads;
    if (first === undefined) {
      this.unheaded(grid);
      return;
    }
    this.startTable(grid);
    this.above(grid, first);
    heads.forEach((each, index) => {
      const next = heads[index + 1];
      const to = next === undefined ? grid.rowCount : next.first - 1;
      readTable(grid, each, { from: each.last + 1, to }, this.draft);
    });
    if (this.isOnlyTable()) this.totalOfHeads(grid, first);
    this.isPastFirstTable = true;
    this.followsTable = true;
  }

  private isOnlyTable(): boolean {
    return [...this.headed.values()].reduce((sum, heads) => sum + heads.length, 0) === 1;
  }

  /** 分值（100分） as the heading of the points states the total. */
  private totalOfHeads(grid: Grid, heads: Heads): void {
    for (const { column, heading, role } of heads.columns) {
      const points = role === 'points' ? pointsInBrackets(titleText(heading))?.points : undefined;
      const place = placeIn(grid.name, { row: heads.last, column, heading });
      if (points !== undefined) this.draft.totals.push({ points, text: heading, place });
    }
  }

  /** A table goes on with the part of the one right above it, or fills the part whose heading was just read; else it begins anew. */
  private startTable(grid: Grid): void {
    const { current } = this.draft.tree;
    const isFresh = current !== null && current.rows.length === 0 && current.sections.length === 0;
    if (isFresh || (grid.name.kind === 'table' && this.followsTable)) return;
    this.draft.tree.close(0);
  }

  /** Lines above the headings: of the first table the titles, of others the notes. */
  private above(grid: Grid, heads: Heads): void {
    for (let row = 1; row < heads.first; row += 1) {
      for (const cell of grid.beginning(row)) {
        const line = { text: cell.text, place: grid.place(cell) };
        (this.isPastFirstTable ? this.draft.notes : this.draft.titles).push(line);
      }
    }
  }

  private unheaded(grid: Grid): void {
    const texts: string[] = [];
    for (let row = 1; row <= grid.rowCount; row += 1)
      texts.push(...grid.beginning(row).map(({ text }) => text));
    if (texts.length === 0) return;
    this.draft.leftOut.push(
      leftOut('NO_HEADINGS', placeIn(grid.name, { row: null, column: null }), texts.join(' | '), [
        '没有找到“考核内容、分值、评分标准”一类的列标题，整张表未读。',
        'No headings such as 考核内容, 分值, 评分标准 were found; the whole table was not read.',
      ]),
    );
  }
}
