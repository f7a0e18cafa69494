import fc from 'fast-check';
import { exponential, irrationalDigits, logarithm, naturalLogarithm, power, root } from './irrational.js';
import { keptOf, weightedMean, wholeWeights } from './means.js';
import { Rational } from './rational.js';

const exact = (text: string) => Rational.parse(text);
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 18n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]) => Rational.of(numerator, denominator));
const ulp = Rational.of(1n, 10n ** BigInt(irrationalDigits));

describe('[EX3] roots and logarithms', () => {
  // Digits from the published expansions (OEIS A002162, A002392, A002193, A001113), the others from a library of decimals at 600 digits.
  it.each<[string, () => Rational, string]>([
    ['ln 2', () => naturalLogarithm(exact('2')), '0.6931471805599453094172321214581765680755'],
    ['ln 10', () => naturalLogarithm(exact('10')), '2.3025850929940456840179914546843642076011'],
    ['ln 0.5', () => naturalLogarithm(exact('0.5')), '-0.6931471805599453094172321214581765680755'],
    ['ln 3', () => naturalLogarithm(exact('3')), '1.0986122886681096913952452369225257046475'],
    ['ln 1.34', () => naturalLogarithm(exact('1.34')), '0.2926696139628200010513212084531709034402'],
    ['ln 0.66', () => naturalLogarithm(exact('0.66')), '-0.4155154439616658231615619730228968426575'],
    [
      'ln 1.0000000001',
      () => naturalLogarithm(exact('1.0000000001')),
      '0.0000000000999999999950000000003333333333',
    ],
    [
      'ln 1000000007',
      () => naturalLogarithm(exact('1000000007')),
      '20.7232658439464111316619232064926106014933',
    ],
    ['log₁₀ 2', () => logarithm(exact('2'), 10), '0.3010299956639811952137388947244930267682'],
    ['log₁₀ 20', () => logarithm(exact('20'), 10), '1.3010299956639811952137388947244930267682'],
    ['log₁₀ 0.003', () => logarithm(exact('0.003'), 10), '-2.5228787452803375627049720967448846907999'],
    ['log₁₀ ⅓', () => logarithm(exact('1/3'), 10), '-0.4771212547196624372950279032551153092001'],
    ['log₂ 3', () => logarithm(exact('3'), 2), '1.5849625007211561814537389439478165087598'],
    ['log₂ 1.5', () => logarithm(exact('1.5'), 2), '0.5849625007211561814537389439478165087598'],
    ['the square root of 2', () => root(exact('2'), 2), '1.4142135623730950488016887242096980785697'],
  ])('%s has its known digits', (_, find, digits) => {
    expect(find().toText()).toBe(digits);
  });

  it.each([
    ['27', 3, '3'],
    ['2.25', 2, '1.5'],
    ['0', 5, '0'],
    ['1', 2, '1'],
    ['1/3', 1, '1/3'],
    ['4/9', 2, '2/3'],
  ])('the root of %s by %i ends and is exact unless it is no decimal', (value, degree, expected) => {
    const found = root(exact(value), degree);
    expect(found.minus(exact(expected)).magnitude().compare(ulp) < 0).toBe(true);
    if (degree === 1 || !expected.includes('/')) expect(found.toText()).toBe(expected);
  });

  it('a root is rounded half up: 2/3 ends in 7, and the half of the last decimal goes up', () => {
    expect(root(exact('4/9'), 2).toText()).toBe(`0.${'6'.repeat(39)}7`);
    const half = ulp.over(Rational.integer(2));
    expect(root(half.times(half), 2).equals(ulp)).toBe(true);
  });

  it.each([
    ['1000', 10, '3'],
    ['0.001', 10, '-3'],
    ['1', 10, '0'],
    ['1/8', 2, '-3'],
    ['1024', 2, '10'],
  ] as const)(
    'a whole power of the base has a whole logarithm: %s to the base %i',
    (value, base, expected) => {
      expect(logarithm(exact(value), base).toText()).toBe(expected);
    },
  );

  it('the natural logarithm of 1 is 0', () => {
    expect(naturalLogarithm(Rational.one).toText()).toBe('0');
  });

  it('the power of a root lies within one unit of the last decimal', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2, max: 7 }), (value, degree) => {
        const found = root(value, degree);
        const half = ulp.over(Rational.integer(2));
        const raised = (base: Rational) =>
          Array.from({ length: degree }, () => base).reduce((a, b) => a.times(b));
        expect(raised(found.plus(half)).compare(value) >= 0).toBe(true);
        expect(raised(found.minus(half).max(Rational.zero)).compare(value) <= 0).toBe(true);
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
    expect(() => naturalLogarithm(exact('-1'))).toThrow(RangeError);
    expect(() => logarithm(Rational.zero, 10)).toThrow(RangeError);
    expect(() => root(exact('-1'), 2)).toThrow(RangeError);
    expect(() => root(exact('2'), 0)).toThrow(RangeError);
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

  it('a part that weighs nothing says nothing, whatever it is', () => {
    expect(weightedMean('harmonic', parts(['0', '0'], ['9', '1']))?.toText()).toBe('9');
    expect(weightedMean('geometric', parts(['-4', '0'], ['9', '2']))?.toText()).toBe('9');
  });
});

