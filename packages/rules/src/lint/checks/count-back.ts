import { indicatorsOf } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';

/** A count-back by points over indicators of different worth: the largest always decides, whoever did well elsewhere. */
export function countBack(book: RuleBook): LintFinding[] {
  const points = new Map(
    indicatorsOf(book).map(({ indicator }) => [indicator.id, Rational.parse(indicator.points)]),
  );
  return book.ranking.tieBreaks.flatMap((tieBreak, index) => {
    if (tieBreak.kind !== 'count-back' || tieBreak.by !== 'points') return [];
    const worth = tieBreak.indicators.flatMap((id) => points.get(id) ?? []);
    const [first] = worth;
    if (first === undefined || worth.every((each) => each.equals(first))) return [];
    const shown = [...new Set(worth.map((each) => each.toText()))];
    return [
      finding(
        'warning',
        'COUNT_BACK_UNEQUAL',
        `/ranking/tieBreaks/${index}/indicators`,
        [
          `逐项比高低的指标分值不同（${shown.join('、')} 分），总是分值大的先定高低。`,
          `The indicators of this count-back are worth different points (${shown.join(', ')}): the largest always decides first.`,
        ],
        [
          '请只列分值相同的指标，或改为比名次（by 写 "places"）。',
          'List indicators of the same points, or compare places ("by": "places").',
        ],
      ),
    ];
  });
}
