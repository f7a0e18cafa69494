import { big, divide, multiply, power, sign, toInteger, type BigFraction } from './big-fraction.js';

/** Roots by halving an interval and logarithms by repeated squaring: slow, and unlike the engine's ways (RULES.md EX3). */
const unit = 10n ** 40n;
const remembered = new Map<string, BigFraction>();

function once(key: string, find: () => BigFraction): BigFraction {
  let known = remembered.get(key);
  if (known === undefined) {
    known = find();
    if (remembered.size < 200_000) remembered.set(key, known);
  }
  return known;
}

/** The root to 40 decimals, half up: the largest k with k − ½ not above root × 10^40. The value is zero or more. */
export function rootByHalving(value: BigFraction, degree: bigint): BigFraction {
  return once(`root ${value.join('/')} ${degree}`, () => {
    const [n, d] = value;
    const bound = n * (2n * unit) ** degree;
    const fits = (k: bigint) => k <= 0n || (2n * k - 1n) ** degree * d <= bound;
    let [low, high] = [0n, 1n];
    while (fits(high)) [low, high] = [high, high * 2n];
    while (high - low > 1n) {
      const middle = (low + high) / 2n;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    return [low, unit];
  });
}

/** Bits after the point of a binary logarithm, and of the number that is squared for them. */
const [bits, working] = [400n, 1240n];

/** log₂ as a fraction with 2^bits below, too small by less than two units. */
function binaryLogarithm([n, d]: BigFraction): BigFraction {
  let characteristic = 0n;
  let [top, bottom] = [n, d];
  while (top >= 2n * bottom) [bottom, characteristic] = [bottom * 2n, characteristic + 1n];
  while (top < bottom) [top, characteristic] = [top * 2n, characteristic - 1n];
  let square = (top << working) / bottom;
  let mantissa = 0n;
  for (let bit = 0n; bit < bits; bit += 1n) {
    square = (square * square) >> working;
    const isTwo = square >> (working + 1n) > 0n;
    mantissa = mantissa * 2n + (isTwo ? 1n : 0n);
    if (isTwo) square >>= 1n;
  }
  return [(characteristic << bits) + mantissa, 1n << bits];
}

/** ln 2 = Σ 1 ÷ (k × 2^k), to more bits than are ever asked for. */
const logarithmOfTwo: BigFraction = (() => {
  const scale = 1n << 460n;
  let sum = 0n;
  for (let k = 1n; k < 460n; k += 1n) sum += scale / (k << k);
  return [sum, scale];
})();

/** The logarithm to 40 decimals, half up; the value is above zero. */
export function logarithmBySquaring(value: BigFraction, base: 'e' | '2' | '10'): BigFraction {
  return once(`log ${value.join('/')} ${base}`, () => {
    const binary = binaryLogarithm(value);
    const found =
      base === '2'
        ? binary
        : base === 'e'
          ? multiply(binary, logarithmOfTwo)
          : divide(binary, binaryLogarithm(big('10')));
    const inUnits = multiply(found, [unit, 1n]);
    const fine = 10n ** 60n;
    const near = (shift: bigint) =>
      toInteger([inUnits[0] * fine + shift * inUnits[1], inUnits[1] * fine], 'half-up');
    // Far more bits than 40 decimals need: what the bits left out could add may not change the last one.
    if (sign(found) !== 0 && near(1n) !== near(-1n)) throw new Error('too few bits for this logarithm');
    return [near(0n), unit];
  });
}

/** Bits of an exponential: e^1000 has 1443 before the point, and 40 decimals are 133 more. */
const exponentialBits = 2000n;

/** Σ x^k ÷ k! for 0 ≤ x ≤ 1, with 2^exponentialBits below. */
function seriesOf([n, d]: BigFraction): bigint {
  const x = (n << exponentialBits) / d;
  let [sum, term] = [0n, 1n << exponentialBits];
  for (let k = 1n; term !== 0n; k += 1n) [sum, term] = [sum + term, (term * x) / (k << exponentialBits)];
  return sum;
}

/** e to the power of a number within ±1000, to 40 decimals, half up: whole powers of e times the series of what is left. */
export function exponentialBySeries([n, d]: BigFraction): BigFraction {
  return once(`exp ${n}/${d}`, () => {
    if (n === 0n) return [1n, 1n];
    const [above, below] = [n < 0n ? -n : n, d];
    const e = seriesOf([1n, 1n]);
    let found = seriesOf([above % below, below]);
    for (let count = above / below; count > 0n; count -= 1n) found = (found * e) >> exponentialBits;
    const scale = 1n << exponentialBits;
    const value: BigFraction = n < 0n ? [scale, found] : [found, scale];
    return [toInteger(multiply(value, [unit, 1n]), 'half-up'), unit];
  });
}

/** A power by hundredths: the hundredth root of so many hundredths of the exponent; null where there is none (ME18). */
export function powerByRoot(value: BigFraction, exponent: string): BigFraction | null {
  const [n, d] = big(exponent);
  if (n === 0n) return [1n, 1n];
  const isWhole = n % d === 0n;
  if (sign(value) === 0) return n > 0n ? value : null;
  if (sign(value) < 0 && !isWhole) return null;
  const base = n > 0n ? value : divide([1n, 1n], value);
  const times = n < 0n ? -n : n;
  return isWhole ? power(base, times / d) : rootByHalving(power(base, times), d);
}
