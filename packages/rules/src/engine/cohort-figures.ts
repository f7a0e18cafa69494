import { Rational, sum } from '../exact/rational.js';

/** The numbers of one measure over one cohort: only units that have a number, each once (RULES.md CH1). */
export class CohortFigures {
  readonly count: number;
  private readonly ascending: readonly Rational[];
  private cachedMean: Rational | null = null;

  constructor(values: readonly Rational[]) {
    this.count = values.length;
    this.ascending = [...values].sort((a, b) => a.compare(b));
  }

  lowest(): Rational | null {
    return this.ascending[0] ?? null;
  }

  highest(): Rational | null {
    return this.ascending[this.count - 1] ?? null;
  }

  mean(): Rational | null {
    if (this.count === 0) return null;
    this.cachedMean ??= sum(this.ascending).over(Rational.integer(this.count));
    return this.cachedMean;
  }

  /** Place of a value: first = 1 + number strictly better; `last` is the last place that its ties fill. */
  places(value: Rational, better: 'higher' | 'lower'): { readonly first: number; readonly last: number } {
    const below = this.countWhere((other) => other.compare(value) < 0);
    const upTo = this.countWhere((other) => other.compare(value) <= 0);
    const ahead = better === 'higher' ? this.count - upTo : below;
    return { first: ahead + 1, last: ahead + Math.max(1, upTo - below) };
  }

  /** How many of the ascending values satisfy a condition that holds for a first part of them; by halving, as cohorts can be large. */
  private countWhere(holds: (value: Rational) => boolean): number {
    let [low, high] = [0, this.count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = this.ascending[middle];
      if (value !== undefined && holds(value)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
