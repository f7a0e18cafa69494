import {
  indicatorsOf,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
} from '../engine/book-index.js';
import type { RuleBook } from '../format/rule-book.js';

/** Facts that something of the book reads: an indicator, a veto, a tie-break or the figure that grades are read against. */
export function factsRead(book: RuleBook): ReadonlySet<string> {
  const references = [
    ...indicatorsOf(book).map(({ indicator }) => referencesOf(indicator)),
    ...book.vetoes.map(({ when }) => referencesOfCondition(when)),
    ...book.ranking.tieBreaks.flatMap((each) =>
      each.kind === 'measure' ? [referencesOfMeasure(each.of)] : [],
    ),
    ...(typeof book.gradesOn === 'object' ? [referencesOfMeasure(book.gradesOn)] : []),
  ];
  const naming = book.vetoes.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.kind === 'indicators-named-zero' ? [effect.fact] : [])),
  );
  return new Set([
    ...references.flatMap(({ facts, previousFacts }) => [...facts, ...previousFacts]),
    ...naming,
  ]);
}
