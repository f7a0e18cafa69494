import { Rational } from '../exact/rational.js';
import type { Fact } from '../format/fact.js';
import type { FactColumn, Integers, Presence } from './columns.js';
import { within, type Fraction } from './fraction.js';
import { BeyondKernel, copyStates, state, type Registers } from './registers.js';
import type { FactBounds } from './schema.js';

/** The facts of one period that measures read. */
export type FactSource = {
  readonly column: (id: string) => FactColumn | null;
  readonly bounds: (id: string) => FactBounds;
  readonly fact: (id: string) => Fact;
  /** Last year: 1 for units that have facts of it. Null for this year's facts, which every unit has. */
  readonly known: Uint8Array | null;
};

/** State bytes of a fact's presence; null when every unit has it. */
export function presenceKernel(
  column: FactColumn | null,
  id: string,
  source: FactSource,
  registers: Registers,
): { readonly state: Uint8Array | null; readonly run: (from: number, length: number) => void } {
  const absent = source.fact(id).source === 'meeting' ? state.pending : state.missing;
  if (column === null) {
    const register = registers.byte();
    return { state: register, run: (_from, length) => void register.fill(absent, 0, length) };
  }
  if (column.presence === null) return { state: null, run: () => undefined };
  const register = registers.byte();
  const meaning = Uint8Array.of(state.number, absent, state.notApplicable);
  return {
    state: register,
    run: (from, length) => mapBytes(register, column.presence, meaning, from, length),
  };
}

function mapBytes(
  target: Uint8Array,
  source: Presence,
  meaning: Uint8Array,
  from: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) target[i] = meaning[source![from + i]!]!;
}

/** Presence in a register of its own, where a kernel can put obstacles that it finds itself. */
export function ownPresence(
  column: FactColumn | null,
  id: string,
  source: FactSource,
  registers: Registers,
): { readonly state: Uint8Array; readonly run: (from: number, length: number) => void } {
  const present = presenceKernel(column, id, source, registers);
  const own = registers.byte();
  return {
    state: own,
    run: (from, length) => {
      present.run(from, length);
      copyStates(own, present.state, length);
    },
  };
}

/** Copies a stretch of a column into a register; the copy converts natively, whatever the column's type. */
export function load(target: Float64Array, column: Integers, from: number, length: number): void {
  if (length === 1) target[0] = column[from]!;
  else target.set(column.subarray(from, from + length));
}

/** A number, or 1 for yes and 0 for no. @throws BeyondKernel */
export function factFraction(id: string, source: FactSource, registers: Registers): Fraction {
  const column = source.column(id);
  const present = presenceKernel(column, id, source, registers);
  const num = registers.number();
  const common = { num, den: null, denLow: 1, denHigh: 1, state: present.state };
  if (column === null) {
    return {
      ...common,
      run: (from, to) => present.run(from, to - from),
      factor: Rational.one,
      low: 0,
      high: 0,
    };
  }
  if (column.kind === 'boolean' || column.kind === 'number') {
    const { values } = column;
    const { low, high } = column.kind === 'boolean' ? { low: 0, high: 1 } : source.bounds(id);
    within(low, high, `the fact "${id}"`);
    return {
      ...common,
      run: (from, to) => {
        present.run(from, to - from);
        load(num, values, from, to - from);
      },
      factor: column.kind === 'boolean' ? Rational.one : Rational.of(1n, 10n ** BigInt(column.decimals)),
      low,
      high,
      source: values,
    };
  }
  throw new BeyondKernel(`the fact "${id}" is no number`);
}
