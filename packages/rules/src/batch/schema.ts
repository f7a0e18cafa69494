import type { Fact } from '../format/fact.js';
import type { RuleBook } from '../format/rule-book.js';
import { exactLimit } from './mul-div.js';
import {
  decimalsOf,
  integersFor,
  scaledInteger,
  type BatchFacts,
  type FactColumn,
  type FactColumns,
  type Integers,
  type Presence,
} from './columns.js';
import { valueAt } from './unit-from-columns.js';

/** How large a fact can be: the kernel proves its arithmetic exact within these, and refuses values outside. */
export type FactBounds = {
  /** Decimals of the scaled integers. */
  readonly decimals: number;
  /** Least and greatest, in 10^-decimals. */
  readonly low: number;
  readonly high: number;
  /** Some unit may lack it. */
  readonly optional: boolean;
  /** Most judges of a panel. */
  readonly judges: number;
};

/** Bounds by fact id, and the most units that are compared with each other. */
export type BatchSchema = {
  readonly facts: ReadonlyMap<string, FactBounds>;
  readonly largestCohort: number;
};

const nothing: FactBounds = { decimals: 0, low: Infinity, high: -Infinity, optional: false, judges: 0 };

/**
 * Bounds as found in the facts, all periods and bases together, widened to the book's own checks: declared limits are what an edit can reach.
 * @param optional whether later edits may take values away
 */
export function schemaOf(
  book: RuleBook,
  batch: BatchFacts,
  { optional = false, largestCohort = batch.count }: { optional?: boolean; largestCohort?: number } = {},
): BatchSchema {
  const sets = [batch.facts, batch.declared, batch.previous?.facts, batch.previous?.latest].filter(
    (set): set is FactColumns => set !== null && set !== undefined,
  );
  const facts = book.facts.map((fact): [string, FactBounds] => {
    const found = sets.map(({ columns }) => {
      const column = columns.get(fact.id);
      return column === undefined ? { ...nothing, optional: true } : boundsOf(column);
    });
    const all = found.reduce(wider, { ...nothing, optional });
    const checks = 'checks' in fact ? fact.checks : undefined;
    // Without a declared least value 0 is possible; a least value above 0 rules out zero denominators.
    const limits = [checks?.min ?? '0', checks?.max ?? (fact.kind === 'percent' ? '100' : undefined)];
    const declared = limits.flatMap((limit) => (limit === undefined ? [] : [limitBounds(limit)]));
    return [fact.id, declared.reduce(wider, all)];
  });
  return { facts: new Map(facts), largestCohort };
}

function limitBounds(limit: string): FactBounds {
  const decimals = decimalsOf(limit);
  const value = scaledInteger(limit, decimals);
  return { ...nothing, decimals, low: value, high: value };
}

function wider(a: FactBounds, b: FactBounds): FactBounds {
  const decimals = Math.max(a.decimals, b.decimals);
  const [scaleA, scaleB] = [10 ** (decimals - a.decimals), 10 ** (decimals - b.decimals)];
  return {
    decimals,
    low: Math.min(a.low * scaleA, b.low * scaleB),
    high: Math.max(a.high * scaleA, b.high * scaleB),
    optional: a.optional || b.optional,
    judges: Math.max(a.judges, b.judges),
  };
}

function boundsOf(column: FactColumn): FactBounds {
  const own = { ...nothing, optional: column.presence !== null };
  switch (column.kind) {
    case 'number':
      return { ...own, decimals: column.decimals, ...extremes([column.values], column.presence) };
    case 'counts':
      return { ...own, decimals: column.decimals, ...extremes(column.parts, null) };
    case 'panel':
      return {
        ...own,
        decimals: column.decimals,
        judges: column.width,
        ...extremes([column.scores], null),
      };
    case 'boolean':
    case 'choice':
    case 'entries':
      return own;
  }
}

/** A NaN stands for a number too long for a double; it makes the bounds infinite, which no kernel accepts. */
function extremes(lists: readonly Integers[], absent: Presence): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (const list of lists) {
    for (let index = 0; index < list.length; index += 1) {
      if (absent !== null && absent[index] !== 0) continue;
      const value = list[index] ?? 0;
      if (value < low) low = value;
      if (value > high) high = value;
      if (!(value > -exactLimit && value < exactLimit)) return { low: -Infinity, high: Infinity };
    }
  }
  return { low, high };
}

/**
 * A column as the schema has it: its decimals, a type that holds its bounds, room for absent values. Shares what fits already; what
 * would grow beyond a double stays as text, for the exact evaluator alone.
 */
export function fitted(fact: Fact, column: FactColumn, bounds: FactBounds, count: number): FactColumn {
  const presence = column.presence ?? (bounds.optional ? new Uint8Array(count) : null);
  if ('decimals' in column && !(bounds.low > -exactLimit && bounds.high < exactLimit)) {
    const values = Array.from({ length: count }, (_, unit) =>
      column.presence === null || column.presence[unit] === 0 ? valueAt(fact, column, unit) : null,
    );
    return { kind: 'entries', presence, values };
  }
  switch (column.kind) {
    case 'number':
      return {
        ...column,
        presence,
        decimals: bounds.decimals,
        values: rescaled(column.values, column.decimals, bounds),
      };
    case 'counts':
      return {
        ...column,
        presence,
        decimals: bounds.decimals,
        parts: column.parts.map((part) => rescaled(part, column.decimals, bounds)),
        given: column.given.map((part) => part ?? (bounds.optional ? new Uint8Array(count).fill(1) : null)),
      };
    case 'panel':
      return {
        ...column,
        presence,
        decimals: bounds.decimals,
        width: bounds.judges,
        scores: rescaled(widened(column, bounds.judges), column.decimals, bounds),
      };
    default:
      return { ...column, presence };
  }
}

function rescaled(values: Integers, decimals: number, { decimals: to, low, high }: FactBounds): Integers {
  const factor = 10 ** (to - decimals);
  // Same kind of array for the same bounds, so that a value within them can be put in later.
  const type = integersFor(low, high, 0).constructor as { new (length: number): Integers };
  if (factor === 1 && values.constructor === type) return values;
  const result = new type(values.length);
  for (let index = 0; index < values.length; index += 1) result[index] = (values[index] ?? 0) * factor;
  return result;
}

function widened(column: Extract<FactColumn, { kind: 'panel' }>, width: number): Integers {
  const { scores, counts } = column;
  if (width === column.width) return scores;
  const type = scores.constructor as { new (length: number): Integers };
  const result = new type(counts.length * width);
  for (let unit = 0; unit < counts.length; unit += 1) {
    const from = unit * column.width;
    result.set(scores.subarray(from, from + column.width), unit * width);
  }
  return result;
}
