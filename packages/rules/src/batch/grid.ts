import { Rational, roundToInteger } from '../exact/rational.js';
import type { Indicator } from '../format/indicator.js';
import type { Rounding } from '../format/primitives.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { whole } from './fraction.js';
import { BeyondKernel } from './registers.js';

/**
 * The multiples of one step on which an indicator's points lie after rounding. Rounding is monotone, so keeping points within bounds
 * before and after it (FI1, FI2) is the same as rounding first and keeping them within the rounded bounds, and then within the bounds.
 */
export type Grid = {
  readonly mode: Rounding['mode'];
  readonly step: Rational;
  /** Null when the book does not round: then every value must already lie on the grid. */
  readonly rounding: Rounding | null;
  /** Rounded floor and cap, in steps. */
  readonly low: number;
  readonly high: number;
  /** Decimals of the points that are kept, and how many of their last unit make one step. */
  readonly decimals: number;
  readonly perStep: number;
  /** Floor and cap in the last decimal; null where they are multiples of the step and nothing is left to do. */
  readonly bounds: readonly [number, number] | null;
};

/** Decimals that a number needs. @throws BeyondKernel when it does not end */
export function decimalPlaces(value: Rational): number {
  let [rest, twos, fives] = [value.denominator, 0, 0];
  while (rest % 2n === 0n) [rest, twos] = [rest / 2n, twos + 1];
  while (rest % 5n === 0n) [rest, fives] = [rest / 5n, fives + 1];
  if (rest !== 1n) throw new BeyondKernel('points are not rounded and need not end');
  return Math.max(twos, fives);
}

export const stepOf = (rounding: Rounding): Rational =>
  'step' in rounding ? Rational.parse(rounding.step) : Rational.of(1n, 10n ** BigInt(rounding.digits));

/** Floor and cap of an indicator (FI1). */
export function boundsOf(indicator: Indicator, role: Section['role']): { floor: Rational; cap: Rational } {
  const full = Rational.parse(indicator.points);
  const { finish } = indicator;
  const cap =
    finish?.cap === undefined ? (role === 'deduction' ? Rational.zero : full) : Rational.parse(finish.cap);
  const floor =
    finish?.floor === undefined
      ? role === 'deduction'
        ? full.negate()
        : Rational.zero
      : Rational.parse(finish.floor);
  // The cap is kept last, so it wins over a floor above it.
  return { floor: floor.min(cap), cap };
}

/**
 * @param values what unrounded points can be made of: constants, and slopes per unit of a whole number
 * @param extra points that policies give, which are not rounded
 */
export function gridOf(
  book: RuleBook,
  indicator: Indicator,
  role: Section['role'],
  values: readonly Rational[],
): Grid {
  const rounding = indicator.finish?.rounding ?? book.rounding.indicator;
  const { floor, cap } = boundsOf(indicator, role);
  const digits = rounding === null ? Math.max(0, ...values.map(decimalPlaces)) : 0;
  const step = rounding === null ? Rational.of(1n, 10n ** BigInt(digits)) : stepOf(rounding);
  const decimals = Math.max(
    decimalPlaces(step),
    ...[floor, cap, ...policyPoints(indicator)].map(decimalPlaces),
  );
  const scale = Rational.of(10n ** BigInt(decimals));
  const mode = rounding?.mode ?? 'half-up';
  const inSteps = (value: Rational) => whole(roundToInteger(value.over(step), mode));
  const onGrid = [floor, cap].every((value) => value.over(step).denominator === 1n);
  if (rounding === null && !onGrid) return gridOf(book, indicator, role, [...values, floor, cap]);
  return {
    mode,
    step,
    rounding,
    low: inSteps(floor),
    high: inSteps(cap),
    decimals,
    perStep: whole(step.times(scale).numerator),
    bounds: onGrid ? null : [whole(floor.times(scale).numerator), whole(cap.times(scale).numerator)],
  };
}

function policyPoints({ points, notApplicable }: Indicator): Rational[] {
  if (notApplicable?.policy === 'full') return [Rational.parse(points)];
  return notApplicable?.policy === 'fixed' ? [Rational.parse(notApplicable.points ?? '0')] : [];
}

/** A constant's place on the grid, kept within its bounds. */
export function onGrid(value: Rational, grid: Grid): number {
  const steps = value.over(grid.step);
  if (grid.rounding === null && steps.denominator !== 1n) throw new BeyondKernel('points are not rounded');
  return Math.max(grid.low, Math.min(grid.high, whole(roundToInteger(steps, grid.mode))));
}
