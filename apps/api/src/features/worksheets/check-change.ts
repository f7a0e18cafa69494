import type { CellChange, ProblemDetail } from '@heng/contracts';
import { checkFactValue, type Fact, type FactValue, type RuleBook } from '@heng/rules';
import { isDeepStrictEqual } from 'node:util';
import type { Enterable } from './enterable-facts.js';
import { cellKey, type CellWrite } from './fact-cells.js';
import type { FactEntryRow } from './fact-entry.entity.js';
import {
  factNotYours,
  factUnknown,
  notApplicableByScorer,
  reasonRequired,
  valueBesideNotApplicable,
} from './worksheets.errors.js';

export type ChangeContext = {
  readonly book: RuleBook;
  readonly enterable: Enterable;
  /** Cells as they stand, by `unit/fact`. */
  readonly current: ReadonlyMap<string, FactEntryRow>;
  /** The other changes of the same batch, by `unit/fact`: a numerator and its denominator may come together. */
  readonly together: ReadonlyMap<string, CellChange>;
};

export type CheckedChange =
  | { readonly kind: 'write'; readonly write: CellWrite }
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly problems: readonly ProblemDetail[] };

/** Decides what a change would write, or why it may not. Whether its version still stands is the statement's business. */
export function checkChange(change: CellChange, context: ChangeContext): CheckedChange {
  const { unit, fact: id, side, value, reason } = change;
  const fact = context.book.facts.find((candidate) => candidate.id === id);
  if (!fact) return { kind: 'refused', problems: [factUnknown(unit, id)] };
  if (!context.enterable[side].has(id)) return { kind: 'refused', problems: [factNotYours(unit, id)] };
  const notApplicable = change.notApplicable ?? null;
  if (notApplicable !== null && side === 'declared')
    return { kind: 'refused', problems: [notApplicableByScorer(unit, id)] };
  if (notApplicable !== null && value !== null)
    return { kind: 'refused', problems: [valueBesideNotApplicable(unit, id)] };

  const problems = value === null ? [] : valueProblems(change, fact, value, context);
  if (problems.length > 0) return { kind: 'refused', problems };

  const before = context.current.get(cellKey(change));
  const write: CellWrite = {
    unit,
    fact: id,
    declared: side === 'declared' ? value : (before?.declared ?? null),
    verified: side === 'verified' ? value : (before?.verified ?? null),
    notApplicable: side === 'verified' ? notApplicable : (before?.notApplicable ?? null),
    reason: reason ?? null,
    version: change.version,
  };
  if (holdsTheSame(write, before)) return { kind: 'same' };
  // A change based on an older version is a conflict: its author has not seen the value she is asked to give a reason for.
  const decided =
    before !== undefined &&
    before.version === change.version &&
    (before.verified !== null || before.notApplicable !== null);
  if (side === 'verified' && decided && reason === undefined)
    return { kind: 'refused', problems: [reasonRequired(unit, id)] };
  return { kind: 'write', write };
}

const holdsTheSame = (write: CellWrite, before: FactEntryRow | undefined): boolean =>
  isDeepStrictEqual(write.declared, before?.declared ?? null) &&
  isDeepStrictEqual(write.verified, before?.verified ?? null) &&
  write.notApplicable === (before?.notApplicable ?? null);

/** The value by itself, against the fact it may not exceed, and against the facts that may not exceed it. */
function valueProblems(
  change: CellChange,
  fact: Fact,
  value: FactValue,
  context: ChangeContext,
): ProblemDetail[] {
  const { unit, side } = change;
  const limit = atMostOf(fact);
  const own = checkFactValue(fact, value, limit === null ? null : standing(unit, limit, side, context));
  const limited = context.book.facts.flatMap((other) => {
    if (atMostOf(other) !== fact.id || context.together.has(`${unit}/${other.id}`)) return [];
    const stands = standing(unit, other.id, side, context);
    return stands === null ? [] : checkFactValue(other, stands, value);
  });
  return [...own, ...limited].map(({ code, message, fix }) => ({
    code,
    path: cellKey(change),
    message,
    fix,
  }));
}

const atMostOf = (fact: Fact): string | null => ('checks' in fact ? (fact.checks?.atMost ?? null) : null);

/** The value that will stand beside the change: from the same batch if it is good in itself, else as it is. */
function standing(
  unit: string,
  fact: string,
  side: CellChange['side'],
  { book, together, current }: ChangeContext,
): FactValue | null {
  const key = `${unit}/${fact}`;
  const beside = together.get(key);
  const other = book.facts.find(({ id }) => id === fact);
  if (
    other &&
    beside &&
    beside.side === side &&
    beside.value !== null &&
    checkFactValue(other, beside.value, null).length === 0
  ) {
    return beside.value;
  }
  const row = current.get(key);
  return (side === 'declared' ? row?.declared : row?.verified) ?? null;
}
