import { z } from 'zod';
import { DecimalText, Text } from '../format/primitives.js';

/**
 * 分档(M13 M14 M15 M16 M17). Bands are in ascending order and must leave no gap and no overlap.
 * A band holds measures from `from` to `to`; an absent bound is open to infinity; `fromIncluded`/`toIncluded` say to whom the edge belongs.
 * `step`: the band's points or share. `interpolate`: straight line between (`from`, points) of adjacent bands.
 * `marginal`: each band pays `rate` per unit for the part of the measure inside it, summed (阶梯累进).
 */
export const Tiers = z.strictObject({
  method: z.literal('tiers'),
  form: z.enum(['step', 'interpolate', 'marginal']),
  bands: z
    .array(
      z.strictObject({
        title: Text.optional(),
        from: DecimalText.optional(),
        fromIncluded: z.boolean().optional(),
        to: DecimalText.optional(),
        toIncluded: z.boolean().optional(),
        points: DecimalText.optional(),
        /** Share of the indicator's full points, "0.5" is 得一半. */
        share: DecimalText.optional(),
        rate: DecimalText.optional(),
      }),
    )
    .min(1),
});
export type Tiers = z.infer<typeof Tiers>;
