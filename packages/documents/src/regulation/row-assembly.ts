import type { DraftRegulation } from './draft-regulation.js';
import type { Grid, GridCell } from './grid.js';
import { leadingNumber, numberCell } from './leading-number.js';
import { pointsAtEnd, pointsCell, pointsInBrackets, shareCell } from './points-in-text.js';
import type { RegulationRow } from './regulation.js';
import { finding } from './tell.js';

/** The cells of one row of a table, by what their columns are. */
export type RowCells = {
  readonly row: number;
  readonly number: readonly GridCell[];
  readonly item: readonly GridCell[];
  readonly requirement: readonly GridCell[];
  readonly standard: readonly GridCell[];
  readonly department: readonly GridCell[];
  readonly evidence: readonly GridCell[];
  readonly remark: readonly GridCell[];
  readonly points: GridCell | undefined;
  readonly isShare: boolean;
  readonly hasItemColumn: boolean;
  readonly hasPointsColumn: boolean;
};

type Part = 'number' | 'item' | 'requirement' | 'standard' | 'department' | 'evidence' | 'remark';
const parts: readonly Part[] = [
  'number',
  'item',
  'requirement',
  'standard',
  'department',
  'evidence',
  'remark',
];

type Line = {
  readonly first: RowCells;
  readonly cells: Record<Part, Set<GridCell>>;
  readonly points: GridCell | undefined;
};

/** Puts rows of a table together to scored lines: merged and continued rows are one line, each of its cells taken once. */
export class RowAssembly {
  private line: Line | null = null;
  /** Points cells that a line has already taken: merged over several items, they must not count twice. */
  private readonly taken = new Set<GridCell>();
  private toldNameless = false;

  constructor(
    private readonly grid: Grid,
    private readonly draft: DraftRegulation,
  ) {}

  add(cells: RowCells): void {
    // A row that names a section and nothing else.
    if (cells.points === undefined && parts.every((part) => cells[part].length === 0)) return;
    if (this.line !== null && continues(this.line, cells)) {
      for (const part of parts) for (const cell of cells[part]) this.line.cells[part].add(cell);
      return;
    }
    this.end();
    this.line = {
      first: cells,
      points: cells.points,
      cells: Object.fromEntries(parts.map((part) => [part, new Set(cells[part])])) as Line['cells'],
    };
  }

  /** The line is complete; it goes to the section that is open. */
  end(): void {
    if (this.line === null) return;
    const line = this.line;
    this.line = null;
    this.draft.tree.current?.rows.push(this.finished(line));
  }

  private finished(line: Line): RegulationRow {
    const text = (part: Part): string | null => {
      const texts = [...line.cells[part]].map((cell) => cell.text);
      return texts.length === 0 ? null : texts.join('\n');
    };
    const standard = text('standard');
    const named = this.nameOf(text('item'), text('requirement'), standard, line);
    const leading = leadingNumber(named.item);
    const within = pointsInBrackets(leading.rest) ?? pointsAtEnd(leading.rest);
    const stated = this.statedPoints(line);
    if (stated !== null && within !== null && within.points !== stated)
      this.differ(line, stated, within.points);
    const required = stated === null && within === null ? this.pointsOfRequirement(named.requirement) : null;
    // Where no column has points, the only （5分） in a standard states those of its line.
    const ofStandard = line.first.hasPointsColumn ? null : pointsInBrackets(standard ?? '');
    const points = stated ?? within?.points ?? required?.points ?? ofStandard?.points ?? null;
    return {
      number:
        numberCell(text('number') ?? '') ??
        leading.number ??
        (line.first.hasItemColumn ? null : leadingNumber(standard ?? '').number),
      item: (within?.rest ?? leading.rest).trim(),
      requirement: required === null ? named.requirement : required.rest,
      points,
      pointsFrom: points === null ? null : stated === null ? 'text' : 'cell',
      standard,
      department: text('department'),
      evidence: text('evidence'),
      remark: text('remark'),
      place: this.grid.place([...line.cells.item][0] ?? firstCell(line)),
    };
  }

