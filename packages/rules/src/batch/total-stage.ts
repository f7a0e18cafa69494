import { indicatorsOf } from '../engine/book-index.js';
import { Rational, roundToInteger } from '../exact/rational.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { whole, within } from './fraction.js';
import { decimalPlaces, stepOf, type Grid } from './grid.js';
import { pointsArray, type IndicatorColumn, type PointsArray } from './indicator-column.js';
import type { Memory } from './memory.js';
import { BeyondKernel, blockLength, state, type Registers } from './registers.js';
import { roundKernel, type RoundKernel } from './round-kernel.js';
import { sectionWeights } from './section-weights.js';
import { allSections, type SectionKernel, type SectionKernels } from './section-kernels.js';

/** A section's points of all units. */
export type SectionColumn = {
  readonly section: Section;
  readonly decimals: number;
  readonly points: PointsArray;
};

/** Sections and totals of all units (TO1-TO4, TO7, TO8). @throws BeyondKernel when integers cannot hold them */
export class TotalStage {
  readonly sections: readonly SectionColumn[];
  /** Rounded totals in 10^-decimals. */
  readonly decimals: number;
  readonly totals: PointsArray;
  /** What is ranked: order and equality are those of the totals that the book ranks on. */
  readonly keys: PointsArray | Float64Array;
  /** One unit of `keys`; null when keys are quotients, which only compare. */
  readonly keyDecimals: number;
  private readonly kernels: readonly SectionKernel[];
  private readonly top: readonly {
    readonly role: Section['role'];
    readonly index: number;
    readonly by: number;
  }[];
  private readonly applicability: Applicability;
  private readonly round: RoundKernel;
  private readonly roundConverted: RoundKernel;
  private readonly perStep: number;
  /** Units of a block to which not all points apply. */
  private readonly converted: Int32Array;
  private readonly one = { num: new Float64Array(1), den: new Float64Array(1), points: new Float64Array(1) };
  private readonly work: {
    readonly num: Float64Array;
    readonly den: Float64Array;
    readonly points: Float64Array;
  };
  private readonly exactBounds: readonly [number, number];

  constructor(
    private readonly book: RuleBook,
    columns: ReadonlyMap<string, IndicatorColumn>,
    sections: SectionKernels,
    registers: Registers,
    { count, memory }: { readonly count: number; readonly memory: Memory },
  ) {
    registers.reset();
    const listed = allSections(book.sections);
    this.kernels = listed.map((section) => sections.kernel(section));
    this.sections = this.kernels.map((kernel, index) => ({
      section: listed[index]!,
      decimals: kernel.decimals,
      points: pointsArray(kernel, count, memory),
    }));
    this.applicability = new Applicability(book, columns);
    const counted = book.sections.filter(({ role }) => role !== 'derived');
    const [least, cap] = [book.totalBounds?.floor, book.totalBounds?.cap].map((text) =>
      text === undefined ? null : Rational.parse(text),
    );
    // The cap is kept last, so it wins over a floor above it.
    const bounds = [least && cap ? least.min(cap) : (least ?? null), cap ?? null];
    const decimals = Math.max(
      0,
      ...counted.map((section) => this.kernels[listed.indexOf(section)]!.decimals),
      ...bounds.map((bound) => (bound === null ? 0 : decimalPlaces(bound))),
    );
    this.top = counted.map((section) => {
      const index = listed.indexOf(section);
      return { role: section.role, index, by: 10 ** (decimals - this.kernels[index]!.decimals) };
    });
    const size = this.top.reduce((total, { index, by }) => {
      const { low, high } = this.kernels[index]!;
      return total + Math.max(Math.abs(low), Math.abs(high)) * by;
    }, 0);
    const { converts, most, target } = this.applicability;
    const reach = converts ? size * Math.max(target, most) : size;
    within(0, reach, 'the total');
    const unit = Rational.of(1n, 10n ** BigInt(decimals));
    const grid = totalGrid(book, unit, bounds, converts);
    this.round = roundKernel(unit, { low: -size, high: size, denLow: 1, denHigh: 1, hasDen: false }, grid);
    this.roundConverted = converts
      ? roundKernel(
          unit,
          { low: -reach, high: reach, denLow: 1, denHigh: Math.max(1, most), hasDen: true },
          grid,
        )
      : this.round;
    this.converted = new Int32Array(blockLength);
    this.decimals = grid.decimals;
    const inSteps = Math.ceil(
      Number(unit.over(grid.step).numerator) / Number(unit.over(grid.step).denominator),
    );
    const high = Math.min(grid.high, reach * Math.max(1, inSteps) + 1) * grid.perStep;
    const low = Math.max(grid.low, -(reach * Math.max(1, inSteps) + 1)) * grid.perStep;
    this.totals = pointsArray({ low: Math.min(low, high), high: Math.max(low, high) }, count, memory);
    this.perStep = grid.perStep;
    const exactly = book.ranking.on === 'exact' && (book.rounding.total !== null || converts);
    if (exactly && !(reach * Math.max(1, most) < 2 ** 52))
      throw new BeyondKernel('totals lie too close to be told apart');
    this.keys = exactly ? memory.array(Float64Array, count) : this.totals;
    this.keyDecimals = exactly ? decimals : this.decimals;
    this.exactBounds = bounds.map((bound, end) =>
      bound === null ? (end === 0 ? -Infinity : Infinity) : whole(bound.over(unit).numerator),
    ) as [number, number];
    this.work = {
      num: new Float64Array(blockLength),
      den: new Float64Array(blockLength),
      points: new Float64Array(blockLength),
    };
  }

