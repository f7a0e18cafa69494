import { indicatorsOf, referencesOf, type Fact, type Indicator, type RuleBook } from '@heng/rules';
import { freeId } from '../workshop/edit-tree.js';
import { renameId } from '../workshop/rename-id.js';

export type Taken =
  | { readonly ok: true; readonly indicator: Indicator; readonly facts: readonly Fact[] }
  /** It reads the points of indicators that the book does not have. */
  | { readonly ok: false; readonly lacks: readonly string[] };

/**
 * An indicator of the library as this book's own, with the facts it needs that are not there yet. Ids are made free; a fact that is
 * in the book already, word for word, is shared: collected once, it feeds both.
 */
export function takenIndicator(wanted: Indicator, source: RuleBook, book: RuleBook): Taken {
  const { indicators, sections } = referencesOf(wanted);
  const known = new Set([
    ...indicatorsOf(book).map(({ indicator }) => indicator.id),
    ...book.sections.map(({ id }) => id),
  ]);
  const lacks = [...indicators, ...sections].filter((id) => !known.has(id));
  if (lacks.length > 0) return { ok: false, lacks };
  const needed = factsFor(wanted, source);
  const clashing = needed.filter((fact) => {
    const own = book.facts.find(({ id }) => id === fact.id);
    return own !== undefined && JSON.stringify(own) !== JSON.stringify(fact);
  });
  // Renamed in a book of just this, so that every place that names a fact follows.
  const alone: RuleBook = {
    ...source,
    facts: [...needed],
    sections: [
      { id: 'taken', title: wanted.title, role: 'base', points: wanted.points, indicators: [wanted] },
    ],
  };
  const renamed = clashing.reduce(
    (before, { id }) =>
      renameId(before, 'fact', id, freeId({ ...book, facts: [...book.facts, ...before.facts] }, id)),
    alone,
  );
  const [placed] = indicatorsOf(renamed);
  if (placed === undefined) return { ok: false, lacks: [wanted.id] };
  const own = new Set(book.facts.map(({ id }) => id));
  return {
    ok: true,
    indicator: { ...placed.indicator, id: freeId(book, wanted.id), library: wanted.library ?? wanted.id },
    facts: renamed.facts.filter(({ id }) => !own.has(id)),
  };
}

/** The facts an indicator reads, and those that limit them. */
function factsFor(indicator: Indicator, source: RuleBook): readonly Fact[] {
  const { facts, previousFacts } = referencesOf(indicator);
  const ids = new Set([...facts, ...previousFacts]);
  for (const id of ids) {
    const fact = source.facts.find((each) => each.id === id);
    const limit = fact !== undefined && 'checks' in fact ? fact.checks?.atMost : undefined;
    // What is added while a set is walked is walked too.
    if (limit !== undefined) ids.add(limit);
  }
  return source.facts.filter(({ id }) => ids.has(id));
}
