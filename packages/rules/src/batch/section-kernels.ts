import { findSection } from '../engine/assessment-run.js';
import { Rational } from '../exact/rational.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { whole, within, type Fraction, type Kernel } from './fraction.js';
import { decimalPlaces, stepOf } from './grid.js';
import type { IndicatorColumn, PointsArray } from './indicator-column.js';
import { divide } from './mul-div.js';
import { BeyondKernel, type Registers } from './registers.js';
import { sectionWeights } from './section-weights.js';

/** One section of a block: points in 10^-decimals. */
export type SectionKernel = {
  readonly run: Kernel;
  readonly points: Float64Array;
  readonly decimals: number;
  readonly low: number;
  readonly high: number;
};

/** Sections from the columns of their indicators: sums, kept within bounds and rounded (TO1). */
export class SectionKernels {
  constructor(
    private readonly book: RuleBook,
    private readonly columns: ReadonlyMap<string, IndicatorColumn>,
    private readonly registers: Registers,
  ) {}

  /** A section's points as a measure. @throws BeyondKernel */
  fraction(id: string): Fraction {
    const section = findSection(this.book.sections, id);
    if (section === null) throw new BeyondKernel(`no section "${id}"`);
    const { run, points, decimals, low, high } = this.kernel(section);
    return {
      run,
      num: points,
      den: null,
      factor: Rational.of(1n, 10n ** BigInt(decimals)),
      low,
      high,
      denLow: 1,
      denHigh: 1,
      state: null,
    };
  }

  /** @throws BeyondKernel */
  kernel(section: Section): SectionKernel {
    const weightOf = sectionWeights(section);
    const columns = (section.indicators ?? []).map(({ id, points }) => {
      const column = this.columns.get(id);
      if (column === undefined) throw new BeyondKernel(`"${id}" is not worked out yet`);
      if (column.exact !== null) throw new BeyondKernel(`the points of "${id}" are not rounded`);
      if (Rational.parse(points).isZero()) throw new BeyondKernel(`"${id}" has no points`);
      return column;
    });
    const below = (section.sections ?? []).map((part) => this.kernel(part));
    const weights = [...(section.indicators ?? []), ...(section.sections ?? [])].map(({ id }) =>
      weightOf(id),
    );
    const floor = section.floor ?? (section.role === 'deduction' ? `-${section.points}` : undefined);
    const cap = section.cap ?? (section.role === 'bonus' ? section.points : undefined);
    // A floor above 0 would make points of nothing for the section above, a cap below it would take some.
    if (section.floor !== undefined && Rational.parse(section.floor).sign() > 0) {
      throw new BeyondKernel(`section "${section.id}" has a floor above 0`);
    }
    if (cap !== undefined && Rational.parse(cap).sign() < 0) {
      throw new BeyondKernel(`section "${section.id}" has a cap below 0`);
    }
    const ends = [floor, cap].flatMap((text) => (text === undefined ? [] : [Rational.parse(text)]));
    const decimals = Math.max(
      0,
      ...[...columns, ...below].map((part, index) => part.decimals + decimalPlaces(weights[index]!)),
      ...ends.map(decimalPlaces),
    );
    const unit = Rational.of(1n, 10n ** BigInt(decimals));
    const parts = [...columns, ...below].map(({ decimals: own, low, high }, index) => {
      const by = whole(weights[index]!.times(Rational.of(10n ** BigInt(decimals - own))).numerator);
      return { by, low: low * by, high: high * by };
    });
    const least = parts.reduce((total, { low }) => total + low, 0);
    const most = parts.reduce((total, { high }) => total + high, 0);
    within(least, most, `section "${section.id}"`);
    const inUnits = (text: string) => whole(Rational.parse(text).over(unit).numerator);
    const top = cap === undefined ? Infinity : inUnits(cap);
    // The cap is kept last, so it wins over a floor above it.
    const bounds: [number, number] = [floor === undefined ? -Infinity : Math.min(top, inUnits(floor)), top];
    const keeps = floor !== undefined || cap !== undefined;
    const points = this.registers.number();
    const sum = sumOf(columns.map((column, index) => ({ source: column.points, by: parts[index]!.by })));
    const rounding = this.rounding(section, unit, Math.max(Math.abs(least), Math.abs(most)));
    const keep = (value: number) => Math.max(bounds[0], Math.min(bounds[1], value));
    const [low, high] = [keep(least), keep(most)].map((value) => rounding?.of(value) ?? value) as [
      number,
      number,
    ];
    return {
      points,
      decimals: rounding?.decimals ?? decimals,
      low,
      high,
      run: (from, to) => {
        const length = to - from;
        points.fill(0, 0, length);
        sum(points, from, length);
        below.forEach((part, index) => {
          part.run(from, to);
          addRegister(points, part.points, parts[columns.length + index]!.by, length);
        });
        if (keeps) clamp(points, bounds, length);
        if (rounding !== null) for (let i = 0; i < length; i += 1) points[i] = rounding.of(points[i]!);
      },
    };
  }

