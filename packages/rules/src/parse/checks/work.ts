import type { RuleBook } from '../../format/rule-book.js';
import { outermostMeasures } from '../book-measures.js';
import { withInner } from '../inner-measures.js';
import { problem, type Problem } from '../problem.js';
import { workOfBook } from '../work/work-of-book.js';

/** Parts of one expression. Published formulas have a few dozen at most. */
const mostParts = 1000;

/** Pairs of digits for one unit, about a second at the very worst. Published books take less than a hundredth of it. */
const mostWork = 1e9;

/** Expressions with more parts than anybody could follow. */
export function expressionProblems(book: RuleBook): Problem[] {
  return outermostMeasures(book).flatMap((placed) => {
    const parts = withInner(placed).length;
    if (parts <= mostParts) return [];
    return [
      problem(
        'MEASURE_TOO_LARGE',
        placed.path,
        [
          `这个算式有 ${parts} 个部分，至多 ${mostParts} 个。`,
          `This expression has ${parts} parts; at most ${mostParts} are allowed.`,
        ],
        [
          '请拆成几个指标，再用 indicator-points 引用。',
          'Split it into several indicators and read their points.',
        ],
      ),
    ];
  });
}

/** Books whose exact numbers would grow until nobody could wait for them: points of points of points without a rounding. */
export function workProblems(book: RuleBook): Problem[] {
  const { total, most } = workOfBook(book);
  if (total <= mostWork) return [];
  return [
    problem(
      'TOO_MUCH_WORK',
      most.path,
      [
        `算一个单位要做的事约是上限的 ${times(total)} 倍，大半在这里：数层层相乘、乘方、相加而不取整，位数会越来越多。`,
        `Assessing one unit takes about ${times(total)} times what is allowed, most of it here: numbers that are multiplied, raised and added without rounding grow longer and longer.`,
      ],
      [
        '请在中间用 rounded 取整，规定指标、类别取整，或在事实的 checks 中限定位数（max、step）。',
        'Round on the way with `rounded`, let indicators or sections be rounded, or bound the digits of facts by their checks (max, step).',
      ],
    ),
  ];
}

const times = (total: number): string => {
  const factor = Math.ceil(total / mostWork);
  return factor < 1e6 ? String(factor) : '1000000+';
};
