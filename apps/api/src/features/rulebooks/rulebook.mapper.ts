import type {
  RuleBookComment,
  RuleBookDraftResponse,
  RuleBookResponse,
  RuleBookSummary,
} from '@heng/contracts';
import { checkDocument } from './read-document.js';
import type { RuleBookCommentRow } from './rulebook-comment.entity.js';
import type { RuleBookRow } from './rulebook.entity.js';
import { ruleBookInvalid } from './rulebooks.errors.js';

export const toRuleBookSummary = (row: Omit<RuleBookRow, 'document'>): RuleBookSummary => ({
  id: row.id,
  key: row.key,
  bookVersion: row.bookVersion,
  title: row.title,
  year: row.year,
  status: row.status,
  hash: row.hash,
  version: row.version,
  changedBy: row.changedBy,
  changedAt: row.changedAt.toISOString(),
  review: row.review,
  amends: row.amends,
  supersededBy: row.supersededBy,
});

/** @throws AppError 422 for a draft that is no rule book yet, with the reasons */
export function toRuleBookResponse(row: RuleBookRow): RuleBookResponse {
  const { book, problems, findings } = checkDocument(row.document);
  if (book === null) throw ruleBookInvalid(problems);
  return { ...toRuleBookSummary(row), book, findings };
}

export function toDraftResponse(row: RuleBookRow): RuleBookDraftResponse {
  const { problems, findings } = checkDocument(row.document);
  return {
    ...toRuleBookSummary(row),
    document: row.document,
    problems: [...problems],
    findings: [...findings],
  };
}

export const toCommentResponse = (row: RuleBookCommentRow): RuleBookComment => ({
  id: row.id,
  place: row.place,
  text: row.text,
  by: row.byName,
  at: row.at.toISOString(),
  resolved: row.resolved,
});
