import type { UnitMove } from '@heng/rules/compare';
import { compareExact } from './figure-text.js';

export const unitSorts = ['rank', 'lastRank', 'places', 'by', 'name'] as const;
export type UnitSort = (typeof unitSorts)[number];
export type UnitFilter = {
  readonly group: string | null;
  readonly only: 'all' | 'moved' | 'regraded';
  readonly name: string;
};

/**
 * Units that a filter leaves, best first: of moves the largest, of ranks the first; units without a rank at the end.
 *
 * @param units by the draft's order of merit, group by group
 */
export function orderedUnits(units: readonly UnitMove[], filter: UnitFilter, sort: UnitSort): UnitMove[] {
  const left = units.filter(
    ({ name, after, places, gradeChanged }) =>
      name.includes(filter.name.trim()) &&
      (filter.group === null || after.cohort === filter.group) &&
      (filter.only === 'all' || (filter.only === 'regraded' ? gradeChanged : (places ?? 0) !== 0)),
  );
  return left.sort(comparing[sort]);
}

const comparing: Readonly<Record<UnitSort, (a: UnitMove, b: UnitMove) => number>> = {
  // As they came: group by group, in the draft's order of merit.
  rank: () => 0,
  lastRank: (a, b) => rankOf(a.before.rank) - rankOf(b.before.rank),
  places: (a, b) => Math.abs(b.places ?? 0) - Math.abs(a.places ?? 0) || (b.places ?? 0) - (a.places ?? 0),
  by: (a, b) => compareExact(b.by, a.by),
  name: (a, b) => a.name.localeCompare(b.name, 'zh-CN'),
};

/** Behind every rank that there can be; not Infinity, whose differences are no numbers. */
const rankOf = (rank: number | null): number => rank ?? Number.MAX_SAFE_INTEGER;
