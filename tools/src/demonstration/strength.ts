import type { Draw } from './draw.js';
import { clamp, quotient } from './whole-numbers.js';

/** How well a unit does, 0 to 100. It is not a score: it only makes a unit's numbers go together. */
export type Strength = number;

type Span = {
  /** At strength 0 and at strength 100; the worst may be the larger number, as with days of vacancy. */
  readonly worst: number;
  readonly best: number;
  /** How far luck may carry it either way. */
  readonly spread: number;
  readonly least?: number;
  readonly most?: number;
};

/** A number in line with the strength. Never below `least`, which is 0 unless given. */
export function inLine(
  draw: Draw,
  strength: Strength,
  { worst, best, spread, least = 0, most }: Span,
): number {
  const middle = worst + quotient((best - worst) * strength + 50, 100);
  return clamp(middle + draw.whole(-spread, spread), least, most ?? Number.MAX_SAFE_INTEGER);
}
