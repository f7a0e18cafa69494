import type { FactReader } from '../engine/fact-reader.js';
import type { Value } from '../engine/value.js';

/** What a measure may look at: one unit's facts, last year's, and points already computed. */
export type MeasureContext = {
  readonly facts: FactReader;
  /** Null when no facts of the previous period were given for this unit. */
  readonly previous: FactReader | null;
  readonly indicatorPoints: (indicator: string) => Value;
  readonly sectionPoints: (section: string) => Value;
  readonly selfGap: () => Value;
  /** Whether to build the expressions with numbers put in. */
  readonly show: boolean;
};
