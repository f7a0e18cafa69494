import { indicatorsOf } from '../engine/book-index.js';
import type { RuleBook } from '../format/rule-book.js';
import { measuresOfCondition, measuresOfScore, withInner, type PlacedMeasure } from './inner-measures.js';

/** Every outermost expression of a book: measures, parameters of scores, both sides of conditions, tie-breaks, grade lines. */
export function outermostMeasures(book: RuleBook): PlacedMeasure[] {
  const indicators = indicatorsOf(book).flatMap(({ indicator, path }) => {
    const { measure, score, finish, notApplicable } = indicator;
    return [
      { measure, path: `${path}/measure` },
      ...measuresOfScore(score, `${path}/score`),
      ...(finish?.exceptions ?? []).flatMap(({ when }, index) =>
        measuresOfCondition(when, `${path}/finish/exceptions/${index}/when`),
      ),
      ...(notApplicable?.when ? measuresOfCondition(notApplicable.when, `${path}/notApplicable/when`) : []),
    ];
  });
  const vetoes = book.vetoes.flatMap(({ when }, index) => measuresOfCondition(when, `/vetoes/${index}/when`));
  const tieBreaks = book.ranking.tieBreaks.flatMap((tieBreak, index) =>
    tieBreak.kind === 'measure' ? [{ measure: tieBreak.of, path: `/ranking/tieBreaks/${index}/of` }] : [],
  );
  const lines = typeof book.gradesOn === 'object' ? [{ measure: book.gradesOn, path: '/gradesOn' }] : [];
  return [...indicators, ...vetoes, ...tieBreaks, ...lines];
}

/** Every expression of a book, inner ones included. */
export const measuresOfBook = (book: RuleBook): PlacedMeasure[] => outermostMeasures(book).flatMap(withInner);
