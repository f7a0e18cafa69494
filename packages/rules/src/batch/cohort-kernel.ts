import { Rational } from '../exact/rational.js';
import type { Ranked } from '../families/ranked.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { commonDenominator, whole, within, type Fraction, type Kernel } from './fraction.js';
import { gridOf, onGrid, type Grid } from './grid.js';
import { measureKernel, type MeasureSources } from './measure-kernel.js';
import { exactLimit } from './mul-div.js';
import { Places } from './places.js';
import { BeyondKernel, blockLength, state } from './registers.js';
import { roundKernel, type RoundKernel } from './round-kernel.js';

/** Scratch for indicators that compare units, as long as the longest stretch of whole cohorts. */
export class Wide {
  num = new Float64Array(0);
  den = new Float64Array(0);
  points = new Float64Array(0);
  state = new Uint8Array(0);
  /** One cohort's units that have a number, and their keys. */
  members = new Int32Array(0);
  keys = new Float64Array(0);
  readonly places = new Places();

  reserve(length: number): void {
    if (this.num.length >= length) return;
    this.num = new Float64Array(length);
    this.den = new Float64Array(length);
    this.points = new Float64Array(length);
    this.state = new Uint8Array(length);
    this.members = new Int32Array(length);
    this.keys = new Float64Array(length);
  }
}

/** Works on whole cohorts `first` to `last`; points and states of their units stand in the wide scratch from index 0. */
export type CohortKernel = {
  readonly run: (first: number, last: number) => void;
  readonly grid: Grid;
  /** Whether some unit can be without a number. */
  readonly lacksNumbers: boolean;
};

type Input = {
  readonly book: RuleBook;
  readonly indicator: Indicator;
  readonly role: Section['role'];
  readonly sources: MeasureSources;
  readonly wide: Wide;
  /** Units of cohort c stand at `cohorts[c]` to `cohorts[c + 1]`. */
  readonly cohorts: Int32Array;
  readonly largestCohort: number;
  /** Units that are no yardstick, with their state: elsewhere, vetoed, declared not applicable. */
  readonly excluded: { readonly run: Kernel; readonly state: Uint8Array } | null;
};

/** Turns one cohort's measures into numerators and denominators of points, in place; entries of `members` only. */
type Compare = (count: number) => void;

/** Points of an indicator that compares the units of a cohort (CH1, CH2). @throws BeyondKernel */
export function cohortKernel(input: Input): CohortKernel {
  const { indicator, sources, wide, cohorts, excluded } = input;
  const of = measureKernel(indicator.measure, sources);
  const keyScale = keyScaleOf(of);
  const { compare, round, grid, canFail } = comparison(input, of);
  return {
    grid,
    lacksNumbers: canFail || of.state !== null || excluded !== null,
    run: (first, last) => {
      const start = cohorts[first]!;
      const end = cohorts[last]!;
      wide.reserve(end - start);
      gather(of, excluded, wide, start, end);
      for (let cohort = first; cohort < last; cohort += 1) {
        const count = collect(wide, keyScale, cohorts[cohort]! - start, cohorts[cohort + 1]! - start);
        if (count > 0) compare(count);
      }
      round?.(wide.num, wide.den, wide.points, 0, end - start);
    },
  };
}

/** Measures of all units of the stretch, block by block. */
function gather(of: Fraction, excluded: Input['excluded'], wide: Wide, start: number, end: number): void {
  for (let from = start; from < end; from += blockLength) {
    const to = Math.min(end, from + blockLength);
    const at = from - start;
    const length = to - from;
    of.run(from, to);
    wide.num.set(of.num.subarray(0, length), at);
    if (of.den === null) wide.den.fill(1, at, at + length);
    else wide.den.set(of.den.subarray(0, length), at);
    if (of.state === null) wide.state.fill(0, at, at + length);
    else wide.state.set(of.state.subarray(0, length), at);
    if (excluded === null) continue;
    excluded.run(from, to);
    for (let i = 0; i < length; i += 1) if (excluded.state[i] !== 0) wide.state[at + i] = excluded.state[i]!;
  }
}

