import { z } from 'zod';
import { Measure } from './measure.js';
import { Comparison, DecimalText, Id } from './primitives.js';

/** A yes/no question about a unit's facts. Asked of a missing fact it is *unknown*, which neither fires a veto nor grants an exemption. */
export type Condition =
  | { kind: 'is-true'; fact: string }
  | { kind: 'is-option'; fact: string; options: string[] }
  | { kind: 'compare'; left: Measure; comparison: z.infer<typeof Comparison>; right: Measure | string }
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('is-true'), fact: Id }),
    z.strictObject({ kind: z.literal('is-option'), fact: Id, options: z.array(Id).min(1) }),
    z.strictObject({
      kind: z.literal('compare'),
      left: Measure,
      comparison: Comparison,
      right: z.union([DecimalText, Measure]),
    }),
    z.strictObject({ kind: z.literal('all'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('any'), of: z.array(Condition).min(1) }),
    z.strictObject({ kind: z.literal('not'), of: Condition }),
  ]),
) as z.ZodType<Condition>;
