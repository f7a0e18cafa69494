import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';
import { pointsInTotal } from '../weight-in-total.js';

const mostIndicators = 60;

/** Too many indicators to work with, and indicators too small to matter. */
export function indicatorSizes(book: RuleBook): LintFinding[] {
  const all = indicatorsOf(book);
  const base = all.filter(({ role }) => role === 'base');
  const smallest = Rational.parse(book.totalPoints).over(Rational.integer(100));
  const small = base.flatMap((placed) => {
    const { indicator, path } = placed;
    const points = pointsInTotal(placed);
    if (points.compare(smallest) >= 0) return [];
    const { zh, en } = named(indicator);
    return [
      finding(
        'advice',
        'INDICATOR_TOO_SMALL',
        `${path}/points`,
        [
          `${zh}在总分中只有 ${points.toText()} 分，不到总分的 1%（${smallest.toText()} 分）。`,
          `${en} is worth ${points.toText()} points of the total, less than 1% of the total (${smallest.toText()}).`,
        ],
        ['请与相近的指标合并，或提高分值。', 'Merge it with a similar indicator, or raise its points.'],
      ),
    ];
  });
  return [...tooMany(all.length), ...small];
}

function tooMany(count: number): LintFinding[] {
  if (count <= mostIndicators) return [];
  return [
    finding(
      'warning',
      'TOO_MANY_INDICATORS',
      '/sections',
      [
        `共有 ${count} 个指标，超过 ${mostIndicators} 个，填报和评分的负担很重。`,
        `There are ${count} indicators, more than ${mostIndicators}: a burden for those who report and those who score.`,
      ],
      [
        `请合并或删减到 ${mostIndicators} 个以内。`,
        `Merge or drop until ${mostIndicators} or fewer are left.`,
      ],
    ),
  ];
}
