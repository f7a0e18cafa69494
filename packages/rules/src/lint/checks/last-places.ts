import { Rational, sum } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';

/** Last places that leave less room than the better grades promise: their quotas can never be filled. */
export function lastPlaces({ grades }: RuleBook): LintFinding[] {
  return grades.flatMap(({ lastPlaces: last, title }, index) => {
    if (last?.ratio === undefined) return [];
    const held = Rational.parse(last.ratio);
    const better = sum(
      grades
        .slice(0, index)
        .flatMap(({ quota }) => (quota?.ratio === undefined ? [] : [Rational.parse(quota.ratio)])),
    );
    const room = Rational.one.minus(held);
    if (better.compare(room) <= 0 && !room.isZero()) return [];
    const percent = (share: Rational) => `${share.times(Rational.integer(100)).toText()}%`;
    return [
      finding(
        'warning',
        'LAST_PLACES_NO_ROOM',
        `/grades/${index}/lastPlaces`,
        [
          `末位 ${percent(held)} 不得高于“${title.zh}”，只剩 ${percent(room)} 能进更好的等次，而这些等次的名额合计 ${percent(better)}。`,
          `The last ${percent(held)} get no better grade than "${title.en}", which leaves ${percent(room)} for the better grades; their quotas add up to ${percent(better)}.`,
        ],
        [
          '请减少末位比例，或减少更好等次的名额。',
          'Lower the share of last places, or the quotas of the better grades.',
        ],
      ),
    ];
  });
}
