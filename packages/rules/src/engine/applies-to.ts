import type { AssessedUnit } from '../format/facts-document.js';
import type { AppliesTo } from '../format/indicator.js';

/** Whether an indicator is for this unit; all parts that are given must hold. */
export function appliesTo(unit: AssessedUnit, rule: AppliesTo | undefined): boolean {
  if (rule === undefined) return true;
  if (rule.types && !rule.types.includes(unit.type)) return false;
  if (rule.units && !rule.units.includes(unit.code)) return false;
  return Object.entries(rule.attributes ?? {}).every(([attribute, values]) => {
    const value = unit.attributes?.[attribute];
    return value !== undefined && values.includes(value);
  });
}
