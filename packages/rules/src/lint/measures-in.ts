import type { PlacedIndicator } from '../engine/book-index.js';
import type { Measure } from '../format/measure.js';

export type PlacedMeasure = { readonly measure: Measure; readonly path: string };

/** Every expression of an indicator's measure and score, inner ones included, with its path in the book. */
export function measuresIn({ indicator, path }: PlacedIndicator): PlacedMeasure[] {
  const { measure, score } = indicator;
  const roots: PlacedMeasure[] = [{ measure, path: `${path}/measure` }];
  if ('target' in score && typeof score.target === 'object')
    roots.push({ measure: score.target, path: `${path}/score/target` });
  if (score.method === 'steps' && typeof score.origin === 'object') {
    roots.push({ measure: score.origin, path: `${path}/score/origin` });
  }
  if (score.method === 'tally') {
    score.terms.forEach(({ of }, index) =>
      roots.push({ measure: of, path: `${path}/score/terms/${index}/of` }),
    );
  }
  return roots.flatMap(withInner);
}

function withInner(placed: PlacedMeasure): PlacedMeasure[] {
  return [placed, ...innerOf(placed).flatMap(withInner)];
}

function innerOf({ measure, path }: PlacedMeasure): PlacedMeasure[] {
  switch (measure.kind) {
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least':
    case 'difference':
    case 'ratio':
      return measure.of.map((part, index) => ({ measure: part, path: `${path}/of/${index}` }));
    case 'previous':
      return [{ measure: measure.of, path: `${path}/of` }];
    case 'sample-rate':
      return [
        { measure: measure.positive, path: `${path}/positive` },
        { measure: measure.sample, path: `${path}/sample` },
      ];
    default:
      return [];
  }
}
