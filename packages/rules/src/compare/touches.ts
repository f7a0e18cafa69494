import { indicatorsOf, referencesOf } from '../engine/book-index.js';
import type { RuleBook, Veto } from '../format/rule-book.js';
import type { Place, Touches } from './change.js';

/** What nobody computes with, by the part of the book it belongs to. */
const wording: Readonly<Record<Place['kind'], readonly string[]>> = {
  book: ['format', 'id', 'title', 'issuer', 'year', 'version', 'effective', 'notes'],
  fact: ['id', 'title', 'definition'],
  section: ['id', 'title'],
  indicator: ['id', 'title', 'scoredBy', 'answers', 'catalogue', 'library', 'provenance'],
  veto: ['id', 'title'],
  cohorts: [],
  ranking: [],
  grade: ['id', 'title'],
};

const entry = ['source', 'enteredBy', 'evidence', 'minutes', 'checks'];
const standing: readonly Place['kind'][] = ['cohorts', 'ranking', 'grade'];

/**
 * What a change at this place can move. In doubt it is points: a change that is told too loudly is looked at once, one told too softly never.
 * @param top the first key inside the place; empty for the place as a whole
 */
export function touchesOf(kind: Place['kind'], top: string, parameter: string): Touches {
  if (wording[kind].includes(top) || /(^|\/)(title|because)$/.test(parameter)) return 'wording';
  if (kind === 'fact') {
    // Meetings are waited for, other sources are missing: that is a state, and `zero` for missing then costs points.
    if (top === 'source') return 'points';
    return entry.includes(top) ? 'entry' : 'points';
  }
  if (kind === 'book') return top === 'gradesOn' ? 'standing' : 'points';
  return standing.includes(kind) ? 'standing' : 'points';
}

/** Groups are the yardstick of methods that compare units: then they move points, not only places. */
export const cohortsMovePoints = (book: RuleBook): boolean =>
  indicatorsOf(book).some(
    ({ indicator }) =>
      referencesOf(indicator).comparesUnits ||
      ['relative', 'efficacy', 'ranked'].includes(indicator.score.method) ||
      indicator.missing === 'cohort-mean' ||
      indicator.notApplicable?.policy === 'cohort-mean',
  );

/** Most vetoes leave the points alone (C8). */
export const vetoTouches = (...vetoes: readonly Veto[]): Touches =>
  vetoes.some(({ effects }) =>
    effects.some(({ kind }) => kind === 'indicator-zero' || kind === 'indicators-named-zero'),
  )
    ? 'points'
    : 'standing';
