import { measuresOfScore as parametersOf } from '../engine/book-index.js';
import type { Condition } from '../format/condition.js';
import type { Measure } from '../format/measure.js';
import type { Score } from '../format/score.js';

/** An expression with its JSON path in the book. */
export type PlacedMeasure = { readonly measure: Measure; readonly path: string };

/** The measures that a score reads besides the indicator's own: targets, bounds, origins, terms. */
export const measuresOfScore = (score: Score, path: string): PlacedMeasure[] =>
  parametersOf(score).map(({ measure, path: below }) => ({ measure, path: `${path}/${below}` }));

/** Both sides of every comparison in a condition. */
export function measuresOfCondition(condition: Condition, path: string): PlacedMeasure[] {
  switch (condition.kind) {
    case 'is-true':
    case 'is-option':
      return [];
    case 'compare':
      return [
        { measure: condition.left, path: `${path}/left` },
        ...(typeof condition.right === 'object' ? [{ measure: condition.right, path: `${path}/right` }] : []),
      ];
    case 'all':
    case 'any':
      return condition.of.flatMap((part, index) => measuresOfCondition(part, `${path}/of/${index}`));
    case 'not':
      return measuresOfCondition(condition.of, `${path}/of`);
  }
}

/** A measure and everything inside it. */
export function withInner(placed: PlacedMeasure): PlacedMeasure[] {
  return [placed, ...partsOf(placed).flatMap(withInner)];
}

/** The measures right inside a measure. */
export function partsOf({ measure, path }: PlacedMeasure): PlacedMeasure[] {
  switch (measure.kind) {
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least':
    case 'difference':
    case 'ratio':
    case 'selected':
    case 'first-known':
      return measure.of.map((part, index) => ({ measure: part, path: `${path}/of/${index}` }));
    case 'mean':
      return measure.of.map((part, index) => ({
        measure: part.measure,
        path: `${path}/of/${index}/measure`,
      }));
    case 'previous':
    case 'rounded':
    case 'logarithm':
    case 'root':
    case 'power':
    case 'exponential':
    case 'banded':
    case 'cohort':
    case 'place':
      return [{ measure: measure.of, path: `${path}/of` }];
    case 'sample-rate':
      return [
        { measure: measure.positive, path: `${path}/positive` },
        { measure: measure.sample, path: `${path}/sample` },
      ];
    case 'fact':
    case 'constant':
    case 'count':
    case 'panel-mean':
    case 'vote-mean':
    case 'vote-share':
    case 'rater-mean':
    case 'days':
    case 'indicator-points':
    case 'section-points':
    case 'self-gap':
    case 'none':
      return [];
  }
}
