import { valueAt, type Indicator } from '@heng/rules';

/**
 * Where parameters come from, after a change: what points at nothing any more goes, and what somebody has changed is no default of ours
 * any longer.
 */
export function withReachedProvenance(before: Indicator, after: Indicator): Indicator {
  if (after.provenance === undefined) return after;
  const kept = after.provenance.filter(({ path, origin }) => {
    const value = valueAt(after, path);
    if (value === undefined) return false;
    return origin !== 'default' || JSON.stringify(value) === JSON.stringify(valueAt(before, path));
  });
  if (kept.length === after.provenance.length) return after;
  const { provenance: _, ...rest } = after;
  return kept.length === 0 ? rest : { ...rest, provenance: kept };
}
