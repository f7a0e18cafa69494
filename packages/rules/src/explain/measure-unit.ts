import type { Fact } from '../format/fact.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';

/**
 * What a number of a measure is written in. `share`: a pure number that reads as a percentage (0.9 is 90%). `percent`: a number from 0 to 100
 * that is a percentage already (90 is 90%).
 */
export type MeasureUnit =
  | { readonly kind: 'share' }
  | { readonly kind: 'percent' }
  | { readonly kind: 'unit'; readonly title: Text }
  | { readonly kind: 'none' };

export type FactsById = ReadonlyMap<string, Fact>;

const unit = (zh: string, en: string): MeasureUnit => ({ kind: 'unit', title: { zh, en } });
const none: MeasureUnit = { kind: 'none' };
const points = unit('分', 'points');

/** The unit of a measure's numbers; none where it has none or parts of several. */
export function measureUnit(measure: Measure, facts: FactsById): MeasureUnit {
  if (isShare(measure, facts)) return { kind: 'share' };
  const of = (inner: Measure) => measureUnit(inner, facts);
  switch (measure.kind) {
    case 'fact': {
      const fact = facts.get(measure.fact);
      if (fact?.kind === 'number') return { kind: 'unit', title: fact.unit };
      return fact?.kind === 'percent' ? { kind: 'percent' } : none;
    }
    case 'count':
      return unit('条', 'entries');
    case 'days':
      return unit('天', 'days');
    case 'place':
      return unit('名', 'places');
    case 'panel-mean':
    case 'vote-mean':
    case 'rater-mean':
    case 'indicator-points':
    case 'section-points':
    case 'self-gap':
      return points;
    case 'previous':
    case 'rounded':
      return of(measure.of);
    case 'cohort':
      return measure.take === 'count' ? unit('家', 'units') : of(measure.of);
    case 'sum':
    case 'difference':
    case 'greatest':
    case 'least':
    case 'selected':
    case 'first-known':
      return common(measure.of.filter(({ kind }) => kind !== 'constant').map(of));
    case 'mean':
      return common(measure.of.map((part) => of(part.measure)));
    default:
      return none;
  }
}

/** The unit that all have, or none. */
function common(units: readonly MeasureUnit[]): MeasureUnit {
  const [first] = units;
  if (first === undefined) return none;
  const name = (each: MeasureUnit) => (each.kind === 'unit' ? `unit ${each.title.zh}` : each.kind);
  return units.every((each) => name(each) === name(first)) ? first : none;
}

/** Whether a measure reads naturally as a percentage: a ratio of two numbers of one unit, or a difference of such. */
export function isShare(measure: Measure, facts: FactsById): boolean {
  switch (measure.kind) {
    case 'ratio': {
      const [part, whole] = [countedIn(measure.of[0], facts), countedIn(measure.of[1], facts)];
      return part !== null && part === whole;
    }
    case 'sample-rate':
    case 'vote-share':
      return true;
    case 'previous':
    case 'rounded':
      return isShare(measure.of, facts);
    case 'cohort':
      return measure.take !== 'count' && isShare(measure.of, facts);
    case 'mean':
      return measure.of.every((part) => isShare(part.measure, facts));
    case 'difference':
    case 'selected':
    case 'first-known':
    case 'greatest':
    case 'least':
      return measure.of.every((part) => isShare(part, facts));
    default:
      return false;
  }
}

/** The unit that a count is in; null when it has none or is scaled. People per thousand and yuan per head are no percentages. */
function countedIn(measure: Measure, facts: FactsById): string | null {
  switch (measure.kind) {
    case 'fact': {
      const fact = facts.get(measure.fact);
      return fact?.kind === 'number' ? fact.unit.zh : null;
    }
    case 'count':
      return 'records';
    case 'previous':
    case 'rounded':
      return countedIn(measure.of, facts);
    case 'cohort':
      return measure.take === 'count' ? null : countedIn(measure.of, facts);
    case 'sum':
    case 'difference':
    case 'greatest':
    case 'least': {
      const units = new Set(measure.of.map((part) => countedIn(part, facts)).filter((each) => each !== null));
      return units.size === 1 ? ([...units][0] ?? null) : null;
    }
    default:
      return null;
  }
}
