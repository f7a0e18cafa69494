import { indicatorsOf, referencesOf } from '../../engine/book-index.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { listed, named } from '../naming.js';

/** Indicators that cannot be computed in the first year, because they read last year's facts. */
export function lastYear(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap(({ indicator, path }) => {
    const { previousFacts } = referencesOf(indicator);
    if (previousFacts.length === 0) return [];
    const { zh, en } = named(indicator);
    return [
      finding(
        'advice',
        'NEEDS_LAST_YEAR',
        path,
        [
          `${zh}要用上年的数据（${listed(previousFacts)}），第一年没有上年数据的单位无法计算。`,
          `${en} reads last year's facts (${listed(previousFacts)}); without them a unit cannot be computed in the first year.`,
        ],
        ['请在启用前录入上年数据。', "Enter last year's facts before the book takes effect."],
      ),
    ];
  });
}
