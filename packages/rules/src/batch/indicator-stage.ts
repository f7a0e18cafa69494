import type { PlacedIndicator } from '../engine/book-index.js';
import { comparesUnits } from '../families/registry.js';
import { Rational } from '../exact/rational.js';
import type { AppliesTo } from '../format/indicator.js';
import type { RuleBook } from '../format/rule-book.js';
import { cohortKernel, type Wide } from './cohort-kernel.js';
import { conditionKernel, truth, type ConditionKernel } from './condition-kernel.js';
import { closureOf, type ExactRuns, type RunFacts } from './exact-runs.js';
import type { FactSource } from './fact-kernel.js';
import { whole, type Fraction, type Kernel } from './fraction.js';
import { gridOf, onGrid, stepOf, type Grid } from './grid.js';
import { hasMeasure } from './has-measure.js';
import {
  numberByState,
  pointsArray,
  stateCode,
  type IndicatorColumn,
  type PointsArray,
} from './indicator-column.js';
import type { MeasureSources } from './measure-kernel.js';
import type { Memory } from './memory.js';
import { divide, exactLimit } from './mul-div.js';
import { BeyondKernel, blockLength, copyStates, state, type Registers } from './registers.js';
import { scoreKernel } from './score-kernel.js';
import { SectionKernels } from './section-kernels.js';
import type { VetoStage } from './veto-stage.js';

export type StageInput = {
  readonly book: RuleBook;
  readonly order: readonly PlacedIndicator[];
  readonly count: number;
  /** Units of cohort c stand at `cohorts[c]` to `cohorts[c + 1]`. */
  readonly cohorts: Int32Array;
  readonly largestCohort: number;
  readonly facts: FactSource;
  readonly previous: FactSource | null;
  /** 1 for units that an indicator is for; null when it is for all. */
  readonly applies: (rule: AppliesTo | undefined) => Uint8Array | null;
  readonly registers: Registers;
  readonly wide: Wide;
  readonly exact: ExactRuns;
  readonly runFacts: RunFacts;
  readonly memory: Memory;
};

/** How one indicator's column is worked out for a stretch of units. */
export type ColumnWork = {
  readonly column: IndicatorColumn;
  /** Whose facts its points depend on: it is worked out for a unit, for whole cohorts, or only for all units at once. */
  readonly scope: 'unit' | 'cohort' | 'all';
  /** Units `from` to `to`, which are the whole cohorts `first` to `last` unless the scope is one unit. */
  readonly run: (from: number, to: number, first: number, last: number) => void;
};

/** Points of all indicators on one side, verified or declared, column by column in order of dependence. */
export class IndicatorStage {
  readonly works: readonly ColumnWork[];
  readonly columns = new Map<string, IndicatorColumn>();
  readonly sections: SectionKernels;

  constructor(
    readonly input: StageInput,
    readonly vetoes: VetoStage,
  ) {
    this.sections = new SectionKernels(input.book, this.columns, input.registers);
    const works: ColumnWork[] = [];
    for (const item of input.order) {
      const work = this.work(item);
      works.push(work);
      this.columns.set(item.indicator.id, work.column);
    }
    this.works = works;
  }

  /** Measures read facts of this side and points of earlier columns. */
  sources(): MeasureSources {
    const { registers, facts, previous } = this.input;
    return {
      registers,
      facts,
      previous,
      points: (id) => this.pointsFraction(id),
      section: (id) => this.sections.fraction(id),
    };
  }

  private work(item: PlacedIndicator): ColumnWork {
    this.input.registers.reset();
    try {
      return this.fastWork(item);
    } catch (error) {
      if (!(error instanceof BeyondKernel)) throw error;
      return this.exactWork(item, error.message);
    }
  }

