import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Base sections must equal the sum of their parts, and together the total; nothing may be worth less than zero. */
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
  const parts = [...(section.indicators ?? []), ...(section.sections ?? [])];
  const negative = [
    { points: section.points, at: `${path}/points` },
    ...(section.indicators ?? []).map(({ points }, index) => ({
      points,
      at: `${path}/indicators/${index}/points`,
    })),
  ].filter(({ points }) => Rational.parse(points).sign() < 0);
  const found = negative.map(({ points, at }) =>
    problem(
      'NEGATIVE_POINTS',
      at,
      [`分值 ${points} 小于零。`, `${points} points are less than zero.`],
      [
        '请写成正数；减分的分值是最多减多少。',
        'Write a positive number; for a deduction it is the most that can be lost.',
      ],
    ),
  );
  if (parts.length === 0) {
    found.push(
      problem(
        'EMPTY_SECTION',
        path,
        ['这一类下面没有指标。', 'This section holds no indicator.'],
        ['请加入指标，或删去这一类。', 'Add indicators or remove the section.'],
      ),
    );
  }
  if (above !== null && above !== section.role) {
    found.push(
      problem(
        'MIXED_ROLES',
        `${path}/role`,
        [
          '下级类与上级类的性质（基本、加分、减分）不同。',
          'A section and the one above it differ in role (base, bonus, deduction).',
        ],
        ['请把加分或减分单列为一类。', 'Put bonuses and deductions into sections of their own.'],
      ),
    );
  }
  const total = sum(parts.map(({ points }) => Rational.parse(points)));
  if (section.role === 'base' && parts.length > 0 && !total.equals(Rational.parse(section.points))) {
    found.push(
      unequal(`${path}/points`, section.points, total, `“${section.title.zh}”`, `"${section.title.en}"`),
    );
  }
  const below = (section.sections ?? []).flatMap((part, index) =>
    sectionProblems(part, section.role, `${path}/sections/${index}`),
  );
  return [...found, ...below];
}

const unequal = (path: string, stated: string, total: Rational, zh: string, en: string): Problem =>
  problem(
    'SUM_MISMATCH',
    path,
    [
      `${zh}写明 ${stated} 分，各部分之和却是 ${total.toText()} 分。`,
      `${en} says ${stated} points, its parts add up to ${total.toText()}.`,
    ],
    ['请改正分值，使两者相等。', 'Correct the points so that both are equal.'],
  );
