import { root } from '../exact/irrational.js';
import { Rational } from '../exact/rational.js';
import { orderedNumbers, type OrderedNumbers } from './ordered-numbers.js';

/** The numbers of one measure over one cohort: only units that have a number, each once (RULES.md CH1). */
export class CohortFigures {
  readonly count: number;
  private cachedSum: Rational | null = null;
  private cachedMean: Rational | null = null;
  private readonly deviations: (Rational | undefined)[] = [];

  /** @param numbers sorted already, or as a list in any order: {@link CohortFigures.of} */
  constructor(private readonly numbers: OrderedNumbers) {
    this.count = numbers.count;
  }

  static of(values: readonly Rational[]): CohortFigures {
    return new CohortFigures(orderedNumbers(values));
  }

  lowest(): Rational | null {
    return this.count === 0 ? null : this.numbers.nth(0);
  }

  highest(): Rational | null {
    return this.count === 0 ? null : this.numbers.nth(this.count - 1);
  }

  sum(): Rational {
    this.cachedSum ??= this.numbers.sum();
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
    const index = Number(below.numerator);
    const low = this.numbers.nth(index);
    const high = index + 1 < this.count ? this.numbers.nth(index + 1) : low;
    return low.plus(high.minus(low).times(at.minus(below)));
  }

  /** Square root of the mean squared distance from the mean, over n − `less`; null for too few. */
  deviation(less: 0 | 1): Rational | null {
    if (this.count === 0 || this.count <= less) return null;
    const known = this.deviations[less];
    if (known !== undefined) return known;
    // Σ(x − m)² = Σx² − (Σx)² ÷ n, which in exact numbers loses nothing.
    const total = this.sum();
    const squares = this.numbers.sumOfSquares();
    const distances = squares.minus(total.times(total).over(Rational.integer(this.count)));
    const found = root(distances.over(Rational.integer(this.count - less)), 2);
    this.deviations[less] = found;
    return found;
  }

  /** Place of a value: first = 1 + number strictly better; `last` is the last place that its ties fill. */
  places(value: Rational, better: 'higher' | 'lower'): { readonly first: number; readonly last: number } {
    const below = this.numbers.less(value);
    const upTo = this.numbers.upTo(value);
    const ahead = better === 'higher' ? this.count - upTo : below;
    return { first: ahead + 1, last: ahead + Math.max(1, upTo - below) };
  }
}
