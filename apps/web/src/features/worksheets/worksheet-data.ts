import type { FactCell, WorksheetResponse } from '@heng/contracts';
import type { AssessedUnit, FactEntry } from '@heng/rules';

export const cellKey = (unit: string, fact: string): string => `${unit}/${fact}`;

/** The cell as the server last said; one that was never filled has version 0. */
export const emptyFactCell = (unit: string, fact: string): FactCell => ({
  unit,
  fact,
  declared: null,
  verified: null,
  notApplicable: null,
  version: 0,
  changedBy: null,
  changedAt: null,
});

/** The units with their facts, as the engine takes them. */
export function assessedUnits(units: WorksheetResponse['units'], cells: Iterable<FactCell>): AssessedUnit[] {
  const facts = new Map<string, Record<string, FactEntry>>();
  for (const { unit, fact, declared, verified, notApplicable } of cells) {
    const own = facts.get(unit) ?? {};
    own[fact] = { declared, verified, ...(notApplicable !== null && { notApplicable }) };
    facts.set(unit, own);
  }
  return units.map(({ code, name, type, parent, attributes }) => ({
    code,
    name,
    type,
    parent,
    attributes,
    facts: facts.get(code) ?? {},
  }));
}