/**
 * What makes keys of ratios whose order and equality are those of the ratios. Different fractions with denominators up to D differ by at
 * least 1/D², so the whole part of D² × num ÷ den tells them apart; where that grows too long, the correctly rounded quotient
 * does while num × den < 2^52.
 * @returns 0 for measures without a denominator, 1 for quotients
 */
export function keyScaleOf(of: Fraction): number {
  if (of.den === null) return 0;
  const most = Math.max(Math.abs(of.low), Math.abs(of.high));
  if (!(most * of.denHigh < 2 ** 52)) throw new BeyondKernel('ratios lie too close to be told apart');
  const square = of.denHigh * of.denHigh;
  return (most * square) / of.denLow < 2 ** 29 && most * square + of.denHigh < exactLimit ? square : 1;
}

/** The key of a quotient, by the scale of {@link keyScaleOf}. */
export const keyOf = (num: number, den: number, keyScale: number): number =>
  keyScale === 1 ? num / den : Math.floor((num * keyScale) / den);

/** Units with a number and their keys: order and equality of the keys are those of the measures. */
function collect(wide: Wide, keyScale: number, from: number, to: number): number {
  const { members, keys, num, den, state: states } = wide;
  let count = 0;
  for (let i = from; i < to; i += 1) {
    if (states[i] !== 0) {
      den[i] = 1;
      num[i] = 0;
      continue;
    }
    members[count] = i;
    const n = num[i]!;
    keys[count] = keyScale === 0 ? n : keyOf(n, den[i]!, keyScale);
    count += 1;
  }
  return count;
}

type Comparison = {
  readonly compare: Compare;
  /** Null: the points stand there already. */
  readonly round: RoundKernel | null;
  readonly grid: Grid;
  /** Whether a measure with a number can earn none. */
  readonly canFail: boolean;
};

function comparison(input: Input, of: Fraction): Comparison {
  const { score } = input.indicator;
  const full = Rational.parse(input.indicator.points);
  switch (score.method) {
    case 'efficacy':
      return efficacy(input, of, score, full);
    case 'relative':
      return score.to === 'best' ? best(input, of, score.better, full) : mean(input, of, score, full);
    case 'ranked':
      return ranked(input, of, score, full);
    default:
      throw new BeyondKernel('it compares no units');
  }
}

const rounded = ({ book, indicator, role }: Input): Grid => {
  if ((indicator.finish?.rounding ?? book.rounding.indicator) === null) {
    throw new BeyondKernel('points are not rounded and need not end');
  }
  return gridOf(book, indicator, role, []);
};

type Score<M> = Extract<Indicator['score'], { method: M }>;

