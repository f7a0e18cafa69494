import { Rational } from '../exact/rational.js';
import type { Measure } from '../format/measure.js';
import type { Integers } from './columns.js';
import { factFraction, load, ownPresence, type FactSource } from './fact-kernel.js';
import { commonDenominator, whole, within, type Fraction } from './fraction.js';
import { BeyondKernel, state, type Registers } from './registers.js';

/** Worth or share of the valid votes (ME4). */
export function votesFraction(
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
  const { parts } = column;
  return meanOfParts(ownPresence(column, measure.fact, source, registers), registers, {
    factor: Rational.of(1n, scale),
    low: least,
    high: most,
    divisor: { atFirst: 0, most: high * weights.length },
    minimum: whole(BigInt(measure.minimumValid) * 10n ** BigInt(column.decimals)),
    add: ({ num, den, loaded }, from, length) => {
      for (let option = 0; option < parts.length; option += 1) {
        if (!isValid[option]) continue;
        addVotes(num, den, loaded(parts[option]!, from, length), weights[option]!, length);
      }
    },
  });
}

function addVotes(num: Float64Array, den: Float64Array, votes: Float64Array, weight: number, length: number) {
  for (let i = 0; i < length; i += 1) {
    num[i] = num[i]! + votes[i]! * weight;
    den[i] = den[i]! + votes[i]!;
  }
}

/** Weighted mean of rater groups (ME5). */
export function ratersFraction(
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
  const { absent } = measure;
  return meanOfParts(ownPresence(column, measure.fact, source, registers), registers, {
    factor: Rational.of(1n, 10n ** BigInt(column.decimals)),
    low: Math.min(0, low * all),
    high: Math.max(0, high * all),
    divisor: { atFirst: absent === 'renormalise' ? 0 : all, most: all },
    minimum: 0,
    add: ({ num, den, state: own, loaded }, from, length) => {
      for (const { weight, values, given } of groups) {
        const part = values === null ? null : loaded(values, from, length);
        for (let i = 0; i < length; i += 1) {
          if (part !== null && (given === null || given[from + i] === 1)) {
            num[i] = num[i]! + part[i]! * weight;
            if (absent === 'renormalise') den[i] = den[i]! + weight;
          } else if (absent === 'cannot-compute' && own[i] === 0) own[i] = state.cannotCompute;
        }
      }
    },
  });
}

/** What a block has added up so far. */
type Sums = {
  readonly num: Float64Array;
  readonly den: Float64Array;
  readonly state: Uint8Array;
  /** One part of the column as doubles, until the next is asked for. */
  readonly loaded: (part: Integers, from: number, length: number) => Float64Array;
};

type Adding = Pick<Fraction, 'factor' | 'low' | 'high'> & {
  /** The divisor before anything is added, and the most that it can become. */
  readonly divisor: { readonly atFirst: number; readonly most: number };
  /** Under this divisor, and where it is zero, there is no mean. */
  readonly minimum: number;
  readonly add: (sums: Sums, from: number, length: number) => void;
};

/** A mean over the options of a ballot or the groups of raters, added up part by part. */
function meanOfParts(
  present: ReturnType<typeof ownPresence>,
  registers: Registers,
  { divisor, minimum, add, ...bounds }: Adding,
): Fraction {
  const [num, den, part] = [registers.number(), registers.number(), registers.number()];
  const own = present.state;
  const sums: Sums = {
    num,
    den,
    state: own,
    loaded: (values, from, length) => {
      load(part, values, from, length);
      return part;
    },
  };
  return {
    ...bounds,
    run: (from, to) => {
      const length = to - from;
      present.run(from, length);
      num.fill(0, 0, length);
      den.fill(divisor.atFirst, 0, length);
      add(sums, from, length);
      for (let i = 0; i < length; i += 1) {
        if (den[i]! > 0 && den[i]! >= minimum) continue;
        if (own[i] === 0) own[i] = state.cannotCompute;
        den[i] = 1;
      }
    },
    num,
    den,
    denLow: 1,
    denHigh: Math.max(1, divisor.most),
    state: own,
  };
}
