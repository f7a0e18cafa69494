import { Rational } from '../exact/rational.js';
import type { Fact, RecordEntry } from '../format/fact.js';
import type { Measure } from '../format/measure.js';
import type { FactColumn, Integers, Presence } from './columns.js';
import {
  ceiling,
  commonDenominator,
  constantFraction,
  extremeFraction,
  linearFraction,
  productFraction,
  ratioFraction,
  roundedFraction,
  whole,
  within,
  type Fraction,
} from './fraction.js';
import { BeyondKernel, state, type Registers } from './registers.js';
import type { FactBounds } from './schema.js';

/** The facts of one period that measures read. */
export type FactSource = {
  readonly column: (id: string) => FactColumn | null;
  readonly bounds: (id: string) => FactBounds;
  readonly fact: (id: string) => Fact;
  /** Last year: 1 for units that have facts of it. Null for this year's facts, which every unit has. */
  readonly known: Uint8Array | null;
};

/** What a measure may read besides facts. */
export type MeasureSources = {
  readonly registers: Registers;
  readonly facts: FactSource;
  /** Null when the run has no last year. */
  readonly previous: FactSource | null;
  /** Points already worked out. */
  readonly points: (indicator: string) => Fraction;
  readonly section: (section: string) => Fraction;
};

/** A measure as a kernel. @throws BeyondKernel where the integers would not be exact or the kind is not for integers */
export function measureKernel(measure: Measure, sources: MeasureSources): Fraction {
  const { registers } = sources;
  const of = (part: Measure) => measureKernel(part, sources);
  switch (measure.kind) {
    case 'fact':
      return factFraction(measure.fact, sources.facts, registers);
    case 'constant':
      return constantFraction(Rational.parse(measure.value), registers);
    case 'sum':
      return linearFraction(
        measure.of.map((part) => ({ of: of(part), weight: Rational.one })),
        Rational.zero,
        registers,
      );
    case 'difference':
      return linearFraction(
        [
          { of: of(measure.of[0]), weight: Rational.one },
          { of: of(measure.of[1]), weight: Rational.one.negate() },
        ],
        Rational.zero,
        registers,
      );
    case 'product':
      return measure.of.map(of).reduce((a, b) => productFraction(a, b, registers));
    case 'greatest':
    case 'least':
      return extremeFraction(measure.of.map(of), measure.kind, registers);
    case 'ratio': {
      const { whenZero } = measure;
      const meaning =
        whenZero === 'cannot-compute'
          ? { state: state.cannotCompute }
          : whenZero === 'not-applicable'
            ? { state: state.notApplicable }
            : { value: Rational.parse(whenZero.value) };
      return ratioFraction(of(measure.of[0]), of(measure.of[1]), meaning, registers);
    }
    case 'sample-rate':
      return sampleRate(
        of(measure.positive),
        of(measure.sample),
        Rational.parse(measure.minimumSample),
        registers,
      );
    case 'previous':
      return previousFraction(measure.of, sources);
    case 'count':
      return countFraction(measure, sources.facts, registers);
    case 'panel-mean':
      return panelFraction(measure, sources.facts, registers);
    case 'vote-mean':
    case 'vote-share':
      return votesFraction(measure, sources.facts, registers);
    case 'rater-mean':
      return ratersFraction(measure, sources.facts, registers);
    case 'indicator-points':
      return sources.points(measure.indicator);
    case 'section-points':
      return sources.section(measure.section);
    case 'rounded':
      return roundedFraction(of(measure.of), measure.rounding, registers);
    case 'none':
      return constantFraction(Rational.zero, registers);
    default:
      throw new BeyondKernel(`the measure "${measure.kind}"`);
  }
}

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

/** Copies a stretch of a column into a register; the copy converts natively, whatever the column's type. */
export function load(target: Float64Array, column: Integers, from: number, length: number): void {
  if (length === 1) target[0] = column[from]!;
  else target.set(column.subarray(from, from + length));
}

