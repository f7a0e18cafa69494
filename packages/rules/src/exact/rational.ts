import type { Rounding } from '../format/primitives.js';

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/**
 * An exact number: a fraction in lowest terms with a positive denominator. Immutable.
 * Every point, ratio and total in the engine is one; floats never appear.
 */
export class Rational {
  static readonly zero = new Rational(0n, 1n);
  static readonly one = new Rational(1n, 1n);

  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** @throws RangeError when the denominator is zero: callers decide before dividing what zero means. */
  static of(numerator: bigint, denominator = 1n): Rational {
    if (denominator === 0n) throw new RangeError('denominator is zero');
    const sign = denominator < 0n ? -1n : 1n;
    if (denominator === 1n) return new Rational(numerator, 1n);
    const divisor = gcd(numerator, denominator * sign) || 1n;
    return new Rational((sign * numerator) / divisor, (sign * denominator) / divisor);
  }

  static integer(value: number): Rational {
    return Rational.of(BigInt(value));
  }

  /** Reads exact text: a decimal ("-12.50") or a fraction ("25/36"). @throws SyntaxError on anything else. */
  static parse(text: string): Rational {
    const match = /^(-?)(\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text);
    if (!match) throw new SyntaxError(`not an exact number: ${text}`);
    const [, sign, whole = '0', decimals, denominator] = match;
    const units = BigInt(whole + (decimals ?? ''));
    const value = Rational.of(
      units,
      denominator ? BigInt(denominator) : 10n ** BigInt(decimals?.length ?? 0),
    );
    return sign === '-' ? value.negate() : value;
  }

  plus(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negate());
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** @throws RangeError when `other` is zero. */
  over(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negate(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  magnitude(): Rational {
    return this.numerator < 0n ? this.negate() : this;
  }

  /** Negative, zero or positive, as for sorting ascending. */
  compare(other: Rational): -1 | 0 | 1 {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  equals(other: Rational): boolean {
    return this.numerator === other.numerator && this.denominator === other.denominator;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  sign(): -1 | 0 | 1 {
    return this.numerator < 0n ? -1 : this.numerator > 0n ? 1 : 0;
  }

  min(other: Rational): Rational {
    return this.compare(other) <= 0 ? this : other;
  }

  max(other: Rational): Rational {
    return this.compare(other) >= 0 ? this : other;
  }

  /** Rounded to digits or to a step. `half-up` is half away from zero, `up` away from zero, `down` toward zero. */
  round(rounding: Rounding): Rational {
    const step =
      'step' in rounding ? Rational.parse(rounding.step) : Rational.of(1n, 10n ** BigInt(rounding.digits));
    return Rational.of(roundToInteger(this.over(step), rounding.mode)).times(step);
  }

  /** A decimal when it terminates ("3.68"), else a fraction in lowest terms ("25/36"). */
  toText(): string {
    let [rest, twos, fives] = [this.denominator, 0, 0];
    while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
    while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
    if (rest !== 1n) return `${this.numerator}/${this.denominator}`;
    return this.toFixedText(Math.max(twos, fives));
  }

  /** Exactly `digits` decimals, rounded half away from zero: for showing only. */
  toFixedText(digits: number): string {
    const scaled = roundToInteger(this.times(Rational.of(10n ** BigInt(digits))), 'half-up');
    const text = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
    const sign = scaled < 0n ? '-' : '';
    return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
  }
}

/** The integer that a fraction rounds to. */
export function roundToInteger(value: Rational, mode: Rounding['mode']): bigint {
  const negative = value.numerator < 0n;
  const numerator = negative ? -value.numerator : value.numerator;
  const whole = numerator / value.denominator;
  const twice = 2n * (numerator % value.denominator);
  const up =
    mode === 'up'
      ? twice > 0n
      : mode === 'half-up'
        ? twice >= value.denominator
        : mode === 'half-even'
          ? twice > value.denominator || (twice === value.denominator && whole % 2n === 1n)
          : false;
  const rounded = up ? whole + 1n : whole;
  return negative ? -rounded : rounded;
}

/** Sum of a list; zero when it is empty. */
export const sum = (values: readonly Rational[]): Rational =>
  values.reduce((total, value) => total.plus(value), Rational.zero);
