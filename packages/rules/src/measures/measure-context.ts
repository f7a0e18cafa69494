import type { FactReader } from '../engine/fact-reader.js';
import type { CohortFigures } from '../engine/cohort-figures.js';
import type { Value } from '../engine/value.js';
import type { Measure } from '../format/measure.js';

/** What a measure may look at: one unit's facts, last year's, and points already computed. */
export type MeasureContext = {
  /** The unit's code, which is how judges name it. */
  readonly unit: string;
  readonly facts: FactReader;
  /** Null when no facts of the previous period were given for this unit. */
  readonly previous: FactReader | null;
  readonly indicatorPoints: (indicator: string) => Value;
  readonly sectionPoints: (section: string) => Value;
  readonly selfGap: () => Value;
  /** A measure over the unit's cohort, or over all units. */
  readonly figures: (measure: Measure, among: 'cohort' | 'all') => CohortFigures;
  /** Whether to build the expressions with numbers put in. */
  readonly show: boolean;
};
