/**
 * How large an exact number can become: digits before the point, digits of its denominator, and whether it ends as a decimal,
 * because adding decimals leaves the denominator alone while adding fractions multiplies denominators. Upper estimates.
 */
export type NumberSize = { readonly whole: number; readonly below: number; readonly ends: boolean };

/** A decimal as the format lets it be written: 15 digits before the point and 20 after it. */
export const decimal: NumberSize = { whole: 15, below: 20, ends: true };
export const small: NumberSize = { whole: 3, below: 0, ends: true };

export const size = (whole: number, below: number, ends: boolean): NumberSize => ({ whole, below, ends });

/** Digits of the numerator. */
export const digitsOf = ({ whole, below }: NumberSize): number => whole + below;

export const plus = (a: NumberSize, b: NumberSize): NumberSize =>
  a.ends && b.ends
    ? size(Math.max(a.whole, b.whole) + 1, Math.max(a.below, b.below), true)
    : size(Math.max(a.whole, b.whole) + 1, a.below + b.below, false);

export const times = (a: NumberSize, b: NumberSize): NumberSize =>
  size(a.whole + b.whole, a.below + b.below, a.ends && b.ends);

export const over = (a: NumberSize, b: NumberSize): NumberSize =>
  size(a.whole + b.below, a.below + digitsOf(b), false);

/** Either of them. */
export const larger = (a: NumberSize, b: NumberSize): NumberSize =>
  size(Math.max(a.whole, b.whole), Math.max(a.below, b.below), a.ends && b.ends);

export const roundedTo = (a: NumberSize, digits: number): NumberSize => size(a.whole + 1, digits, true);

/** Fractions with different denominators that a cohort is taken to have; more of them are mostly equal. */
export const differentFractions = 30;

/** A sum over a cohort. */
export const overCohort = (each: NumberSize): NumberSize =>
  each.ends
    ? size(each.whole + 4, each.below, true)
    : size(each.whole + 4, each.below * differentFractions, false);
