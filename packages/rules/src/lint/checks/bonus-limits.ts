import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { roleTotal } from '../reach/measure-range.js';

/** More bonus than this share of the total decides the ranking by itself. */
const mostBonus = Rational.parse('0.2');

/** Bonuses that can outgrow what they say, and bonuses that could outweigh the work itself. */
export function bonusLimits(book: RuleBook): LintFinding[] {
  const uncapped = indicatorsOf(book).flatMap(({ indicator, path, role }) => {
    const cap = indicator.finish?.cap;
    const top = role === 'deduction' ? Rational.zero : Rational.parse(indicator.points);
    if (cap === undefined || Rational.parse(cap).compare(top) <= 0) return [];
    const { zh, en } = named(indicator);
    return [
      finding(
        'warning',
        'UNCAPPED_BONUS',
        `${path}/finish/cap`,
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
  });
  return [...uncapped, ...tooLarge(book)];
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
