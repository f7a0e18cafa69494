import { z } from 'zod';
import { RuleBook, Text } from '@heng/rules';

export const RuleBookStatus = z.enum(['draft', 'published']);
export type RuleBookStatus = z.infer<typeof RuleBookStatus>;

export const RuleBookSummary = z.object({
  id: z.uuid(),
  key: z.string(),
  bookVersion: z.string(),
  title: Text,
  year: z.number().int(),
  status: RuleBookStatus,
  /** sha256 of the canonical JSON. */
  hash: z.string(),
  version: z.number().int(),
});
export type RuleBookSummary = z.infer<typeof RuleBookSummary>;

export const RuleBookListResponse = z.object({
  items: z.array(RuleBookSummary),
  next: z.string().nullable(),
});
export type RuleBookListResponse = z.infer<typeof RuleBookListResponse>;

export const RuleBookFinding = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'advice']),
  path: z.string(),
  message: Text,
  fix: Text,
});

export const RuleBookResponse = RuleBookSummary.extend({
  book: RuleBook,
  findings: z.array(RuleBookFinding),
});
export type RuleBookResponse = z.infer<typeof RuleBookResponse>;

/** The document is checked by `parseRuleBook`; its problems come back with their paths as a 422. */
export const CreateRuleBookRequest = z.strictObject({ book: z.unknown() });
export type CreateRuleBookRequest = z.infer<typeof CreateRuleBookRequest>;

export const PublishRuleBookRequest = z.strictObject({ note: z.string().max(500).optional() });
export type PublishRuleBookRequest = z.infer<typeof PublishRuleBookRequest>;
