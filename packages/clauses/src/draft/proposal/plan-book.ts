import { Rational, type Text } from '@heng/rules';
import type { Asking } from '../asking.js';
import { statedPoints } from '../attempt.js';
import type { ClauseReading } from '../clause-reading.js';
import { belongsTo } from '../draft-indicator.js';
import { text } from '../fact-needs.js';
import { decimalOf, isSame, total } from '../measure-terms.js';
import { readClause } from '../read-clause.js';
import type { PlannedRole, PlannedRow, PlannedSection, PlannedVeto } from './planned.js';
import { inputRowsOf, type InputRegulation, type InputRow, type InputSection } from './regulation-input.js';

export type LeftOutOfBook = { readonly place: string; readonly text: string; readonly reason: Text };

export type Plan = {
  readonly sections: readonly PlannedSection[];
  readonly vetoes: readonly PlannedVeto[];
  readonly leftOut: readonly LeftOutOfBook[];
  readonly notes: readonly Text[];
};

type Drafted = {
  readonly key: string;
  readonly row: InputRow;
  readonly text: string;
  readonly reading: ClauseReading;
  readonly role: PlannedRole;
  readonly points: string | null;
  readonly notes: Text[];
};

type Tree = {
  readonly section: InputSection;
  readonly key: string;
  readonly rows: Drafted[];
  readonly sections: readonly Tree[];
};

/** Where everything goes, and what it is worth: points that are missing or do not add up are asked about. */
export class BookPlan {
  readonly leftOut: LeftOutOfBook[] = [];
  readonly notes: Text[] = [];
  private readonly keys = new Map<string, number>();

  constructor(
    private readonly regulation: InputRegulation,
    private readonly asking: Asking,
  ) {}

  plan(): Plan {
    const scored = this.regulation.sections.filter(({ role }) => role !== 'veto');
    const trees = scored.flatMap((section) => this.treeOf(section) ?? []);
    const priced = this.pricedByTotal(trees.map((tree) => this.pricedTree(tree)));
    const planned = priced.flatMap((tree, index) => this.sectionsOf(tree, `S${index + 1}`));
    const sections = [...planned, ...this.restOfTotal(planned)];
    const vetoes = this.regulation.sections
      .filter(({ role }) => role === 'veto')
      .flatMap(inputRowsOf)
      .map((row, at) => ({
        key: this.keyOf(row.place.address),
        id: `V${at + 1}`,
        row,
        text: row.standard ?? '',
      }));
    return { sections, vetoes, leftOut: this.leftOut, notes: this.notes };
  }

  /** The total says one number and the parts make another. */
  private restOfTotal(sections: readonly PlannedSection[]): PlannedSection[] {
    const stated = this.regulation.total?.points ?? null;
    const rows = sections.filter(({ role }) => role === 'base').flatMap(rowsIn);
    if (stated === null || rows.some(({ points }) => points === null)) return [];
    const known = total(rows.map(({ points }) => points ?? '0'));
    const left = Rational.parse(stated).minus(Rational.parse(known));
    if (left.isZero() || rows.length === 0) return [];
    const isShort = left.sign() > 0;
    const { choice } = this.asking.ask({
      code: 'contradiction',
      ...at('total', '总分'),
      ask: {
        zh: `总分写明 ${stated} 分，各部分合计 ${known} 分。`,
        en: `The total says ${stated} points, the parts add up to ${known}.`,
      },
      choices: [
        { id: 'sum', label: { zh: `以合计为准：总分 ${known} 分`, en: `the sum: a total of ${known}` } },
        ...(isShort
          ? [
              {
                id: 'rest',
                label: {
                  zh: `以 ${stated} 分为准：差的 ${left.toText()} 分作为“其他”，由部门评定`,
                  en: `the ${stated}: the ${left.toText()} left are “other”, judged by the department`,
                },
              },
            ]
          : []),
      ],
      suggested: 'sum',
    });
    if (choice !== 'rest') {
      this.notes.push({
        zh: `总分由 ${stated} 分改为各部分合计 ${known} 分。`,
        en: `The total is ${known}, the sum of the parts, not ${stated}.`,
      });
      return [];
    }
    const row: InputRow = { ...emptyRow, item: '其他（原文未列出）', points: left.toText() };
    const planned: PlannedRow = {
      key: 'total-rest',
      id: 'NR-1',
      row,
      text: '',
      reading: readClause('', { indicator: row.item }),
      role: 'base',
      points: row.points,
      notes: [{ zh: '原文没有列出的部分。', en: 'What the document does not list.' }],
    };
    return [
      {
        id: 'SR',
        title: { zh: '其他', en: 'Other' },
        role: 'base',
        limit: null,
        rows: [planned],
        sections: [],
        place: row.place,
      },
    ];
  }

