import type { PanelScore, RecordEntry } from '../../src/format/fact.js';
import type { Band } from '../../src/format/band.js';
import type { AbsentParts, Measure } from '../../src/format/measure.js';
import type { Selection } from '../../src/format/primitives.js';
import {
  add,
  big,
  divide,
  greater,
  integer,
  lesser,
  multiply,
  nothing,
  order,
  power,
  rounded,
  sign,
  size,
  subtract,
  total,
  whole,
  type BigFraction,
} from './big-fraction.js';
import {
  exponentialBySeries,
  logarithmBySquaring,
  powerByRoot,
  rootByHalving,
} from './irrational-by-hand.js';
import { factList, factMap, factNumber, factValue, isAbsent } from './reading.js';
import { daysFromZero } from './days-by-hand.js';
import {
  firstLack,
  isLack,
  isNumber,
  type Answer,
  type Asked,
  type Lack,
  type World,
  type Year,
} from './world.js';

/** The number a measure stands for, by RULES.md ME1–ME17, one unit at a time. */
export function measureByHand(world: World, measure: Measure, asked: Asked): Answer {
  const { unit, year } = asked;
  const ask = (part: Measure) => world.answer(part, asked);
  switch (measure.kind) {
    case 'fact':
      return factNumber(world, measure.fact, unit, year);
    case 'constant':
      return big(measure.value);
    case 'days': {
      const date = factValue(world, measure.fact, unit, year);
      return isAbsent(date) ? date.lack : integer(daysFromZero(String(date)) - daysFromZero(measure.since));
    }
    case 'none':
      return nothing;
    case 'sum':
      return all(measure.of.map(ask), total);
    case 'product':
      return all(measure.of.map(ask), (values) => values.reduce(multiply, whole));
    case 'greatest':
      return all(measure.of.map(ask), (values) => values.reduce(greater));
    case 'least':
      return all(measure.of.map(ask), (values) => values.reduce(lesser));
    case 'difference':
      return all(measure.of.map(ask), ([a, b]) => subtract(a ?? nothing, b ?? nothing));
    case 'ratio':
      return all(measure.of.map(ask), ([a, b]) => {
        if (a === undefined || b === undefined) throw new Error('a ratio has two parts');
        if (sign(b) !== 0) return divide(a, b);
        return typeof measure.whenZero === 'string' ? measure.whenZero : big(measure.whenZero.value);
      });
    case 'sample-rate':
      return all([ask(measure.positive), ask(measure.sample)], ([positive, sample]) =>
        !positive || !sample || sign(sample) === 0 || order(sample, big(measure.minimumSample)) < 0
          ? 'cannot-compute'
          : divide(positive, sample),
      );
    case 'previous':
      return year === 'last' || world.lastYear(unit) === null
        ? 'cannot-compute'
        : world.answer(measure.of, { ...asked, year: 'last' });
    case 'count': {
      const entries = factList<RecordEntry>(world, measure.fact, unit, year);
      if (typeof entries === 'string') return entries;
      const [levels, genres] = [measure.levels, measure.genres];
      return integer(
        entries
          .filter(({ level }) => levels === undefined || levels.includes(level))
          .filter(({ genre }) => genres === undefined || genres.some((one) => one === genre)).length,
      );
    }
    case 'panel-mean':
      return panel(world, measure, unit, year);
    case 'vote-mean':
      return votes(world, measure, unit, year, (option) =>
        big(measure.worth.find((one) => one.option === option)?.points ?? '0'),
      );
    case 'vote-share':
      return votes(world, measure, unit, year, (option) =>
        measure.options.includes(option) ? whole : nothing,
      );
    case 'rater-mean':
      return raters(world, measure, unit, year);
    case 'indicator-points':
      // Points of last year are not kept (ME6).
      return year === 'last'
        ? 'cannot-compute'
        : (world.mark(measure.indicator, unit)?.points ?? 'cannot-compute');
    case 'section-points':
      return year === 'last'
        ? 'cannot-compute'
        : (world.subtotal(measure.section, unit).points ?? 'cannot-compute');
    case 'self-gap':
      return year === 'last' ? 'cannot-compute' : (world.selfGap(unit) ?? 'missing');
    case 'rounded':
      return all([ask(measure.of)], ([value]) => rounded(value ?? nothing, measure.rounding));
    case 'logarithm':
      return all([ask(measure.of)], ([value]) =>
        value && sign(value) > 0 ? logarithmBySquaring(value, measure.base) : 'cannot-compute',
      );
    case 'root':
      return all([ask(measure.of)], ([value]) =>
        value && sign(value) >= 0 ? rootByHalving(value, BigInt(measure.degree)) : 'cannot-compute',
      );
    case 'power':
      return all(
        [ask(measure.of)],
        ([value = nothing]) => powerByRoot(value, measure.exponent) ?? 'cannot-compute',
      );
    case 'exponential':
      return all([ask(measure.of)], ([value = nothing]) =>
        order(size(value), integer(1000)) > 0 ? 'cannot-compute' : exponentialBySeries(value),
      );
    case 'banded':
      return all([ask(measure.of)], ([value]) => {
        const band = measure.bands.find((one) => value !== undefined && liesIn(value, one));
        return band === undefined ? 'cannot-compute' : big(band.value);
      });
    case 'mean':
      return known(
        measure.of.map((part) => ({ answer: ask(part.measure), weight: big(part.weight) })),
        measure,
        (parts) => meanOf(parts, measure.form),
      );
    case 'selected':
      return known(
        measure.of.map((part) => ({ answer: ask(part), weight: whole })),
        measure,
        (parts) => {
          const kept = keep(parts, measure.keep).map(({ answer }) => answer);
          return measure.take === 'sum' ? total(kept) : divide(total(kept), integer(kept.length));
        },
      );
    case 'first-known':
      return measure.of.map(ask).find(isNumber) ?? ask(measure.of[0] ?? { kind: 'none' });
    case 'cohort':
      return cohortFigure(
        world
          .peers(asked, measure.among)
          .map((other) => world.answer(measure.of, { ...asked, unit: other }))
          .filter(isNumber),
        measure,
      );
    case 'place': {
      const own = ask(measure.of);
      if (isLack(own)) return own;
      const ahead = world.peers(asked, measure.among).filter((other) => {
        const theirs = world.answer(measure.of, { ...asked, unit: other });
        return isNumber(theirs) && order(theirs, own) * (measure.better === 'higher' ? 1 : -1) > 0;
      });
      return integer(1 + ahead.length);
    }
  }
}

