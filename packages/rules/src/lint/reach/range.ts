import { Rational } from '../../exact/rational.js';

/** All numbers from `low` to `high`; a null end is open to infinity. May be wider than what can happen, never narrower. */
export type Range = { readonly low: Rational | null; readonly high: Rational | null };

export const everything: Range = { low: null, high: null };
export const nonNegative: Range = { low: Rational.zero, high: null };

export const range = (low: Rational | null, high: Rational | null): Range => ({ low, high });
export const exactly = (value: Rational): Range => ({ low: value, high: value });
export const upTo = (high: Rational): Range => ({ low: Rational.zero, high });

export const contains = ({ low, high }: Range, value: Rational): boolean =>
  (low === null || low.compare(value) <= 0) && (high === null || high.compare(value) >= 0);

/** The range under a function that never falls. */
export const mapped = ({ low, high }: Range, rising: (end: Rational) => Rational): Range => ({
  low: low === null ? null : rising(low),
  high: high === null ? null : rising(high),
});

export const negated = ({ low, high }: Range): Range => ({
  low: high === null ? null : high.negate(),
  high: low === null ? null : low.negate(),
});

export const added = (a: Range, b: Range): Range => ({
  low: a.low === null || b.low === null ? null : a.low.plus(b.low),
  high: a.high === null || b.high === null ? null : a.high.plus(b.high),
});

export function multiplied(a: Range, b: Range): Range {
  const [x, y] = [finiteEnds(a), finiteEnds(b)];
  if (x !== null && y !== null) return hull(x.flatMap((left) => y.map((right) => left.times(right))));
  if (isNonNegative(a) && isNonNegative(b)) {
    const isZero = (a.high?.isZero() ?? false) || (b.high?.isZero() ?? false);
    return isZero
      ? exactly(Rational.zero)
      : range((a.low ?? Rational.zero).times(b.low ?? Rational.zero), null);
  }
  if (isNegative(a)) return negated(multiplied(negated(a), b));
  if (isNegative(b)) return negated(multiplied(a, negated(b)));
  return everything;
}

/** Quotients of all pairs with a denominator other than zero. */
export function divided(a: Range, b: Range): Range {
  const isPositive = b.low !== null && b.low.sign() > 0;
  const [x, y] = [finiteEnds(a), finiteEnds(b)];
  if (isPositive && x !== null && y !== null)
    return hull(x.flatMap((left) => y.map((right) => left.over(right))));
  if (!isNonNegative(a) || !isNonNegative(b)) return everything;
  const low = b.high === null || b.high.isZero() ? Rational.zero : (a.low ?? Rational.zero).over(b.high);
  const high = a.high !== null && b.low !== null && isPositive ? a.high.over(b.low) : null;
  return range(low, a.high?.isZero() ? Rational.zero : high);
}

/** The smallest range that holds all of them. */
export function united(ranges: readonly Range[]): Range {
  const lows = ranges.map(({ low }) => low);
  const highs = ranges.map(({ high }) => high);
  return range(
    lows.reduce((a, b) => (a === null || b === null ? null : a.min(b)), lows[0] ?? null),
    highs.reduce((a, b) => (a === null || b === null ? null : a.max(b)), highs[0] ?? null),
  );
}

export function clamped(
  { low, high }: Range,
  floor: Rational,
  cap: Rational,
): { low: Rational; high: Rational } {
  const within = (value: Rational) => value.max(floor).min(cap);
  return { low: low === null ? floor : within(low), high: high === null ? cap : within(high) };
}

export const hull = (values: readonly Rational[]): Range => united(values.map(exactly));

const finiteEnds = ({ low, high }: Range): readonly Rational[] | null =>
  low === null || high === null ? null : [low, high];

/** Nothing above zero and something below it. */
const isNegative = ({ low, high }: Range): boolean =>
  high !== null && high.sign() <= 0 && (low === null || low.sign() < 0);

const isNonNegative = ({ low }: Range): boolean => low !== null && low.sign() >= 0;
