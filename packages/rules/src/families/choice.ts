import { z } from 'zod';
import { DecimalText, Id } from '../format/primitives.js';

/** 评审定等(M37 M24): the option of a choice fact → points. */
export const Choice = z.strictObject({
  method: z.literal('choice'),
  fact: Id,
  worth: z.array(z.strictObject({ option: Id, points: DecimalText })).min(1),
});
export type Choice = z.infer<typeof Choice>;
