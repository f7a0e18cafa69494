import { Rational, type Fact, type FactValue, type Indicator, type RuleBook } from '@heng/rules';
import { rangeOf, valueAtNumber } from './fact-range.js';
import type { UnitValues, Values } from './indicator-trial.js';
import type { TrialBook } from './trial-book.js';

/** Values to begin with, all made up: the larger the share, the farther along its range each number is. */
export function exampleUnit(reads: TrialBook, indicator: Indicator, share: Rational): UnitValues {
  const facts = new Map(reads.book.facts.map((fact) => [fact.id, fact]));
  const fill = (ids: readonly string[], among: Rational): Values => {
    const values: Record<string, FactValue | null> = {};
    // Limits before what they limit, so that a part is never more than its whole.
    for (const id of limitsFirst(ids, facts)) {
      const fact = facts.get(id);
      if (fact !== undefined)
        values[id] = exampleValue(fact, indicator, reads.book, { share: among, values });
    }
    return values;
  };
  const half = share.over(Rational.integer(2));
  return { now: fill([...reads.own, ...reads.beside], share), before: fill(reads.previous, half) };
}

function limitsFirst(ids: readonly string[], facts: ReadonlyMap<string, Fact>): string[] {
  const limit = (id: string) => {
    const fact = facts.get(id);
    return fact !== undefined && 'checks' in fact ? fact.checks?.atMost : undefined;
  };
  return [...ids].sort((a, b) => (limit(a) === b ? 1 : limit(b) === a ? -1 : 0));
}

/** A made-up value of one fact, its share of the way along what it can be. */
export function exampleValue(
  fact: Fact,
  indicator: Indicator,
  book: RuleBook,
  { share, values }: { readonly share: Rational; readonly values: Values },
): FactValue {
  const count = (most: number) =>
    share.times(Rational.integer(most)).round({ mode: 'half-up', digits: 0 }).toText();
  switch (fact.kind) {
    case 'number':
    case 'percent':
    case 'date': {
      const range = rangeOf(fact, indicator, values);
      if (range === null) return '0';
      const along = share.times(Rational.integer(range.steps)).round({ mode: 'half-up', digits: 0 });
      // A day of the first days, when all is well: lateness is what the slider is for.
      const number = fact.kind === 'date' ? range.least : range.least.plus(range.step.times(along));
      return valueAtNumber(fact, indicator, book, number);
    }
    case 'boolean':
      return share.compare(Rational.of(1n, 2n)) >= 0;
    case 'choice':
      return fact.options[0]?.id ?? '';
    case 'records':
      return [];
    case 'ballots':
      return Object.fromEntries(fact.options.map(({ id }, index) => [id, index === 0 ? count(30) : '0']));
    case 'panel':
      return Array.from({ length: 7 }, (_, index) => ({
        judge: `${index + 1}`,
        score: share.times(Rational.parse(fact.scale)).round({ mode: 'half-up', digits: 1 }).toText(),
      }));
    case 'raters':
      return Object.fromEntries(
        fact.groups.map(({ id }) => [
          id,
          share.times(Rational.parse(fact.scale)).round({ mode: 'half-up', digits: 1 }).toText(),
        ]),
      );
  }
}
