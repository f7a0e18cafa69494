import { indicatorsOf, orderIndicators } from '../../engine/book-index.js';
import type { RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Indicators that read each other's points in a circle have no order in which they could be computed. */
export function circleProblems(book: RuleBook): Problem[] {
  const ordering = orderIndicators(book);
  if (ordering.ok) return [];
  const place = indicatorsOf(book).find(({ indicator }) => indicator.id === ordering.cycle[0]);
  const circle = ordering.cycle.join(' → ');
  return [
    problem(
      'CIRCLE',
      place?.path ?? '/sections',
      [
        `指标得分相互引用，成了循环：${circle}。`,
        `Indicators read each other's points in a circle: ${circle}.`,
      ],
      ['请去掉其中一处引用。', 'Remove one of these references.'],
    ),
  ];
}
