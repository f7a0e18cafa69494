import type { Fact, FactValue } from '../format/fact.js';
import type { AssessedUnit, FactEntry } from '../format/facts-document.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import { checkFactValue } from '../parse/check-fact-value.js';
import type { Problem } from '../parse/problem.js';

/**
 * Why last year's facts have nothing for a fact of the draft. `not-collected`: no such fact; `kind-differs`, `unit-differs`: one of another kind
 * or in another unit; `no-values`: collected, but nobody has a value.
 */
export type LackingBecause = 'not-collected' | 'kind-differs' | 'unit-differs' | 'no-values';

/** A fact that the draft needs and last year's facts lack for everybody. */
export type LackingFact = {
  readonly id: string;
  readonly title: Text;
  readonly because: LackingBecause;
  /** The fact of last year's book that was looked at. */
  readonly last: string | null;
};

/** A value of last year that the draft would not accept, so that it is left out. */
export type RefusedValue = { readonly unit: string; readonly fact: string; readonly problem: Problem };

export type FactsForDraft = {
  /** The units with the draft's facts. */
  readonly units: readonly AssessedUnit[];
  readonly lacking: readonly LackingFact[];
  readonly refused: readonly RefusedValue[];
};

export type LastFacts = {
  readonly book: RuleBook;
  readonly units: readonly AssessedUnit[];
  /** By the draft's fact ids, which fact of last year's book each is. By id where it says nothing. A fact named here counts whatever its unit. */
  readonly mapping: ReadonlyMap<string, string>;
};

/** Last year's facts as the draft would have collected them: nothing is made up, and what does not fit is named and left out. */
export function factsForDraft(draft: RuleBook, last: LastFacts): FactsForDraft {
  const known = new Map(last.book.facts.map((fact) => [fact.id, fact]));
  const found = draft.facts.map((fact) => source(fact, known, last));
  const sources = found.filter(({ lacking }) => lacking === null);
  const refused: RefusedValue[] = [];
  const units = last.units.map((unit) => {
    const entries = sources.flatMap(({ fact, from }): [string, FactEntry][] => {
      const entry = entryOf(unit, from);
      return entry === undefined ? [] : [[fact.id, entry]];
    });
    const facts = Object.fromEntries(entries);
    for (const { fact } of sources) {
      const entry = entryOf({ facts }, fact.id);
      const wrong = entry === undefined ? null : problemOf(fact, entry, facts);
      if (wrong === null) continue;
      refused.push({ unit: unit.code, fact: fact.id, problem: wrong });
      facts[fact.id] = {};
    }
    return { ...unit, facts };
  });
  return { units, lacking: found.flatMap(({ lacking }) => lacking ?? []), refused };
}

type Source = { readonly fact: Fact; readonly from: string; readonly lacking: LackingFact | null };

function source(fact: Fact, known: ReadonlyMap<string, Fact>, { units, mapping }: LastFacts): Source {
  const from = mapping.get(fact.id) ?? fact.id;
  const last = known.get(from);
  const lacks = (because: LackingBecause): Source => ({
    fact,
    from,
    lacking: { id: fact.id, title: fact.title, because, last: last?.id ?? null },
  });
  if (last === undefined) return lacks('not-collected');
  if (last.kind !== fact.kind) return lacks('kind-differs');
  // The author who names the fact herself has seen its unit.
  const isInOtherUnit =
    last.kind === 'number' &&
    fact.kind === 'number' &&
    last.unit.zh !== fact.unit.zh &&
    !mapping.has(fact.id);
  if (isInOtherUnit) return lacks('unit-differs');
  return units.some((unit) => hasSomething(entryOf(unit, from)))
    ? { fact, from, lacking: null }
    : lacks('no-values');
}

const entryOf = ({ facts }: Pick<AssessedUnit, 'facts'>, id: string): FactEntry | undefined =>
  Object.prototype.hasOwnProperty.call(facts, id) ? facts[id] : undefined;

const hasSomething = (entry: FactEntry | undefined): boolean =>
  entry !== undefined &&
  (entry.notApplicable !== undefined ||
    (entry.declared ?? null) !== null ||
    (entry.verified ?? null) !== null);

function problemOf(fact: Fact, entry: FactEntry, facts: Readonly<Record<string, FactEntry>>): Problem | null {
  const atMost = 'checks' in fact ? fact.checks?.atMost : undefined;
  const limits = atMost === undefined ? undefined : entryOf({ facts }, atMost);
  for (const side of ['declared', 'verified'] as const) {
    const value: FactValue | null = entry[side] ?? null;
    const [first] = value === null ? [] : checkFactValue(fact, value, limits?.[side] ?? null);
    if (first !== undefined) return first;
  }
  return null;
}
