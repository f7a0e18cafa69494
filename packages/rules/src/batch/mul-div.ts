import type { Rounding } from '../format/primitives.js';

/** Above this a double no longer holds every integer. Bounds are kept strictly below it. */
export const exactLimit = 2 ** 53;

/**
 * a × b ÷ c rounded half away from zero, exactly, for integers 0 ≤ a, b < 2^53, 0 < c < 2^51 and a quotient under 2^49.
 *
 * y = a*b/c carries two roundings, |y − ab/c| < y × 2^-51. When y is further than that from a half, the nearest integer is decided;
 * else (true ties, and about one other case in a million) the sign of 2ab − (2q+1)c is worked out exactly. No tolerance to tune.
 */
export function mulDiv(a: number, b: number, c: number): number {
  const quotient = (a * b) / c;
  const nearest = Math.floor(quotient + 0.5);
  if (0.5 - Math.abs(quotient - nearest) > quotient * 4.440892098500626e-16) return nearest;
  return besideHalf(a, b, c, Math.floor(quotient));
}

/** Whether {@link mulDiv} is proven for a and b up to these and c between these. */
export const mulDivHolds = (a: number, b: number, cLeast: number, cMost: number): boolean =>
  a < exactLimit && b < exactLimit && cMost < 2 ** 51 && (a * b) / cLeast < 2 ** 49;

/**
 * Whether floor((2n + c) ÷ (2c)) in doubles is the exact rounding of n ÷ c. N = 2n + c and D = 2c are exact integers; with q the true
 * floor, N/D ≤ (q+1) − 1/D, and rounding can lift it to q+1 only if (q+1) × D > 2^53, but (q+1) × D ≤ N + D = 2n + 3c.
 */
export const narrowHolds = (n: number, c: number): boolean => 2 * n + 3 * c <= exactLimit;

/** 2^27 + 1 splits a double into two halves of 26 bits (Veltkamp); JavaScript has no fused multiply-add. */
const split = 134217729;

/** Products as high + low parts (Dekker). All parts are integers and every difference below is exact in the bounds of {@link mulDiv}. */
function besideHalf(a: number, b: number, c: number, floor: number): number {
  const twice = 2 * a;
  const odd = 2 * floor + 1;
  const high1 = twice * b;
  const high2 = odd * c;
  const low1 = lowPart(twice, b, high1);
  const low2 = lowPart(odd, c, high2);
  const sign = high1 - high2 + (low1 - low2);
  if (sign >= 0) return sign >= 2 * c ? floor + 2 : floor + 1;
  return sign < -2 * c ? floor - 1 : floor;
}

/** What a × b is more than its rounded product. */
function lowPart(a: number, b: number, product: number): number {
  let carry = split * a;
  const aHigh = carry - (carry - a);
  carry = split * b;
  const bHigh = carry - (carry - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}

/** n ÷ c for integers n ≥ 0, c > 0 with n + 2c < 2^53, where the quotient of doubles cannot reach the next integer. */
export function divide(n: number, c: number, mode: Rounding['mode']): number {
  const whole = Math.floor(n / c);
  const rest = n - whole * c;
  if (rest === 0 || mode === 'down') return whole;
  if (mode === 'up') return whole + 1;
  const beyond = 2 * rest - c;
  return beyond > 0 || (beyond === 0 && (mode === 'half-up' || whole % 2 === 1)) ? whole + 1 : whole;
}
