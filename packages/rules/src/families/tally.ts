import { z } from 'zod';
import { Measure } from '../format/measure.js';
import { DecimalText, Text } from '../format/primitives.js';

/** 分类计次(M21 M24 M31): base + Σ points × measure, e.g. 3 − 0.3 × 逾期 − 1 × 未办; also severity × level tables. */
export const Tally = z.strictObject({
  method: z.literal('tally'),
  base: DecimalText,
  terms: z.array(z.strictObject({ title: Text, of: Measure, points: DecimalText })).min(1),
});
export type Tally = z.infer<typeof Tally>;
