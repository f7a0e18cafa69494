import { Rational } from '../exact/rational.js';
import type { Rounding } from '../format/primitives.js';
import type { Integers } from './columns.js';
import { divide, exactLimit } from './mul-div.js';
import { BeyondKernel, copyStates, state, type Registers } from './registers.js';

/** Works on units `from` to `to`, at most a block; results stand in registers from index 0. */
export type Kernel = (from: number, to: number) => void;

/**
 * A measure over a block of units: value = factor × num ÷ den, with whole numbers in `num` and `den`.
 * Within `low`..`high` and 1..`most` every step is exact in doubles; that was proven when it was compiled.
 */
export type Fraction = {
  readonly run: Kernel;
  readonly num: Float64Array;
  /** Null: 1 for every unit. */
  readonly den: Float64Array | null;
  /** Above zero. */
  readonly factor: Rational;
  readonly low: number;
  readonly high: number;
  readonly denLow: number;
  readonly denHigh: number;
  /** Null: every unit has a number. Where it is not 0 the number means nothing. */
  readonly state: Uint8Array | null;
  /** The column itself, where the numerators are nothing else. */
  readonly source?: Integers;
};

/** A whole number as a double. */
export function whole(value: bigint): number {
  if (value >= BigInt(exactLimit) || value <= -BigInt(exactLimit)) {
    throw new BeyondKernel(`the constant ${value} is too large`);
  }
  return Number(value);
}

/** Refuses bounds in which sums and products might not be exact. */
export function within(low: number, high: number, what: string): void {
  if (!(low > -exactLimit && high < exactLimit && low <= high))
    throw new BeyondKernel(`${what} can grow too large`);
}

const lcm = (a: bigint, b: bigint): bigint => (a / gcd(a, b)) * b;
function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** The smallest whole number that makes all of these whole. */
export const commonDenominator = (values: readonly Rational[]): bigint =>
  values.reduce((all, { denominator }) => lcm(all, denominator), 1n);

/** The least whole number that is not under it. */
export function ceiling({ numerator, denominator }: Rational): bigint {
  const towardZero = numerator / denominator;
  return numerator > 0n && numerator % denominator !== 0n ? towardZero + 1n : towardZero;
}

/** The same constant for all units. */
export function constantFraction(value: Rational, registers: Registers): Fraction {
  const num = registers.number();
  const fixed = whole(value.numerator);
  return {
    run: () => void num.fill(fixed),
    num,
    den: null,
    factor: Rational.of(1n, value.denominator),
    low: fixed,
    high: fixed,
    denLow: 1,
    denHigh: 1,
    state: null,
  };
}

/** First obstacle of several values, unit by unit (ME2). Null when none can have one. */
export function mergedState(
  parts: readonly (Uint8Array | null)[],
  registers: Registers,
): { readonly state: Uint8Array | null; readonly run: (length: number) => void } {
  const known = parts.filter((part) => part !== null);
  const [first, ...others] = known;
  if (first === undefined || others.length === 0) return { state: first ?? null, run: () => undefined };
  const merged = registers.byte();
  return {
    state: merged,
    run: (length) => {
      merged.set(first.subarray(0, length));
      for (const other of others) mergeInto(merged, other, length);
    },
  };
}

/** The smaller of both obstacles; 0 − 1 is 255 in a byte, so no obstacle gives way to any. */
function mergeInto(target: Uint8Array, other: Uint8Array, length: number): void {
  for (let i = 0; i < length; i += 1) {
    const a = (target[i]! - 1) & 255;
    const b = (other[i]! - 1) & 255;
    target[i] = (a < b ? a : b) + 1;
  }
}

type Corner = (a: number, b: number) => number;

