import type { Text } from '@heng/rules';

/** A half-open range of UTF-16 offsets in the text as it was given. */
export type Span = { readonly start: number; readonly end: number };

/** What in a clause cannot be read: where, why, and what to do about it. */
export type ClauseProblem = {
  readonly code: string;
  readonly place: Span;
  readonly reason: Text;
  readonly remedy: Text;
};

/** Carries a problem out of the depth of reading; `readCanonicalClause` turns it into its answer. */
export class UnreadableClause extends Error {
  constructor(readonly problem: ClauseProblem) {
    super(problem.reason.en);
  }
}

/** Stops the reading of a clause at a place. */
export function unreadable(
  code: string,
  place: Span,
  reason: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): never {
  throw new UnreadableClause({
    code,
    place,
    reason: { zh: reason[0], en: reason[1] },
    remedy: { zh: remedy[0], en: remedy[1] },
  });
}

/** Brackets in brackets, and steps of one expression upon another; a rule book allows no deeper measures than this. */
export const deepest = 60;

/** Stops at what is nested deeper than a rule book allows. */
export const tooDeep = (place: Span): never =>
  unreadable(
    'TOO_DEEP',
    place,
    [`这里的嵌套超过 ${deepest} 层。`, `This is nested deeper than ${deepest}.`],
    ['请拆成几个指标。', 'Split it into several indicators.'],
  );
