import { Rational } from '../exact/rational.js';
import { whole } from './fraction.js';
import type { Grid } from './grid.js';
import { divide, exactLimit, mulDiv, mulDivHolds, narrowHolds } from './mul-div.js';
import { BeyondKernel } from './registers.js';

/** Rounds factor × num ÷ den to the grid and keeps it within its bounds, for `length` entries from `at`. */
export type RoundKernel = (
  num: Float64Array,
  den: Float64Array | null,
  target: Float64Array,
  at: number,
  length: number,
) => void;

/** Bounds of what is rounded: whole numerators and denominators. */
export type RoundBounds = {
  readonly low: number;
  readonly high: number;
  readonly denLow: number;
  readonly denHigh: number;
  readonly hasDen: boolean;
};

/**
 * The cheapest way that is proven for these bounds: no division, one division of exact integers, or the filtered mulDiv.
 * @param factor points for numerator 1 and denominator 1
 * @throws BeyondKernel when none is
 */
export function roundKernel(factor: Rational, bounds: RoundBounds, grid: Grid): RoundKernel {
  const inSteps = factor.over(grid.step);
  const sign = inSteps.sign() < 0 ? -1 : 1;
  const by = whole(inSteps.magnitude().numerator);
  const over = whole(inSteps.denominator);
  const most = Math.max(Math.abs(bounds.low), Math.abs(bounds.high));
  if (!(most < exactLimit)) throw new BeyondKernel('a numerator can grow too large');
  const product = most * by;
  const divisor = over * bounds.denHigh;
  const { low, high, mode } = grid;
  if (!bounds.hasDen && over === 1) {
    if (!(product < exactLimit)) throw new BeyondKernel('points can grow too large');
    return multiplied(by * sign, low, high);
  }
  if (grid.rounding === null) throw new BeyondKernel('points are not rounded and need not end');
  if (mode !== 'half-up') {
    if (!(product + 2 * divisor < exactLimit)) throw new BeyondKernel('a quotient can grow too large');
    return divided(by, over, sign, mode, low, high);
  }
  const signed = sign < 0 || bounds.low < 0;
  if (narrowHolds(product, divisor)) {
    if (signed) return narrowSigned(by, over, sign, low, high);
    return bounds.hasDen ? narrow(by, over, low, high) : narrowFixed(by, over, low, high);
  }
  if (!mulDivHolds(most, by, over * bounds.denLow, divisor))
    throw new BeyondKernel('a quotient can grow too large');
  return filtered(by, over, sign, low, high);
}

// Each loop is written out: one shared loop with a branch inside costs as much again as the arithmetic.

function multiplied(by: number, low: number, high: number): RoundKernel {
  return (num, _den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const points = num[i]! * by;
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function narrowFixed(by: number, over: number, low: number, high: number): RoundKernel {
  const [twice, double] = [2 * by, 2 * over];
  return (num, _den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const points = Math.floor((num[i]! * twice + over) / double);
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function narrow(by: number, over: number, low: number, high: number): RoundKernel {
  const twice = 2 * by;
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const divisor = den![i]! * over;
      const points = Math.floor((num[i]! * twice + divisor) / (2 * divisor));
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function narrowSigned(by: number, over: number, sign: number, low: number, high: number): RoundKernel {
  const twice = 2 * by;
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const divisor = den === null ? over : den[i]! * over;
      const value = num[i]! * sign;
      const rounded = Math.floor(((value < 0 ? -value : value) * twice + divisor) / (2 * divisor));
      const points = value < 0 ? 0 - rounded : rounded;
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function filtered(by: number, over: number, sign: number, low: number, high: number): RoundKernel {
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const divisor = den === null ? over : den[i]! * over;
      const value = num[i]! * sign;
      const points = value < 0 ? 0 - mulDiv(-value, by, divisor) : mulDiv(value, by, divisor);
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}

function divided(
  by: number,
  over: number,
  sign: number,
  mode: Grid['mode'],
  low: number,
  high: number,
): RoundKernel {
  return (num, den, target, at, length) => {
    for (let i = at; i < at + length; i += 1) {
      const divisor = den === null ? over : den[i]! * over;
      const value = num[i]! * by * sign;
      const points = value < 0 ? 0 - divide(-value, divisor, mode) : divide(value, divisor, mode);
      target[i] = points < low ? low : points > high ? high : points;
    }
  };
}