  private treeOf(section: InputSection): Tree | null {
    if (inputRowsOf(section).length === 0) {
      this.leftOut.push({
        place: section.place.address,
        text: section.title,
        reason: { zh: '这一部分没有列出项目。', en: 'No items are listed in this part.' },
      });
      return null;
    }
    const rows = section.rows.map((row) => this.drafted(row, section));
    return {
      section,
      key: this.keyOf(section.place.address),
      rows,
      sections: section.sections.flatMap((part) => this.treeOf(part) ?? []),
    };
  }

  private drafted(row: InputRow, section: InputSection): Drafted {
    const said = row.standard?.trim() ?? '';
    const context = { indicator: row.item, requirement: row.requirement, points: row.points };
    const reading = readClause(said, context);
    const direction = belongsTo(reading);
    const own: PlannedRole = section.role === 'veto' ? 'base' : section.role;
    const isUnpriced = row.points === null && statedIn(reading) === null;
    const role: PlannedRole =
      own === 'base'
        ? isUnpriced && direction !== null && section.points === null
          ? direction
          : 'base'
        : (direction ?? own);
    const notes: Text[] = [];
    let { points } = row;
    if (points === null && role === 'base') {
      points = statedIn(reading);
      if (points !== null)
        notes.push({
          zh: `分值 ${points} 分取自评分标准。`,
          en: `Its ${points} points are those of the standard.`,
        });
    }
    if (role !== own)
      notes.push(
        role === 'deduction'
          ? { zh: '只扣分、没有分值，作为减分项。', en: 'It only costs points and has none: a deduction.' }
          : { zh: '只加分、没有分值，作为加分项。', en: 'It only adds points and has none: a bonus.' },
      );
    return { key: this.keyOf(row.place.address), row, text: said, reading, role, points, notes };
  }

  /** Rows of a section whose points are known as a whole. */
  private pricedTree(tree: Tree): Tree {
    const sections = tree.sections.map((part) => this.pricedTree(part));
    const { section } = tree;
    const base = tree.rows.filter(({ role }) => role === 'base');
    const missing = base.filter(({ points }) => points === null);
    if (section.points === null || section.role !== 'base') return { ...tree, sections };
    const known = total([
      ...base.map(({ points }) => points ?? '0'),
      ...sections.map((part) => worthOf(part) ?? '0'),
    ]);
    const left = Rational.parse(section.points).minus(Rational.parse(known));
    if (missing.length > 0)
      return { ...tree, sections, rows: this.shared(tree, missing, left.sign() > 0 ? left.toText() : null) };
    if (left.isZero() || sections.some((part) => worthOf(part) === null)) return { ...tree, sections };
    return {
      ...tree,
      sections,
      rows: this.reconciled(tree, { stated: section.points, known, what: section.title }),
    };
  }

