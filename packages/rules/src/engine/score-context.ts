import type { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { CohortFigures } from './cohort-figures.js';
import type { FactReader } from './fact-reader.js';
import type { NoNumber, Value } from './value.js';

/** What a method family sees when it turns one unit's number into points. */
export type ScoreContext = {
  readonly full: Rational;
  /** The indicator's measure; zero for families that read their facts themselves. */
  readonly measure: Rational;
  readonly facts: FactReader;
  /** Null when no facts of the previous period were given for this unit. */
  readonly previous: FactReader | null;
  readonly evaluate: (measure: Measure) => Value;
  /** The same measure over the unit's cohort; empty for families that do not compare. */
  readonly cohort: CohortFigures;
};

/** Points before finishing, with the numbers that a reader needs to redo the step; or the reason why there are none. */
export type Scored =
  | { readonly kind: 'points'; readonly points: Rational; readonly data: Readonly<Record<string, string>> }
  | NoNumber;

export const points = (value: Rational, data: Record<string, string>): Scored => ({
  kind: 'points',
  points: value,
  data,
});
