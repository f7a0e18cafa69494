import type { Layout, LayoutColumn } from './layout.js';
import { TableTyping, type Table } from './table.js';
import type { TypedBook, TypedRow, TypedSection } from './typed-book.js';

/** Types sections of a book as one table. `lines` stand above the headings, each across the table. */
export function typeTable(
  book: TypedBook,
  sections: readonly TypedSection[],
  layout: Layout,
  lines: readonly string[] = [],
): Table {
  const typing = new Typing(book, layout);
  lines.forEach((line, index) => typing.table.across(line, index === 0 ? 'title' : 'text'));
  typing.heads();
  for (const section of sections) typing.section(section);
  if (layout.total !== undefined && book.total !== null) typing.sum(layout.total, book.total);
  return typing.table.table();
}

class Typing {
  readonly table: TableTyping;
  private count = 0;
  private sinceHeads = 0;

  constructor(
    private readonly book: TypedBook,
    private readonly layout: Layout,
  ) {
    this.table = new TableTyping(layout.columns.map(({ width }) => width));
  }

  heads(): void {
    const { columns } = this.layout;
    const isGrouped = columns.some(({ group }) => group !== undefined);
    this.table.down();
    columns.forEach(({ heading, group }, index) => {
      const column = index + 1;
      if (group === undefined) {
        if (heading !== '') this.table.put(heading, { column, rows: isGrouped ? 2 : 1, look: 'head' });
      } else if (columns[index - 1]?.group !== group) {
        const reach = columns.filter((each) => each.group === group).length;
        this.table.put(group, { column, columns: reach, look: 'head' });
      }
    });
    if (!isGrouped) return;
    this.table.down();
    columns.forEach(({ heading, group }, index) => {
      if (group !== undefined) this.table.put(heading, { column: index + 1, look: 'head' });
    });
  }

  section(section: TypedSection): void {
    if (this.layout.sections === 'row') this.headingRow(section);
    if (this.layout.sections === 'merged') this.headsAgain();
    const start = this.table.row + 1;
    section.rows.forEach((row, index) => this.row(section, row, index));
    if (this.layout.subtotals === true && section.points !== null) this.sum('小计', section.points);
    // A part of which only the title is known still has its row.
    if (section.rows.length === 0 && this.layout.sections === 'merged') this.table.down();
    const reach = this.table.row - start + 1;
    if (reach > 0) this.besides(section, start, reach);
  }

  private headsAgain(): void {
    if (this.sinceHeads < (this.layout.headsAgainAfter ?? Infinity)) return;
    this.sinceHeads = 0;
    this.heads();
  }

  /** What stands beside all rows of a section. */
  private besides(section: TypedSection, start: number, reach: number): void {
    const end = this.table.row;
    this.table.row = start;
    this.layout.columns.forEach(({ field }, index) => {
      if (field === 'section' && this.layout.sections === 'merged') {
        this.table.put(this.titleOf(section, '\n'), { column: index + 1, rows: reach, look: 'centre' });
      }
      if (field === 'section-points' && section.points !== null) {
        this.table.put(section.points, { column: index + 1, rows: reach, look: 'centre' });
      }
    });
    this.table.row = end;
  }

  private headingRow(section: TypedSection): void {
    const title = `${section.number}、${this.titleOf(section, '')}`;
    const points = this.layout.columns.findIndex(({ field }) => field === 'points') + 1;
    if (this.layout.sectionPoints !== 'in-points-column' || points < 2) {
      this.table.across(title, 'strong');
      return;
    }
    this.table.down();
    this.table.put(title, { column: 1, columns: points - 1, look: 'strong' });
    if (section.points !== null) this.table.put(section.points, { column: points, look: 'centre' });
  }

  private titleOf({ title, points }: TypedSection, gap: string): string {
    const isWithin = this.layout.sectionPoints === 'in-title' && points !== null;
    return isWithin ? `${title}${gap}（${points}分）` : title;
  }

  private row(section: TypedSection, row: TypedRow, index: number): void {
    this.count += 1;
    // A merged cell cannot go on under headings; there they stand between sections.
    if (index > 0 && this.layout.sections !== 'merged') this.headsAgain();
    this.sinceHeads += 1;
    const standards = this.standardsOf(row);
    standards.forEach((standard, line) => {
      this.table.down();
      this.layout.columns.forEach((column, at) => {
        if (column.field === 'standard') {
          if (standard !== '') this.table.put(standard, { column: at + 1 });
        } else if (line === 0) {
          this.cell(section, row, index, column, at + 1, standards.length);
        }
      });
    });
  }

  private cell(
    section: TypedSection,
    row: TypedRow,
    index: number,
    { field }: LayoutColumn,
    column: number,
    rows: number,
  ): void {
    const text = this.textOf(section, row, index, field);
    if (text === null || text === '') return;
    const look = field === 'points' || field === 'number' || field === 'section' ? 'centre' : 'text';
    this.table.put(text, { column, rows, look });
  }

  private textOf(
    section: TypedSection,
    row: TypedRow,
    index: number,
    field: LayoutColumn['field'],
  ): string | null {
    switch (field) {
      case 'number':
        return String(this.count);
      case 'section': {
        const isShown =
          this.layout.sections === 'repeated' || (this.layout.sections === 'first-row' && index === 0);
        return isShown ? this.titleOf(section, '') : null;
      }
      case 'item': {
        const number = this.layout.numberInItem === true ? `${index + 1}.` : '';
        const points = this.layout.pointsInItem === true && row.points !== null ? `（${row.points}分）` : '';
        return `${number}${row.item}${points}`;
      }
      case 'requirement':
        return row.requirement;
      case 'points':
        return row.points;
      case 'department':
        return row.department;
      case 'evidence':
        return row.evidence;
      default:
        return null;
    }
  }

  private standardsOf({ standard }: TypedRow): readonly string[] {
    if (standard === null) return [''];
    if (this.layout.splitStandards !== true) return [standard];
    return standard.split(/(?<=[；;\n])/).map((line) => line.trim());
  }

  sum(label: string, points: string): void {
    this.table.down();
    const at = this.layout.columns.findIndex(({ field }) => field === 'points') + 1;
    const isInside = this.layout.sections === 'merged' && label === '小计';
    const beside = isInside ? this.layout.columns.findIndex(({ field }) => field === 'section') + 2 : 1;
    const reach = at > beside ? at - beside : 1;
    if (at < 1) {
      this.table.put(`${label}（${points}分）`, {
        column: beside,
        columns: this.table.width - beside + 1,
        look: 'strong',
      });
      return;
    }
    this.table.put(label, { column: at > beside ? beside : at + 1, columns: reach, look: 'strong' });
    this.table.put(points, { column: at, look: 'centre' });
  }
}
