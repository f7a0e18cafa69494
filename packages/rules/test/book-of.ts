import { Rational, sum } from '../src/exact/rational.js';
import type { Fact, FactValue } from '../src/format/fact.js';
import type { AssessedUnit, FactEntry } from '../src/format/facts-document.js';
import type { Indicator } from '../src/format/indicator.js';
import type { Measure } from '../src/format/measure.js';
import type { RuleBook, Section } from '../src/format/rule-book.js';
import type { Score } from '../src/format/score.js';

const text = (word: string) => ({ zh: word, en: word });

/** A whole-number fact without limits, counted in `unit`. */
export const numberFact = (id: string, unit = 'thing'): Fact => ({
  id,
  title: text(id),
  kind: 'number',
  unit: text(unit),
  source: 'declared',
  enteredBy: text('unit'),
});

export const booleanFact = (id: string): Fact => ({
  id,
  title: text(id),
  kind: 'boolean',
  source: 'declared',
  enteredBy: text('unit'),
});

export const fact = (id: string): Measure => ({ kind: 'fact', fact: id });

/** A base indicator that measures the fact `x`; a test names only what it is about. */
export const indicatorOf = (score: Score, changes: Partial<Indicator> = {}): Indicator => ({
  id: 'I',
  title: text('I'),
  points: '10',
  scoredBy: text('office'),
  measure: fact('x'),
  score,
  missing: 'wait',
  ...changes,
});

/** Full points for the fact `x` in proportion to 100, so that a test can set points by setting `x`. */
export const byPercent = (
  id: string,
  points: string,
  factId: string,
  changes: Partial<Indicator> = {},
): Indicator =>
  indicatorOf(
    { method: 'proportion', target: '100', capShare: '1' },
    { id, points, measure: fact(factId), ...changes },
  );

export const sectionOf = (
  id: string,
  role: Section['role'],
  points: string,
  indicators: Indicator[],
): Section => ({
  id,
  title: text(id),
  role,
  points,
  indicators,
});

/** A book with one base section `base` that holds these indicators, rounded nowhere, one grade for all. */
export function bookOf(indicators: Indicator[], changes: Partial<RuleBook> = {}): RuleBook {
  const total = sum(indicators.map(({ points }) => Rational.parse(points))).toText();
  return {
    format: 'heng-rulebook/1',
    id: 'test',
    title: text('test'),
    issuer: text('test'),
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['T'],
    totalPoints: total,
    rounding: { indicator: null, section: null, total: null },
    facts: ['x', 'y', 'z'].map((id) => numberFact(id)),
    sections: [sectionOf('base', 'base', total, indicators)],
    vetoes: [],
    cohorts: { by: 'all' },
    ranking: { on: 'exact', ties: 'competition', tieBreaks: [] },
    grades: [{ id: 'all', title: text('all') }],
    ...changes,
  };
}

/** A unit whose facts are declared and verified alike. */
export const unitOf = (
  code: string,
  facts: Record<string, FactValue | null>,
  changes: Partial<AssessedUnit> = {},
): AssessedUnit => ({
  code,
  name: code,
  type: 'T',
  facts: Object.fromEntries(
    Object.entries(facts).map(([id, value]): [string, FactEntry] => [
      id,
      { declared: value, verified: value },
    ]),
  ),
  ...changes,
});
