import { z } from 'zod';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/**
 * 越小越好(M06 M07). `complement`: points × (1 − measure). With a target, full points up to it, then
 * `target-over-actual`: points × target ÷ measure, or `excess-share`: points × (1 − (measure − target) ÷ target).
 * Both readings of 超过按比例 exist; the author must choose.
 */
export const Inverse = z.strictObject({
  method: z.literal('inverse'),
  form: z.enum(['complement', 'target-over-actual', 'excess-share']),
  target: z.union([DecimalText, Measure]).optional(),
});
export type Inverse = z.infer<typeof Inverse>;
