import { indicatorsOf } from '../../engine/book-index.js';
import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';

/** Unit types that face fewer or more points than the total: their scores are converted before they are compared. */
export function unequalTotals(book: RuleBook): LintFinding[] {
  const total = Rational.parse(book.totalPoints);
  const base = indicatorsOf(book).filter(({ role }) => role === 'base');
  return book.unitTypes.flatMap((type, index) => {
    const applicable = sum(
      base
        .filter(({ indicator }) => indicator.appliesTo?.types?.includes(type) ?? true)
        .map(({ indicator }) => Rational.parse(indicator.points)),
    );
    if (applicable.equals(total)) return [];
    return [
      finding(
        'advice',
        'UNEQUAL_TOTALS',
        `/unitTypes/${index}`,
        [
          `适用于 ${type} 的指标共 ${applicable.toText()} 分，不等于总分 ${book.totalPoints} 分，得分会按比例折算。`,
          `The indicators for ${type} are worth ${applicable.toText()} points, not the total of ${book.totalPoints}: scores will be converted.`,
        ],
        [
          '请使每类单位适用的指标分值之和相等，或确认折算是有意的。',
          'Let the indicators of every unit type add up to the same, or make sure that the conversion is intended.',
        ],
      ),
    ];
  });
}
