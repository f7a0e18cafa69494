import fc from 'fast-check';
import { CohortFigures } from '../engine/cohort-figures.js';
import { Rational } from '../exact/rational.js';
import { columnNumbers } from './column-numbers.js';

const figuresOf = (factor: Rational, num: readonly number[], den: readonly number[] | null) =>
  new CohortFigures(
    columnNumbers({
      factor,
      num: Float64Array.from(num),
      den: den && Float64Array.from(den),
      keys: Float64Array.from(num, (value, index) => value / (den?.[index] ?? 1)),
    }),
  );
const plain = (factor: Rational, num: readonly number[], den: readonly number[] | null) =>
  CohortFigures.of(
    num.map((value, index) => Rational.of(BigInt(value), BigInt(den?.[index] ?? 1)).times(factor)),
  );

/** All that can be asked, beside some values. */
const everything = (figures: CohortFigures, values: readonly Rational[]) => ({
  count: figures.count,
  lowest: figures.lowest()?.toText(),
  highest: figures.highest()?.toText(),
  sum: figures.sum().toText(),
  mean: figures.mean()?.toText(),
  quarters: ['0', '0.25', '0.5', '0.75', '1'].map((share) =>
    figures.percentile(Rational.parse(share))?.toText(),
  ),
  deviations: ([0, 1] as const).map((less) => figures.deviation(less)?.toText()),
  places: values.map((value) => [figures.places(value, 'higher'), figures.places(value, 'lower')]),
});

const factor = fc.constantFrom('1', '0.01', '3/7').map((text) => Rational.parse(text));
const beside = fc.array(
  fc
    .tuple(fc.bigInt({ min: -40n, max: 40n }), fc.bigInt({ min: 1n, max: 9n }))
    .map(([num, den]) => Rational.of(num, den)),
  { maxLength: 4 },
);

describe('numbers of a column', () => {
  it('[CH1] give the figures of the same numbers kept as fractions', () => {
    const entry = fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 12 }),
        fc.boolean(),
        factor,
        beside,
        (list, ratios, by, others) => {
          const num = list.map(([value]) => value);
          const den = ratios ? list.map(([, value]) => value) : null;
          const own = num.map((value, index) =>
            Rational.of(BigInt(value), BigInt(den?.[index] ?? 1)).times(by),
          );
          const values = [...own, ...others];
          expect(everything(figuresOf(by, num, den), values)).toEqual(
            everything(plain(by, num, den), values),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('add up beyond what a double holds', () => {
    const large = 2 ** 53 - 1;
    const num = [large, large, -5, large, 7];
    const one = Rational.one;
    expect(everything(figuresOf(one, num, null), [])).toEqual(everything(plain(one, num, null), []));
  });

  it('[CH2] place a value that a double cannot tell from one of theirs', () => {
    const figures = figuresOf(Rational.one, [1, 2, 2], [3, 3, 7]);
    const hair = Rational.of(1n, 10n ** 30n);
    const third = Rational.of(1n, 3n);
    expect(figures.places(third.plus(hair), 'higher')).toEqual({ first: 2, last: 2 });
    expect(figures.places(third, 'higher')).toEqual({ first: 2, last: 2 });
    expect(figures.places(third.minus(hair), 'lower')).toEqual({ first: 2, last: 2 });
    expect(figures.places(third, 'lower')).toEqual({ first: 2, last: 2 });
    expect(figures.places(third.minus(hair), 'higher')).toEqual({ first: 3, last: 3 });
  });

  it('[CH2] place values too large and too small for a double', () => {
    const figures = figuresOf(Rational.one, [0, 1, -4], [1, 3, 7]);
    const [huge, tiny] = [Rational.of(10n ** 400n), Rational.of(1n, 10n ** 400n)];
    expect(figures.places(huge, 'higher').first).toBe(1);
    expect(figures.places(huge.negate(), 'higher').first).toBe(4);
    expect(figures.places(tiny, 'higher').first).toBe(2);
    expect(figures.places(tiny.negate(), 'higher').first).toBe(3);
    const wholes = figuresOf(Rational.one, [0, 1, -4], null);
    expect(wholes.places(huge, 'higher').first).toBe(1);
    expect(wholes.places(huge.negate(), 'higher').first).toBe(4);
    expect(wholes.places(tiny.negate(), 'lower').first).toBe(2);
  });
});