  /** Points for rows that have none: what is left of the whole, in equal parts, or one by one. */
  private shared(tree: Tree, missing: readonly Drafted[], left: string | null): Drafted[] {
    const places = missing.map(({ row }) => row.item).join('、');
    const each = left === null ? null : equalShares(left, missing.length);
    const known = tree.rows.flatMap(({ points }) => points ?? []);
    const usual = known[0] ?? this.regulation.total?.points ?? '100';
    const { choice, value } = this.asking.ask({
      code: 'amount',
      ...at(tree.key, tree.section.title),
      ask: {
        zh: `“${tree.section.title}”里有 ${missing.length} 项没有写分值：${places.slice(0, 120)}。`,
        en: `${missing.length} items of “${tree.section.title}” have no points: ${places.slice(0, 120)}.`,
      },
      choices: [
        ...(each === null || left === null
          ? []
          : [
              {
                id: 'share',
                label: {
                  zh: `余下的 ${left} 分平均分：${each.join('、')} 分`,
                  en: `the ${left} points left, equally: ${each.join(', ')}`,
                },
              },
            ]),
        ...(each === null
          ? [
              known[0] === undefined
                ? { id: 'usual', label: { zh: `每项暂按 ${usual} 分`, en: `${usual} each for now` } }
                : {
                    id: 'usual',
                    label: {
                      zh: `每项 ${usual} 分，与同部分已有的相同`,
                      en: `${usual} each, like the others of the part`,
                    },
                  },
            ]
          : []),
        { id: 'number', label: { zh: '每项为（填分数）', en: 'each (fill in)' }, needsValue: true as const },
        { id: 'rows', label: { zh: '逐项填写', en: 'one by one' } },
      ],
      suggested: each === null ? 'usual' : 'share',
      input: { kind: 'number', unit: { zh: '分', en: 'points' } },
      example: usual,
    });
    let next = 0;
    return tree.rows.map((drafted) => {
      if (!missing.includes(drafted)) return drafted;
      const share =
        choice === 'share'
          ? (each?.[next] ?? null)
          : choice === 'usual'
            ? usual
            : choice === 'number'
              ? (value ?? null)
              : null;
      next += 1;
      if (share !== null)
        drafted.notes.push({
          zh: `没有写分值，按 ${share} 分计。`,
          en: `It has no points; ${share} are taken.`,
        });
      return { ...drafted, points: share };
    });
  }

  /** A section that says one number while its rows make another. */
  private reconciled(tree: Tree, { stated, known, what }: Difference): Drafted[] {
    const left = Rational.parse(stated).minus(Rational.parse(known));
    const isShort = left.sign() > 0;
    const canScale = tree.sections.length === 0 && tree.rows.every(({ points }) => points !== null);
    const { choice } = this.asking.ask({
      code: 'contradiction',
      ...at(tree.key, tree.section.title),
      ask: {
        zh: `“${what}”写明 ${stated} 分，各项合计 ${known} 分。`,
        en: `“${what}” states ${stated} points, its items add up to ${known}.`,
      },
      choices: [
        {
          id: 'sum',
          label: { zh: `以合计为准：这一部分 ${known} 分`, en: `the sum: this part is worth ${known}` },
        },
        ...(isShort
          ? [
              {
                id: 'rest',
                label: {
                  zh: `以 ${stated} 分为准：差的 ${left.toText()} 分作为“其他”，由部门评定`,
                  en: `the ${stated}: the ${left.toText()} left are “other”, judged by the department`,
                },
              },
            ]
          : []),
        ...(canScale && !isShort
          ? [
              {
                id: 'scale',
                label: {
                  zh: `以 ${stated} 分为准，各项分值按比例缩小`,
                  en: `the ${stated}, the items scaled down`,
                },
              },
            ]
          : []),
      ],
      suggested: 'sum',
    });
    if (choice === 'scale') return scaledRows(tree.rows, stated, known);
    return choice === 'rest' ? [...tree.rows, this.restRow(tree, left.toText())] : [...tree.rows];
  }

  private restRow({ section, key, rows }: Tree, points: string): Drafted {
    const row: InputRow = {
      number: null,
      item: `${section.title}其他`,
      requirement: null,
      points,
      standard: null,
      department: rows[0]?.row.department ?? null,
      evidence: null,
      remark: null,
      place: section.place,
    };
    const notes: Text[] = [{ zh: '原文没有列出的部分。', en: 'What the document does not list.' }];
    return {
      key: `${key}-rest`,
      row,
      text: '',
      reading: readClause('', { indicator: row.item }),
      role: 'base',
      points,
      notes,
    };
  }