/** Position of the measure between two ends, of the cohort or fixed (SC9, SC16). */
function efficacy(input: Input, of: Fraction, score: Score<'efficacy'>, full: Rational): Comparison {
  const { wide } = input;
  const grid = rounded(input);
  if (typeof score.low !== 'string' || typeof score.high !== 'string')
    throw new BeyondKernel('bounds differ by unit');
  const fixedBound = (text: string) => {
    if (text === 'cohort') return null;
    const value = Rational.parse(text).over(of.factor);
    return { num: whole(value.numerator), den: whole(value.denominator) };
  };
  const [fixedLow, fixedHigh] = [fixedBound(score.low), fixedBound(score.high)];
  const [c, d, equal] = [score.c, score.d, score.whenEqual].map((text) => Rational.parse(text));
  const scale = commonDenominator([c!, d!, equal!]);
  const inScale = (value: Rational) => whole(value.numerator * (scale / value.denominator));
  const [slope, start, whenEqual] = [inScale(c!), inScale(d!), inScale(equal!)];

  const dens = Math.max(of.denHigh, fixedLow?.den ?? 1, fixedHigh?.den ?? 1);
  const nums = Math.max(...[of.low, of.high, fixedLow?.num ?? 0, fixedHigh?.num ?? 0].map(Math.abs));
  const span = of.den === null && dens === 1 ? range(of, fixedLow, fixedHigh) : 2 * nums * dens;
  const denHigh = of.denHigh * span;
  within(0, 2 * nums * dens * dens, 'a comparison');
  const most = Math.max(denHigh * (Math.abs(slope) + Math.abs(start)), Math.abs(whenEqual));
  within(0, most, 'an efficacy');
  const round = roundKernel(
    full.over(Rational.of(scale)),
    {
      low: Math.min(start, slope, whenEqual) < 0 ? -most : 0,
      high: most,
      denLow: 1,
      denHigh: Math.max(1, denHigh),
      hasDen: true,
    },
    grid,
  );
  const higher = score.better === 'higher';
  const plain = of.den === null && fixedLow === null && fixedHigh === null;
  const compare: Compare = (count) => {
    const { members, keys, num, den, state: states } = wide;
    let least = 0;
    let greatest = 0;
    let leastKey = keys[0]!;
    let greatestKey = leastKey;
    for (let k = 1; k < count; k += 1) {
      const key = keys[k]!;
      if (key < leastKey) {
        leastKey = key;
        least = k;
      }
      if (key > greatestKey) {
        greatestKey = key;
        greatest = k;
      }
    }
    if (plain && leastKey < greatestKey) {
      // Whole numbers within their own extremes, which is the usual case.
      const distance = greatestKey - leastKey;
      const all = start * distance;
      for (let k = 0; k < count; k += 1) {
        const i = members[k]!;
        const along = higher ? keys[k]! - leastKey : greatestKey - keys[k]!;
        num[i] = all + slope * along;
        den[i] = distance;
      }
      return;
    }
    const lowNum = fixedLow === null ? num[members[least]!]! : fixedLow.num;
    const lowDen = fixedLow === null ? den[members[least]!]! : fixedLow.den;
    const highNum = fixedHigh === null ? num[members[greatest]!]! : fixedHigh.num;
    const highDen = fixedHigh === null ? den[members[greatest]!]! : fixedHigh.den;
    const distance = highNum * lowDen - lowNum * highDen;
    for (let k = 0; k < count; k += 1) {
      const i = members[k]!;
      if (distance <= 0) {
        // Low above high says nothing; equal ends give a stated share.
        if (distance < 0) states[i] = state.cannotCompute;
        num[i] = whenEqual;
        den[i] = 1;
        continue;
      }
      const n = num[i]!;
      const m = den[i]!;
      const along = higher ? (n * lowDen - lowNum * m) * highDen : (highNum * m - n * highDen) * lowDen;
      const all = m * distance;
      const position = along < 0 ? 0 : along > all ? all : along;
      num[i] = start * all + slope * position;
      den[i] = all;
    }
  };
  return { compare, round, grid, canFail: fixedLow !== null || fixedHigh !== null };
}

function range(of: Fraction, low: { num: number } | null, high: { num: number } | null): number {
  return Math.max(of.high, high?.num ?? of.high) - Math.min(of.low, low?.num ?? of.low);
}

/** Beside the best of the cohort (SC12). */
function best(input: Input, of: Fraction, better: 'higher' | 'lower', full: Rational): Comparison {
  const { wide } = input;
  const grid = rounded(input);
  const nums = Math.max(Math.abs(of.low), Math.abs(of.high));
  const most = nums * of.denHigh;
  within(0, most, 'a comparison with the best');
  const round = roundKernel(
    full,
    {
      low: better === 'higher' && of.low < 0 ? -most : 0,
      high: most,
      denLow: 1,
      denHigh: Math.max(1, most),
      hasDen: true,
    },
    grid,
  );
  const compare: Compare = (count) => {
    const { members, keys, num, den } = wide;
    let first = 0;
    for (let k = 1; k < count; k += 1) {
      if (better === 'higher' ? keys[k]! > keys[first]! : keys[k]! < keys[first]!) first = k;
    }
    const at = members[first]!;
    const bestNum = num[at]!;
    const bestDen = den[at]!;
    for (let k = 0; k < count; k += 1) {
      const i = members[k]!;
      const n = num[i]!;
      const m = den[i]!;
      if (better === 'higher') {
        num[i] = bestNum <= 0 ? 0 : n * bestDen;
        den[i] = bestNum <= 0 ? 1 : m * bestNum;
      } else {
        // Where less is better, nothing at all is best.
        num[i] = n <= 0 ? 1 : bestNum <= 0 ? 0 : bestNum * m;
        den[i] = n <= 0 ? 1 : bestDen * n;
      }
    }
  };
  return { compare, round, grid, canFail: false };
}

