import { z } from 'zod';
import { DecimalText, Id } from '../format/primitives.js';

/**
 * 表彰、推广、信息采用、通报(M32 M33 M34 M36): each entry of a records fact is worth its level's points × its genre's coefficient; worth may be negative.
 * `sameMatter` says what entries about one matter count: all, the highest, the two highest levels, or highest in full and the rest × `othersCoefficient`.
 */
export const RecordsWorth = z.strictObject({
  method: z.literal('records-worth'),
  fact: Id,
  worth: z.array(z.strictObject({ level: Id, points: DecimalText })).min(1),
  genres: z.array(z.strictObject({ genre: Id, coefficient: DecimalText })).optional(),
  sameMatter: z.enum(['all', 'highest', 'two-highest', 'diminishing']),
  othersCoefficient: DecimalText.optional(),
  /** Count at most this many matters (限 n 项), the best ones. */
  bestMatters: z.number().int().min(1).optional(),
});
export type RecordsWorth = z.infer<typeof RecordsWorth>;
