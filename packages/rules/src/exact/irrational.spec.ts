import fc from 'fast-check';
import { exponential, irrationalDigits, logarithm, naturalLogarithm, power, root } from './irrational.js';
import { weightedMean, wholeWeights } from './means.js';
import { Rational } from './rational.js';

const exact = (text: string) => Rational.parse(text);
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));
const ulp = Rational.of(1n, 10n ** BigInt(irrationalDigits));

describe('[EX3] roots and logarithms', () => {
  // Published digits of ln 2, ln 10 and √2 (OEIS A002162, A002392, A002193), rounded to 40 decimals.
  it.each([
    ['ln 2', naturalLogarithm(exact('2')), '0.6931471805599453094172321214581765680755'],
    ['ln 10', naturalLogarithm(exact('10')), '2.3025850929940456840179914546843642076011'],
    ['square root of 2', root(exact('2'), 2), '1.4142135623730950488016887242096980785697'],
    ['ln 0.5', naturalLogarithm(exact('0.5')), '-0.6931471805599453094172321214581765680755'],
  ])('%s has its known digits', (_, found, digits) => {
    expect(found.toText()).toBe(digits);
  });

  it.each([
    ['27', 3, '3'],
    ['2.25', 2, '1.5'],
    ['0', 5, '0'],
    ['4/9', 2, '2/3'],
  ])('the root of %s by %i ends and is exact unless it is no decimal', (value, degree, expected) => {
    const found = root(exact(value), degree);
    expect(found.minus(exact(expected)).magnitude().compare(ulp) < 0).toBe(true);
    if (!expected.includes('/')) expect(found.toText()).toBe(expected);
  });

  it('a whole power of the base has a whole logarithm', () => {
    expect(logarithm(exact('1000'), 10).toText()).toBe('3');
    expect(logarithm(exact('1/8'), 2).toText()).toBe('-3');
    expect(naturalLogarithm(Rational.one).toText()).toBe('0');
  });

  it('the power of a root lies within one unit of the last decimal', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2, max: 7 }), (value, degree) => {
        const found = root(value, degree);
        const half = ulp.over(Rational.integer(2));
        const power = (base: Rational) =>
          Array.from({ length: degree }, () => base).reduce((a, b) => a.times(b));
        expect(power(found.plus(half)).compare(value) >= 0).toBe(true);
        expect(power(found.minus(half).max(Rational.zero)).compare(value) <= 0).toBe(true);
      }),
    );
  });

  it('the logarithm of a product is the sum of the logarithms, but for the last decimal', () => {
    fc.assert(
      fc.property(positive, positive, (a, b) => {
        const apart = naturalLogarithm(a).plus(naturalLogarithm(b));
        const together = naturalLogarithm(a.times(b));
        expect(
          apart
            .minus(together)
            .magnitude()
            .compare(ulp.times(Rational.integer(2))) <= 0,
        ).toBe(true);
      }),
    );
  });

  it('zero and less are refused', () => {
    expect(() => naturalLogarithm(Rational.zero)).toThrow(RangeError);
    expect(() => root(exact('-1'), 2)).toThrow(RangeError);
  });
});

describe('[ME10] means', () => {
  const parts = (...pairs: [string, string][]) =>
    pairs.map(([value, weight]) => ({ value: exact(value), weight: exact(weight) }));

  it('weights need not add up to anything', () => {
    expect(weightedMean('arithmetic', parts(['80', '3'], ['90', '2']))?.toText()).toBe('84');
    expect(weightedMean('geometric', parts(['2', '1'], ['8', '1']))?.toText()).toBe('4');
    expect(weightedMean('harmonic', parts(['2', '1'], ['6', '1']))?.toText()).toBe('3');
  });

  it('a geometric mean weighs by powers: 32 and 1 with 0.6 and 0.4 is the fifth root of 32³', () => {
    expect(weightedMean('geometric', parts(['32', '0.6'], ['1', '0.4']))?.toText()).toBe('8');
    expect(wholeWeights([exact('0.6'), exact('0.4')])).toEqual([3n, 2n]);
    expect(wholeWeights([exact('1/3'), exact('1/6')])).toEqual([2n, 1n]);
  });

  it('a 0 makes a geometric or harmonic mean 0, a number below 0 makes none', () => {
    expect(weightedMean('geometric', parts(['0', '1'], ['9', '1']))?.toText()).toBe('0');
    expect(weightedMean('harmonic', parts(['0', '1'], ['9', '1']))?.toText()).toBe('0');
    expect(weightedMean('harmonic', parts(['-1', '1'], ['9', '1']))).toBeNull();
    expect(weightedMean('arithmetic', parts(['-1', '0']))).toBeNull();
  });
});

describe('[ME18] powers and exponentials', () => {
  it.each([
    ['a power that ends is exact', power(exact('6.25'), exact('1.5')), '15.625'],
    ['below zero', power(exact('4'), exact('-0.5')), '0.5'],
    ['a whole power of less than zero', power(exact('-2'), exact('3')), '-8'],
    ['anything to the power of 0', power(exact('0'), exact('0')), '1'],
    // 400 m of a decathlon in 48.36 s: 1.53775 × (82 − 48.36)^1.81 = 892.26…
    [
      'a hundredth root',
      power(exact('33.64'), exact('1.81'))?.times(exact('1.53775')).round({ mode: 'down', digits: 2 }),
      '892.26',
    ],
    ['e', exponential(exact('1')), '2.7182818284590452353602874713526624977572'],
    ['1 ÷ e', exponential(exact('-1')), '0.3678794411714423215955237701614608674458'],
    ['e to the power of 0', exponential(exact('0')), '1'],
  ])('%s', (_, found, expected) => {
    expect(found?.toText()).toBe(expected);
  });

  it('what has no power has none', () => {
    expect(power(exact('-4'), exact('0.5'))).toBeNull();
    expect(power(exact('0'), exact('-1'))).toBeNull();
  });

  it('the logarithm of an exponential is the number itself, but for the last decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), (hundredths) => {
        const value = Rational.of(BigInt(hundredths), 100n);
        const found = exponential(value);
        // A result with few digits after its leading zeros has fewer to give back.
        fc.pre(found.compare(exact('0.000001')) > 0);
        const error = naturalLogarithm(found).minus(value).magnitude();
        expect(error.compare(ulp.over(found.min(Rational.one)).plus(ulp)) <= 0).toBe(true);
      }),
    );
  });

  it('is fast and ends at the bounds', () => {
    expect(exponential(exact('1000')).round({ mode: 'down', digits: 0 }).toText()).toHaveLength(435);
    expect(exponential(exact('-1000')).toText()).toBe('0');
  });
});
