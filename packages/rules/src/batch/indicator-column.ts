import type { IndicatorState } from '../engine/outcome.js';
import type { Indicator } from '../format/indicator.js';
import { Rational } from '../exact/rational.js';
import type { Memory } from './memory.js';
import { state } from './registers.js';

/** Points as whole numbers in the narrowest signed type. */
export type PointsArray = Int16Array | Int32Array | Float64Array;

/** All units' points of one indicator, in batch order. */
export type IndicatorColumn = {
  readonly id: string;
  /** Points are in 10^-decimals; 0 where there is no number. */
  readonly decimals: number;
  readonly points: PointsArray;
  /** One byte a unit; null when every unit is scored. */
  readonly states: Uint8Array | null;
  /** By state: whether there is a number. */
  readonly hasNumber: Uint8Array;
  /** Bounds of the points. */
  readonly low: number;
  readonly high: number;
  /** Why the exact evaluator works it out; null when the integers do. */
  readonly why: string | null;
  /** Points that integers cannot hold, such as unrounded thirds. */
  readonly exact: (Rational | null)[] | null;
};

/** Room for points between two bounds. */
export function pointsArray(
  { low, high }: { readonly low: number; readonly high: number },
  length: number,
  memory: Memory,
): PointsArray {
  if (low >= -32768 && high <= 32767) return memory.array(Int16Array, length);
  if (low >= -(2 ** 31) && high < 2 ** 31) return memory.array(Int32Array, length);
  return memory.array(Float64Array, length);
}

/** Which states give a number under an indicator's policies. */
export function numberByState({ notApplicable, missing }: Indicator): Uint8Array {
  const table = new Uint8Array(256);
  table[state.number] = 1;
  table[state.vetoed] = 1;
  table[state.notApplicable] = notApplicable !== undefined && notApplicable.policy !== 'exclude' ? 1 : 0;
  table[state.missing] = missing === 'wait' ? 0 : 1;
  return table;
}

const names: readonly (readonly [number, IndicatorState])[] = [
  [state.number, 'scored'],
  [state.notApplicable, 'not-applicable'],
  [state.missing, 'missing'],
  [state.pending, 'pending'],
  [state.cannotCompute, 'cannot-compute'],
  [state.vetoed, 'vetoed'],
  [state.missingWithoutMean, 'missing'],
];
const nameOf = new Map(names);
const codeOf = new Map(names.map(([code, name]) => [name, code] as const).reverse());

/** The state that a byte stands for; null when the indicator is not for the unit. */
export const stateName = (code: number): IndicatorState | null => nameOf.get(code) ?? null;

/** The byte of an exact outcome. */
export function stateCode(name: IndicatorState, hasPoints: boolean, missing: Indicator['missing']): number {
  if (name === 'missing' && missing === 'cohort-mean' && !hasPoints) return state.missingWithoutMean;
  return codeOf.get(name) ?? state.cannotCompute;
}
