import type { Measure } from '../format/measure.js';

/** Whether a measure of this sort stands anywhere in a part of the book. */
export function hasMeasure(part: unknown, fits: (measure: Measure) => boolean): boolean {
  if (typeof part !== 'object' || part === null) return false;
  // Every object with a kind may be a measure; the question is asked of its kind only.
  if ('kind' in part && fits(part as Measure)) return true;
  return Object.values(part).some((inner) => hasMeasure(inner, fits));
}
