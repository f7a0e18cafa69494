import { z } from 'zod';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/** One side of the origin: `points` (negative = deducted) for each `per` units of distance. */
const Side = z.strictObject({
  points: DecimalText,
  per: DecimalText,
  /** A part of `per`: `proportional` counts it in proportion, `down` drops it (每满), `up` counts it whole (不足按一计). */
  partial: z.enum(['proportional', 'down', 'up']),
  /** Most that this side can add or take, as a positive number of points. */
  limit: DecimalText.optional(),
});

/**
 * 每……加/扣(M09 M10 M11 M21 M22 M23 M47): base + points for each step above the origin + points for each step below it.
 * 每次扣: base = full, origin 0, above −d. 每低1%扣: base = full, origin θ, below −d per 0.01. 从0起加: base 0, origin 0, above +s.
 */
export const Steps = z.strictObject({
  method: z.literal('steps'),
  base: DecimalText,
  origin: z.union([DecimalText, Measure]),
  above: Side.optional(),
  below: Side.optional(),
});
export type Steps = z.infer<typeof Steps>;
