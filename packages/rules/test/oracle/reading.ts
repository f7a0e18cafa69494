import type { FactValue, PanelScore, RecordEntry } from '../../src/format/fact.js';
import type { AssessedUnit } from '../../src/format/facts-document.js';
import type { AppliesTo } from '../../src/format/indicator.js';
import { big, integer } from './big-fraction.js';
import type { Answer, Lack, World, Year } from './world.js';

/** A fact's value on the basis of this world, or why there is none (RULES.md ME2, TO4, ME6). */
export function factValue(world: World, fact: string, unit: number, year: Year): FactValue | { lack: Lack } {
  const who = year === 'this' ? world.units[unit] : world.lastYear(unit);
  const entry =
    who !== null && who !== undefined && Object.hasOwn(who.facts, fact) ? who.facts[fact] : undefined;
  if (entry?.notApplicable !== undefined) return { lack: 'not-applicable' };
  // Last year's official values; where last year was never verified, the other runs take its declared values.
  const basis = year === 'last' && world.basis === 'declared' ? 'latest' : world.basis;
  const value =
    basis === 'declared'
      ? entry?.declared
      : basis === 'verified'
        ? entry?.verified
        : (entry?.verified ?? entry?.declared);
  if (value !== null && value !== undefined) return value;
  return { lack: world.awaitsMeeting.has(fact) ? 'pending' : 'missing' };
}

export const isAbsent = (value: FactValue | { lack: Lack }): value is { lack: Lack } =>
  typeof value === 'object' && 'lack' in value && !Array.isArray(value);

/** A number, percent or yes/no fact. */
export function factNumber(world: World, fact: string, unit: number, year: Year): Answer {
  const value = factValue(world, fact, unit, year);
  if (isAbsent(value)) return value.lack;
  if (typeof value === 'boolean') return integer(value ? 1 : 0);
  return big(String(value));
}

/** Shapes were checked against the fact's kind when the facts were read, or made by the generator. */
export function factList<T extends RecordEntry | PanelScore>(
  world: World,
  fact: string,
  unit: number,
  year: Year,
): readonly T[] | Lack {
  const value = factValue(world, fact, unit, year);
  return isAbsent(value) ? value.lack : (value as unknown as readonly T[]);
}

/** Counts or scores by option; what is not an own key is not there. */
export function factMap(
  world: World,
  fact: string,
  unit: number,
  year: Year,
): ReadonlyMap<string, string> | Lack {
  const value = factValue(world, fact, unit, year);
  return isAbsent(value) ? value.lack : new Map(Object.entries(value as Record<string, string>));
}

export function isFor(rule: AppliesTo | undefined, unit: AssessedUnit): boolean {
  const attributes = new Map(Object.entries(unit.attributes ?? {}));
  return (
    (rule?.types?.includes(unit.type) ?? true) &&
    (rule?.units?.includes(unit.code) ?? true) &&
    Object.entries(rule?.attributes ?? {}).every(([name, values]) =>
      values.includes(attributes.get(name) ?? ''),
    )
  );
}

/** Groups of the book; who fits none is in `other` (RULES.md RK4). */
export function groupOf({ book }: Pick<World, 'book'>, unit: AssessedUnit): string {
  const { cohorts } = book;
  if (cohorts.by === 'all') return 'all';
  if (cohorts.by === 'parent') return unit.parent ?? 'other';
  for (const group of cohorts.groups) {
    if ('units' in group && group.units.includes(unit.code)) return group.id;
    if ('values' in group && cohorts.by === 'attribute') {
      const own = new Map(Object.entries(unit.attributes ?? {})).get(cohorts.attribute);
      if (own !== undefined && group.values.includes(own)) return group.id;
    }
  }
  return 'other';
}
