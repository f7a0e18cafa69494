import type { CycleAccess } from '../cycles/index.js';

/**
 * What of a cycle's results the caller may see. The one place that decides it:
 * - `all`: every unit, whole
 * - `ranking`: her own unit whole, of the others total, rank and grade (after publication)
 * - `own`: her own unit alone, without anything that another unit's facts can move (before publication)
 */
export type ResultVisibility =
  | { readonly kind: 'all' }
  | { readonly kind: 'ranking'; readonly own: string }
  | { readonly kind: 'own'; readonly own: string }
  | { readonly kind: 'none' };

export function resultVisibility(access: CycleAccess): ResultVisibility {
  if (access.assessors('result.compare').length > 0) return { kind: 'all' };
  const own = access.assessed('result.read');
  if (own === null) return { kind: 'none' };
  return { kind: access.assessed('result.compare') === null ? 'own' : 'ranking', own: own.unit };
}
