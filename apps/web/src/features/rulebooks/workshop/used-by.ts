import {
  Condition,
  Indicator,
  indicatorsOf,
  Measure,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
  type RuleBook,
  type Text,
} from '@heng/rules';
import type { Place } from './place.js';

export type Use = { readonly place: Place; readonly title: Text };

/** Where each fact of a book is read, by its id. Parts that are not finished read nothing yet. */
export function usesOfFacts(book: RuleBook): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>();
  const note = (facts: readonly string[], use: Use) => {
    for (const fact of new Set(facts)) uses.set(fact, [...(uses.get(fact) ?? []), use]);
  };
  for (const { indicator } of indicatorsOf(book)) {
    const read = Indicator.safeParse(indicator);
    if (!read.success) continue;
    const { facts, previousFacts } = referencesOf(read.data);
    note([...facts, ...previousFacts], {
      place: { kind: 'indicator', id: indicator.id },
      title: indicator.title,
    });
  }
  for (const { id, title, when, effects } of book.vetoes) {
    const read = Condition.safeParse(when);
    const named = effects.flatMap((effect) => (effect.kind === 'indicators-named-zero' ? [effect.fact] : []));
    const facts = read.success ? referencesOfCondition(read.data).facts : [];
    note([...facts, ...named], { place: { kind: 'veto', id }, title });
  }
  for (const fact of book.facts) {
    const atMost = 'checks' in fact ? fact.checks?.atMost : undefined;
    if (atMost !== undefined) note([atMost], { place: { kind: 'fact', id: fact.id }, title: fact.title });
  }
  for (const measure of [
    ...book.ranking.tieBreaks.flatMap((each) => (each.kind === 'measure' ? [each.of] : [])),
    ...(typeof book.gradesOn === 'object' ? [book.gradesOn] : []),
  ]) {
    const read = Measure.safeParse(measure);
    if (read.success)
      note(referencesOfMeasure(read.data).facts, { place: { kind: 'ranking' }, title: book.title });
  }
  return uses;
}