  private fastWork(item: PlacedIndicator): ColumnWork {
    const { book, cohorts, largestCohort, wide } = this.input;
    const { indicator, role } = item;
    const sources = this.sources();
    const common = { book, indicator, role, sources };
    const excluded = this.excludedKernel(item);
    const compares = comparesUnits(indicator.score);
    const usesMean = indicator.notApplicable?.policy === 'cohort-mean' || indicator.missing === 'cohort-mean';
    if (compares) {
      const kernel = cohortKernel({ ...common, wide, cohorts, largestCohort, excluded });
      const finishing = this.finishing(item, kernel.grid, excluded, kernel.lacksNumbers);
      return {
        column: finishing.column,
        scope: 'cohort',
        run: (from, to, first, last) => {
          kernel.run(first, last);
          const states = kernel.lacksNumbers ? wide.state : null;
          for (let start = from; start < to; start += blockLength) {
            const end = Math.min(to, start + blockLength);
            if (excluded !== null && finishing.asksExcluded) excluded.run(start, end);
            finishing.run(wide.points, states, start - from, start, end);
          }
          if (usesMean) finishing.means(first, last);
        },
      };
    }
    const { kernel, grid } = scoreKernel(common);
    const finishing = this.finishing(item, grid, excluded, kernel.state !== null);
    const own = kernel.state !== null || excluded !== null ? this.input.registers.byte() : null;
    const { direct } = kernel;
    const { points } = finishing.column;
    if (direct !== undefined && own === null && finishing.isPlain && !usesMean) {
      return { column: finishing.column, scope: 'unit', run: (from, to) => direct(points, from, to) };
    }
    return {
      column: finishing.column,
      scope: usesMean ? 'cohort' : 'unit',
      run: (from, to, first, last) => {
        for (let start = from; start < to; start += blockLength) {
          const end = Math.min(to, start + blockLength);
          kernel.run(start, end);
          if (own !== null) copyStates(own, kernel.state, end - start);
          if (excluded !== null) {
            excluded.run(start, end);
            for (let i = 0; i < end - start; i += 1)
              if (excluded.state[i] !== 0) own![i] = excluded.state[i]!;
          }
          finishing.run(kernel.points, own, 0, start, end);
        }
        if (usesMean) finishing.means(first, last);
      },
    };
  }

  /** Units whose points do not come from the score: not for them, vetoed to zero, declared not applicable. */
  excludedKernel({ indicator }: PlacedIndicator): { run: Kernel; state: Uint8Array } | null {
    const applies = this.input.applies(indicator.appliesTo);
    const zeroes = this.vetoes.zeroing(indicator.id);
    const when = indicator.notApplicable?.when;
    const condition = when === undefined ? null : conditionKernel(when, this.sources());
    if (applies === null && zeroes === null && condition === null) return null;
    const register = this.input.registers.byte();
    return {
      state: register,
      run: (from, to) => {
        const length = to - from;
        register.fill(0, 0, length);
        if (condition !== null) {
          condition.run(from, to);
          for (let i = 0; i < length; i += 1) {
            if (condition.truth[i] === truth.true) register[i] = state.notApplicable;
          }
        }
        if (zeroes !== null) zeroes(register, from, to);
        if (applies === null) return;
        for (let i = 0; i < length; i += 1) if (applies[from + i] === 0) register[i] = state.elsewhere;
      },
    };
  }

