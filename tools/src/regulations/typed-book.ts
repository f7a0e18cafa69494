import { z } from 'zod';

const Words = z.string().min(1).nullable();

/** One public rule book as its words and numbers, before it is typed as a table. */
export const TypedBook = z.strictObject({
  id: z.string(),
  title: z.string(),
  year: z.number().int().nullable(),
  issuer: Words,
  source: z.url(),
  complete: z.boolean(),
  total: Words,
  preface: z.array(z.string()),
  notes: z.array(z.string()),
  sections: z.array(
    z.strictObject({
      number: z.string(),
      title: z.string(),
      points: Words,
      role: z.enum(['base', 'bonus', 'deduction', 'veto']),
      rows: z.array(
        z.strictObject({
          item: z.string(),
          requirement: Words,
          points: Words,
          standard: Words,
          /** Whether the standard has the words of the public document, or tells what it says in other words. */
          wording: z.enum(['published', 'reported']).nullable(),
          department: Words,
          evidence: Words,
        }),
      ),
    }),
  ),
});
export type TypedBook = z.infer<typeof TypedBook>;
export type TypedSection = TypedBook['sections'][number];
export type TypedRow = TypedSection['rows'][number];