/** Needs every answer; else the first lack to tell. */
function all(answers: readonly Answer[], then: (values: readonly BigFraction[]) => Answer): Answer {
  return firstLack(answers) ?? then(answers.filter(isNumber));
}

export function liesIn(value: BigFraction, band: Band): boolean {
  const low = band.from === undefined ? 1 : order(value, big(band.from));
  const high = band.to === undefined ? -1 : order(value, big(band.to));
  return (
    (low > 0 || (low === 0 && band.fromIncluded !== false)) && (high < 0 || (high === 0 && !!band.toIncluded))
  );
}

function panel(
  world: World,
  measure: Extract<Measure, { kind: 'panel-mean' }>,
  unit: number,
  year: Year,
): Answer {
  const sheets = factList<PanelScore>(world, measure.fact, unit, year);
  if (typeof sheets === 'string') return sheets;
  const scores = sheets
    .filter(({ recused }) => !recused)
    .filter(({ judge }) => !(measure.withoutSelf && judge === world.units[unit]?.code))
    .map(({ score }) => big(score));
  if (scores.length < measure.minimumJudges) return 'cannot-compute';
  const { drop } = measure;
  if (drop !== undefined && scores.length >= drop.fromJudges && scores.length > drop.high + drop.low) {
    for (let n = 0; n < drop.high; n += 1) scores.splice(scores.indexOf(scores.reduce(greater)), 1);
    for (let n = 0; n < drop.low; n += 1) scores.splice(scores.indexOf(scores.reduce(lesser)), 1);
  }
  const mean = divide(total(scores), integer(scores.length));
  return measure.sumFor === undefined ? mean : multiply(mean, integer(measure.sumFor));
}

/** Worth of all valid votes ÷ valid votes; so is every option that is not marked otherwise (ME4). */
function votes(
  world: World,
  { fact, minimumValid }: { readonly fact: string; readonly minimumValid: number },
  unit: number,
  year: Year,
  worth: (option: string) => BigFraction,
): Answer {
  const cast = factMap(world, fact, unit, year);
  if (typeof cast === 'string') return cast;
  const ballot = world.book.facts.find(({ id }) => id === fact);
  let [valid, sum] = [nothing, nothing];
  for (const { id, valid: isValid } of ballot?.kind === 'ballots' ? ballot.options : []) {
    if (isValid === false) continue;
    const count = big(cast.get(id) ?? '0');
    [valid, sum] = [add(valid, count), add(sum, multiply(count, worth(id)))];
  }
  if (sign(valid) === 0 || order(valid, integer(minimumValid)) < 0) return 'cannot-compute';
  return divide(sum, valid);
}

function raters(
  world: World,
  measure: Extract<Measure, { kind: 'rater-mean' }>,
  unit: number,
  year: Year,
): Answer {
  const scores = factMap(world, measure.fact, unit, year);
  if (typeof scores === 'string') return scores;
  let [sum, weights] = [nothing, nothing];
  for (const { group, weight } of measure.weights) {
    const score = scores.get(group);
    if (score === undefined && measure.absent === 'cannot-compute') return 'cannot-compute';
    if (score === undefined && measure.absent === 'renormalise') continue;
    sum = add(sum, multiply(big(weight), big(score ?? '0')));
    weights = add(weights, big(weight));
  }
  return sign(weights) === 0 ? 'cannot-compute' : divide(sum, weights);
}

/** A part of a mean, a selection or a combined section. */
export type Part = { readonly answer: Answer; readonly weight: BigFraction };
export type KnownPart = { readonly answer: BigFraction; readonly weight: BigFraction };

