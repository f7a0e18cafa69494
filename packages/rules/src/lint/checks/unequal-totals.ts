import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';

/** Unit types that face fewer or more points than the total: their scores are converted before they are compared. */
export function unequalTotals(book: RuleBook): LintFinding[] {
  const total = Rational.parse(book.totalPoints);
  const base = book.sections.filter(({ role }) => role === 'base');
  return book.unitTypes.flatMap((type, index) => {
    const applicable = sum(base.map((section) => applicablePoints(section, type)));
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

/** Points of a section that a unit of the type faces; of a combined section all of them, when any part is for it (RULES.md TO6). */
function applicablePoints(section: Section, type: string): Rational {
  const own = (section.indicators ?? [])
    .filter(({ appliesTo }) => appliesTo?.types?.includes(type) ?? true)
    .map(({ points }) => Rational.parse(points));
  const below = (section.sections ?? []).map((part) => applicablePoints(part, type));
  const added = sum([...own, ...below]);
  return section.combine === undefined || added.isZero() ? added : Rational.parse(section.points);
}
