import type { MeanForm } from '../format/measure.js';
import type { Selection } from '../format/primitives.js';
import { root } from './irrational.js';
import { Rational, sum } from './rational.js';

export type Weighted = { readonly value: Rational; readonly weight: Rational };

/**
 * The mean by weight, whatever the weights add up to (RULES.md ME10); null where there is none: all weights zero, or a geometric or
 * harmonic mean of a number below zero.
 */
export function weightedMean(form: MeanForm, parts: readonly Weighted[]): Rational | null {
  const weighing = parts.filter(({ weight }) => !weight.isZero());
  const total = sum(weighing.map(({ weight }) => weight));
  if (total.isZero()) return null;
  if (form === 'arithmetic') return sum(weighing.map(({ value, weight }) => value.times(weight))).over(total);
  if (weighing.some(({ value }) => value.sign() < 0)) return null;
  if (weighing.some(({ value }) => value.isZero())) return Rational.zero;
  return form === 'harmonic'
    ? total.over(sum(weighing.map(({ value, weight }) => weight.over(value))))
    : geometric(weighing);
}

/** The root of the product, with the weights as whole powers; the parser keeps these small. */
function geometric(parts: readonly Weighted[]): Rational {
  const powers = wholeWeights(parts.map(({ weight }) => weight));
  const product = parts.reduce(
    (so, { value }, index) => so.times(power(value, powers[index] ?? 0n)),
    Rational.one,
  );
  return root(product, Number(powers.reduce((a, b) => a + b, 0n)));
}

const power = (value: Rational, exponent: bigint) =>
  Rational.of(value.numerator ** exponent, value.denominator ** exponent);

/** The smallest whole numbers in the same proportion: 0.6, 0.4 → 3, 2. */
export function wholeWeights(weights: readonly Rational[]): bigint[] {
  const denominator = weights.reduce((so, { denominator: each }) => so * each, 1n);
  const whole = weights.map((weight) => (weight.numerator * denominator) / weight.denominator);
  const common = whole.reduce((a, b) => divisor(a, b), 0n) || 1n;
  return whole.map((each) => each / common);
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b));

/** Which of the values are kept, by index, in their given order (RULES.md ME11). Of equal ones the earlier counts as the better. */
export function keptOf(values: readonly Rational[], keep: Selection): number[] {
  const ascending = [...values.keys()].sort((a, b) => {
    const order = (values[a] ?? Rational.zero).compare(values[b] ?? Rational.zero);
    return order === 0 ? b - a : order;
  });
  return chosen(ascending, keep).sort((a, b) => a - b);
}

function chosen(ascending: number[], keep: Selection): number[] {
  if ('best' in keep)
    return keep.better === 'higher'
      ? ascending.slice(Math.max(0, ascending.length - keep.best))
      : ascending.slice(0, keep.best);
  const { dropLowest, dropHighest } = keep;
  return ascending.length > dropLowest + dropHighest
    ? ascending.slice(dropLowest, ascending.length - dropHighest)
    : ascending;
}
