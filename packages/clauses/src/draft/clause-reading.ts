import type { ReadClause } from '../canonical/index.js';
import type { NaturalReading } from '../natural/index.js';

/** A clause as it was read: exactly, because it is a clause of ours, or as people write it. */
export type ClauseReading =
  | {
      readonly kind: 'canonical';
      readonly text: string;
      readonly read: Extract<ReadClause, { readonly ok: true }>;
    }
  | { readonly kind: 'natural'; readonly text: string; readonly natural: NaturalReading };
