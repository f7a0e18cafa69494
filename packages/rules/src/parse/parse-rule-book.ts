import { RuleBook } from '../format/rule-book.js';
import { bandProblems } from './checks/bands.js';
import { circleProblems } from './checks/circles.js';
import { duplicateProblems } from './checks/duplicates.js';
import { gradeProblems } from './checks/grades.js';
import { parameterProblems } from './checks/parameters.js';
import { referenceProblems } from './checks/references.js';
import { sumProblems } from './checks/sums.js';
import { inputTooLarge } from './input-limits.js';
import type { Problem } from './problem.js';
import { schemaProblems } from './schema-problems.js';

export type ParsedRuleBook =
  { readonly ok: true; readonly book: RuleBook } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a rule book, or names everything that keeps it from running exactly as written: form first, then meaning.
 * A book that parses can be compiled; matters of taste and prudence are the linter's.
 *
 * @param json a `heng-rulebook/1` document as parsed JSON; anything else is refused, never thrown at
 * @see RULES.md PA1-PA9
 */
export function parseRuleBook(json: unknown): ParsedRuleBook {
  const tooLarge = inputTooLarge(json);
  if (tooLarge) return { ok: false, problems: [tooLarge] };
  const read = RuleBook.safeParse(json, { reportInput: true });
  if (!read.success) return { ok: false, problems: schemaProblems(read.error.issues) };

  const duplicates = duplicateProblems(read.data);
  // References and order mean nothing while one id names two things.
  const problems =
    duplicates.length > 0
      ? duplicates
      : [referenceProblems, circleProblems, sumProblems, bandProblems, parameterProblems, gradeProblems].flatMap(
          (check) => check(read.data),
        );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, book: read.data };
}
