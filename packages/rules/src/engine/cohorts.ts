import type { AssessedUnit } from '../format/facts-document.js';
import type { Cohorts } from '../format/rule-book.js';

/** The id of the group that holds a unit: the first that fits, `other` when none does, the parent's code for `parent`. */
export function cohortOf(unit: AssessedUnit, cohorts: Cohorts): string {
  switch (cohorts.by) {
    case 'all':
      return 'all';
    case 'parent':
      return unit.parent ?? 'other';
    case 'attribute': {
      const value = unit.attributes?.[cohorts.attribute];
      return (
        cohorts.groups.find(({ values }) => value !== undefined && values.includes(value))?.id ?? 'other'
      );
    }
    case 'list':
      return cohorts.groups.find(({ units }) => units.includes(unit.code))?.id ?? 'other';
  }
}
