import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';
import { fullOfParts, type Part } from './full-of-parts.js';

/** Base sections must equal what their parts make together, and together the total; nothing may be worth less than zero. */
export function sumProblems(book: RuleBook): Problem[] {
  const base = book.sections.filter(({ role }) => role === 'base');
  const total = sum(base.map(({ points }) => Rational.parse(points)));
  const wrongTotal = total.equals(Rational.parse(book.totalPoints))
    ? []
    : [unequal('/totalPoints', book.totalPoints, total, '总分', 'The total')];
  return [
    ...wrongTotal,
    ...book.sections.flatMap((section, index) => sectionProblems(section, null, `/sections/${index}`)),
  ];
}

function sectionProblems(section: Section, above: Section['role'] | null, path: string): Problem[] {
  const parts: Part[] = [
    ...(section.indicators ?? []).map((part, index) => placed(part, `${path}/indicators/${index}`)),
    ...(section.sections ?? []).map((part, index) => placed(part, `${path}/sections/${index}`)),
  ];
  const indicators = parts.slice(0, section.indicators?.length ?? 0);
  const found = [{ points: Rational.parse(section.points), path }, ...indicators].flatMap((part) =>
    part.points.sign() < 0 ? [negative(part.points, `${part.path}/points`)] : [],
  );
  if (parts.length === 0) found.push(empty(path));
  if (above !== null && above !== section.role) found.push(mixed(`${path}/role`));
  if (section.role === 'base' && parts.length > 0) found.push(...worthProblems(section, parts, path));
  const below = (section.sections ?? []).flatMap((part, index) =>
    sectionProblems(part, section.role, `${path}/sections/${index}`),
  );
  return [...found, ...below];
}

const placed = ({ id, points }: { readonly id: string; readonly points: string }, path: string): Part => ({
  id,
  points: Rational.parse(points),
  path,
});

/** The section is worth what its parts make, however it combines them. */
function worthProblems(section: Section, parts: readonly Part[], path: string): Problem[] {
  const full = fullOfParts(section.combine, parts, Rational.parse(section.points));
  if (full.kind === 'sum') {
    return full.points.equals(Rational.parse(section.points))
      ? []
      : [
          unequal(
            `${path}/points`,
            section.points,
            full.points,
            `“${section.title.zh}”`,
            `"${section.title.en}"`,
          ),
        ];
  }
  return full.odd.map((part) =>
    problem(
      'PART_POINTS',
      `${part.path}/points`,
      [
        `“${section.title.zh}”取各部分的平均或择优，每部分都应是 ${full.each.toText()} 分，这里是 ${part.points.toText()} 分。`,
        `"${section.title.en}" takes a mean or the best of its parts: each must be worth ${full.each.toText()} points; this one is worth ${part.points.toText()}.`,
      ],
      [
        '请使各部分分值相同；分值不同的部分请用加权求和。',
        'Give all parts the same points; use a weighted sum for parts of different points.',
      ],
    ),
  );
}

const negative = (points: Rational, path: string): Problem =>
  problem(
    'NEGATIVE_POINTS',
    path,
    [`分值 ${points.toText()} 小于零。`, `${points.toText()} points are less than zero.`],
    [
      '请写成正数；减分的分值是最多减多少。',
      'Write a positive number; for a deduction it is the most that can be lost.',
    ],
  );

const empty = (path: string): Problem =>
  problem(
    'EMPTY_SECTION',
    path,
    ['这一类下面没有指标。', 'This section holds no indicator.'],
    ['请加入指标，或删去这一类。', 'Add indicators or remove the section.'],
  );

const mixed = (path: string): Problem =>
  problem(
    'MIXED_ROLES',
    path,
    [
      '下级类与上级类的性质（基本、加分、减分、另算）不同。',
      'A section and the one above it differ in role (base, bonus, deduction, derived).',
    ],
    [
      '请把加分、减分或另算的内容单列为一类。',
      'Put bonuses, deductions and what is only derived into sections of their own.',
    ],
  );

const unequal = (path: string, stated: string, total: Rational, zh: string, en: string): Problem =>
  problem(
    'SUM_MISMATCH',
    path,
    [
      `${zh}写明 ${stated} 分，各部分合起来却是 ${total.toText()} 分。`,
      `${en} says ${stated} points, its parts make ${total.toText()} together.`,
    ],
    ['请改正分值，使两者相等。', 'Correct the points so that both are equal.'],
  );
