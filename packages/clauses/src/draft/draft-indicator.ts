import type { Fact, Indicator, Text, Veto } from '@heng/rules';
import type { Grades } from '../natural/index.js';
import { attempt, type Attempt } from './attempt.js';
import type { ClauseReading } from './clause-reading.js';
import type { DraftContext } from './draft-context.js';
import type { Answers, Question } from './question.js';
import { withConsequences } from './questions-of.js';

export type DraftedIndicator =
  | {
      readonly ok: true;
      /** Null where the clause scores nothing by itself: a veto, grades, a limit of several items, a word on procedure. */
      readonly indicator: Indicator | null;
      /** All that the rule and the vetoes read, those that the book has already included. */
      readonly facts: readonly Fact[];
      readonly vetoes: readonly Veto[];
      readonly grades: Grades['grades'];
      /** The section that the clause belongs to by its words, where they say so. */
      readonly belongs: 'bonus' | 'deduction' | null;
      /** Every assumption that was made. */
      readonly notes: readonly Text[];
      /** Why parts, or all of it, are scored by hand. */
      readonly byHand: readonly Text[];
      readonly isByHand: boolean;
      /** Words of the clause that no rule holds. */
      readonly leftOut: readonly string[];
    }
  | { readonly ok: false; readonly open: readonly Question[] };

/**
 * The rule of a clause, with the facts that it reads. What the rule format cannot hold is scored by the department, with the reason told.
 *
 * @param answers the author's decisions, by the ids of `questionsOf`; without those that are needed there is no rule
 */
export function draftIndicator(
  reading: ClauseReading,
  context: DraftContext = {},
  answers: Answers = {},
): DraftedIndicator {
  const made = attempt(reading, context, answers);
  const { open } = made.asking;
  return open.length > 0
    ? { ok: false, open: withConsequences(open, { reading, context, answers }) }
    : finished(made, reading);
}

function finished(made: Attempt, reading: ClauseReading): Extract<DraftedIndicator, { ok: true }> {
  return {
    ok: true,
    indicator: made.indicator,
    facts: made.facts.map(({ fact }) => fact),
    vetoes: made.vetoes,
    grades: made.grades,
    belongs: belongsTo(reading),
    notes: made.notes,
    byHand: made.byHand,
    isByHand: made.isByHand,
    leftOut: made.leftOut,
  };
}

const losing = ['loss', 'per-occurrence', 'cascade', 'further-loss'];
const adding = ['per-unit', 'own-items', 'quota-rates', 'marginal-rates'];

/** 加分 and 扣分 by the words of the clause alone, where it has no points of its own. */
export function belongsTo(reading: ClauseReading): 'bonus' | 'deduction' | null {
  if (reading.kind === 'canonical')
    return reading.read.role === 'bonus' || reading.read.role === 'deduction' ? reading.read.role : null;
  const scoring = reading.natural.statements.filter(
    ({ method, kind }) => method !== null || kind === 'item-points',
  );
  if (scoring.length === 0) return null;
  const effect = (statement: (typeof scoring)[number]): string =>
    'effect' in statement && typeof statement.effect === 'string'
      ? statement.effect
      : losing.includes(statement.kind)
        ? 'deduct'
        : adding.includes(statement.kind)
          ? 'add'
          : 'award';
  if (scoring.every((statement) => effect(statement) === 'add')) return 'bonus';
  return scoring.every((statement) => effect(statement) === 'deduct') ? 'deduction' : null;
}