  /**
   * Units `from` to `to`, whose indicators are worked out.
   * @param changed ids of the sections to add up again; null: all of them
   */
  run(from: number, to: number, changed: ReadonlySet<string> | null = null): void {
    for (let start = from; start < to; start += blockLength)
      this.block(start, Math.min(to, start + blockLength), changed);
  }

  private block(from: number, to: number, changed: ReadonlySet<string> | null): void {
    const length = to - from;
    const { num, den, points } = this.work;
    const { converts } = this.applicability;
    this.kernels.forEach((kernel, index) => {
      const { section, points: target } = this.sections[index]!;
      if (changed !== null && !changed.has(section.id)) {
        kernel.points.set(target.subarray(from, to));
        return;
      }
      kernel.run(from, to);
      if (length === 1) target[from] = kernel.points[0]!;
      else target.set(kernel.points.subarray(0, length), from);
    });
    num.fill(0, 0, length);
    for (const { index, by } of this.top) addTimes(num, this.kernels[index]!.points, by, length);
    this.round(num, null, points, 0, length);
    if (this.perStep !== 1) scale(points, this.perStep, length);
    if (length === 1) this.totals[from] = points[0]!;
    else this.totals.set(points.subarray(0, length), from);
    if (this.keys !== this.totals) {
      const [low, high] = this.exactBounds;
      for (let i = 0; i < length; i += 1) this.keys[from + i] = clampTo(num[i]!, low, high);
    }
    if (!converts) return;
    // Few units are converted, so they are done again one by one.
    const found = this.applicability.different(den, this.converted, from, to);
    for (let k = 0; k < found; k += 1) this.convert(from, this.converted[k]!, den[this.converted[k]!]!);
  }

  /** One unit's base points × target ÷ what applies to it, with bonus and deduction. */
  private convert(from: number, at: number, applies: number): void {
    const { one } = this;
    let [base, other] = [0, 0];
    for (const { role, index, by } of this.top) {
      const points = this.kernels[index]!.points[at]! * by;
      if (role === 'base') base += points;
      else other += points;
    }
    one.num[0] = base * this.applicability.target + other * applies;
    one.den[0] = applies;
    this.roundConverted(one.num, one.den, one.points, 0, 1);
    this.totals[from + at] = one.points[0]! * this.perStep;
    if (this.keys === this.totals) return;
    const [low, high] = this.exactBounds;
    this.keys[from + at] = clampTo(one.num[0]! / applies, low, high);
  }

  /** Sums of one unit by role, exact. */
  sums(position: number): {
    base: Rational;
    bonus: Rational;
    deduction: Rational;
    applicable: Rational;
    counted: Rational;
  } {
    const of = (role: Section['role']) =>
      this.top
        .filter((part) => part.role === role)
        .map(({ index }) => this.sections[index]!)
        .reduce(
          (total, { decimals, points }) =>
            total.plus(Rational.of(BigInt(points[position]!), 10n ** BigInt(decimals))),
          Rational.zero,
        );
    return {
      base: of('base'),
      bonus: of('bonus'),
      deduction: of('deduction'),
      ...this.applicability.of(position),
    };
  }
}

