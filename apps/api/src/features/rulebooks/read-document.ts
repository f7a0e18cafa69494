import type { ProblemDetail, RuleBookFinding } from '@heng/contracts';
import { lintRuleBook, parseRuleBook, type RuleBook } from '@heng/rules';
import { ruleBookInvalid } from './rulebooks.errors.js';

export type CheckedDocument =
  | { readonly book: RuleBook; readonly problems: readonly []; readonly findings: RuleBookFinding[] }
  | { readonly book: null; readonly problems: ProblemDetail[]; readonly findings: readonly [] };

/** The book in a document with what the check finds in it, or why it is none. */
export function checkDocument(document: unknown): CheckedDocument {
  const result = parseRuleBook(document);
  if (!result.ok) {
    const problems = result.problems.map(({ code, path, message, fix }) => ({ code, path, message, fix }));
    return { book: null, problems, findings: [] };
  }
  const findings = lintRuleBook(result.book).map(({ code, severity, path, message, fix }) => ({
    code,
    severity,
    path,
    message,
    fix,
  }));
  return { book: result.book, problems: [], findings };
}

/** @throws AppError 422 with the path of every problem */
export function bookIn(document: unknown): RuleBook {
  const result = parseRuleBook(document);
  if (result.ok) return result.book;
  throw ruleBookInvalid(
    result.problems.map(({ code, path, message, fix }) => ({ code, path, message, fix })),
  );
}