  private pointsOfRequirement(requirement: string | null) {
    return requirement === null ? null : (pointsInBrackets(requirement) ?? pointsAtEnd(requirement));
  }

  /** A line without an item of its own goes by its requirement, or by the beginning of its standard, which is told. */
  private nameOf(item: string | null, requirement: string | null, standard: string | null, line: Line) {
    if (item !== null) return { item: item.trim(), requirement };
    if (requirement !== null) return { item: requirement, requirement: null };
    if (!this.toldNameless) {
      this.toldNameless = true;
      this.draft.findings.push(
        finding(
          { code: 'ITEM_FROM_STANDARD', place: this.grid.place(firstCell(line)) },
          [
            '这里没有单独的考核项目，以评分标准的开头作名称；表中同样的行不再逐一提示。',
            'There is no item of its own; the beginning of the standard names it, here and in like rows of the table.',
          ],
          ['请核对名称，必要时改写。', 'Check the names and write better ones where needed.'],
        ),
      );
    }
    return { item: beginningOf(standard ?? ''), requirement: null };
  }

  private statedPoints(line: Line): string | null {
    const cell = line.points;
    if (cell === undefined) return null;
    const place = this.grid.place(cell);
    if (this.taken.has(cell)) {
      this.draft.findings.push(
        finding(
          { code: 'POINTS_SHARED', place },
          [
            '几个项目合写一个分值，记在第一项，其余各项的分值待定。',
            'Several items share these points; the first took them, the others have none.',
          ],
          ['请把分值分到每一项。', 'Divide the points among the items.'],
        ),
      );
      return null;
    }
    this.taken.add(cell);
    const points = pointsCell(cell.text) ?? (line.first.isShare ? shareCell(cell.text) : null);
    if (points === null && !/^[\s/—\-–]*$/.test(cell.text)) {
      this.draft.findings.push(
        finding(
          { code: 'POINTS_NOT_READ', place, numbers: { text: cell.text.slice(0, 40) } },
          [
            `分值写作“${cell.text.slice(0, 40)}”，不是一个分数，暂缺。`,
            `The points read “${cell.text.slice(0, 40)}”, which is not one number; they are missing.`,
          ],
          [
            '请写成一个数，如 5；其余说明写到评分标准里。',
            'Write one number such as 5, and the rest into the standard.',
          ],
        ),
      );
    }
    return points;
  }

  private differ(line: Line, cell: string, text: string): void {
    this.draft.findings.push(
      finding(
        {
          code: 'POINTS_DIFFER',
          kind: 'mismatch',
          place: this.grid.place(line.points ?? firstCell(line)),
          numbers: { cell, text },
        },
        [
          `分值一格是 ${cell} 分，文字里写的是 ${text} 分，按 ${cell} 分读入。`,
          `The cell says ${cell} points, the text ${text}; ${cell} was read.`,
        ],
        ['请改成一致。', 'Make them agree.'],
      ),
    );
  }
}

const firstCell = (line: Line): GridCell | { row: number; column: null } =>
  [...parts].flatMap((part) => [...line.cells[part]])[0] ?? { row: line.first.row, column: null };

/**
 * Whether a row goes on with the line above: its item is the same merged cell, or it has none, and it has no other points.
 */
function continues(line: Line, cells: RowCells): boolean {
  const samePoints = cells.points === undefined || cells.points === line.points;
  if (!samePoints) return false;
  const own = cells.item.filter((cell) => cell.row === cells.row);
  if (own.length > 0) return false;
  const numbered = cells.number.some((cell) => cell.row === cells.row);
  if (numbered && cells.points === undefined) return false;
  if (cells.hasItemColumn) return true;
  // Without a column of items each standard is a line of its own, unless its points are merged with the line above.
  return cells.points !== undefined && cells.points === line.points;
}

/** The first clause of a text: enough to tell lines apart. */
const beginningOf = (text: string): string => {
  const first = /^[^，,。；;：:\n]+/.exec(leadingNumber(text).rest)?.[0] ?? text;
  return first.length > 40 ? `${first.slice(0, 40)}…` : first;
};