/** The grid of totals: monotone rounding first, then the rounded bounds (TO8). */
function totalGrid(
  book: RuleBook,
  unit: Rational,
  [floor, cap]: readonly (Rational | null)[],
  converts: boolean,
): Grid {
  const rounding = book.rounding.total;
  if (rounding === null && converts) throw new BeyondKernel('converted totals are not rounded');
  const step = rounding === null ? unit : stepOf(rounding);
  const mode = rounding?.mode ?? 'half-up';
  const inSteps = (bound: Rational | null | undefined, none: number) =>
    bound ? whole(roundToInteger(bound.over(step), mode)) : none;
  const decimals = decimalPlaces(step);
  return {
    mode,
    step,
    rounding,
    low: inSteps(floor, -Infinity),
    high: inSteps(cap, Infinity),
    decimals,
    perStep: whole(step.times(Rational.of(10n ** BigInt(decimals))).numerator),
    bounds: null,
  };
}

function addTimes(target: Float64Array, source: Float64Array, by: number, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[i]! * by;
}

function scale(points: Float64Array, by: number, length: number): void {
  for (let i = 0; i < length; i += 1) points[i] = points[i]! * by;
}

const clampTo = (value: number, low: number, high: number): number =>
  value < low ? low : value > high ? high : value;

/** Full points that apply to a unit, in whole numbers: what the base points are converted by (TO3). */
class Applicability {
  readonly target: number;
  readonly most: number;
  /** Whether some unit's points can differ from the book's total. */
  readonly converts: boolean;
  private readonly unit: Rational;
  private readonly parts: readonly {
    readonly column: IndicatorColumn;
    readonly full: number;
    readonly out: Uint8Array;
    readonly canBeOut: boolean;
  }[];

  constructor(book: RuleBook, columns: ReadonlyMap<string, IndicatorColumn>) {
    const base = new Set(book.sections.filter(({ role }) => role === 'base').map(({ id }) => id));
    const indicators = indicatorsOf(book).filter(({ sections }) => base.has(sections[0]?.id ?? ''));
    // Of a weighted sum its parts apply by weight (TO6).
    const fulls = indicators.map(
      ({ indicator, sections }) =>
        sections.reduceRight(
          ({ part, full }, section) => ({
            part: section.id,
            full: full.times(sectionWeights(section)(part)),
          }),
          { part: indicator.id, full: Rational.parse(indicator.points) },
        ).full,
    );
    const target = Rational.parse(book.totalPoints);
    const decimals = Math.max(...[target, ...fulls].map(decimalPlaces));
    this.unit = Rational.of(1n, 10n ** BigInt(decimals));
    const inUnits = (value: Rational) => whole(value.over(this.unit).numerator);
    this.target = inUnits(target);
    this.most = fulls.reduce((total, full) => total + inUnits(full), 0);
    this.parts = indicators.map(({ indicator }, index) => {
      const column = columns.get(indicator.id);
      if (column === undefined) throw new BeyondKernel(`"${indicator.id}" is not worked out`);
      const out = new Uint8Array(256);
      out[state.elsewhere] = 1;
      out[state.notApplicable] = column.hasNumber[state.notApplicable] === 0 ? 1 : 0;
      const canBeOut = indicator.appliesTo !== undefined || indicator.notApplicable?.policy === 'exclude';
      return { column, full: inUnits(fulls[index]!), out, canBeOut };
    });
    this.converts = this.most !== this.target || this.parts.some(({ canBeOut }) => canBeOut);
  }

  /** Lists the units of a block to which other points than the book's total apply, and how many do. */
  different(applies: Float64Array, list: Int32Array, from: number, to: number): number {
    const length = to - from;
    applies.fill(this.most, 0, length);
    for (const { column, full, out, canBeOut } of this.parts) {
      if (canBeOut && column.states !== null) takeOut(applies, column.states, out, full, from, length);
    }
    let found = 0;
    for (let i = 0; i < length; i += 1) {
      // Where nothing applies there is nothing to convert by.
      if (applies[i] !== this.target && applies[i] !== 0) list[found++] = i;
    }
    return found;
  }

  of(position: number): { applicable: Rational; counted: Rational } {
    let [applicable, counted] = [0, 0];
    for (const { column, full, out } of this.parts) {
      const code = column.states?.[position] ?? state.number;
      if (out[code] === 0) applicable += full;
      if (column.hasNumber[code] === 1) counted += full;
    }
    const exact = (value: number) => this.unit.times(Rational.integer(value));
    return { applicable: exact(applicable), counted: exact(counted) };
  }
}

function takeOut(
  target: Float64Array,
  states: Uint8Array,
  out: Uint8Array,
  full: number,
  from: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) if (out[states[from + i]!] === 1) target[i] = target[i]! - full;
}
