import { z } from 'zod';
import { Measure } from '../format/measure.js';
import { DecimalText } from '../format/primitives.js';

/** 按比例得分、完成率封顶(M04 M05 M18 M20;评议分折算 M52 M53 M55): points × measure ÷ target. */
export const Proportion = z.strictObject({
  method: z.literal('proportion'),
  /** What earns full points, in the measure's unit; a measure when the target differs by unit (任务数). */
  target: z.union([DecimalText, Measure]),
  /** Highest share of the points that can be earned; "1" is 完成率封顶. `null` leaves it uncapped. */
  capShare: DecimalText.nullable(),
  /** Completion under this share of the target earns nothing (低于下限不得分). */
  minimumShare: DecimalText.optional(),
});
export type Proportion = z.infer<typeof Proportion>;
