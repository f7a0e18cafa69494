import {
  ClauseNames,
  indicatorsOf,
  phrasesOf,
  translationsOf,
  type Fact,
  type Named,
  type Rounding,
  type RuleBook,
  type Section,
} from '@heng/rules';

/** What a clause can speak of: the book's names, and the defaults that it leaves unsaid. */
export type ClauseContext = {
  readonly facts: readonly Fact[];
  readonly indicators: readonly Named[];
  readonly sections: readonly Named[];
  /** The book's rounding of indicators. */
  readonly rounding: Rounding | null;
  /** The English of Chinese phrases, where it is known; a phrase without stands in both languages. */
  readonly english?: ReadonlyMap<string, string>;
};

/** Everything that the clauses of a book can speak of, with the English of all its phrases. */
export function clauseContextOf(book: RuleBook): ClauseContext {
  const all = (sections: readonly Section[]): Section[] =>
    sections.flatMap((section) => [section, ...all(section.sections ?? [])]);
  const indicators = indicatorsOf(book).map(({ indicator }) => indicator);
  return {
    facts: book.facts,
    indicators,
    sections: all(book.sections),
    rounding: book.rounding.indicator,
    english: translationsOf([
      ...book.facts.map(({ title }) => title),
      ...indicators.flatMap((indicator) => phrasesOf(indicator)),
    ]),
  };
}

// A context is asked for its names once for each clause that is read in it.
const known = new WeakMap<ClauseContext, ClauseNames>();

export function namesIn(context: ClauseContext): ClauseNames {
  const names = known.get(context) ?? new ClauseNames(context);
  known.set(context, names);
  return names;
}
