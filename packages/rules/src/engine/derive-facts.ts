import { keptOf } from '../exact/means.js';
import { Rational, sum } from '../exact/rational.js';
import type { FromResults } from '../format/fact.js';
import type { AssessedUnit, FactEntry } from '../format/facts-document.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Assessment, UnitOutcome } from './outcome.js';

/** A finished assessment with its units, whose `parent` says whose children they are. */
export type Results = { readonly assessment: Assessment; readonly units: readonly AssessedUnit[] };

/**
 * Puts in the facts that come from other results (RULES.md ME17): village means into the township, an earlier round, an upper assessment.
 * What was typed for such a fact is replaced; without a result it is missing. The results' basis decides what is filled: verified results both
 * sides, declared ones the declared side only.
 * @param results by rule-book id; a fact of a book that is not given stays as it is
 */
export function deriveFacts(
  book: RuleBook,
  units: readonly AssessedUnit[],
  results: ReadonlyMap<string, Results>,
): AssessedUnit[] {
  const wanted = book.facts.flatMap((fact) =>
    fact.kind === 'number' && fact.from !== undefined && results.has(fact.from.book)
      ? [{ id: fact.id, from: fact.from }]
      : [],
  );
  const tables = new Map(wanted.map(({ id, from }) => [id, derivedValues(from, results.get(from.book))]));
  return units.map((unit) => {
    const derived = wanted.map(({ id, from }): [string, FactEntry] => {
      const value = tables.get(id)?.get(unit.code) ?? null;
      const isDeclaredOnly = results.get(from.book)?.assessment.basis === 'declared';
      return [id, { declared: value, verified: isDeclaredOnly ? null : value }];
    });
    return { ...unit, facts: { ...unit.facts, ...Object.fromEntries(derived) } };
  });
}

/** The value for each unit code that has one. */
function derivedValues(from: FromResults, results: Results | undefined): ReadonlyMap<string, string> {
  const gathered = new Map<string, Rational[]>();
  results?.assessment.units.forEach((outcome, index) => {
    const receiver = from.results === 'own' ? outcome.code : results.units[index]?.parent;
    const value = valueOf(from, outcome);
    if (receiver === undefined || value === null) return;
    const list = gathered.get(receiver);
    if (list === undefined) gathered.set(receiver, [value]);
    else list.push(value);
  });
  const values = [...gathered].flatMap(([code, list]): [string, string][] => {
    if (from.minimum !== undefined && list.length < from.minimum) return [];
    const kept =
      from.keep === undefined ? list : keptOf(list, from.keep).flatMap((index) => list[index] ?? []);
    return [[code, takenOf(from, kept).round(from.rounding).toText()]];
  });
  return new Map(values);
}

function valueOf({ value }: FromResults, outcome: UnitOutcome): Rational | null {
  const exact = (text: string | null | undefined) => (text ? Rational.parse(text) : null);
  switch (value.of) {
    case 'total':
      return exact(outcome.total);
    case 'rank':
      return outcome.rank === null ? null : Rational.integer(outcome.rank);
    case 'indicator':
      return exact(outcome.indicators.find(({ id }) => id === value.indicator)?.points);
    case 'section':
      return exact(outcome.sections.find(({ id }) => id === value.section)?.points);
    case 'grade':
      if (outcome.grade === null) return null;
      return value.grades.includes(outcome.grade) ? Rational.one : Rational.zero;
  }
}

function takenOf({ take }: FromResults, values: readonly Rational[]): Rational {
  const [first = Rational.zero, ...others] = values;
  switch (take) {
    case 'mean':
      return sum(values).over(Rational.integer(values.length));
    case 'sum':
      return sum(values);
    case 'least':
      return others.reduce((a, b) => a.min(b), first);
    case 'greatest':
      return others.reduce((a, b) => a.max(b), first);
    case 'count':
      return Rational.integer(values.length);
  }
}
