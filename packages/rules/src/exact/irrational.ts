import { Rational, roundToInteger } from './rational.js';

/** Decimals of an irrational result: roots, logarithms, deviations. Rounded half up; exact results stay exact (RULES.md EX3). */
export const irrationalDigits = 40;

const scale = 10n ** BigInt(irrationalDigits);

/** The n-th root, to 40 decimals, exact where it ends. @throws RangeError for a negative value or a degree below 1. */
export function root(value: Rational, degree: number): Rational {
  if (degree < 1) throw new RangeError('degree below 1');
  if (degree === 1 || value.isZero()) return value;
  if (value.sign() < 0) throw new RangeError('root of a negative number');
  const times = BigInt(degree);
  // floor of root × 10^40, then one exact look at the half above it.
  const low = integerRoot((value.numerator * scale ** times) / value.denominator, times);
  const exact = low ** times * value.denominator === value.numerator * scale ** times;
  if (exact) return Rational.of(low, scale);
  const isAboveHalf = (2n * low + 1n) ** times * value.denominator <= value.numerator * (2n * scale) ** times;
  return Rational.of(isAboveHalf ? low + 1n : low, scale);
}

/**
 * A power with an exponent of at most two decimals, to 40 decimals, exact where it ends; null where there is none: a root of less than zero,
 * or zero to a power below zero.
 */
export function power(value: Rational, exponent: Rational): Rational | null {
  if (exponent.isZero()) return Rational.one;
  if (value.isZero()) return exponent.sign() > 0 ? Rational.zero : null;
  const degree = Number(exponent.denominator);
  if (value.sign() < 0 && degree !== 1) return null;
  const base = exponent.sign() < 0 ? Rational.one.over(value) : value;
  const times = exponent.magnitude().numerator;
  return root(Rational.of(base.numerator ** times, base.denominator ** times), degree);
}

/** The largest integer whose power does not exceed `value`, by Newton from above. */
function integerRoot(value: bigint, power: bigint): bigint {
  if (value < 2n) return value;
  let guess = 1n << (BigInt(value.toString(2).length) / power + 1n);
  for (;;) {
    const next = ((power - 1n) * guess + value / guess ** (power - 1n)) / power;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The natural logarithm, to 40 decimals, rounded half up. @throws RangeError for zero and less. */
export function naturalLogarithm(value: Rational): Rational {
  return rounded(value, (digits) => logarithmAt(value, digits));
}

/** The logarithm to base 2 or 10, to 40 decimals; whole powers of the base give whole numbers. @throws RangeError for zero and less. */
export function logarithm(value: Rational, base: 2 | 10): Rational {
  const whole = wholePower(value, BigInt(base));
  if (whole !== null) return Rational.integer(whole);
  const of = Rational.integer(base);
  return rounded(
    value,
    (digits) => (logarithmAt(value, digits) * 10n ** BigInt(digits)) / logarithmAt(of, digits),
  );
}

/** e to the power of a fraction, to 40 decimals, rounded half up. */
export function exponential(value: Rational): Rational {
  if (value.isZero()) return Rational.one;
  return certain((digits) => exponentialAt(value, digits));
}

/** e^value × 10^digits, off by far less than 10^10 units: e^(value ÷ 2^k), squared k times. */
function exponentialAt(value: Rational, digits: number): bigint {
  const halvings = Math.max(0, magnitudeBits(value) + 8);
  // Each squaring doubles the relative error, and the result may have hundreds of digits before the point.
  const working = digits + Math.ceil(halvings / 3) + Math.max(0, Math.ceil(magnitudeOf(value) / 2)) + 10;
  const unit = 10n ** BigInt(working);
  const small = (value.numerator * unit) / (value.denominator << BigInt(halvings));
  let [term, total] = [unit, unit];
  for (let index = 1n; term !== 0n; index += 1n) {
    term = (term * small) / (unit * index);
    total += term;
  }
  for (let count = 0; count < halvings; count += 1) total = (total * total) / unit;
  return total / 10n ** BigInt(working - digits);
}

const magnitudeBits = (value: Rational) =>
  value.magnitude().numerator.toString(2).length - value.denominator.toString(2).length;
const magnitudeOf = (value: Rational) => Number(value.magnitude().numerator / value.denominator);

function rounded(value: Rational, compute: (digits: number) => bigint): Rational {
  if (value.sign() <= 0) throw new RangeError('logarithm of zero or less');
  return value.equals(Rational.one) ? Rational.zero : certain(compute);
}

/** Computes with guard digits until the rounding is certain, which ends as long as the exact value is irrational and so on no half. */
function certain(compute: (digits: number) => bigint): Rational {
  for (let guard = 20; ; guard *= 2) {
    const found = compute(irrationalDigits + guard);
    const unit = 10n ** BigInt(guard);
    const error = 10n ** BigInt(guard / 2);
    const below = roundToInteger(Rational.of(found - error, unit), 'half-up');
    const above = roundToInteger(Rational.of(found + error, unit), 'half-up');
    if (below === above) return Rational.of(below, scale);
  }
}

/** ln(value) × 10^digits, off by far less than 10^10 units: value = m × 2^k with m near 1, ln m = 2 artanh((m − 1) ÷ (m + 1)). */
function logarithmAt(value: Rational, digits: number): bigint {
  const unit = 10n ** BigInt(digits);
  let twos = value.numerator.toString(2).length - value.denominator.toString(2).length;
  let mantissa = value.over(powerOfTwo(twos));
  if (mantissa.compare(Rational.of(4n, 3n)) > 0) [mantissa, twos] = [mantissa.over(powerOfTwo(1)), twos + 1];
  if (mantissa.compare(Rational.of(2n, 3n)) < 0) [mantissa, twos] = [mantissa.over(powerOfTwo(-1)), twos - 1];
  return artanhTwice(mantissa, unit) + BigInt(twos) * logarithmOfTwo(digits);
}

const powerOfTwo = (power: number) =>
  power < 0 ? Rational.of(1n, 1n << BigInt(-power)) : Rational.of(1n << BigInt(power));

function artanhTwice(mantissa: Rational, unit: bigint): bigint {
  const ratio = mantissa.minus(Rational.one).over(mantissa.plus(Rational.one));
  const first = (ratio.numerator * unit) / ratio.denominator;
  const square = (first * first) / unit;
  let [term, total] = [first, first];
  for (let odd = 3n; term !== 0n; odd += 2n) {
    term = (term * square) / unit;
    total += term / odd;
  }
  return 2n * total;
}

const twos = new Map<number, bigint>();

/** ln 2 × 10^digits, as 2 artanh(1/3). */
function logarithmOfTwo(digits: number): bigint {
  let known = twos.get(digits);
  if (known === undefined) {
    known = artanhTwice(Rational.of(2n), 10n ** BigInt(digits));
    twos.set(digits, known);
  }
  return known;
}

/** k when the value is base^k, else null. */
function wholePower(value: Rational, base: bigint): number | null {
  const [large, small] =
    value.numerator >= value.denominator
      ? [value.numerator, value.denominator]
      : [value.denominator, value.numerator];
  if (small !== 1n) return null;
  let [rest, power] = [large, 0];
  while (rest % base === 0n) [rest, power] = [rest / base, power + 1];
  if (rest !== 1n) return null;
  return value.numerator >= value.denominator ? power : -power;
}
