import { Rational, sum } from '../exact/rational.js';

/** Exact numbers in ascending order, however they are kept. */
export type OrderedNumbers = {
  readonly count: number;
  /** The number at an index from 0 to count − 1. */
  readonly nth: (index: number) => Rational;
  readonly sum: () => Rational;
  readonly sumOfSquares: () => Rational;
  /** How many are less than a value. */
  readonly less: (value: Rational) => number;
  /** How many are not more than a value. */
  readonly upTo: (value: Rational) => number;
};

/** Numbers in any order, sorted once. */
export function orderedNumbers(values: readonly Rational[]): OrderedNumbers {
  const ascending = [...values].sort((a, b) => a.compare(b));
  return {
    count: values.length,
    nth: (index) => ascending[index] ?? Rational.zero,
    sum: () => sum(ascending),
    sumOfSquares: () => sum(ascending.map((value) => value.times(value))),
    less: (value) => countWhere(ascending, (other) => other.compare(value) < 0),
    upTo: (value) => countWhere(ascending, (other) => other.compare(value) <= 0),
  };
}

/** How many of the ascending values satisfy a condition that holds for a first part of them; by halving, as cohorts can be large. */
function countWhere(ascending: readonly Rational[], holds: (value: Rational) => boolean): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = ascending[middle];
    if (value !== undefined && holds(value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