describe('[ME18] powers and exponentials', () => {
  it.each<[string, () => Rational | null | undefined, string]>([
    ['a power that ends is exact', () => power(exact('6.25'), exact('1.5')), '15.625'],
    ['below zero', () => power(exact('4'), exact('-0.5')), '0.5'],
    ['a whole power of less than zero', () => power(exact('-2'), exact('3')), '-8'],
    ['anything to the power of 0', () => power(exact('0'), exact('0')), '1'],
    // 400 m of a decathlon in 48.36 s: 1.53775 × (82 − 48.36)^1.81 = 892.26…
    [
      'a hundredth root',
      () => power(exact('33.64'), exact('1.81'))?.times(exact('1.53775')).round({ mode: 'down', digits: 2 }),
      '892.26',
    ],
    ['e', () => exponential(exact('1')), '2.7182818284590452353602874713526624977572'],
    ['1 ÷ e', () => exponential(exact('-1')), '0.3678794411714423215955237701614608674458'],
    ['e to the power of 0', () => exponential(exact('0')), '1'],
    ['anything else to the power of 0', () => power(exact('7'), exact('0')), '1'],
    ['zero to a power', () => power(exact('0'), exact('2')), '0'],
    // The others from a library of decimals at 600 digits.
    ['e^0.001', () => exponential(exact('0.001')), '1.0010005001667083416680557539930583115631'],
    ['e^−2.5', () => exponential(exact('-2.5')), '0.0820849986238987951695286744671598078378'],
    ['e^10', () => exponential(exact('10')), '22026.4657948067165169579006452842443663535126'],
    [
      'e^100',
      () => exponential(exact('100')),
      '26881171418161354484126255515800135873611118.7737419224151916086152802870349095649142',
    ],
    ['e^−30', () => exponential(exact('-30')), '0.0000000000000935762296884017460491583222'],
  ])('%s', (_, find, expected) => {
    expect(find()?.toText()).toBe(expected);
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

describe('[ME11] which of several numbers are kept', () => {
  const kept = (keep: Parameters<typeof keptOf>[1], ...values: string[]) => keptOf(values.map(exact), keep);

  it('they keep their given order', () => {
    expect(kept({ best: 2, better: 'higher' }, '9', '1', '8')).toEqual([0, 2]);
    expect(kept({ best: 2, better: 'lower' }, '9', '1', '8')).toEqual([1, 2]);
    expect(kept({ dropLowest: 0, dropHighest: 1 }, '5', '9', '3', '4')).toEqual([0, 2, 3]);
  });

  it('of equal ones the earlier counts as the better', () => {
    expect(kept({ best: 1, better: 'higher' }, '5', '5')).toEqual([0]);
    expect(kept({ dropLowest: 1, dropHighest: 0 }, '7', '5', '5')).toEqual([0, 1]);
  });
});
