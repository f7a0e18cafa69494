import { z } from 'zod';
import { DecimalText } from '../format/primitives.js';

/** 比同组(M29 M44 M46): `best`: points × measure ÷ best of the cohort; `mean`: points × clamp(measure ÷ cohort mean, low, high); `beyond-mean`: full up to the mean, then −`deduct` per unit beyond. */
export const Relative = z.strictObject({
  method: z.literal('relative'),
  to: z.enum(['best', 'mean', 'beyond-mean']),
  better: z.enum(['higher', 'lower']),
  low: DecimalText.optional(),
  high: DecimalText.optional(),
  deduct: DecimalText.optional(),
});
export type Relative = z.infer<typeof Relative>;
