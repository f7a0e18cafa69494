import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { Text } from '../../format/primitives.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { roleTotal } from '../reach/measure-range.js';

/** More bonus than this share of the total decides the ranking by itself. */
const mostBonus = Rational.parse('0.2');

/** Bonuses and deductions that can outgrow what they say, and bonuses that could outweigh the work itself. */
export function bonusLimits(book: RuleBook): LintFinding[] {
  const indicators = indicatorsOf(book).flatMap(({ indicator, path, role }) => [
    ...uncapped({ ...indicator, cap: indicator.finish?.cap }, role, `${path}/finish/cap`),
    ...(role === 'deduction'
      ? endless({ ...indicator, floor: indicator.finish?.floor }, `${path}/finish/floor`)
      : []),
  ]);
  return [
    ...indicators,
    ...sectionLimits(book.sections, '/sections'),
    ...totalLimit(book),
    ...tooLarge(book),
  ];
}

/** A base section is worth what its parts make, so that a cap above it is idle; one below it takes points from everybody. */
function sectionLimits(sections: readonly Section[], path: string): LintFinding[] {
  return sections.flatMap((section, index) => {
    const at = `${path}/${index}`;
    const { role, cap, points, sections: below = [] } = section;
    const isTight =
      role === 'base' && cap !== undefined && Rational.parse(cap).compare(Rational.parse(points)) < 0;
    return [
      ...(role === 'bonus' ? uncapped(section, role, `${at}/cap`) : []),
      ...(role === 'deduction' ? endless(section, `${at}/floor`) : []),
      ...(isTight ? [tight(section, cap, `${at}/cap`)] : []),
      ...sectionLimits(below, `${at}/sections`),
    ];
  });
}

function totalLimit({ totalBounds, totalPoints }: RuleBook): LintFinding[] {
  const cap = totalBounds?.cap;
  if (cap === undefined || Rational.parse(cap).compare(Rational.parse(totalPoints)) >= 0) return [];
  return [
    finding(
      'warning',
      'UNREACHABLE_POINTS',
      '/totalBounds/cap',
      [
        `总分 ${totalPoints} 分，却以 ${cap} 分封顶。`,
        `The total is ${totalPoints} points, but capped at ${cap}.`,
      ],
      ['请提高封顶，或改正总分。', 'Raise the cap, or correct the total.'],
    ),
  ];
}

type Limited = {
  readonly id: string;
  readonly title: Text;
  readonly points: string;
  readonly floor?: string | undefined;
  readonly cap?: string | undefined;
};

function uncapped(item: Limited, role: Section['role'], path: string): LintFinding[] {
  const { cap, points } = item;
  const top = role === 'deduction' ? Rational.zero : Rational.parse(points);
  if (cap === undefined || Rational.parse(cap).compare(top) <= 0) return [];
  const { zh, en } = named(item);
  return [
    finding(
      'warning',
      'UNCAPPED_BONUS',
      path,
      [
        `${zh}最高只应得 ${top.toText()} 分，封顶却写成 ${cap} 分。`,
        `${en} should give at most ${top.toText()} points, but its cap is ${cap}.`,
      ],
      [
        `请把封顶改为 ${top.toText()}，或把超出部分单列为加分项。`,
        `Cap it at ${top.toText()}, or make the excess a bonus of its own.`,
      ],
    ),
  ];
}

function endless(item: Limited, path: string): LintFinding[] {
  const { floor, points } = item;
  if (floor === undefined || Rational.parse(floor).negate().compare(Rational.parse(points)) <= 0) return [];
  const { zh, en } = named(item);
  return [
    finding(
      'warning',
      'UNCAPPED_DEDUCTION',
      path,
      [
        `${zh}写明最多减 ${points} 分，实际可以减到 ${floor} 分。`,
        `${en} says up to ${points} points can be lost, but it goes down to ${floor}.`,
      ],
      [`请把下限改为 -${points}，或提高分值。`, `Set the floor to -${points}, or raise the points.`],
    ),
  ];
}

function tight(section: Section, cap: string, path: string): LintFinding {
  const { zh, en } = named(section);
  return finding(
    'warning',
    'UNREACHABLE_POINTS',
    path,
    [
      `${zh}分值 ${section.points} 分，却以 ${cap} 分封顶。`,
      `${en} is worth ${section.points} points, but capped at ${cap}.`,
    ],
    [`请去掉封顶，或把分值改为 ${cap}。`, `Remove the cap, or make it worth ${cap}.`],
  );
}

function tooLarge(book: RuleBook): LintFinding[] {
  const [bonus, total] = [roleTotal(book, 'bonus'), Rational.parse(book.totalPoints)];
  if (bonus.compare(total.times(mostBonus)) <= 0) return [];
  return [
    finding(
      'warning',
      'BONUS_TOO_LARGE',
      '/sections',
      [
        `加分最多可达 ${bonus.toText()} 分，超过总分 ${book.totalPoints} 分的 20%，加分会决定名次。`,
        `Up to ${bonus.toText()} bonus points, more than 20% of the total of ${book.totalPoints}: bonuses would decide the ranking.`,
      ],
      [
        `请把加分合计限制在 ${total.times(mostBonus).toText()} 分以内。`,
        `Limit all bonuses together to ${total.times(mostBonus).toText()} points.`,
      ],
    ),
  ];
}