  /** Sections without points share what is left of the total. */
  private pricedByTotal(trees: readonly Tree[]): readonly Tree[] {
    const open = trees.filter((tree) => baseRowsOf(tree).some(({ points }) => points === null));
    const stated = this.regulation.total?.points ?? null;
    const known = total(trees.flatMap((tree) => baseRowsOf(tree).flatMap(({ points }) => points ?? [])));
    if (open.length === 0) return trees;
    const left = stated === null ? null : Rational.parse(stated).minus(Rational.parse(known));
    const rows = open.flatMap((tree) => baseRowsOf(tree).filter(({ points }) => points === null));
    const parts = left !== null && left.sign() > 0 ? equalShares(left.toText(), rows.length) : null;
    let next = 0;
    return trees.map((tree) =>
      this.pricedEverywhere(tree, (own) => {
        const missing = own.rows.filter(({ role, points }) => role === 'base' && points === null);
        if (missing.length === 0) return own.rows;
        const share = parts === null ? null : total(parts.slice(next, next + missing.length));
        next += missing.length;
        return this.shared(own, missing, share);
      }),
    );
  }

  private pricedEverywhere(tree: Tree, rowsOf: (tree: Tree) => Drafted[]): Tree {
    return {
      ...tree,
      rows: rowsOf(tree),
      sections: tree.sections.map((part) => this.pricedEverywhere(part, rowsOf)),
    };
  }

  /** A section and, beside it, those of its rows that add or cost instead. */
  private sectionsOf(tree: Tree, id: string): PlannedSection[] {
    const { section } = tree;
    const own: PlannedRole = section.role === 'veto' ? 'base' : section.role;
    const inner = tree.sections.flatMap((part, at) => this.sectionsOf(part, `${id}-${at + 1}`));
    const ids = new Map(tree.rows.map((row, at) => [row, `${id.replace('S', 'N')}-${at + 1}`]));
    const roles: readonly PlannedRole[] = ['base', 'bonus', 'deduction'];
    return roles.flatMap((role) => {
      const rows = tree.rows.filter((row) => row.role === role);
      const parts = inner.filter((part) => part.role === role);
      if (rows.length === 0 && parts.length === 0) return [];
      const limit = role === 'base' ? null : this.limitOf(tree, role, role === own);
      const suffix = role === own ? '' : role === 'bonus' ? '-plus' : '-minus';
      return [
        {
          id: `${id}${suffix}`,
          title: text(titleOf(section, role, own)),
          role,
          limit,
          rows: rows.map((row) => ({
            key: row.key,
            id: ids.get(row) ?? row.key,
            row: row.row,
            text: row.text,
            reading: row.reading,
            role,
            points: role === 'base' ? row.points : (row.points ?? limit),
            notes: row.notes,
          })),
          sections: parts,
          place: section.place,
        },
      ];
    });
  }

