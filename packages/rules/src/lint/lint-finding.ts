import { problem, type Problem } from '../parse/problem.js';

/**
 * `error`: the book would not do what it says; publishing is refused. `warning`: probably not what the author wants.
 * `advice`: worth a look.
 */
export type Severity = 'error' | 'warning' | 'advice';

/** One place of a valid rule book that deserves a second look: where, why, with the numbers, and what to do. */
export type LintFinding = Problem & { readonly severity: Severity };

export const finding = (
  severity: Severity,
  code: string,
  path: string,
  message: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
): LintFinding => ({ ...problem(code, path, message, fix), severity });
