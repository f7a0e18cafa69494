import { z } from 'zod';

/** 酌情打分(M58): the scorer's own points between 0 and full; a reason is asked when points are withheld. */
export const Judged = z.strictObject({ method: z.literal('judged'), reasonRequired: z.boolean() });
export type Judged = z.infer<typeof Judged>;
