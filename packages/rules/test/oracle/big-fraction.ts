/**
 * The oracle's own arithmetic, written apart from the engine's: a pair of integers with a positive denominator,
 * compared by cross products and reduced only when it grows long.
 */
export type BigFraction = readonly [numerator: bigint, denominator: bigint];

export const nothing: BigFraction = [0n, 1n];
export const whole: BigFraction = [1n, 1n];
export const integer = (value: number | bigint): BigFraction => [BigInt(value), 1n];

const read = new Map<string, BigFraction>();

/** Reads `-12.50` or `1/3`. */
export function big(text: string): BigFraction {
  let known = read.get(text);
  if (known === undefined) {
    const [top = '', bottom] = text.split('/');
    const [before = '', after = ''] = top.split('.');
    known = [BigInt(before + after), bottom === undefined ? 10n ** BigInt(after.length) : BigInt(bottom)];
    if (read.size < 100_000) read.set(text, known);
  }
  return known;
}

function divisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const long = 1n << 160n;

/** Reduced only when long: most sheets never need it. */
const short = (n: bigint, d: bigint): BigFraction => {
  if (d < long) return [n, d];
  const by = divisor(n, d);
  return by > 1n ? [n / by, d / by] : [n, d];
};

export const add = ([a, b]: BigFraction, [c, d]: BigFraction): BigFraction =>
  b === d ? [a + c, b] : short(a * d + c * b, b * d);
export const negative = ([a, b]: BigFraction): BigFraction => [-a, b];
export const subtract = (a: BigFraction, b: BigFraction): BigFraction => add(a, negative(b));
export const multiply = ([a, b]: BigFraction, [c, d]: BigFraction): BigFraction => short(a * c, b * d);
export function divide([a, b]: BigFraction, [c, d]: BigFraction): BigFraction {
  if (c === 0n) throw new Error('the oracle divided by zero');
  return c < 0n ? short(-a * d, b * -c) : short(a * d, b * c);
}
export const sign = ([a]: BigFraction): number => (a < 0n ? -1 : a > 0n ? 1 : 0);
export const order = ([a, b]: BigFraction, [c, d]: BigFraction): number => {
  const [left, right] = b === d ? [a, c] : [a * d, c * b];
  return left < right ? -1 : left > right ? 1 : 0;
};
export const same = (a: BigFraction, b: BigFraction): boolean => order(a, b) === 0;
export const lesser = (a: BigFraction, b: BigFraction): BigFraction => (order(a, b) < 0 ? a : b);
export const greater = (a: BigFraction, b: BigFraction): BigFraction => (order(a, b) > 0 ? a : b);
export const size = (a: BigFraction): BigFraction => (a[0] < 0n ? negative(a) : a);
export const total = (values: readonly BigFraction[]): BigFraction => values.reduce(add, nothing);
export const power = ([a, b]: BigFraction, exponent: bigint): BigFraction => [a ** exponent, b ** exponent];

export type Mode = 'half-up' | 'half-even' | 'down' | 'up';

/** The integer below or above, chosen by looking at the remainder of a division that rounds toward −∞. */
export function toInteger([a, b]: BigFraction, mode: Mode): bigint {
  const rest = ((a % b) + b) % b;
  const below = (a - rest) / b;
  if (rest === 0n) return below;
  const [towardZero, awayFromZero] = a < 0n ? [below + 1n, below] : [below, below + 1n];
  switch (mode) {
    case 'down':
      return towardZero;
    case 'up':
      return awayFromZero;
    case 'half-up':
      return rest * 2n === b ? awayFromZero : rest * 2n > b ? below + 1n : below;
    case 'half-even':
      return rest * 2n === b ? below + (below % 2n === 0n ? 0n : 1n) : rest * 2n > b ? below + 1n : below;
  }
}

export type Rounding = { readonly mode: Mode } & ({ readonly digits: number } | { readonly step: string });

export function rounded(value: BigFraction, rounding: Rounding): BigFraction {
  const step: BigFraction = 'step' in rounding ? big(rounding.step) : [1n, 10n ** BigInt(rounding.digits)];
  return multiply(integer(toInteger(divide(value, step), rounding.mode)), step);
}

/** As results are written (RULES.md EX2): a decimal when it ends, else a fraction in lowest terms. */
export function written([a, b]: BigFraction): string {
  const by = divisor(a, b);
  const [n, d] = [a / by, b / by];
  let [scale, digits] = [1n, 0];
  // A denominator of twos and fives divides a power of ten no greater than its own length in bits.
  const most = d.toString(2).length;
  while (scale % d !== 0n && digits <= most) [scale, digits] = [scale * 10n, digits + 1];
  if (scale % d !== 0n) return `${n}/${d}`;
  const units = ((n < 0n ? -n : n) * (scale / d)).toString().padStart(digits + 1, '0');
  const cut = units.length - digits;
  return `${n < 0n ? '-' : ''}${units.slice(0, cut)}${digits === 0 ? '' : `.${units.slice(cut)}`}`;
}
