import { z } from 'zod';
import { Text } from '@heng/rules';

/** One place in the request that is wrong: where, why, and what to do. */
export const ProblemDetail = z.object({
  code: z.string(),
  /** JSON path in the request body, or `unit/fact` for a cell. */
  path: z.string(),
  message: Text,
  fix: Text.optional(),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

/**
 * Every error answer, RFC 9457 `application/problem+json`. `code` is stable and machine-readable;
 * `message` is the sentence for people; `status` repeats the HTTP status. No stack, SQL or path ever.
 */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  message: Text,
  correlationId: z.string(),
  problems: z.array(ProblemDetail).optional(),
  /** With `STALE_VERSION`: the current state of what the caller tried to change. */
  current: z.unknown().optional(),
});
export type Problem = z.infer<typeof Problem>;