/** Beside the mean of the cohort (SC13); means of ratios have no small denominators. */
function mean(input: Input, of: Fraction, score: Score<'relative'>, full: Rational): Comparison {
  const { wide, largestCohort } = input;
  if (of.den !== null) throw new BeyondKernel('the mean of ratios');
  const nums = Math.max(Math.abs(of.low), Math.abs(of.high));
  const most = nums * largestCohort;
  within(0, 2 * most, 'a comparison with the mean');
  const total = (count: number): number => {
    let all = 0;
    for (let k = 0; k < count; k += 1) all += wide.keys[k]!;
    return all;
  };
  if (score.to === 'beyond-mean') {
    const loss = Rational.parse(score.deduct ?? '0').times(of.factor);
    const scale = commonDenominator([full, loss]);
    const [top, each] = [full, loss].map((value) => whole(value.numerator * (scale / value.denominator)));
    const reach = Math.abs(top!) * largestCohort + Math.abs(each!) * 2 * most;
    const grid = rounded(input);
    const bounds = { low: -reach, high: reach, denLow: 1, denHigh: largestCohort, hasDen: true };
    const round = roundKernel(Rational.of(1n, scale), bounds, grid);
    const sign = score.better === 'lower' ? 1 : -1;
    return {
      grid,
      round,
      canFail: false,
      compare: (count) => {
        const { members, num, den } = wide;
        const all = total(count);
        for (let k = 0; k < count; k += 1) {
          const i = members[k]!;
          const beyond = (num[i]! * count - all) * sign;
          num[i] = top! * count - (beyond > 0 ? each! * beyond : 0);
          den[i] = count;
        }
      },
    };
  }
  const plain = rounded(input);
  const [low, high] = [score.low, score.high].map((text) =>
    text === undefined ? null : full.times(Rational.parse(text)),
  );
  const grid = narrowed(plain, low ?? null, high ?? null);
  const least = of.low < 0 ? -most : 0;
  const bounds = { low: least, high: most, denLow: 1, denHigh: Math.max(1, most), hasDen: true };
  const round = roundKernel(full, bounds, grid);
  const higher = score.better === 'higher';
  const unlimited = score.high !== undefined && !higher;
  return {
    grid: plain,
    round,
    canFail: true,
    compare: (count) => {
      const { members, num, den, state: states } = wide;
      const all = total(count);
      for (let k = 0; k < count; k += 1) {
        const i = members[k]!;
        const own = num[i]! * count;
        const above = higher ? own : all;
        const below = higher ? all : own;
        if (below > 0) {
          num[i] = above;
          den[i] = below;
        } else if (unlimited && all >= 0) {
          // None of what is unwanted takes the upper bound: beyond any ratio, which the bound then cuts.
          num[i] = 2 ** 52;
          den[i] = 1;
        } else {
          num[i] = 0;
          den[i] = 1;
          states[i] = state.cannotCompute;
        }
      }
    },
  };
}

/** Ratios are kept within two points values first, then within the indicator's own bounds. */
function narrowed(grid: Grid, low: Rational | null, high: Rational | null): Grid {
  const free = { ...grid, low: -Infinity, high: Infinity };
  const top = high === null ? grid.high : Math.max(grid.low, Math.min(grid.high, onGrid(high, free)));
  const bottom = low === null ? grid.low : Math.min(top, Math.max(grid.low, onGrid(low, free)));
  return { ...grid, low: bottom, high: top };
}

