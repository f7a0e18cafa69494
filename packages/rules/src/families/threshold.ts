import { z } from 'zod';
import { Comparison, DecimalText } from '../format/primitives.js';

/** 达标得分、达线得满分(M01 M02): met or unmet. A boolean fact measures 1 (是) or 0 (否). */
export const Threshold = z.strictObject({
  method: z.literal('threshold'),
  comparison: Comparison,
  at: DecimalText,
  /** Absent: the indicator's full points. */
  metPoints: DecimalText.optional(),
  /** Absent: 0. */
  unmetPoints: DecimalText.optional(),
});
export type Threshold = z.infer<typeof Threshold>;
