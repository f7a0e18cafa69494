import { Measure, measureUnit, type Indicator, type MeasureUnit, type RuleBook } from '@heng/rules';
import type { NumberSense } from './typed-decimal.js';

/** Places whose numbers are values of the indicator's measure. */
const ofMeasure = new Set([
  'proportion/target',
  'inverse/target',
  'threshold/at',
  'steps/origin',
  'steps/above/per',
  'steps/below/per',
  'tiers/bands/from',
  'tiers/bands/to',
  'efficacy/low',
  'efficacy/high',
]);

/** Places whose numbers are shares, whatever is measured. */
const shares = new Set([
  'proportion/capShare',
  'proportion/minimumShare',
  'tiers/bands/share',
  'relative/low',
  'relative/high',
  'efficacy/whenEqual',
  'ranked/percent/share',
  'ranked/tier/tiers/upTo',
  'ranked/tier/tiers/share',
  'records-worth/split/listed/shares',
  'measure/cohort/share',
]);

/** What the indicator measures in; nothing while its measure is unfinished. */
export function unitOfIndicator(indicator: Indicator, book: RuleBook): MeasureUnit {
  if (!Measure.safeParse(indicator.measure).success) return { kind: 'none' };
  return measureUnit(indicator.measure, new Map(book.facts.map((fact) => [fact.id, fact])));
}

export function numberSense(place: string, unit: MeasureUnit): NumberSense {
  if (shares.has(place)) return 'share';
  if (!ofMeasure.has(place)) return 'plain';
  return unit.kind === 'share' || unit.kind === 'percent' ? unit.kind : 'plain';
}

/** The unit that stands behind a field's label, where its numbers have one. */
export const unitOfPlace = (place: string, unit: MeasureUnit): MeasureUnit =>
  ofMeasure.has(place) ? unit : { kind: 'none' };
