import { Rational, type Measure } from '@heng/rules';

export const factMeasure = (fact: string): Measure => ({ kind: 'fact', fact });
export const constant = (value: string): Measure => ({ kind: 'constant', value });
export const difference = (from: Measure, less: Measure): Measure => ({
  kind: 'difference',
  of: [from, less],
});
export const greatest = (...of: Measure[]): Measure => ({ kind: 'greatest', of });
export const least = (...of: Measure[]): Measure => ({ kind: 'least', of });
export const sumOf = (of: readonly Measure[]): Measure => {
  const [first] = of;
  return of.length === 1 && first !== undefined ? first : { kind: 'sum', of: [...of] };
};
export const ratio = (part: Measure, whole: Measure): Measure => ({
  kind: 'ratio',
  of: [part, whole],
  whenZero: 'cannot-compute',
});

/** `points` × measure; a factor of one is not said. */
export const times = (points: string, measure: Measure): Measure =>
  isOne(points) ? measure : { kind: 'product', of: [constant(points), measure] };

/** How many whole blocks of `per` a measure has. */
export const wholeBlocks = (measure: Measure, per: string): Measure =>
  isOne(per)
    ? { kind: 'rounded', of: measure, rounding: { mode: 'down', digits: 0 } }
    : { kind: 'rounded', of: ratio(measure, constant(per)), rounding: { mode: 'down', digits: 0 } };

/** How many blocks of `per` a measure has, parts in proportion. */
export const blocks = (measure: Measure, per: string): Measure =>
  isOne(per) ? measure : ratio(measure, constant(per));

export const isOne = (value: string): boolean => Rational.parse(value).equals(Rational.one);

/** An exact decimal, or null for a number without an end. */
export function decimalOf(value: Rational): string | null {
  const text = value.toText();
  return text.includes('/') ? null : text;
}

/** Multiplication of two decimals, which always ends. */
export const product = (a: string, b: string): string => Rational.parse(a).times(Rational.parse(b)).toText();
export const negated = (value: string): string => Rational.parse(value).negate().toText();
export const total = (values: readonly string[]): string =>
  values.reduce((sum, value) => sum.plus(Rational.parse(value)), Rational.zero).toText();
export const isLess = (a: string, b: string): boolean => Rational.parse(a).compare(Rational.parse(b)) < 0;
export const isSame = (a: string, b: string): boolean => Rational.parse(a).equals(Rational.parse(b));
export const less1 = (value: string): string => Rational.parse(value).minus(Rational.one).toText();
