import type { BatchOrder } from './batch-order.js';
import type { UnitHead } from './columns.js';
import type { RunFacts } from './exact-runs.js';
import type { BatchSchema } from './schema.js';

/** A batch as another thread can receive it: plain data, and numbers of all units in shared memory. Everything is in batch order. */
export type SharedBatch = RunFacts & {
  /** As JSON: each thread compiles it for itself. */
  readonly book: string;
  readonly schema: BatchSchema;
  readonly count: number;
  readonly cohorts: Int32Array;
  readonly cohortIds: readonly string[];
  readonly largestCohort: number;
  readonly rules: BatchOrder['rules'];
  /** Null where nothing asks who a unit is: the exact evaluator and some tie-breaks do. */
  readonly heads: readonly UnitHead[] | null;
  /** Results of all units, in the order in which a plan asks for room. */
  readonly buffers: readonly SharedArrayBuffer[];
};