  /** From points on the grid to the column: exceptions, linked cap, bounds, policies. */
  private finishing(
    item: PlacedIndicator,
    grid: Grid,
    excluded: { readonly state: Uint8Array } | null,
    lacksNumbers: boolean,
  ) {
    const { indicator } = item;
    const exceptions = (indicator.finish?.exceptions ?? [])
      .map(({ when, points }) => ({
        condition: conditionKernel(when, this.sources()),
        points: onGrid(Rational.parse(points === 'full' ? indicator.points : points), grid),
      }))
      .reverse();
    const linked = indicator.finish?.linkedCap
      ? this.linkedCap(indicator.finish.linkedCap.indicator, item, grid)
      : null;
    const settle = settling(item, grid);
    const column = makeColumn(item, grid, this.input, lacksNumbers || excluded !== null, settle.extremes);
    const { points, states } = column;
    const { perStep, bounds } = grid;
    const mean = cohortMean(item, grid, column, this.input.cohorts);
    return {
      column,
      asksExcluded: exceptions.length > 0,
      /** Points on the grid are the points of the column. */
      isPlain: exceptions.length === 0 && linked === null && perStep === 1 && bounds === null,
      means: mean ?? (() => undefined),
      run: (source: Float64Array, own: Uint8Array | null, at: number, from: number, to: number): void => {
        const length = to - from;
        for (const { condition, points: fixed } of exceptions) {
          condition.run(from, to);
          applyException(source, own, condition, excluded?.state ?? null, fixed, at, length);
        }
        if (linked !== null) linked(source, own, at, from, to);
        if (perStep !== 1 || bounds !== null) scale(source, perStep, bounds, at, length);
        if (own !== null) settle.run(source, own, at, length);
        store(points, source, at, from, length);
        if (states !== null && own !== null) states.set(own.subarray(at, at + length), from);
      },
    };
  }

  /** Lost points may not exceed those lost on the other indicator: points are at least top − that loss. */
  private linkedCap(id: string, { indicator, role }: PlacedIndicator, grid: Grid) {
    const other = this.columns.get(id);
    const placed = this.input.order.find((each) => each.indicator.id === id);
    if (other === undefined || placed === undefined)
      throw new BeyondKernel('it is linked to an unknown indicator');
    if (other.exact !== null) throw new BeyondKernel('it is linked to an indicator that is not rounded');
    const unit = Rational.of(1n, 10n ** BigInt(other.decimals));
    const per = unit.over(grid.step);
    if (per.denominator !== 1n) throw new BeyondKernel('it is linked to an indicator with finer points');
    const times = whole(per.numerator);
    const full = Rational.parse(placed.indicator.points).over(unit);
    const ownTop = role === 'deduction' ? Rational.zero : Rational.parse(indicator.points).over(grid.step);
    if (full.denominator !== 1n || ownTop.denominator !== 1n)
      throw new BeyondKernel('full points are finer than the grid');
    // A deduction loses −points, any other its full points less its points.
    const lostAtZero = placed.role === 'deduction' ? 0 : whole(full.numerator);
    const top = whole(ownTop.numerator);
    const { low, high } = grid;
    return (points: Float64Array, own: Uint8Array | null, at: number, from: number, to: number): void => {
      for (let i = 0; i < to - from; i += 1) {
        if (own !== null && own[at + i] !== 0) continue;
        if (other.states !== null && other.hasNumber[other.states[from + i]!] === 0) continue;
        const least = top - (lostAtZero - other.points[from + i]!) * times;
        const value = Math.max(points[at + i]!, least);
        points[at + i] = value < low ? low : value > high ? high : value;
      }
    };
  }

  /** A column of rounded points; null where their steps are too fine or too many for it. */
  private gridColumn(item: PlacedIndicator): IndicatorColumn | null {
    try {
      const grid = gridOf(this.input.book, item.indicator, item.role, []);
      return makeColumn(item, grid, this.input, true, settling(item, grid).extremes);
    } catch (error) {
      if (!(error instanceof BeyondKernel)) throw error;
      return null;
    }
  }

  /** A column of points as they are, one fraction a unit. */
  private exactColumn(item: PlacedIndicator): IndicatorColumn {
    const none = { low: 0, high: 0, perStep: 1, decimals: 0, bounds: null };
    return {
      ...makeColumn(item, none, this.input, true, [0, 0]),
      exact: Array.from({ length: this.input.count }, () => null),
    };
  }

