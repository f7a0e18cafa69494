import type { PlacedIndicator } from '../engine/book-index.js';
import { measuresOfScore, withInner, type PlacedMeasure } from '../parse/inner-measures.js';

/** Every expression of an indicator's measure and score, inner ones included, with its path in the book. */
export function measuresIn({ indicator, path }: PlacedIndicator): PlacedMeasure[] {
  const own = { measure: indicator.measure, path: `${path}/measure` };
  return [own, ...measuresOfScore(indicator.score, `${path}/score`)].flatMap(withInner);
}
