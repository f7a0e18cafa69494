import { noNumber, numberValue, type Value } from '../engine/value.js';
import type { CohortFigures } from '../engine/cohort-figures.js';
import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { MeasureContext } from './measure-context.js';

/** A figure of the whole cohort (ME14). */
export function cohortFigure(measure: Extract<Measure, { kind: 'cohort' }>, context: MeasureContext): Value {
  const figures = context.figures(measure.of, measure.among ?? 'cohort');
  const value = takenFrom(figures, measure);
  if (value === null) return noNumber('cannot-compute', 'nothing-to-compare');
  return numberValue(value, context.show ? shownFigure(figures, measure, value) : '');
}

function takenFrom(
  figures: CohortFigures,
  { take, share }: Extract<Measure, { kind: 'cohort' }>,
): Rational | null {
  switch (take) {
    case 'count':
      return Rational.integer(figures.count);
    case 'sum':
      return figures.count === 0 ? null : figures.sum();
    case 'mean':
      return figures.mean();
    case 'least':
      return figures.lowest();
    case 'greatest':
      return figures.highest();
    case 'median':
      return figures.percentile(Rational.of(1n, 2n));
    case 'percentile':
      return figures.percentile(Rational.parse(share ?? '0'));
    case 'deviation':
      return figures.deviation(0);
    case 'sample-deviation':
      return figures.deviation(1);
  }
}

/** A mean as its division, so that it can be redone; other figures as the number they are. */
const shownFigure = (
  figures: CohortFigures,
  { take }: Extract<Measure, { kind: 'cohort' }>,
  value: Rational,
): string => (take === 'mean' ? `${figures.sum().toText()} ÷ ${figures.count}` : value.toText());

/** 1 + number strictly better than `own` in the cohort (ME15). */
export function placeOf(
  measure: Extract<Measure, { kind: 'place' }>,
  own: Rational,
  context: MeasureContext,
): Value {
  const figures = context.figures(measure.of, measure.among ?? 'cohort');
  const { first } = figures.places(own, measure.better);
  return numberValue(Rational.integer(first), String(first));
}