/** What parts without a number do to their whole (ME12). */
export function known(
  parts: readonly Part[],
  { absent, minimum }: { readonly absent: AbsentParts; readonly minimum?: number | undefined },
  then: (parts: readonly KnownPart[]) => Answer,
): Answer {
  const applicable = parts.filter(({ answer }) => answer !== 'not-applicable');
  if (applicable.length === 0) return 'not-applicable';
  const numbers = applicable.filter((part): part is KnownPart => isNumber(part.answer));
  const lack: Lack | undefined = firstLack(applicable.map(({ answer }) => answer));
  if (absent === 'no-number' && lack !== undefined) return lack;
  if (numbers.length < (minimum ?? 0)) return 'cannot-compute';
  if (absent === 'leave-out' && numbers.length === 0) return lack ?? 'cannot-compute';
  return then(
    absent === 'zero'
      ? applicable.map(({ answer, weight }) => ({ answer: isNumber(answer) ? answer : nothing, weight }))
      : numbers,
  );
}

/** Means by weight (ME10). */
export function meanOf(all: readonly KnownPart[], form: 'arithmetic' | 'geometric' | 'harmonic'): Answer {
  const parts = all.filter(({ weight }) => sign(weight) !== 0);
  const weights = total(parts.map(({ weight }) => weight));
  if (sign(weights) === 0) return 'cannot-compute';
  if (form === 'arithmetic')
    return divide(total(parts.map(({ answer, weight }) => multiply(answer, weight))), weights);
  if (parts.some(({ answer }) => sign(answer) < 0)) return 'cannot-compute';
  if (parts.some(({ answer }) => sign(answer) === 0)) return nothing;
  if (form === 'harmonic')
    return divide(weights, total(parts.map(({ answer, weight }) => divide(weight, answer))));
  // Weights as whole numbers: the same root of a product of whole powers.
  const common = parts.reduce((product, { weight }) => product * weight[1], 1n);
  const powers = parts.map(({ weight }) => (weight[0] * common) / weight[1]);
  const shared = powers.reduce(divisorOf, 0n) || 1n;
  const degree = powers.reduce((sum, each) => sum + each / shared, 0n);
  const product = parts.reduce(
    (value, { answer }, index) => multiply(value, power(answer, (powers[index] ?? 0n) / shared)),
    whole,
  );
  // A root of degree one is the number itself, whether it ends or not.
  return degree === 1n ? product : rootByHalving(product, degree);
}

const divisorOf = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisorOf(b, a % b));

/** The best few, or all but the extremes, taken away one at a time (ME11). */
export function keep<P extends { readonly answer: BigFraction }>(parts: readonly P[], rule: Selection): P[] {
  const left = [...parts];
  const take = (from: P[], direction: 1 | -1): P | undefined => {
    let found = 0;
    from.forEach(({ answer }, index) => {
      const best = from[found];
      if (best && order(answer, best.answer) * direction > 0) found = index;
    });
    return from.splice(found, 1)[0];
  };
  if ('best' in rule) {
    const kept: P[] = [];
    while (left.length > 0 && kept.length < rule.best) {
      const next = take(left, rule.better === 'higher' ? 1 : -1);
      if (next) kept.push(next);
    }
    return kept;
  }
  if (rule.dropLowest + rule.dropHighest >= parts.length) return left;
  for (let n = 0; n < rule.dropHighest; n += 1) take(left, 1);
  for (let n = 0; n < rule.dropLowest; n += 1) take(left, -1);
  return left;
}

/** A figure of those that have the number, each once (ME14). */
function cohortFigure(
  values: readonly BigFraction[],
  { take, share }: { readonly take: string; readonly share?: string | undefined },
): Answer {
  const count = integer(values.length);
  if (take === 'count') return count;
  if (values.length === 0) return 'cannot-compute';
  const mean = divide(total(values), count);
  switch (take) {
    case 'sum':
      return total(values);
    case 'mean':
      return mean;
    case 'least':
      return values.reduce(lesser);
    case 'greatest':
      return values.reduce(greater);
    case 'median':
      return onTheLine(values, big('0.5'));
    case 'percentile':
      return onTheLine(values, big(share ?? '0'));
    default: {
      const below = take === 'deviation' ? values.length : values.length - 1;
      if (below === 0) return 'cannot-compute';
      const squares = values.map((value) => power(subtract(value, mean), 2n));
      return rootByHalving(divide(total(squares), integer(below)), 2n);
    }
  }
}

/** The value at share × (n − 1) on the straight line between ranks, found by counting who is below. */
function onTheLine(values: readonly BigFraction[], share: BigFraction): BigFraction {
  const [n, d] = multiply(share, integer(values.length - 1));
  const before = Number(n / d);
  const at = (rank: number): BigFraction =>
    values.find((value) => {
      const below = values.filter((other) => order(other, value) < 0).length;
      const notAbove = values.filter((other) => order(other, value) <= 0).length;
      return below <= rank && rank < notAbove;
    }) ?? nothing;
  const low = at(before);
  const part: BigFraction = [n % d, d];
  return sign(part) === 0 ? low : add(low, multiply(subtract(at(before + 1), low), part));
}
