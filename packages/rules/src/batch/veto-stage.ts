import { referencesOfCondition } from '../engine/book-index.js';
import type { RecordEntry } from '../format/fact.js';
import type { RuleBook, Veto } from '../format/rule-book.js';
import { conditionKernel, truth, type ConditionKernel } from './condition-kernel.js';
import { closureOf, type ExactRuns, type RunFacts } from './exact-runs.js';
import type { FactSource } from './fact-kernel.js';
import { hasMeasure } from './has-measure.js';
import type { MeasureSources } from './measure-kernel.js';
import type { Memory } from './memory.js';
import { BeyondKernel, blockLength, state, type Registers } from './registers.js';

/** Whether a veto sets points to zero, so that it must be known before them (VE2). */
export const zeroesPoints = ({ effects }: Veto): boolean =>
  effects.some(({ kind }) => kind === 'indicator-zero' || kind === 'indicators-named-zero');

const compares = ({ when }: Veto): boolean =>
  hasMeasure(when, ({ kind }) => kind === 'cohort' || kind === 'place');

/** Fired vetoes, one bit each in the order of the book. */
export class VetoStage {
  readonly fired: Uint32Array;
  private readonly kernels = new Map<string, ConditionKernel | null>();
  /** Why a veto is decided by the exact evaluator. */
  readonly why = new Map<string, string>();

  constructor(
    private readonly input: {
      readonly book: RuleBook;
      readonly count: number;
      readonly facts: FactSource;
      readonly registers: Registers;
      readonly exact: ExactRuns;
      readonly runFacts: RunFacts;
      readonly memory: Memory;
    },
  ) {
    if (input.book.vetoes.length > 32) throw new BeyondKernel('more than 32 vetoes');
    this.fired = input.memory.array(Uint32Array, input.book.vetoes.length === 0 ? 0 : input.count);
  }

  /** Whether some veto looks at other units than the one it is about, so that it is decided for all at once. */
  get comparesUnits(): boolean {
    return this.input.book.vetoes.some(compares);
  }

  /** The same of vetoes that set points to zero. */
  get zeroingComparesUnits(): boolean {
    return this.input.book.vetoes.some((veto) => zeroesPoints(veto) && compares(veto));
  }

  /** Whether a veto after the points looks at units of other cohorts. */
  get comparesEveryone(): boolean {
    return this.input.book.vetoes.some(
      (veto) => !zeroesPoints(veto) && hasMeasure(veto.when, (measure) => 'among' in measure),
    );
  }

  /** Compiles the vetoes of one time: before the points, or after them, when they may read points. */
  prepare(when: 'before' | 'after', sources: MeasureSources): void {
    for (const veto of this.input.book.vetoes) {
      if (zeroesPoints(veto) !== (when === 'before')) continue;
      this.input.registers.reset();
      try {
        this.kernels.set(veto.id, conditionKernel(veto.when, sources));
      } catch (error) {
        if (!(error instanceof BeyondKernel)) throw error;
        this.kernels.set(veto.id, null);
        this.why.set(veto.id, error.message);
      }
    }
  }

  /** Decides the vetoes of one time for units `from` to `to`. */
  run(when: 'before' | 'after', from: number, to: number): void {
    if (this.fired.length === 0) return;
    if (when === 'before') this.fired.fill(0, from, to);
    this.input.book.vetoes.forEach((veto, index) => {
      if (zeroesPoints(veto) !== (when === 'before')) return;
      const kernel = this.kernels.get(veto.id) ?? null;
      const bit = 2 ** index;
      if (kernel === null) this.runExactly(veto, bit, from, to);
      else this.runKernel(kernel, bit, from, to);
    });
  }

  private runKernel(kernel: ConditionKernel, bit: number, from: number, to: number): void {
    const { fired } = this;
    for (let start = from; start < to; start += blockLength) {
      const end = Math.min(to, start + blockLength);
      kernel.run(start, end);
      for (let i = start; i < end; i += 1) {
        const held = fired[i]!;
        const without = (held & bit) !== 0 ? held - bit : held;
        fired[i] = kernel.truth[i - start] === truth.true ? without + bit : without;
      }
    }
  }

  private runExactly(veto: Veto, bit: number, from: number, to: number): void {
    const { book, exact, runFacts } = this.input;
    const wanted = closureOf(book, [], [referencesOfCondition(veto.when)]);
    // A stretch of whole cohorts stays whole for what compares them.
    const length = compares(veto) || wanted.size > 0 ? to - from : blockLength;
    for (let start = from; start < to; start += length) {
      const end = Math.min(to, start + length);
      const run = exact.run(runFacts, start, end, wanted);
      for (let i = start; i < end; i += 1) {
        const held = this.fired[i]!;
        const without = (held & bit) !== 0 ? held - bit : held;
        this.fired[i] = run.vetoes[i - start]?.includes(veto.id) ? without + bit : without;
      }
    }
  }

  /** Marks the units of which a fired veto sets this indicator to zero; null when no veto ever does. */
  zeroing(indicator: string): ((target: Uint8Array, from: number, to: number) => void) | null {
    const { vetoes } = this.input.book;
    let listed = 0;
    const named: { readonly bit: number; readonly values: readonly unknown[] }[] = [];
    vetoes.forEach(({ effects }, index) => {
      for (const effect of effects) {
        if (effect.kind === 'indicator-zero' && effect.indicators.includes(indicator)) listed |= 1 << index;
        if (effect.kind !== 'indicators-named-zero') continue;
        const column = this.input.facts.column(effect.fact);
        if (column?.kind === 'entries') named.push({ bit: 2 ** index, values: column.values });
      }
    });
    if (listed === 0 && named.length === 0) return null;
    const { fired } = this;
    return (target, from, to) => {
      for (let unit = from; unit < to; unit += 1) {
        const bits = fired[unit]!;
        if (bits === 0) continue;
        const isNamed = named.some(({ bit, values }) => (bits & bit) !== 0 && names(values[unit], indicator));
        if ((bits & listed) !== 0 || isNamed) target[unit - from] = state.vetoed;
      }
    };
  }
}

/** Whether an entry of the records names this indicator as its level. */
const names = (value: unknown, indicator: string): boolean =>
  // parseFacts has checked the shape against the fact's kind; null where the unit has no records.
  ((value ?? []) as readonly RecordEntry[]).some(({ level }) => level === indicator);