function factFraction(id: string, source: FactSource, registers: Registers): Fraction {
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

function sampleRate(positive: Fraction, sample: Fraction, minimum: Rational, registers: Registers): Fraction {
  if (sample.den !== null) throw new BeyondKernel('a sample that is a ratio');
  const rate = ratioFraction(positive, sample, { state: state.cannotCompute }, registers);
  // Under the minimum like none at all: sample × factor < minimum, in whole numbers.
  const least = minimum.over(sample.factor);
  const bound = whole(ceiling(least));
  if (sample.low >= bound && sample.low > 0) return rate;
  const own = registers.byte();
  return {
    ...rate,
    state: own,
    run: (from, to) => {
      rate.run(from, to);
      const length = to - from;
      if (rate.state === null) own.fill(0, 0, length);
      else own.set(rate.state.subarray(0, length));
      for (let i = 0; i < length; i += 1) {
        if (own[i] === 0 && sample.num[i]! < bound) own[i] = state.cannotCompute;
      }
    },
  };
}

/** The measure on last year's facts; without any, and for last year's points, it cannot be computed (ME6). */
function previousFraction(of: Measure, sources: MeasureSources): Fraction {
  const { registers, previous } = sources;
  const cannot = (inner: Fraction, known: Uint8Array | null): Fraction => {
    const own = registers.byte();
    return {
      ...inner,
      state: own,
      run: (from, to) => {
        inner.run(from, to);
        const length = to - from;
        for (let i = 0; i < length; i += 1) {
          own[i] =
            known === null || known[from + i] === 0
              ? state.cannotCompute
              : inner.state === null
                ? state.number
                : inner.state[i]!;
        }
      },
    };
  };
  const absent = () => cannot(constantFraction(Rational.zero, registers), null);
  if (previous === null) return absent();
  const inner = measureKernel(of, {
    registers,
    facts: previous,
    previous: null,
    points: absent,
    section: absent,
  });
  return cannot(inner, previous.known);
}

/** How many records of some levels and genres, counted once when the column is bound. */
function countFraction(
  measure: Extract<Measure, { kind: 'count' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'entries') throw new BeyondKernel(`the fact "${measure.fact}" holds no records`);
  const present = presenceKernel(column, measure.fact, source, registers);
  const num = registers.number();
  const { values } = column;
  return {
    run: (from, to) => {
      present.run(from, to - from);
      for (let unit = from; unit < to; unit += 1) num[unit - from] = counted(values[unit], measure);
    },
    num,
    den: null,
    factor: Rational.one,
    low: 0,
    // parseFacts takes at most 500 entries; a later edit stays far below what the kernel can hold.
    high: 100_000,
    denLow: 1,
    denHigh: 1,
    state: present.state,
  };
}

function counted(value: unknown, { levels, genres }: Extract<Measure, { kind: 'count' }>): number {
  if (value === null || value === undefined) return 0;
  let count = 0;
  // parseFacts has checked the shape against the fact's kind.
  for (const { level, genre } of value as readonly RecordEntry[]) {
    const fits =
      (levels === undefined || levels.includes(level)) &&
      (genres === undefined || (genre !== undefined && genres.includes(genre)));
    if (fits) count += 1;
  }
  return count;
}

/** Mean of the judges without extremes (ME3); `sumFor` judges' worth of it where the book asks for a sum (ME16). */
function panelFraction(
  measure: Extract<Measure, { kind: 'panel-mean' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'panel' || measure.withoutSelf === true)
    throw new BeyondKernel('judges are told apart by name');
  const { low, high, judges } = source.bounds(measure.fact);
  within(low * judges, high * judges, `the panel "${measure.fact}"`);
  const present = presenceKernel(column, measure.fact, source, registers);
  const [num, den, own] = [registers.number(), registers.number(), registers.byte()];
  const { width, counts, scores } = column;
  const { minimumJudges, drop } = measure;
  const dropsOne = drop !== undefined && drop.low <= 1 && drop.high <= 1;
  const from0 = drop?.fromJudges ?? Infinity;
  const sorted = new Float64Array(Math.max(1, judges));
  const trimmed = (start: number, count: number): number => {
    for (let k = 0; k < count; k += 1) sorted[k] = scores[start + k]!;
    const list = sorted.subarray(0, count).sort();
    let total = 0;
    for (let k = drop!.low; k < count - drop!.high; k += 1) total += list[k]!;
    return total;
  };
  const short = high - low < 2 ** 30;
  const lowDrop = drop?.low ?? 0;
  const highDrop = drop?.high ?? 0;
  const all = (from: number, length: number): void => {
    for (let i = 0; i < length; i += 1) {
      const count = counts[from + i]!;
      if (own[i] !== 0 || count < minimumJudges || count === 0) {
        if (own[i] === 0) own[i] = state.cannotCompute;
        num[i] = 0;
        den[i] = 1;
        continue;
      }
      const start = (from + i) * width;
      const dropping = count >= from0 && count > lowDrop + highDrop;
      if (dropping && !dropsOne) {
        num[i] = trimmed(start, count);
        den[i] = count - lowDrop - highDrop;
        continue;
      }
      let total = 0;
      if (!dropping) {
        for (let k = start; k < start + count; k += 1) total += scores[k]!;
        num[i] = total;
        den[i] = count;
        continue;
      }
      let least = scores[start]!;
      let most = least;
      if (short) {
        // Extremes by sign bits: which judge is harshest is not to be guessed.
        for (let k = start; k < start + count; k += 1) {
          const score = scores[k]!;
          total += score;
          const under = (score - least) | 0;
          const over = (most - score) | 0;
          least += under & (under >> 31);
          most -= over & (over >> 31);
        }
      } else {
        for (let k = start; k < start + count; k += 1) {
          const score = scores[k]!;
          total += score;
          if (score < least) least = score;
          if (score > most) most = score;
        }
      }
      num[i] = total - lowDrop * least - highDrop * most;
      den[i] = count - lowDrop - highDrop;
    }
  };
  const scale = Rational.of(BigInt(measure.sumFor ?? 1), 10n ** BigInt(column.decimals));
  return {
    run: (from, to) => {
      const length = to - from;
      present.run(from, length);
      if (present.state === null) own.fill(0, 0, length);
      else own.set(present.state.subarray(0, length));
      all(from, length);
    },
    num,
    den,
    factor: scale,
    low: Math.min(0, low * judges),
    high: Math.max(0, high * judges),
    denLow: 1,
    denHigh: Math.max(1, judges),
    state: own,
  };
}

/** Worth or share of the valid votes (ME4). */
function votesFraction(
  measure: Extract<Measure, { kind: 'vote-mean' | 'vote-share' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  const fact = source.fact(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'counts' || fact.kind !== 'ballots') throw new BeyondKernel('these are no ballots');
  const isValid = fact.options.map(({ valid }) => valid !== false);
  const worth = fact.options.map(({ id }, index) => {
    if (!isValid[index]) return Rational.zero;
    if (measure.kind === 'vote-share') return Rational.integer(measure.options.includes(id) ? 1 : 0);
    // The last row of an option counts, as in the exact engine's map.
    const row = measure.worth.filter(({ option }) => option === id).at(-1);
    return Rational.parse(row?.points ?? '0');
  });
  const scale = commonDenominator(worth);
  const weights = worth.map(({ numerator, denominator }) => whole(numerator * (scale / denominator)));
  const { low, high } = source.bounds(measure.fact);
  if (low < 0) throw new BeyondKernel('votes can be negative');
  const [least, most] = weights.reduce(
    ([a, b], weight) => [a + Math.min(0, weight * high), b + Math.max(0, weight * high)],
    [0, 0],
  );
  within(least, most, `the ballot "${measure.fact}"`);
  within(0, high * weights.length, `the ballot "${measure.fact}"`);
  const minimum = whole(BigInt(measure.minimumValid) * 10n ** BigInt(column.decimals));
  const present = presenceKernel(column, measure.fact, source, registers);
  const [num, den, own, part] = [
    registers.number(),
    registers.number(),
    registers.byte(),
    registers.number(),
  ];
  const { parts } = column;
  return {
    run: (from, to) => {
      const length = to - from;
      present.run(from, length);
      if (present.state === null) own.fill(0, 0, length);
      else own.set(present.state.subarray(0, length));
      num.fill(0, 0, length);
      den.fill(0, 0, length);
      for (let option = 0; option < parts.length; option += 1) {
        if (!isValid[option]) continue;
        load(part, parts[option]!, from, length);
        addVotes(num, den, part, weights[option]!, length);
      }
      for (let i = 0; i < length; i += 1) {
        if (den[i]! > 0 && den[i]! >= minimum) continue;
        if (own[i] === 0) own[i] = state.cannotCompute;
        den[i] = 1;
      }
    },
    num,
    den,
    factor: Rational.of(1n, scale),
    low: least,
    high: most,
    denLow: 1,
    denHigh: Math.max(1, high * weights.length),
    state: own,
  };
}

function addVotes(num: Float64Array, den: Float64Array, votes: Float64Array, weight: number, length: number) {
  for (let i = 0; i < length; i += 1) {
    num[i] = num[i]! + votes[i]! * weight;
    den[i] = den[i]! + votes[i]!;
  }
}

/** Weighted mean of rater groups (ME5). */
function ratersFraction(
  measure: Extract<Measure, { kind: 'rater-mean' }>,
  source: FactSource,
  registers: Registers,
): Fraction {
  const column = source.column(measure.fact);
  const fact = source.fact(measure.fact);
  if (column === null) return factFraction(measure.fact, source, registers);
  if (column.kind !== 'counts' || fact.kind !== 'raters') throw new BeyondKernel('these are no rater groups');
  const parsed = measure.weights.map(({ weight }) => Rational.parse(weight));
  const scale = commonDenominator(parsed);
  const groups = measure.weights.map(({ group }, index) => {
    const at = fact.groups.findIndex(({ id }) => id === group);
    const weight = parsed[index] ?? Rational.zero;
    if (weight.sign() < 0) throw new BeyondKernel('a weight is negative');
    return {
      weight: whole(weight.numerator * (scale / weight.denominator)),
      values: column.parts[at] ?? null,
      given: column.given[at] ?? null,
    };
  });
  const { low, high } = source.bounds(measure.fact);
  const all = groups.reduce((total, { weight }) => total + weight, 0);
  within(Math.min(0, low * all), Math.max(0, high * all), `the raters "${measure.fact}"`);
  const present = presenceKernel(column, measure.fact, source, registers);
  const [num, den, own, part] = [
    registers.number(),
    registers.number(),
    registers.byte(),
    registers.number(),
  ];
  const { absent } = measure;
  return {
    run: (from, to) => {
      const length = to - from;
      present.run(from, length);
      if (present.state === null) own.fill(0, 0, length);
      else own.set(present.state.subarray(0, length));
      num.fill(0, 0, length);
      den.fill(absent === 'renormalise' ? 0 : all, 0, length);
      for (const { weight, values, given } of groups) {
        if (values !== null) load(part, values, from, length);
        for (let i = 0; i < length; i += 1) {
          if (values !== null && (given === null || given[from + i] === 1)) {
            num[i] = num[i]! + part[i]! * weight;
            if (absent === 'renormalise') den[i] = den[i]! + weight;
          } else if (absent === 'cannot-compute' && own[i] === 0) own[i] = state.cannotCompute;
        }
      }
      for (let i = 0; i < length; i += 1) {
        if (den[i]! > 0) continue;
        if (own[i] === 0) own[i] = state.cannotCompute;
        den[i] = 1;
      }
    },
    num,
    den,
    factor: Rational.of(1n, 10n ** BigInt(column.decimals)),
    low: Math.min(0, low * all),
    high: Math.max(0, high * all),
    denLow: 1,
    denHigh: Math.max(1, all),
    state: own,
  };
}
