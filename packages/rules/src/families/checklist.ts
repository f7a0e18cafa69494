import { z } from 'zod';
import { DecimalText, Id, Text } from '../format/primitives.js';

/** 逐项累加(M03): each boolean fact that holds earns its points. */
export const Checklist = z.strictObject({
  method: z.literal('checklist'),
  items: z.array(z.strictObject({ fact: Id, title: Text, points: DecimalText })).min(1),
});
export type Checklist = z.infer<typeof Checklist>;
