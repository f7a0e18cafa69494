import { Rational } from '../exact/rational.js';
import type { Condition } from '../format/condition.js';
import type { Comparison } from '../format/primitives.js';
import { presenceKernel } from './fact-kernel.js';
import { constantFraction, whole, within, type Fraction, type Kernel } from './fraction.js';
import { measureKernel, type MeasureSources } from './measure-kernel.js';

/** Three-valued truth of a block, one byte a unit (CO1). */
export const truth = { false: 0, true: 1, unknown: 2 } as const;

export type ConditionKernel = { readonly run: Kernel; readonly truth: Uint8Array };

/** A condition as a kernel. @throws BeyondKernel */
export function conditionKernel(condition: Condition, sources: MeasureSources): ConditionKernel {
  const { registers, facts } = sources;
  switch (condition.kind) {
    case 'is-true':
    case 'is-option': {
      const column = facts.column(condition.fact);
      const present = presenceKernel(column, condition.fact, facts, registers);
      const result = registers.byte();
      const holds = holding(condition, sources);
      const values = column?.kind === 'boolean' || column?.kind === 'choice' ? column.values : null;
      return {
        truth: result,
        run: (from, to) => {
          const length = to - from;
          present.run(from, length);
          if (values === null) result.fill(truth.false, 0, length);
          else for (let i = 0; i < length; i += 1) result[i] = holds[values[from + i]!]!;
          markUnknown(result, present.state, length);
        },
      };
    }
    case 'compare': {
      const left = measureKernel(condition.left, sources);
      const right =
        typeof condition.right === 'string'
          ? constantFraction(Rational.parse(condition.right), registers)
          : measureKernel(condition.right, sources);
      return compareKernel(left, condition.comparison, right, registers.byte());
    }
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => conditionKernel(part, sources));
      const result = registers.byte();
      const [decisive, neutral] =
        condition.kind === 'all' ? [truth.false, truth.true] : [truth.true, truth.false];
      return {
        truth: result,
        run: (from, to) => {
          const length = to - from;
          result.fill(neutral, 0, length);
          for (const part of parts) {
            part.run(from, to);
            fold(result, part.truth, decisive, length);
          }
        },
      };
    }
    case 'not': {
      const inner = conditionKernel(condition.of, sources);
      const result = registers.byte();
      const negated = Uint8Array.of(truth.true, truth.false, truth.unknown);
      return {
        truth: result,
        run: (from, to) => {
          inner.run(from, to);
          for (let i = 0; i < to - from; i += 1) result[i] = negated[inner.truth[i]!]!;
        },
      };
    }
  }
}

/** By value of the column: whether the condition holds. */
function holding(
  condition: Extract<Condition, { kind: 'is-true' | 'is-option' }>,
  { facts }: MeasureSources,
): Uint8Array {
  const fact = facts.fact(condition.fact);
  if (condition.kind === 'is-true') return Uint8Array.of(0, fact.kind === 'boolean' ? 1 : 0);
  if (fact.kind !== 'choice') return Uint8Array.of(0, 0);
  return Uint8Array.from(fact.options, ({ id }) => (condition.options.includes(id) ? 1 : 0));
}

function markUnknown(result: Uint8Array, state: Uint8Array | null, length: number): void {
  if (state === null) return;
  for (let i = 0; i < length; i += 1) if (state[i] !== 0) result[i] = truth.unknown;
}

/** `decisive` settles it at once; otherwise unknown wins. */
function fold(result: Uint8Array, part: Uint8Array, decisive: number, length: number): void {
  for (let i = 0; i < length; i += 1) {
    if (result[i] === decisive) continue;
    if (part[i] === decisive || part[i] === truth.unknown) result[i] = part[i]!;
  }
}

function compareKernel(
  left: Fraction,
  comparison: Comparison,
  right: Fraction,
  result: Uint8Array,
): ConditionKernel {
  // factor × a/b against factor × c/d: a × d × p against c × b × q, all whole.
  const ratio = left.factor.over(right.factor);
  const [p, q] = [whole(ratio.numerator), whole(ratio.denominator)];
  const size = ({ low, high }: Fraction) => Math.max(Math.abs(low), Math.abs(high));
  within(0, size(left) * right.denHigh * p, 'a comparison');
  within(0, size(right) * left.denHigh * q, 'a comparison');
  // By sign of the difference: less, equal, more.
  const holds = {
    'at-least': [0, 1, 1],
    'more-than': [0, 0, 1],
    'at-most': [1, 1, 0],
    'less-than': [1, 0, 0],
    equal: [0, 1, 0],
  }[comparison];
  return {
    truth: result,
    run: (from, to) => {
      left.run(from, to);
      right.run(from, to);
      const length = to - from;
      for (let i = 0; i < length; i += 1) {
        const a = left.num[i]! * p * (right.den === null ? 1 : right.den[i]!);
        const c = right.num[i]! * q * (left.den === null ? 1 : left.den[i]!);
        result[i] = holds[a < c ? 0 : a > c ? 2 : 1]!;
      }
      markUnknown(result, left.state, length);
      markUnknown(result, right.state, length);
    },
  };
}
