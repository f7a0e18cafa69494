import { z } from 'zod';
import { DecimalText } from '../format/primitives.js';

const common = { better: z.enum(['higher', 'lower']), tied: z.enum(['highest', 'mean']) };

/**
 * 按名次赋分(M40 M41 M42 M43 M48), by the rank of the measure in the cohort.
 * `table`: k-th place → points, `beyond` after the table. `step`: full for the first `free` places, then −`points` a place.
 * `percent`: full × (1 − share × (place − 1)). `tier`: the first `upTo` share of the cohort earns `share` of the points; places per tier are
 * rounded by `places`. Tied units take the points of the highest or the mean of the places they fill.
 */
export const Ranked = z.discriminatedUnion('form', [
  z.strictObject({ method: z.literal('ranked'), form: z.literal('table'), ...common, points: z.array(DecimalText).min(1), beyond: DecimalText }),
  z.strictObject({ method: z.literal('ranked'), form: z.literal('step'), ...common, free: z.number().int().min(0), points: DecimalText }),
  z.strictObject({ method: z.literal('ranked'), form: z.literal('percent'), ...common, share: DecimalText }),
  z.strictObject({
    method: z.literal('ranked'),
    form: z.literal('tier'),
    ...common,
    places: z.enum(['half-up', 'down', 'up', 'larger-first']),
    tiers: z.array(z.strictObject({ upTo: DecimalText, share: DecimalText })).min(1),
  }),
]);
export type Ranked = z.infer<typeof Ranked>;
