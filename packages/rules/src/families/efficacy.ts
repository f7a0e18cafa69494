import { z } from 'zod';
import { DecimalText } from '../format/primitives.js';

/** 功效系数(M45): points × [d + c × (measure − low) ÷ (high − low)], low and high from the cohort's extremes or fixed (不允许值、满意值). */
export const Efficacy = z.strictObject({
  method: z.literal('efficacy'),
  c: DecimalText,
  d: DecimalText,
  better: z.enum(['higher', 'lower']),
  low: z.union([z.literal('cohort'), DecimalText]),
  high: z.union([z.literal('cohort'), DecimalText]),
  /** Share of the points when all of the cohort are equal (high = low). */
  whenEqual: DecimalText,
});
export type Efficacy = z.infer<typeof Efficacy>;
