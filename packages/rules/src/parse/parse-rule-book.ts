import { RuleBook } from '../format/rule-book.js';
import { bandProblems } from './checks/bands.js';
import { circleProblems } from './checks/circles.js';
import { combinationProblems } from './checks/combinations.js';
import { duplicateProblems } from './checks/duplicates.js';
import { gradeProblems } from './checks/grades.js';
import { measureProblems } from './checks/measures.js';
import { parameterProblems } from './checks/parameters.js';
import { referenceProblems } from './checks/references.js';
import { reservedNameProblems } from './checks/reserved-names.js';
import { sumProblems } from './checks/sums.js';
import { vetoProblems } from './checks/vetoes.js';
import { expressionProblems, workProblems } from './checks/work.js';
import { firstProblems } from './first-problems.js';
import { inputProblem, ruleBookLimits } from './input-limits.js';
import type { Problem } from './problem.js';
import { schemaProblems } from './schema-problems.js';

export type ParsedRuleBook =
  | { readonly ok: true; readonly book: RuleBook }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads a rule book, or names everything that keeps it from running exactly as written: form first, then meaning.
 * A book that parses can be compiled; matters of taste and prudence are the linter's.
 *
 * @param json a `heng-rulebook/1` document as parsed JSON; anything else is refused, never thrown at
 * @see RULES.md PA1-PA10
 */
export function parseRuleBook(json: unknown): ParsedRuleBook {
  const unfit = inputProblem(json, ruleBookLimits);
  if (unfit) return { ok: false, problems: [unfit] };
  const read = RuleBook.safeParse(json, { reportInput: true });
  if (!read.success) return { ok: false, problems: firstProblems(schemaProblems(read.error.issues)) };

  const names = [...reservedNameProblems(read.data), ...duplicateProblems(read.data)];
  // References and order mean nothing while one id names two things.
  const problems =
    names.length > 0
      ? names
      : [
          referenceProblems,
          circleProblems,
          combinationProblems,
          sumProblems,
          bandProblems,
          measureProblems,
          parameterProblems,
          vetoProblems,
          gradeProblems,
          expressionProblems,
        ].flatMap((check) => check(read.data));
  // Names and order must be sound before anything can be followed through the book.
  const found = problems.length > 0 ? problems : workProblems(read.data);
  return found.length > 0 ? { ok: false, problems: firstProblems(found) } : { ok: true, book: read.data };
}
