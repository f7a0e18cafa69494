import { appliesTo } from '../engine/applies-to.js';
import { cohortOf } from '../engine/cohorts.js';
import type { AppliesTo } from '../format/indicator.js';
import type { RuleBook } from '../format/rule-book.js';
import type { BatchFacts, FactColumn, FactColumns, Integers, UnitHead } from './columns.js';

/** Units sorted by cohort, in the order in which cohorts first appear; within one by their own index. */
export type BatchOrder = {
  /** Index in the given facts, by position. */
  readonly unitAt: Int32Array;
  /** Position, by index in the given facts. */
  readonly positionOf: Int32Array;
  /** Whether both are the same. */
  readonly asGiven: boolean;
  readonly cohortIds: readonly string[];
  /** Cohort c stands at positions `cohorts[c]` to `cohorts[c + 1]`. */
  readonly cohorts: Int32Array;
  readonly largestCohort: number;
  /** 1 for positions that a rule holds for, by the rule as JSON. */
  readonly rules: ReadonlyMap<string, Uint8Array>;
  /** The same for one rule; null when it is for all. */
  readonly applies: (rule: AppliesTo | undefined) => Uint8Array | null;
};

/** Looks at every unit once. */
export function batchOrder(book: RuleBook, { count, unit }: BatchFacts): BatchOrder {
  const rules = new Map<string, { rule: AppliesTo; bytes: Uint8Array }>();
  for (const rule of rulesOf(book)) rules.set(JSON.stringify(rule), { rule, bytes: new Uint8Array(count) });
  const cohortOfUnit = new Int32Array(count);
  const ids = new Map<string, number>();
  const asksUnits = book.cohorts.by !== 'all' || rules.size > 0;
  for (let index = 0; index < count && asksUnits; index += 1) {
    const head = unit(index);
    const id = cohortOf({ ...head, facts: {} }, book.cohorts);
    let cohort = ids.get(id);
    if (cohort === undefined) ids.set(id, (cohort = ids.size));
    cohortOfUnit[index] = cohort;
    for (const { rule, bytes } of rules.values())
      if (appliesTo({ ...head, facts: {} }, rule)) bytes[index] = 1;
  }
  if (!asksUnits && count > 0) ids.set('all', 0);
  const cohorts = new Int32Array(ids.size + 1);
  for (const cohort of cohortOfUnit) cohorts[cohort + 1]! += count > 0 ? 1 : 0;
  let largestCohort = 0;
  for (let cohort = 0; cohort < ids.size; cohort += 1) {
    largestCohort = Math.max(largestCohort, cohorts[cohort + 1]!);
    cohorts[cohort + 1]! += cohorts[cohort]!;
  }
  const next = cohorts.slice();
  const [unitAt, positionOf] = [new Int32Array(count), new Int32Array(count)];
  let asGiven = true;
  cohortOfUnit.forEach((cohort, index) => {
    const position = next[cohort]!;
    next[cohort] = position + 1;
    unitAt[position] = index;
    positionOf[index] = position;
    if (position !== index) asGiven = false;
  });
  const known = new Map(
    [...rules].map(([key, { bytes }]) => [key, asGiven ? bytes : gathered(bytes, unitAt)]),
  );
  return {
    unitAt,
    positionOf,
    asGiven,
    cohortIds: [...ids.keys()],
    cohorts,
    largestCohort,
    rules: known,
    applies: appliesIn(known),
  };
}

/** Looks a rule up among those that were asked of every unit. */
export const appliesIn =
  (rules: BatchOrder['rules']): BatchOrder['applies'] =>
  (rule) =>
    rule === undefined ? null : (rules.get(JSON.stringify(rule)) ?? null);

function rulesOf(book: RuleBook): AppliesTo[] {
  const found: AppliesTo[] = [];
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if ((key === 'appliesTo' || key === 'outOfCompetition') && inner) found.push(inner as AppliesTo);
      else walk(inner);
    }
  };
  walk(book.sections);
  walk(book.ranking);
  return found;
}

function gathered<T extends Integers | Uint8Array | Uint16Array>(values: T, unitAt: Int32Array): T {
  const type = values.constructor as { new (length: number): T };
  const result = new type(unitAt.length);
  for (let position = 0; position < unitAt.length; position += 1)
    result[position] = values[unitAt[position]!]!;
  return result;
}

const optional = (values: Uint8Array | null, unitAt: Int32Array) =>
  values === null ? null : gathered(values, unitAt);

/** The same facts in batch order. */
export function gatheredFacts({ columns, because }: FactColumns, order: BatchOrder): FactColumns {
  if (order.asGiven) return { columns, because };
  return {
    columns: new Map([...columns].map(([id, column]) => [id, gatheredColumn(column, order.unitAt)])),
    because: new Map(
      [...because].map(([key, reason]) => {
        const at = key.lastIndexOf(' ');
        return [`${key.slice(0, at)} ${order.positionOf[Number(key.slice(at + 1))]}`, reason];
      }),
    ),
  };
}

function gatheredColumn(column: FactColumn, unitAt: Int32Array): FactColumn {
  const presence = optional(column.presence, unitAt);
  switch (column.kind) {
    case 'number':
      return { ...column, presence, values: gathered(column.values, unitAt) };
    case 'boolean':
      return { ...column, presence, values: gathered(column.values, unitAt) };
    case 'choice':
      return { ...column, presence, values: gathered(column.values, unitAt) };
    case 'counts':
      return {
        ...column,
        presence,
        parts: column.parts.map((part) => gathered(part, unitAt)),
        given: column.given.map((part) => optional(part, unitAt)),
      };
    case 'panel': {
      const { width, scores } = column;
      const type = scores.constructor as { new (length: number): Integers };
      const result = new type(scores.length);
      unitAt.forEach((index, position) =>
        result.set(scores.subarray(index * width, (index + 1) * width), position * width),
      );
      return { ...column, presence, counts: gathered(column.counts, unitAt), scores: result };
    }
    case 'entries':
      return { ...column, presence, values: Array.from(unitAt, (index) => column.values[index] ?? null) };
  }
}

/** Heads of units by position. */
export const headsOf =
  (batch: BatchFacts, { unitAt }: BatchOrder) =>
  (position: number): UnitHead =>
    batch.unit(unitAt[position]!);