  /** The exact evaluator on a stretch at a time, as long as what it compares. */
  private exactWork(item: PlacedIndicator, why: string): ColumnWork {
    const { book, exact, runFacts, cohorts } = this.input;
    const { indicator } = item;
    const wanted = closureOf(book, [indicator.id]);
    const everyone = comparesEveryone(book, wanted) || this.vetoes.zeroingComparesUnits;
    const scope = everyone ? 'all' : comparesAny(this.input.order, wanted) ? 'cohort' : 'unit';
    const rounds = (indicator.finish?.rounding ?? book.rounding.indicator) !== null;
    const column: IndicatorColumn = {
      ...((rounds ? this.gridColumn(item) : null) ?? this.exactColumn(item)),
      why,
    };
    const fill = (from: number, to: number) => {
      const run = exact.run(runFacts, from, to, wanted);
      for (let position = from; position < to; position += 1) {
        const result = run.result(indicator.id, position - from);
        const has = result?.points ?? null;
        column.states![position] =
          result === null ? state.elsewhere : stateCode(result.state, has !== null, indicator.missing);
        if (column.exact !== null) column.exact[position] = has;
        else column.points[position] = has === null ? 0 : inDecimals(has, column.decimals);
      }
    };
    return {
      column,
      scope,
      run: (from, to, first, last) => {
        if (scope === 'all') fill(from, to);
        else if (scope === 'cohort') {
          for (let cohort = first; cohort < last; cohort += 1) fill(cohorts[cohort]!, cohorts[cohort + 1]!);
        } else {
          for (let start = from; start < to; start += blockLength)
            fill(start, Math.min(to, start + blockLength));
        }
      },
    };
  }

  /** Points of an earlier column as a measure; without a number they cannot be computed. */
  private pointsFraction(id: string): Fraction {
    const column = this.columns.get(id);
    const { registers } = this.input;
    if (column === undefined || column.exact !== null)
      throw new BeyondKernel(`the points of "${id}" are not rounded`);
    const num = registers.number();
    const own = column.states === null ? null : registers.byte();
    const { points, states, hasNumber } = column;
    return {
      run: (from, to) => {
        const length = to - from;
        num.set(points.subarray(from, to));
        if (own === null) return;
        for (let i = 0; i < length; i += 1) {
          own[i] = hasNumber[states![from + i]!] === 1 ? state.number : state.cannotCompute;
        }
      },
      num,
      den: null,
      factor: Rational.of(1n, 10n ** BigInt(column.decimals)),
      low: column.low,
      high: column.high,
      denLow: 1,
      denHigh: 1,
      state: own,
    };
  }
}

const inDecimals = (points: Rational, decimals: number): number =>
  whole(points.times(Rational.of(10n ** BigInt(decimals))).numerator);

function makeColumn(
  { indicator }: PlacedIndicator,
  { low, high, perStep, decimals, bounds }: Pick<Grid, 'low' | 'high' | 'perStep' | 'decimals' | 'bounds'>,
  { count, memory }: Pick<StageInput, 'count' | 'memory'>,
  lacksNumbers: boolean,
  policies: readonly number[],
): IndicatorColumn {
  // A mean that stands in is rounded after all bounds, and can leave them by a part of a step.
  const ends = [...(bounds ?? []), low * perStep, high * perStep, 0, ...policies];
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  if (!(least > -exactLimit && most < exactLimit)) throw new BeyondKernel('points can grow too large');
  return {
    id: indicator.id,
    decimals,
    points: pointsArray({ low: least, high: most }, count, memory),
    states: lacksNumbers ? memory.array(Uint8Array, count) : null,
    hasNumber: numberByState(indicator),
    low: least,
    high: most,
    why: null,
    exact: null,
  };
}

/** What each state without a score ends as: its points in the last decimal, and the state that is told. */
function settling({ indicator }: PlacedIndicator, grid: Grid) {
  const unit = Rational.of(10n ** BigInt(grid.decimals));
  const inLast = (text: string) => whole(Rational.parse(text).times(unit).numerator);
  const points = new Float64Array(256);
  const states = Uint8Array.from({ length: 256 }, (_, code) => code);
  const rule = indicator.notApplicable;
  if (rule === undefined) states[state.notApplicable] = state.cannotCompute;
  if (rule?.policy === 'full') points[state.notApplicable] = inLast(indicator.points);
  if (rule?.policy === 'fixed') points[state.notApplicable] = inLast(rule.points ?? '0');
  return {
    extremes: [points[state.notApplicable]!],
    run: (source: Float64Array, own: Uint8Array, at: number, length: number): void => {
      for (let i = at; i < at + length; i += 1) {
        const code = own[i]!;
        if (code === 0) continue;
        source[i] = points[code]!;
        own[i] = states[code]!;
      }
    },
  };
}

