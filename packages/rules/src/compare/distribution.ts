import type { ExactText } from '../engine/outcome.js';
import { Rational, sum } from '../exact/rational.js';

/** How numbers lie: exact, over the units that have one. Quartiles lie on the straight line between two ranks, as PERCENTILE.INC. */
export type Distribution = {
  readonly count: number;
  readonly mean: ExactText;
  /** Mean squared distance from the mean. */
  readonly variance: ExactText;
  readonly least: ExactText;
  readonly lowerQuartile: ExactText;
  readonly median: ExactText;
  readonly upperQuartile: ExactText;
  readonly greatest: ExactText;
};

/** Null where nobody has a number. */
export function distributionOf(values: readonly Rational[]): Distribution | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a.compare(b));
  const quartile = (quarters: bigint) => percentile(sorted, Rational.of(quarters, 4n)).toText();
  return {
    count: values.length,
    mean: meanOf(values).toText(),
    variance: covariance(values, values).toText(),
    least: quartile(0n),
    lowerQuartile: quartile(1n),
    median: quartile(2n),
    upperQuartile: quartile(3n),
    greatest: quartile(4n),
  };
}

export const meanOf = (values: readonly Rational[]): Rational =>
  values.length === 0 ? Rational.zero : sum(values).over(Rational.integer(values.length));

/** Mean product of the distances from the two means; 0 for none. */
export function covariance(a: readonly Rational[], b: readonly Rational[]): Rational {
  const products = a.map((value, index) => value.times(b[index] ?? Rational.zero));
  return meanOf(products).minus(meanOf(a).times(meanOf(b)));
}

function percentile(sorted: readonly Rational[], share: Rational): Rational {
  const at = share.times(Rational.integer(sorted.length - 1));
  const below = at.round({ mode: 'down', digits: 0 });
  const index = Number(below.numerator);
  const low = sorted[index] ?? Rational.zero;
  return low.plus((sorted[index + 1] ?? low).minus(low).times(at.minus(below)));
}

/** The share of pairs of units that a figure tells apart; null with fewer than two. 1: all differ, 0: all are equal. */
export function pairsApart(values: readonly Rational[]): ExactText | null {
  if (values.length < 2) return null;
  const alike = new Map<string, number>();
  for (const value of values) alike.set(value.toText(), (alike.get(value.toText()) ?? 0) + 1);
  const pairs = (count: number) => Rational.integer(count * (count - 1));
  const equal = sum([...alike.values()].map(pairs));
  return Rational.one.minus(equal.over(pairs(values.length))).toText();
}