  /** How much a section can add or cost at most. */
  private limitOf(tree: Tree, role: PlannedRole, isOwn: boolean): string {
    const stated = tree.section.points;
    if (stated !== null && isOwn) return stated;
    const rows = tree.rows.filter((row) => row.role === role);
    const sum = total(rows.flatMap(({ points }) => points ?? []));
    if (rows.length > 0 && rows.every(({ points }) => points !== null) && !isSame(sum, '0')) return sum;
    const whole = this.regulation.total?.points ?? '100';
    const { choice, value } = this.asking.ask({
      code: 'cap-unstated',
      ...at(tree.key, tree.section.title),
      ask:
        role === 'bonus'
          ? {
              zh: `“${tree.section.title}”最多加多少分，没有写。`,
              en: `“${tree.section.title}” has no limit for what can be added.`,
            }
          : {
              zh: `“${tree.section.title}”最多扣多少分，没有写。`,
              en: `“${tree.section.title}” has no limit for what can be lost.`,
            },
      choices: [
        ...(stated === null
          ? []
          : [
              {
                id: 'section',
                label: { zh: `${stated} 分（与这一部分的分值相同）`, en: `${stated}, like the part` },
              },
            ]),
        this.regulation.total === null
          ? {
              id: 'total',
              label: { zh: `不另设限，暂以 ${whole} 分为限`, en: `no limit of its own; ${whole} for now` },
            }
          : {
              id: 'total',
              label: { zh: `不另设限，以总分 ${whole} 分为限`, en: `none but the total, ${whole}` },
            },
        { id: 'number', label: { zh: '最多（填分数）', en: 'at most (fill in)' }, needsValue: true as const },
      ],
      suggested: stated === null ? 'total' : 'section',
      input: { kind: 'number', unit: { zh: '分', en: 'points' } },
      example: '10',
    });
    if (choice === 'number' && value !== undefined) return value;
    return choice === 'section' && stated !== null ? stated : whole;
  }

  /** The same address twice gets a number. */
  private keyOf(address: string): string {
    const count = (this.keys.get(address) ?? 0) + 1;
    this.keys.set(address, count);
    return count === 1 ? address : `${address}#${count}`;
  }
}

const emptyRow: InputRow = {
  number: null,
  item: '',
  requirement: null,
  points: null,
  standard: null,
  department: null,
  evidence: null,
  remark: null,
  place: { address: '' },
};

const rowsIn = (section: PlannedSection): readonly PlannedRow[] => [
  ...section.rows,
  ...section.sections.flatMap(rowsIn),
];

/** Questions of the book stand at no words. */
const at = (key: string, title: string) => ({ span: { start: 0, end: 0 }, place: { key, title } });

type Difference = { readonly stated: string; readonly known: string; readonly what: string };

const statedIn = (reading: ClauseReading): string | null =>
  reading.kind === 'canonical' ? reading.read.rule.points : statedPoints(reading.natural, {});

const titleOf = (section: InputSection, role: PlannedRole, own: PlannedRole): string => {
  const title = section.title.trim() || '考核内容';
  if (role === own) return title;
  return role === 'bonus' ? `${title}（加分）` : `${title}（扣分）`;
};

const baseRowsOf = (tree: Tree): readonly Drafted[] => [
  ...tree.rows.filter(({ role }) => role === 'base'),
  ...tree.sections.flatMap(baseRowsOf),
];

/** What a tree is worth by its rows; null where some have no points yet. */
function worthOf(tree: Tree): string | null {
  const rows = baseRowsOf(tree);
  return rows.some(({ points }) => points === null) ? null : total(rows.map(({ points }) => points ?? '0'));
}

/** Equal parts to two decimals; what does not divide goes to the last. */
export function equalShares(whole: string, count: number): string[] {
  const each = Rational.parse(whole).over(Rational.integer(count)).round({ mode: 'down', digits: 2 });
  const last = Rational.parse(whole).minus(each.times(Rational.integer(count - 1)));
  return Array.from({ length: count }, (_, at) => (at === count - 1 ? last : each).toText());
}

function scaledRows(rows: readonly Drafted[], stated: string, known: string): Drafted[] {
  const factor = Rational.parse(stated).over(Rational.parse(known));
  const scaled = rows.map(({ points }) =>
    Rational.parse(points ?? '0')
      .times(factor)
      .round({ mode: 'half-up', digits: 2 }),
  );
  const sum = scaled.reduce((all, value) => all.plus(value), Rational.zero);
  const rest = Rational.parse(stated).minus(sum);
  return rows.map((row, at) => {
    const value = scaled[at] ?? Rational.zero;
    const points = decimalOf(at === rows.length - 1 ? value.plus(rest) : value) ?? row.points;
    row.notes.push({
      zh: `分值由 ${row.points} 分缩小为 ${points} 分。`,
      en: `Scaled from ${row.points} to ${points} points.`,
    });
    return { ...row, points };
  });
}
