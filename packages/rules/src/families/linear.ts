import { z } from 'zod';
import { DecimalText } from '../format/primitives.js';

/** 线性截断(M08): clamp(intercept + slope × measure, low, high). */
export const Linear = z.strictObject({
  method: z.literal('linear'),
  intercept: DecimalText,
  slope: DecimalText,
  low: DecimalText,
  high: DecimalText,
});
export type Linear = z.infer<typeof Linear>;
