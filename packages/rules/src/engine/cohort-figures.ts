import { Rational, sum } from '../exact/rational.js';

/** The numbers of one measure over one cohort: only units that have a number, each once (RULES.md CH1). */
export class CohortFigures {
  readonly count: number;
  private readonly ascending: readonly Rational[];

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
    return this.count === 0 ? null : sum(this.ascending).over(Rational.integer(this.count));
  }

  /** Place of a value: first = 1 + number strictly better; `last` is the last place that its ties fill. */
  places(value: Rational, better: 'higher' | 'lower'): { readonly first: number; readonly last: number } {
    let [ahead, equal] = [0, 0];
    for (const other of this.ascending) {
      const order = better === 'higher' ? other.compare(value) : value.compare(other);
      if (order > 0) ahead += 1;
      else if (order === 0) equal += 1;
    }
    return { first: ahead + 1, last: ahead + Math.max(1, equal) };
  }
}
