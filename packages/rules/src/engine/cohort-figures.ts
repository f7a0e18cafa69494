import { root } from '../exact/irrational.js';
import { Rational, sum } from '../exact/rational.js';

/** The numbers of one measure over one cohort: only units that have a number, each once (RULES.md CH1). */
export class CohortFigures {
  readonly count: number;
  private readonly ascending: readonly Rational[];
  private cachedSum: Rational | null = null;
  private cachedMean: Rational | null = null;
  private readonly deviations: (Rational | undefined)[] = [];

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

  sum(): Rational {
    this.cachedSum ??= sum(this.ascending);
    return this.cachedSum;
  }

  mean(): Rational | null {
    if (this.count === 0) return null;
    this.cachedMean ??= this.sum().over(Rational.integer(this.count));
    return this.cachedMean;
  }

  /** On the straight line between the two ranks around share × (n − 1), as spreadsheets' PERCENTILE.INC. */
  percentile(share: Rational): Rational | null {
    if (this.count === 0) return null;
    const at = share.times(Rational.integer(this.count - 1));
    const below = at.round({ mode: 'down', digits: 0 });
    const low = this.ascending[Number(below.numerator)] ?? Rational.zero;
    const high = this.ascending[Number(below.numerator) + 1] ?? low;
    return low.plus(high.minus(low).times(at.minus(below)));
  }

  /** Square root of the mean squared distance from the mean, over n − `less`; null for too few. */
  deviation(less: 0 | 1): Rational | null {
    const mean = this.mean();
    if (mean === null || this.count <= less) return null;
    const known = this.deviations[less];
    if (known !== undefined) return known;
    const squares = this.ascending
      .map((value) => value.minus(mean))
      .map((distance) => distance.times(distance));
    const found = root(sum(squares).over(Rational.integer(this.count - less)), 2);
    this.deviations[less] = found;
    return found;
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
