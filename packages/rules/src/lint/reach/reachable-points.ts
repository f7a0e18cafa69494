import type { PlacedIndicator } from '../../engine/book-index.js';
import { Rational } from '../../exact/rational.js';
import type { RuleBook } from '../../format/rule-book.js';
import { clamped, exactly, united } from './range.js';
import { scoreRange } from './score-range.js';

export type ReachablePoints = { readonly low: Rational; readonly high: Rational };

/** Least and most points that an indicator can give, after exceptions, floor, cap and rounding. Vetoes and missing facts aside. */
export function reachablePoints({ indicator, role }: PlacedIndicator, book: RuleBook): ReachablePoints {
  const full = Rational.parse(indicator.points);
  const { exceptions = [], floor, cap } = indicator.finish ?? {};
  const special = exceptions.map(({ points }) => exactly(points === 'full' ? full : Rational.parse(points)));
  const { low, high } = clamped(
    united([scoreRange(indicator, book), ...special]),
    floor === undefined ? (role === 'deduction' ? full.negate() : Rational.zero) : Rational.parse(floor),
    cap === undefined ? (role === 'deduction' ? Rational.zero : full) : Rational.parse(cap),
  );
  const rounding = indicator.finish?.rounding ?? book.rounding.indicator;
  return rounding ? { low: low.round(rounding), high: high.round(rounding) } : { low, high };
}
