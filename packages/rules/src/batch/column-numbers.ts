import type { OrderedNumbers } from '../engine/ordered-numbers.js';
import { Rational } from '../exact/rational.js';
import { commonDenominator } from './fraction.js';
import { exactLimit } from './mul-div.js';

/** One measure's numbers as whole numbers: each is factor × num ÷ den. */
export type NumberColumns = {
  /** Above zero. */
  readonly factor: Rational;
  readonly num: Float64Array;
  /** Null: 1 for all. */
  readonly den: Float64Array | null;
  /** Order and equality of the keys are those of the numbers. */
  readonly keys: Float64Array;
};

/** A column's numbers in order. A number becomes a fraction only when asked for, so thousands are ready in a fraction of a millisecond. */
export function columnNumbers({ factor, num, den, keys }: NumberColumns): OrderedNumbers {
  const count = num.length;
  let sorted: Float64Array | null = null;
  const number = (index: number) =>
    Rational.of(BigInt(num[index]!), BigInt(den === null ? 1 : den[index]!)).times(factor);
  const countBeside = (value: Rational, alsoEqual: boolean) => {
    const edge = value.over(factor);
    return den === null ? countWholes(num, edge, alsoEqual) : countRatios(num, den, edge, alsoEqual);
  };
  return {
    count,
    nth: (index) => {
      if (index === 0) return number(indexOfExtreme(keys, -1));
      if (index === count - 1) return number(indexOfExtreme(keys, 1));
      sorted ??= Float64Array.from(keys).sort();
      return number(keys.indexOf(sorted[index]!));
    },
    sum: () => totalOf(num, den, 1).times(factor),
    sumOfSquares: () => totalOf(num, den, 2).times(factor.times(factor)),
    less: (value) => countBeside(value, false),
    upTo: (value) => countBeside(value, true),
  };
}

function indexOfExtreme(keys: Float64Array, sign: 1 | -1): number {
  let found = 0;
  for (let i = 1; i < keys.length; i += 1) if ((keys[i]! - keys[found]!) * sign > 0) found = i;
  return found;
}

/** A whole number is under an edge when it is not over the last whole number under it. */
function countWholes(num: Float64Array, { numerator, denominator }: Rational, alsoEqual: boolean): number {
  const towardZero = numerator / denominator;
  const isWhole = towardZero * denominator === numerator;
  const floor = numerator < 0n && !isWhole ? towardZero - 1n : towardZero;
  // Beyond 2^53 it is rounded to a double that is still beyond all of them.
  const last = Number(isWhole && !alsoEqual ? floor - 1n : floor);
  let found = 0;
  for (let i = 0; i < num.length; i += 1) if (num[i]! <= last) found += 1;
  return found;
}

/**
 * Compares quotients in doubles, whose errors stay under 2^-51 of the larger; where they are closer than twice that, or the edge is no
 * double, exactly.
 */
function countRatios(num: Float64Array, den: Float64Array, edge: Rational, alsoEqual: boolean): number {
  const near = Number(edge.numerator) / Number(edge.denominator);
  let found = 0;
  for (let i = 0; i < num.length; i += 1) {
    const quotient = num[i]! / den[i]!;
    let distance = quotient - near;
    if (!(Math.abs(distance) > (Math.abs(quotient) + Math.abs(near)) * 2 ** -50)) {
      const exact = BigInt(num[i]!) * edge.denominator - edge.numerator * BigInt(den[i]!);
      distance = exact < 0n ? -1 : exact > 0n ? 1 : 0;
    }
    if (distance < 0 || (alsoEqual && distance === 0)) found += 1;
  }
  return found;
}

/** Sum of a power of num ÷ den: first over those of equal denominators, then once over a common one. */
function totalOf(num: Float64Array, den: Float64Array | null, power: 1 | 2): Rational {
  const byDen = new Map<number, WholeSum>();
  for (let i = 0; i < num.length; i += 1) {
    const of = den === null ? 1 : den[i]!;
    let total = byDen.get(of);
    if (total === undefined) byDen.set(of, (total = new WholeSum()));
    const value = num[i]!;
    if (power === 1) total.add(value);
    else if (value * value < exactLimit) total.add(value * value);
    else total.addLarge(BigInt(value) ** 2n);
  }
  const common = commonDenominator([...byDen.keys()].map((of) => Rational.of(1n, BigInt(of))));
  const times = BigInt(power);
  let all = 0n;
  for (const [of, total] of byDen) all += total.value * (common / BigInt(of)) ** times;
  return Rational.of(all, common ** times);
}

/** A sum in doubles as long as they hold it. */
class WholeSum {
  private large = 0n;
  private small = 0;

  /** @param value a whole number below 2^53 */
  add(value: number): void {
    const next = this.small + value;
    if (Math.abs(next) < exactLimit) {
      this.small = next;
      return;
    }
    this.large += BigInt(this.small);
    this.small = value;
  }

  addLarge(value: bigint): void {
    this.large += value;
  }

  get value(): bigint {
    return this.large + BigInt(this.small);
  }
}