/** Bounds of a function of two numbers that is monotone in each: its extremes lie in the corners. */
export function corners(a: readonly [number, number], b: readonly [number, number], of: Corner) {
  const all = a.flatMap((x) => b.map((y) => of(x, y)));
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** Σ weight × part + constant. All parts but one must have fixed denominators, or all share none. */
export function linearFraction(
  terms: readonly { readonly of: Fraction; readonly weight: Rational }[],
  constant: Rational,
  registers: Registers,
): Fraction {
  const varying = terms.filter(({ of }) => of.den !== null);
  if (varying.length > 1) return crossedSum(terms, constant, registers);
  const scaled = terms.map(({ of, weight }) => weight.times(of.factor));
  const scale = commonDenominator([...scaled, constant]);
  const weights = scaled.map((weight) => whole(weight.numerator * (scale / weight.denominator)));
  const offset = whole(constant.numerator * (scale / constant.denominator));
  const den = varying[0]?.of.den ?? null;
  const [denLow, denHigh] = [varying[0]?.of.denLow ?? 1, varying[0]?.of.denHigh ?? 1];

  let [low, high] = bounded([offset], [denLow, denHigh]);
  terms.forEach(({ of }, index) => {
    const weight = weights[index] ?? 0;
    const denominators: readonly [number, number] = of.den === null ? [denLow, denHigh] : [1, 1];
    const [from, to] = bounded([of.low * weight, of.high * weight], denominators);
    [low, high] = [low + from, high + to];
    within(low, high, 'a sum');
  });

  const num = registers.number();
  const merged = mergedState(
    terms.map(({ of }) => of.state),
    registers,
  );
  return {
    run: (from, to) => {
      for (const { of } of terms) of.run(from, to);
      const length = to - from;
      merged.run(length);
      if (den === null || offset === 0) num.fill(offset, 0, length);
      else for (let i = 0; i < length; i += 1) num[i] = offset * den[i]!;
      for (let index = 0; index < terms.length; index += 1) {
        const part = terms[index]!.of;
        const weight = weights[index]!;
        if (den === null || part.den !== null) addScaled(num, part.num, weight, length);
        else addProducts(num, part.num, den, weight, length);
      }
    },
    num,
    den,
    factor: Rational.of(1n, scale),
    low,
    high,
    denLow,
    denHigh,
    state: merged.state,
  };
}

function bounded(values: readonly number[], factors: readonly [number, number]): [number, number] {
  const all = values.flatMap((value) => factors.map((factor) => value * factor));
  return [Math.min(...all), Math.max(...all)];
}

function addScaled(target: Float64Array, source: Float64Array, weight: number, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[i]! * weight;
}

function addProducts(
  target: Float64Array,
  source: Float64Array,
  by: Float64Array,
  weight: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[i]! * by[i]! * weight;
}

/** a/b + c/d = (ad + cb)/(bd), part by part. */
function crossedSum(
  terms: readonly { readonly of: Fraction; readonly weight: Rational }[],
  constant: Rational,
  registers: Registers,
): Fraction {
  const [fixed, varying] = [
    terms.filter(({ of }) => of.den === null),
    terms.filter(({ of }) => of.den !== null),
  ];
  const parts = varying.map(({ of, weight }) => linearFraction([{ of, weight }], Rational.zero, registers));
  const start = fixed.length > 0 || !constant.isZero() ? [linearFraction(fixed, constant, registers)] : [];
  return [...start, ...parts].reduce((a, b) => crossed(a, b, registers));
}

function crossed(a: Fraction, b: Fraction, registers: Registers): Fraction {
  const scale = commonDenominator([a.factor, b.factor]);
  const [wa, wb] = [a, b].map(({ factor }) => whole(factor.numerator * (scale / factor.denominator))) as [
    number,
    number,
  ];
  const left = corners([a.low, a.high], [b.denLow, b.denHigh], (x, y) => x * y * wa);
  const right = corners([b.low, b.high], [a.denLow, a.denHigh], (x, y) => x * y * wb);
  const [low, high] = [left.low + right.low, left.high + right.high];
  within(low, high, 'a sum of ratios');
  within(1, a.denHigh * b.denHigh, 'a common denominator');
  const [num, den] = [registers.number(), registers.number()];
  const merged = mergedState([a.state, b.state], registers);
  const [aDen, bDen] = [a.den, b.den];
  return {
    run: (from, to) => {
      a.run(from, to);
      b.run(from, to);
      const length = to - from;
      merged.run(length);
      for (let i = 0; i < length; i += 1) {
        const p = aDen === null ? 1 : aDen[i]!;
        const q = bDen === null ? 1 : bDen[i]!;
        num[i] = a.num[i]! * q * wa + b.num[i]! * p * wb;
        den[i] = p * q;
      }
    },
    num,
    den,
    factor: Rational.of(1n, scale),
    low,
    high,
    denLow: a.denLow * b.denLow,
    denHigh: a.denHigh * b.denHigh,
    state: merged.state,
  };
}

/** a × b. */
export function productFraction(a: Fraction, b: Fraction, registers: Registers): Fraction {
  const { low, high } = corners([a.low, a.high], [b.low, b.high], (x, y) => x * y);
  within(low, high, 'a product');
  within(1, a.denHigh * b.denHigh, 'a common denominator');
  const num = registers.number();
  const both = a.den !== null && b.den !== null;
  const den = both ? registers.number() : (a.den ?? b.den);
  const merged = mergedState([a.state, b.state], registers);
  return {
    run: (from, to) => {
      a.run(from, to);
      b.run(from, to);
      const length = to - from;
      merged.run(length);
      multiplyInto(num, a.num, b.num, length);
      if (both) multiplyInto(den!, a.den!, b.den!, length);
    },
    num,
    den,
    factor: a.factor.times(b.factor),
    low,
    high,
    denLow: a.denLow * b.denLow,
    denHigh: a.denHigh * b.denHigh,
    state: merged.state,
  };
}

function multiplyInto(target: Float64Array, a: Float64Array, b: Float64Array, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = a[i]! * b[i]!;
}

/** Greatest or least of several, in one common scale. */
export function extremeFraction(
  parts: readonly Fraction[],
  which: 'greatest' | 'least',
  registers: Registers,
): Fraction {
  if (parts.some(({ den }) => den !== null)) throw new BeyondKernel('the greatest or least of ratios');
  const scale = commonDenominator(parts.map(({ factor }) => factor));
  const weights = parts.map(({ factor }) => whole(factor.numerator * (scale / factor.denominator)));
  const lows = parts.map(({ low }, index) => low * (weights[index] ?? 1));
  const highs = parts.map(({ high }, index) => high * (weights[index] ?? 1));
  const pick = which === 'greatest' ? Math.max : Math.min;
  const [low, high] = [pick(...lows), pick(...highs)];
  within(Math.min(...lows), Math.max(...highs), 'a comparison');
  const num = registers.number();
  const merged = mergedState(
    parts.map((part) => part.state),
    registers,
  );
  const sign = which === 'greatest' ? 1 : -1;
  return {
    run: (from, to) => {
      for (const part of parts) part.run(from, to);
      const length = to - from;
      merged.run(length);
      num.fill(-sign * Infinity, 0, length);
      for (let index = 0; index < parts.length; index += 1) {
        keepExtreme(num, parts[index]!.num, weights[index]!, sign, length);
      }
    },
    num,
    den: null,
    factor: Rational.of(1n, scale),
    low,
    high,
    denLow: 1,
    denHigh: 1,
    state: merged.state,
  };
}

function keepExtreme(
  target: Float64Array,
  source: Float64Array,
  weight: number,
  sign: number,
  length: number,
) {
  for (let i = 0; i < length; i += 1) {
    const value = source[i]! * weight;
    if ((value - target[i]!) * sign > 0) target[i] = value;
  }
}

/** What a zero denominator means: a state, or a declared value. */
export type WhenZero = { readonly state: number } | { readonly value: Rational };

/** a ÷ b, for denominators that are never negative. */
export function ratioFraction(a: Fraction, b: Fraction, whenZero: WhenZero, registers: Registers): Fraction {
  if (b.low < 0) throw new BeyondKernel('a denominator can be negative');
  const canBeZero = b.low === 0;
  const declared = 'value' in whenZero ? whenZero.value : null;
  const exact = a.factor.over(b.factor);
  // A declared value joins the same factor, so the numerator is stretched until it is whole.
  const stretch = canBeZero && declared !== null ? declared.over(exact).denominator : 1n;
  const factor = exact.over(Rational.of(stretch));
  const substitute = declared === null ? 0 : whole(declared.over(factor).numerator);
  const by = whole(stretch);

  const top = corners([a.low, a.high], [b.denLow, b.denHigh], (x, y) => x * y * by);
  const [low, high] = [Math.min(top.low, substitute), Math.max(top.high, substitute)];
  within(low, high, 'a numerator');
  const denHigh = Math.max(1, b.high) * a.denHigh;
  within(1, denHigh, 'a denominator');

  const [num, den] = [registers.number(), registers.number()];
  const merged = mergedState([a.state, b.state], registers);
  const marks = canBeZero && declared === null;
  const own = marks ? registers.byte() : merged.state;
  const zeroState = 'state' in whenZero ? whenZero.state : state.number;
  const [aNum, aDen, bNum, bDen] = [a.num, a.den, b.num, b.den];
  return {
    run: (from, to) => {
      a.run(from, to);
      b.run(from, to);
      const length = to - from;
      merged.run(length);
      if (bDen === null && by === 1) num.set(aNum.subarray(0, length));
      else for (let i = 0; i < length; i += 1) num[i] = aNum[i]! * by * (bDen === null ? 1 : bDen[i]!);
      if (aDen === null) den.set(bNum.subarray(0, length));
      else multiplyInto(den, aDen, bNum, length);
      if (!canBeZero) return;
      if (marks) copyStates(own!, merged.state, length);
      for (let i = 0; i < length; i += 1) {
        if (den[i] !== 0) continue;
        den[i] = 1;
        num[i] = substitute;
        if (marks && own![i] === 0) own![i] = zeroState;
      }
    },
    num,
    den,
    factor,
    low,
    high,
    denLow: canBeZero ? 1 : b.low * a.denLow,
    denHigh,
    state: own,
  };
}

/** Rounded to a multiple of the step at this very stage (ME8). */
export function roundedFraction(of: Fraction, rounding: Rounding, registers: Registers): Fraction {
  const step =
    'step' in rounding ? Rational.parse(rounding.step) : Rational.of(1n, 10n ** BigInt(rounding.digits));
  const inSteps = of.factor.over(step);
  const [by, over] = [whole(inSteps.numerator), whole(inSteps.denominator)];
  const most = Math.max(Math.abs(of.low), Math.abs(of.high)) * by;
  within(0, most + 2 * over * of.denHigh, 'a rounded measure');
  const num = registers.number();
  const { mode } = rounding;
  const den = of.den;
  const reach = Math.ceil(most / (over * of.denLow)) + 1;
  return {
    run: (from, to) => {
      of.run(from, to);
      const length = to - from;
      for (let i = 0; i < length; i += 1) {
        const value = of.num[i]! * by;
        const divisor = den === null ? over : over * den[i]!;
        num[i] = value < 0 ? -divide(-value, divisor, mode) : divide(value, divisor, mode);
      }
    },
    num,
    den: null,
    factor: step,
    low: of.low < 0 ? -reach : 0,
    high: of.high > 0 ? reach : 0,
    denLow: 1,
    denHigh: 1,
    state: of.state,
  };
}