  private rounding(section: Section, unit: Rational, most: number) {
    const rounding = section.rounding ?? this.book.rounding.section;
    if (rounding === null) return null;
    const step = stepOf(rounding);
    const each = unit.over(step);
    const [by, over] = [whole(each.numerator), whole(each.denominator)];
    const decimals = decimalPlaces(step);
    const perStep = whole(step.times(Rational.of(10n ** BigInt(decimals))).numerator);
    within(0, most * by + 2 * over, `section "${section.id}"`);
    const { mode } = rounding;
    return {
      decimals,
      of: (value: number): number =>
        value < 0 ? 0 - divide(-value * by, over, mode) * perStep : divide(value * by, over, mode) * perStep,
    };
  }
}

type Term = { readonly source: PointsArray; readonly by: number };

/**
 * Adds columns to a register, four at a time where they are of one type and scale. One function for each type of array: a loop
 * that has seen several of them asks at every entry which it is.
 */
function sumOf(terms: readonly Term[]): (target: Float64Array, from: number, length: number) => void {
  const shorts: Int16Array[] = [];
  const integers: Int32Array[] = [];
  const others: Term[] = [];
  for (const term of terms) {
    if (term.by === 1 && term.source instanceof Int16Array) shorts.push(term.source);
    else if (term.by === 1 && term.source instanceof Int32Array) integers.push(term.source);
    else others.push(term);
  }
  return (target, from, length) => {
    let at = 0;
    for (; at + 4 <= shorts.length; at += 4) {
      addFourShorts(target, shorts[at]!, shorts[at + 1]!, shorts[at + 2]!, shorts[at + 3]!, from, length);
    }
    for (; at < shorts.length; at += 1) addShort(target, shorts[at]!, from, length);
    for (at = 0; at + 2 <= integers.length; at += 2) {
      addTwoIntegers(target, integers[at]!, integers[at + 1]!, from, length);
    }
    for (; at < integers.length; at += 1) addInteger(target, integers[at]!, from, length);
    for (const { source, by } of others) {
      for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[from + i]! * by;
    }
  };
}

function addFourShorts(
  target: Float64Array,
  a: Int16Array,
  b: Int16Array,
  c: Int16Array,
  d: Int16Array,
  from: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) {
    target[i] = target[i]! + (a[from + i]! + b[from + i]! + c[from + i]! + d[from + i]!);
  }
}

function addShort(target: Float64Array, source: Int16Array, from: number, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[from + i]!;
}

function addTwoIntegers(
  target: Float64Array,
  a: Int32Array,
  b: Int32Array,
  from: number,
  length: number,
): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + a[from + i]! + b[from + i]!;
}

function addInteger(target: Float64Array, source: Int32Array, from: number, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[from + i]!;
}

function addRegister(target: Float64Array, source: Float64Array, by: number, length: number): void {
  for (let i = 0; i < length; i += 1) target[i] = target[i]! + source[i]! * by;
}

function clamp(points: Float64Array, [low, high]: readonly [number, number], length: number): void {
  for (let i = 0; i < length; i += 1) {
    const value = points[i]!;
    points[i] = value < low ? low : value > high ? high : value;
  }
}

/** All sections of a book, each before the sections in it. */
export const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections ?? [])]);
