import type { Text } from '../../format/primitives.js';
import { RuleBook } from '../../format/rule-book.js';
import type { Problem } from '../../parse/problem.js';
import type { Edit } from './edit.js';
import { findingFixes } from './finding-fixes.js';
import { problemFixes } from './problem-fixes.js';

/** One way out of a finding that a program can take: what it does, in words, and the edits. */
export type Fix = { readonly title: Text; readonly edits: readonly Edit[] };

export type FixRule = (book: RuleBook, path: string) => Fix[];

const rules = new Map([...Object.entries(problemFixes), ...Object.entries(findingFixes)]);

/**
 * The ways out of a problem or finding that leave nothing to be thought about, for a button each. Where the author has to know
 * something that the book does not say, there is none, and the sentence of the finding has to do.
 *
 * @param problem as `parseRuleBook` or `lintRuleBook` gave it for this very document
 * @param document the rule book, valid or not yet
 * @returns none when the document has not even the shape of a rule book
 */
export function fixesFor({ code, path }: Pick<Problem, 'code' | 'path'>, document: unknown): Fix[] {
  const rule = rules.get(code);
  if (rule === undefined) return [];
  const book = RuleBook.safeParse(document);
  return book.success ? rule(book.data, path) : [];
}
