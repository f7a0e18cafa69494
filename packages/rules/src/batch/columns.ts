import { Rational } from '../exact/rational.js';
import type { Fact, FactValue, PanelScore } from '../format/fact.js';
import type { AssessedUnit, FactEntry } from '../format/facts-document.js';
import type { RuleBook } from '../format/rule-book.js';
import type { Basis } from '../engine/outcome.js';

/** Integers in the narrowest type that holds them; beyond 2^31 as whole doubles up to 2^53. */
export type Integers = Uint8Array | Int8Array | Uint16Array | Int16Array | Int32Array | Float64Array;

/** Whether a fact is there, one byte a unit: 0 a value, 1 absent, 2 not applicable. Null where every unit has a value. */
export type Presence = Uint8Array | null;
export const presence = { value: 0, absent: 1, notApplicable: 2 } as const;

/**
 * One fact of all units. Decimals are whole numbers of 10^-`decimals`, read from text and never through a double.
 * - `number`: number and percent facts; `boolean`: 1 yes, 0 no; `choice`: index into the fact's options
 * - `counts`: ballots and raters, one column for each option or group in the book's order; `given` 0 where a group gave no score
 * - `panel`: `width` places a unit, of which the first `counts[i]` hold the judges' scores; recused ones are left out
 * - `entries`: records, dates and whatever else stays as it came
 */
export type FactColumn = { readonly presence: Presence } & (
  | { readonly kind: 'number'; readonly decimals: number; readonly values: Integers }
  | { readonly kind: 'boolean'; readonly values: Uint8Array }
  | { readonly kind: 'choice'; readonly values: Uint8Array | Uint16Array }
  | {
      readonly kind: 'counts';
      readonly decimals: number;
      readonly parts: readonly Integers[];
      readonly given: readonly Presence[];
    }
  | {
      readonly kind: 'panel';
      readonly decimals: number;
      readonly width: number;
      readonly counts: Uint16Array;
      readonly scores: Integers;
    }
  | { readonly kind: 'entries'; readonly values: readonly (FactValue | null)[] }
);

/** A unit without its facts. */
export type UnitHead = Omit<AssessedUnit, 'facts'>;

/** The facts of one period on one basis, by id. A fact without a column is absent for every unit. */
export type FactColumns = {
  readonly columns: ReadonlyMap<string, FactColumn>;
  /** Why a fact does not apply, by fact and unit: `fact` + space + index. Only explanations read it. */
  readonly because: ReadonlyMap<string, string>;
};

/** What is assessed: units in any order, and their facts in the same order. */
export type BatchFacts = {
  readonly count: number;
  /** Asked for once a unit when binding and again when something is told about it. */
  readonly unit: (index: number) => UnitHead;
  /** The values that count. */
  readonly facts: FactColumns;
  /** Self-assessed values, for the gap between both; null where the run is the declared one or there are none. */
  readonly declared: FactColumns | null;
  readonly previous: PreviousFacts | null;
};

/** Last year's values. */
export type PreviousFacts = {
  /** As the values that count are compared with them. */
  readonly facts: FactColumns;
  /** As self-assessed values are compared with them: the verified ones, else those declared. */
  readonly latest: FactColumns;
  /** 1 for each unit that has any. */
  readonly known: Uint8Array;
};

/**
 * Puts units into columns, as `compile(book).assess(units, options)` would read them.
 * @param units as `parseFacts` accepted them
 */
export function batchFactsOf(
  book: RuleBook,
  units: readonly AssessedUnit[],
  options: { readonly basis?: Basis; readonly previous?: readonly AssessedUnit[] } = {},
): BatchFacts {
  const basis = options.basis ?? 'verified';
  const before = options.previous ? new Map(options.previous.map((unit) => [unit.code, unit])) : null;
  const last = before && units.map(({ code }) => before.get(code));
  return {
    count: units.length,
    unit: (index) => headOf(units[index]),
    facts: factColumnsOf(book, units, basis),
    declared: basis === 'declared' ? null : factColumnsOf(book, units, 'declared'),
    previous: last && {
      facts: factColumnsOf(book, last, basis === 'verified' ? 'verified' : 'latest'),
      latest: factColumnsOf(book, last, 'latest'),
      known: Uint8Array.from(last, (unit) => (unit === undefined ? 0 : 1)),
    },
  };
}

function headOf(unit: AssessedUnit | undefined): UnitHead {
  if (unit === undefined) throw new RangeError('no such unit in this batch');
  return unit;
}

/** Columns of every fact of the book; an undefined unit has none of them. */
export function factColumnsOf(
  book: RuleBook,
  units: readonly (AssessedUnit | undefined)[],
  basis: Basis,
): FactColumns {
  const because = new Map<string, string>();
  const byName = panelsByName(book);
  const columns = book.facts.map((fact): [string, FactColumn] => {
    const entries = units.map((unit) =>
      unit !== undefined && Object.prototype.hasOwnProperty.call(unit.facts, fact.id)
        ? unit.facts[fact.id]
        : undefined,
    );
    const values = entries.map((entry) => (entry?.notApplicable === undefined ? pick(entry, basis) : null));
    entries.forEach((entry, index) => {
      if (entry?.notApplicable !== undefined) because.set(`${fact.id} ${index}`, entry.notApplicable);
    });
    const bytes = Uint8Array.from(values, (value, index) =>
      entries[index]?.notApplicable !== undefined
        ? presence.notApplicable
        : value === null
          ? presence.absent
          : presence.value,
    );
    const present = bytes.some((byte) => byte !== 0) ? bytes : null;
    return [
      fact.id,
      byName.has(fact.id) ? { kind: 'entries', presence: present, values } : columnOf(fact, values, present),
    ];
  });
  return { columns: new Map(columns), because };
}

