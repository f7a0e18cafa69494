import { z } from 'zod';
import { Id, RuleBook, Text } from '@heng/rules';
import { ProblemDetail } from './problem.js';

/** A draft changes freely; a reviewed one may be published, and is a draft again as soon as it changes; a published one never changes. */
export const RuleBookStatus = z.enum(['draft', 'reviewed', 'published']);
export type RuleBookStatus = z.infer<typeof RuleBookStatus>;

const Moment = z.iso.datetime({ offset: true });
const Day = z.iso.date();

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
  changedBy: z.string(),
  changedAt: Moment,
  review: z.object({ by: z.string(), at: Moment, note: z.string().nullable() }).nullable(),
  /** Of an amendment: the published book it replaces, from when, and why. */
  amends: z.object({ id: z.uuid(), effectiveFrom: Day, reason: z.string() }).nullable(),
  /** The published amendment that replaces this book. */
  supersededBy: z.uuid().nullable(),
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
export type RuleBookFinding = z.infer<typeof RuleBookFinding>;

export const RuleBookResponse = RuleBookSummary.extend({
  book: RuleBook,
  findings: z.array(RuleBookFinding),
});
export type RuleBookResponse = z.infer<typeof RuleBookResponse>;

/** What stands in the workshop: the document as it was saved last, whether or not it is a rule book yet. */
export const RuleBookDraftResponse = RuleBookSummary.extend({
  document: z.unknown(),
  /** Why it is no rule book yet; empty when it is one, and then `findings` tells what the check found. */
  problems: z.array(ProblemDetail),
  findings: z.array(RuleBookFinding),
});
export type RuleBookDraftResponse = z.infer<typeof RuleBookDraftResponse>;

/** The document is checked by `parseRuleBook`; its problems come back with their paths as a 422. */
export const CreateRuleBookRequest = z.strictObject({ book: z.unknown() });
export type CreateRuleBookRequest = z.infer<typeof CreateRuleBookRequest>;

/** The head must be right, so that the draft can be found again; the rest may be unfinished. */
export const RuleBookHead = z.looseObject(
  RuleBook.pick({ format: true, id: true, title: true, issuer: true, year: true, version: true }).shape,
);
export type RuleBookHead = z.infer<typeof RuleBookHead>;

export const SaveRuleBookRequest = z.strictObject({ document: RuleBookHead });
export type SaveRuleBookRequest = z.infer<typeof SaveRuleBookRequest>;

export const PublishRuleBookRequest = z.strictObject({ note: z.string().max(500).optional() });
export type PublishRuleBookRequest = z.infer<typeof PublishRuleBookRequest>;

export const ReviewRuleBookRequest = z.strictObject({ note: z.string().trim().min(1).max(500).optional() });
export type ReviewRuleBookRequest = z.infer<typeof ReviewRuleBookRequest>;

export const AmendRuleBookRequest = z.strictObject({
  /** The version number of the amended book, such as `1.1`. */
  bookVersion: RuleBook.shape.version,
  effectiveFrom: Day,
  reason: z.string().trim().min(5).max(500),
});
export type AmendRuleBookRequest = z.infer<typeof AmendRuleBookRequest>;

export const RuleBookSavesResponse = z.object({
  items: z.array(z.object({ version: z.number().int(), hash: z.string(), by: z.string(), at: Moment })),
});
export type RuleBookSavesResponse = z.infer<typeof RuleBookSavesResponse>;

/** One earlier save of a draft, to look at or to return to. */
export const RuleBookSaveResponse = z.object({
  version: z.number().int(),
  document: z.unknown(),
});
export type RuleBookSaveResponse = z.infer<typeof RuleBookSaveResponse>;

/** The part of a book that a comment is about: `book`, or kind and id, such as `indicator/H01`. It survives moves within the book. */
export const RuleBookPlace = z
  .string()
  .regex(/^(book|(section|indicator|fact|veto|grade)\/[A-Za-z][A-Za-z0-9_-]{0,63})$/);
export type RuleBookPlace = z.infer<typeof RuleBookPlace>;

export const RuleBookComment = z.object({
  id: z.uuid(),
  place: RuleBookPlace,
  text: z.string(),
  by: z.string(),
  at: Moment,
  resolved: z.object({ by: z.string(), at: Moment }).nullable(),
});
export type RuleBookComment = z.infer<typeof RuleBookComment>;

export const RuleBookCommentsResponse = z.object({ items: z.array(RuleBookComment) });
export type RuleBookCommentsResponse = z.infer<typeof RuleBookCommentsResponse>;

export const AddRuleBookCommentRequest = z.strictObject({
  place: RuleBookPlace,
  text: z.string().trim().min(1).max(1000),
});
export type AddRuleBookCommentRequest = z.infer<typeof AddRuleBookCommentRequest>;

/** Checks a document without storing it. */
export const CheckRuleBookRequest = z.strictObject({ document: z.unknown() });
export type CheckRuleBookRequest = z.infer<typeof CheckRuleBookRequest>;

export const CheckRuleBookResponse = z.object({
  problems: z.array(ProblemDetail),
  findings: z.array(RuleBookFinding),
  /** The sentence of every indicator; empty while there are problems. */
  clauses: z.array(z.object({ indicator: z.string(), clause: Text })),
});
export type CheckRuleBookResponse = z.infer<typeof CheckRuleBookResponse>;

export const CompareRuleBooksRequest = z.strictObject({ before: z.uuid(), after: z.uuid() });
export type CompareRuleBooksRequest = z.infer<typeof CompareRuleBooksRequest>;

/** `heng-diff/1` of docs/formats.md: every change with its places, values and sentence. */
export const RuleBookComparisonResponse = z.looseObject({
  format: z.literal('heng-diff/1'),
  changes: z.array(z.looseObject({ code: z.string(), sentence: Text })),
  clauses: z.array(z.looseObject({})),
});
export type RuleBookComparisonResponse = z.infer<typeof RuleBookComparisonResponse>;

/** `heng-burden/1` of docs/formats.md: what a book asks of whom. */
export const RuleBookBurdenResponse = z.looseObject({ format: z.literal('heng-burden/1') });
export type RuleBookBurdenResponse = z.infer<typeof RuleBookBurdenResponse>;

/** A draft on the facts of a cycle. */
export const DryRunRequest = z.strictObject({
  ruleBookId: z.uuid(),
  /** Which fact of the cycle's book a fact of the draft is, where ids differ: draft id → id in the cycle's book. */
  mapping: z.record(Id, Id).default({}),
  basis: z.enum(['verified', 'declared', 'latest']).default('verified'),
});
export type DryRunRequest = z.infer<typeof DryRunRequest>;

/** `heng-dry-run/1` of docs/formats.md: who moves, by which indicator, and what nobody can win or lose. */
export const DryRunResponse = z.looseObject({
  format: z.literal('heng-dry-run/1'),
  units: z.array(z.looseObject({ code: z.string() })),
});
export type DryRunResponse = z.infer<typeof DryRunResponse>;