function applyException(
  points: Float64Array,
  own: Uint8Array | null,
  { truth: holds }: ConditionKernel,
  excluded: Uint8Array | null,
  fixed: number,
  at: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) {
    if (holds[i] !== truth.true || (excluded !== null && excluded[i] !== 0)) continue;
    points[at + i] = fixed;
    if (own !== null) own[at + i] = 0;
  }
}

function scale(
  points: Float64Array,
  by: number,
  bounds: readonly [number, number] | null,
  at: number,
  length: number,
): void {
  for (let i = at; i < at + length; i += 1) {
    const value = points[i]! * by;
    points[i] = bounds === null ? value : Math.max(bounds[0], Math.min(bounds[1], value));
  }
}

function store(target: PointsArray, source: Float64Array, at: number, from: number, length: number): void {
  if (length === 1) target[from] = source[at]!;
  else target.set(source.subarray(at, at + length), from);
}

/** Mean points of a cohort's scored units for those that it stands in for, rounded like the indicator (TO3, FI3). */
function cohortMean(
  { indicator }: PlacedIndicator,
  grid: Grid,
  column: IndicatorColumn,
  cohorts: Int32Array,
): ((first: number, last: number) => void) | null {
  const forAbsent = indicator.notApplicable?.policy === 'cohort-mean';
  const forMissing = indicator.missing === 'cohort-mean';
  if (!forAbsent && !forMissing) return null;
  if (grid.rounding === null) throw new BeyondKernel('a mean that is not rounded');
  const { points, states } = column;
  const perStep = stepOf(grid.rounding).times(Rational.of(10n ** BigInt(grid.decimals)));
  const by = whole(perStep.numerator);
  if (perStep.denominator !== 1n) throw new BeyondKernel('a mean finer than its points');
  return (first, last) => {
    if (states === null) return;
    for (let cohort = first; cohort < last; cohort += 1) {
      let total = 0;
      let count = 0;
      for (let i = cohorts[cohort]!; i < cohorts[cohort + 1]!; i += 1) {
        if (states[i] !== 0) continue;
        total += points[i]!;
        count += 1;
      }
      const rounded = count === 0 ? 0 : divide(Math.abs(total), count * by, grid.mode) * by;
      const mean = total < 0 ? -rounded : rounded;
      for (let i = cohorts[cohort]!; i < cohorts[cohort + 1]!; i += 1) {
        if (states[i] === state.notApplicable && forAbsent) {
          points[i] = count === 0 ? 0 : mean;
          if (count === 0) states[i] = state.cannotCompute;
        } else if (states[i] === state.missing && forMissing) {
          points[i] = count === 0 ? 0 : mean;
          if (count === 0) states[i] = state.missingWithoutMean;
        }
      }
    }
  };
}

function comparesAny(order: readonly PlacedIndicator[], wanted: ReadonlySet<string>): boolean {
  return order
    .filter(({ indicator }) => wanted.has(indicator.id))
    .some(
      ({ indicator }) =>
        comparesUnits(indicator.score) ||
        indicator.notApplicable?.policy === 'cohort-mean' ||
        indicator.missing === 'cohort-mean' ||
        hasMeasure(indicator, ({ kind }) => kind === 'cohort' || kind === 'place'),
    );
}

const comparesEveryone = (book: RuleBook, wanted: ReadonlySet<string>): boolean =>
  hasMeasure(
    book.sections,
    (measure) => (measure.kind === 'cohort' || measure.kind === 'place') && measure.among === 'all',
  ) && wanted.size > 0;