/** Panels of which some measure asks who scored; their judges must keep their names. */
function panelsByName(book: RuleBook): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('withoutSelf' in value && value.withoutSelf === true && 'fact' in value)
      found.add(String(value.fact));
    Object.values(value).forEach(walk);
  };
  walk(book.sections);
  walk(book.vetoes);
  walk(book.ranking);
  return found;
}

function pick(entry: FactEntry | undefined, basis: Basis): FactValue | null {
  const [declared, verified] = [entry?.declared ?? null, entry?.verified ?? null];
  if (basis === 'declared') return declared;
  return basis === 'verified' ? verified : (verified ?? declared);
}

/** One fact in a column. @param values null where there is none; `present` then says why */
export function columnOf(fact: Fact, values: readonly (FactValue | null)[], present: Presence): FactColumn {
  switch (fact.kind) {
    case 'number':
    case 'percent': {
      const integers = integersOf(values.map((value) => text(value)));
      // A number too long for a double keeps its text; only the exact evaluator reads it.
      return integers.values.some(Number.isNaN)
        ? { kind: 'entries', presence: present, values }
        : { kind: 'number', presence: present, ...integers };
    }
    case 'boolean':
      return {
        kind: 'boolean',
        presence: present,
        values: Uint8Array.from(values, (value) => (value === true ? 1 : 0)),
      };
    case 'choice': {
      const index = new Map(fact.options.map(({ id }, at) => [id, at]));
      const chosen = values.map((value) => index.get(text(value) ?? '') ?? 0);
      return {
        kind: 'choice',
        presence: present,
        values: fact.options.length <= 256 ? Uint8Array.from(chosen) : Uint16Array.from(chosen),
      };
    }
    case 'ballots':
      return countsOf(
        fact.options.map(({ id }) => id),
        values,
        present,
      );
    case 'raters':
      return countsOf(
        fact.groups.map(({ id }) => id),
        values,
        present,
      );
    case 'panel': {
      // parseFacts has checked the shape against the fact's kind.
      const panels = values.map((value) =>
        ((value ?? []) as PanelScore[]).filter(({ recused }) => recused !== true),
      );
      const counts = Uint16Array.from(panels, (panel) => panel.length);
      const width = Math.max(1, ...new Set(counts));
      const texts = panels.flatMap((panel) =>
        Array.from({ length: width }, (_, judge) => panel[judge]?.score ?? null),
      );
      const { decimals, values: scores } = integersOf(texts);
      return { kind: 'panel', presence: present, decimals, width, counts, scores };
    }
    case 'date':
    case 'records':
      return { kind: 'entries', presence: present, values };
  }
}

const text = (value: FactValue | null): string | null => (typeof value === 'string' ? value : null);

function countsOf(
  ids: readonly string[],
  values: readonly (FactValue | null)[],
  present: Presence,
): FactColumn {
  const texts = ids.map((id) =>
    values.map((value) => {
      // parseFacts has checked the shape against the fact's kind.
      const map = (value ?? {}) as Record<string, string>;
      return Object.prototype.hasOwnProperty.call(map, id) ? (map[id] ?? null) : null;
    }),
  );
  const decimals = Math.max(0, ...new Set(texts.flat().map((each) => decimalsOf(each))));
  return {
    kind: 'counts',
    presence: present,
    decimals,
    parts: texts.map((list) => integersOf(list, decimals).values),
    given: texts.map((list) =>
      list.some((each) => each === null) ? Uint8Array.from(list, (each) => (each === null ? 0 : 1)) : null,
    ),
  };
}

/** Decimals that a decimal text needs; trailing zeros need none. */
export function decimalsOf(decimal: string | null): number {
  const dot = decimal?.indexOf('.') ?? -1;
  if (decimal === null || dot < 0) return 0;
  let end = decimal.length;
  while (decimal[end - 1] === '0') end -= 1;
  return Math.max(0, end - dot - 1);
}

/** A decimal as a whole number of 10^-decimals; NaN where a double cannot hold it. */
export function scaledInteger(decimal: string, decimals: number): number {
  const scaled = Rational.parse(decimal).times(Rational.of(10n ** BigInt(decimals)));
  const value = Number(scaled.numerator);
  return scaled.denominator === 1n && Number.isSafeInteger(value) ? value : Number.NaN;
}

/** Decimals as integers of one scale; 0 where there is none. A number that a double cannot hold leaves a NaN. */
export function integersOf(
  texts: readonly (string | null)[],
  least = 0,
): { readonly decimals: number; readonly values: Integers } {
  const decimals = Math.max(least, ...new Set(texts.map((each) => decimalsOf(each))));
  const values = Float64Array.from(texts, (each) => (each === null ? 0 : scaledInteger(each, decimals)));
  return { decimals, values: narrowest(values) };
}

/** The same integers in the narrowest type. */
export function narrowest(values: Float64Array): Integers {
  let [low, high] = [0, 0];
  for (const value of values) {
    if (Number.isNaN(value)) return values;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return integersFor(low, high, values);
}

/** A typed array for integers between two bounds, with these values or of this length. */
export function integersFor(low: number, high: number, values: Float64Array | number): Integers {
  const make = <T>(type: { new (length: number): T; from(list: ArrayLike<number>): T }): T =>
    typeof values === 'number' ? new type(values) : type.from(values);
  if (low >= 0 && high <= 255) return make(Uint8Array);
  if (low >= 0 && high <= 65535) return make(Uint16Array);
  if (low >= -32768 && high <= 32767) return make(Int16Array);
  if (low >= -(2 ** 31) && high < 2 ** 31) return make(Int32Array);
  return make(Float64Array);
}