/** By place in the cohort (SC10); tied units take the points of the first or the mean of the places they fill. */
function ranked(input: Input, of: Fraction, score: Ranked, full: Rational): Comparison {
  const { book, indicator, role, wide, largestCohort } = input;
  const places = placePoints(score, full);
  const scale = commonDenominator(places.values);
  const most = largestCohort * Math.max(...places.values.map((value) => magnitude(value, scale)));
  within(0, most * largestCohort, 'points by place');
  const shared = score.tied === 'mean';
  // Tables and tiers of points that are never negative need no sign.
  const least =
    score.form !== 'step' && score.form !== 'percent' && places.values.every((value) => value.sign() >= 0)
      ? 0
      : -most;
  const grid = shared ? rounded(input) : gridOf(book, indicator, role, [Rational.of(1n, scale)]);
  const round = roundKernel(
    Rational.of(1n, scale),
    {
      low: least * (shared ? largestCohort : 1),
      high: most * (shared ? largestCohort : 1),
      denLow: 1,
      denHigh: shared ? largestCohort : 1,
      hasDen: shared,
    },
    grid,
  );
  const sums = placeSums(places, scale);
  const compare: Compare = (count) => {
    const { members, keys, num, den } = wide;
    wide.places.rank(keys, count, score.better);
    const { ahead, equal } = wide.places;
    const upTo = sums(count);
    for (let k = 0; k < count; k += 1) {
      const i = members[k]!;
      const before = ahead[k]!;
      const filled = shared ? equal[k]! : 1;
      num[i] = upTo[before + filled]! - upTo[before]!;
      den[i] = filled;
    }
  };
  return { compare, round, grid, canFail: false };
}

const magnitude = (value: Rational, scale: bigint): number =>
  Math.abs(whole(value.numerator * (scale / value.denominator)));

type PlacePoints = {
  /** All numbers that places are made of: for their common denominator and their size. */
  readonly values: readonly Rational[];
  /** Points of a place among `count`. */
  readonly of: (place: number, count: number) => Rational;
  readonly dependsOnCount: boolean;
};

function placePoints(score: Ranked, full: Rational): PlacePoints {
  const places = (value: number) => Rational.integer(value);
  switch (score.form) {
    case 'table': {
      const [points, beyond] = [
        score.points.map((text) => Rational.parse(text)),
        Rational.parse(score.beyond),
      ];
      return {
        values: [...points, beyond],
        of: (place) => points[place - 1] ?? beyond,
        dependsOnCount: false,
      };
    }
    case 'step': {
      const less = Rational.parse(score.points);
      return {
        values: [full, less, full.magnitude().plus(less.magnitude())],
        of: (place) => full.minus(less.times(places(Math.max(0, place - score.free)))),
        dependsOnCount: false,
      };
    }
    case 'percent': {
      const less = full.times(Rational.parse(score.share));
      return {
        values: [full, less, full.magnitude().plus(less.magnitude())],
        of: (place) => full.minus(less.times(places(place - 1))),
        dependsOnCount: false,
      };
    }
    case 'tier': {
      const shares = score.tiers.map(({ share }) => full.times(Rational.parse(share)));
      return {
        values: shares,
        of: (place, count) => shares[tierOf(score, place, count)] ?? Rational.zero,
        dependsOnCount: true,
      };
    }
  }
}

/** Index of the tier that a place falls into; the last one takes the rest. */
function tierOf(score: Extract<Ranked, { form: 'tier' }>, place: number, count: number): number {
  const mode = score.places === 'larger-first' ? 'up' : score.places;
  return score.tiers.findIndex(({ upTo }, index) => {
    if (index === score.tiers.length - 1) return true;
    const edge = Rational.parse(upTo).times(Rational.integer(count)).round({ mode, digits: 0 });
    return Rational.integer(place).compare(edge) <= 0;
  });
}

/** Points of the first n places together, in whole numbers, made once for each size of cohort. */
function placeSums(places: PlacePoints, scale: bigint): (count: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  const make = (count: number): Float64Array => {
    const sums = new Float64Array(count + 1);
    for (let place = 1; place <= count; place += 1) {
      const { numerator, denominator } = places.of(place, count);
      sums[place] = sums[place - 1]! + whole(numerator * (scale / denominator));
    }
    return sums;
  };
  return (count) => {
    const key = places.dependsOnCount ? count : 2 ** Math.ceil(Math.log2(Math.max(64, count)));
    const sums = known.get(key) ?? make(key);
    known.set(key, sums);
    return sums;
  };
}
