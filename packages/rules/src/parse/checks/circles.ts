import { orderIndicators } from '../../engine/book-index.js';
import type { RuleBook } from '../../format/rule-book.js';
import { problem, type Problem } from '../problem.js';

/** Indicators that read each other's points in a circle have no order in which they could be computed. */
export function circleProblems(book: RuleBook): Problem[] {
  const ordering = orderIndicators(book);
  if (ordering.ok) return [];
  const circle = ordering.cycle.join(' → ');
  return [
    problem(
      'CIRCLE',
      '/sections',
      [`指标得分相互引用，成了循环：${circle}。`, `Indicators read each other's points in a circle: ${circle}.`],
      ['请去掉其中一处引用。', 'Remove one of these references.'],
    ),
  ];
}
