import { z } from 'zod';

/** Cursor pages: `after` is the `next` of the page before. Unknown keys are refused, so that no typo widens a list. */
export const PageQuery = z.strictObject({
  after: z.string().max(400).optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform((digits) => Number.parseInt(digits, 10))
    .pipe(z.number().int().min(1).max(500))
    .optional(),
});
export type PageQuery = z.infer<typeof PageQuery>;

export const defaultPageSize = 200;

/** Cuts one row too many off and tells the cursor of the next page. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  cursor: (row: T) => string,
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursor(last) : null };
}
