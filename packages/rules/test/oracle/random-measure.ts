import type { Condition } from '../../src/format/condition.js';
import type { Measure } from '../../src/format/measure.js';
import type { AbsentParts, MeanForm } from '../../src/format/measure.js';
import type { Selection } from '../../src/format/primitives.js';
import { amount, bands, positive, rounding, share, signed, weights } from './random-numbers.js';
import { days, factsOf, validOptions, type Scenery } from './scenery.js';

/** Where a measure stands: what it may not ask. */
export type Place = { readonly depth: number; readonly previous: boolean; readonly points: boolean };

export const top: Place = { depth: 0, previous: false, points: true };
/** In the condition of a veto that sets points to zero (VE2). */
export const beforePoints: Place = { depth: 0, previous: false, points: false };

export const absentParts = ({ dice }: Scenery, parts: number): { absent: AbsentParts; minimum?: number } => ({
  absent: dice.one(['no-number', 'zero', 'leave-out'] as const),
  ...dice.maybe(30, 'minimum', () => dice.between(1, parts)),
});

export function selection({ dice }: Pick<Scenery, 'dice'>, most = 3): Selection {
  return dice.happens(50)
    ? { best: dice.between(1, most), better: dice.one(['higher', 'lower'] as const) }
    : { dropLowest: dice.between(0, 2), dropHighest: dice.between(0, 2) };
}

/** A weight; those of a geometric mean are powers, and kept small. */
export const weightFor = ({ dice }: Scenery, form: MeanForm): string =>
  form === 'geometric' ? dice.one(['1', '2', '0.5']) : positive(dice);

/** A fact that is a number, or a constant. */
function leaf(scenery: Scenery): Measure {
  const { dice } = scenery;
  if (dice.happens(8)) return { kind: 'constant', value: signed(dice) };
  const numbers = factsOf(scenery, 'number', 'number', 'number', 'percent', 'boolean');
  return { kind: 'fact', fact: dice.one(numbers).id };
}

/** Any measure of the grammar; leaves are frequent so that trees stay as small as authors make them. */
export function randomMeasure(scenery: Scenery, place: Place = top): Measure {
  const { dice } = scenery;
  if (place.depth > 2 || dice.happens(30 + 15 * place.depth)) return leaf(scenery);
  const inner = { ...place, depth: place.depth + 1 };
  const part = () => randomMeasure(scenery, inner);
  const parts = (low: number, high: number) => dice.many(low, high, part);
  const kind = dice.one(kinds);
  switch (kind) {
    case 'sum':
    case 'product':
    case 'greatest':
    case 'least':
      return { kind, of: parts(1, 3) };
    case 'difference':
      return { kind, of: [part(), part()] };
    case 'ratio':
      return {
        kind,
        of: [part(), part()],
        whenZero: dice.one(['cannot-compute', 'not-applicable', { value: amount(dice) }] as const),
      };
    case 'sample-rate':
      return { kind, positive: part(), sample: part(), minimumSample: amount(dice) };
    case 'previous':
      return place.previous
        ? leaf(scenery)
        : { kind, of: randomMeasure(scenery, { ...inner, previous: true }) };
    case 'count': {
      const records = dice.one(factsOf(scenery, 'records'));
      const { genres = [] } = records;
      return {
        kind,
        fact: records.id,
        ...dice.maybe(50, 'levels', () => dice.some(records.levels).map(({ id }) => id)),
        ...(genres.length === 0 ? {} : dice.maybe(40, 'genres', () => dice.some(genres).map(({ id }) => id))),
      };
    }
    case 'panel-mean':
      return {
        kind,
        fact: dice.one(factsOf(scenery, 'panel')).id,
        ...dice.maybe(60, 'drop', () => ({
          high: dice.between(0, 2),
          low: dice.between(0, 2),
          fromJudges: dice.between(1, 6),
        })),
        minimumJudges: dice.between(1, 3),
        ...dice.maybe(30, 'sumFor', () => dice.between(1, 7)),
        ...dice.maybe(40, 'withoutSelf', () => dice.happens(70)),
      };
    case 'vote-mean': {
      const ballot = dice.one(factsOf(scenery, 'ballots'));
      const worth = dice
        .some(validOptions(ballot), 2)
        .map(({ id }) => ({ option: id, points: signed(dice) }));
      return { kind, fact: ballot.id, worth, minimumValid: dice.between(1, 6) };
    }
    case 'vote-share': {
      const ballot = dice.one(factsOf(scenery, 'ballots'));
      const options = dice.some(validOptions(ballot)).map(({ id }) => id);
      return { kind, fact: ballot.id, options, minimumValid: dice.between(1, 6) };
    }
    case 'rater-mean': {
      const raters = dice.one(factsOf(scenery, 'raters'));
      const groups = dice.some(raters.groups);
      const numbers = weights(dice, groups.length, () => positive(dice));
      return {
        kind,
        fact: raters.id,
        weights: groups.map(({ id }, index) => ({ group: id, weight: numbers[index] ?? '1' })),
        absent: dice.one(['renormalise', 'zero', 'cannot-compute'] as const),
      };
    }
    case 'indicator-points':
      return place.previous || !place.points || scenery.indicators.length === 0
        ? leaf(scenery)
        : { kind, indicator: dice.one(scenery.indicators) };
    case 'section-points':
      return place.previous || !place.points || scenery.sections.length === 0
        ? leaf(scenery)
        : { kind, section: dice.one(scenery.sections) };
    case 'self-gap':
      return place.previous || !place.points || !scenery.selfGap ? leaf(scenery) : { kind };
    case 'rounded':
      return { kind, of: part(), rounding: rounding(dice) };
    case 'logarithm':
      return { kind, of: part(), base: dice.one(['e', '2', '10'] as const) };
    case 'root':
      return { kind, of: part(), degree: dice.one([2, 2, 3, 4, 7]) };
    case 'power':
      return {
        kind,
        of: part(),
        exponent: dice.one(['2', '0.5', '1.5', '1.81', '-1', '-0.5', '0', '3', '1']),
      };
    case 'exponential':
      return { kind, of: part() };
    case 'days':
      return { kind, fact: dice.one(factsOf(scenery, 'date')).id, since: dice.one(days) };
    case 'banded':
      return { kind, of: part(), bands: bands(dice).map((band) => ({ ...band, value: signed(dice) })) };
    case 'mean': {
      const form = dice.one(['arithmetic', 'arithmetic', 'geometric', 'harmonic'] as const);
      const measures = parts(2, 4);
      const numbers = weights(dice, measures.length, () => weightFor(scenery, form));
      const of = measures.map((measure, index) => ({ measure, weight: numbers[index] ?? '1' }));
      return { kind, form, of, ...absentParts(scenery, of.length) };
    }
    case 'selected': {
      const take = dice.one(['sum', 'mean'] as const);
      const of = parts(2, 5);
      return { kind, of, keep: selection(scenery), take, ...absentParts(scenery, of.length) };
    }
    case 'first-known':
      return { kind, of: parts(2, 3) };
    case 'cohort': {
      if (place.previous) return leaf(scenery);
      const take = dice.one([
        'mean',
        'sum',
        'count',
        'least',
        'greatest',
        'median',
        'percentile',
        'deviation',
        'sample-deviation',
      ] as const);
      const among = dice.maybe(20, 'among', () => 'all' as const);
      return { kind, of: part(), take, ...(take === 'percentile' ? { share: share(dice) } : {}), ...among };
    }
    case 'place':
      if (place.previous) return leaf(scenery);
      return {
        kind,
        of: part(),
        better: dice.one(['higher', 'lower'] as const),
        ...dice.maybe(20, 'among', () => 'all' as const),
      };
  }
}

const kinds = [
  'sum',
  'difference',
  'product',
  'greatest',
  'least',
  'ratio',
  'ratio',
  'ratio',
  'sample-rate',
  'previous',
  'count',
  'count',
  'panel-mean',
  'panel-mean',
  'vote-mean',
  'vote-share',
  'rater-mean',
  'indicator-points',
  'indicator-points',
  'section-points',
  'section-points',
  'self-gap',
  'rounded',
  'logarithm',
  'root',
  'power',
  'exponential',
  'days',
  'banded',
  'mean',
  'mean',
  'selected',
  'first-known',
  'cohort',
  'place',
] as const;

/** A yes/no question; comparisons are often with a number of the pool, so that edges are met. */
export function randomCondition(scenery: Scenery, place: Place = top): Condition {
  const { dice } = scenery;
  const inner = { ...place, depth: place.depth + 1 };
  const kind = dice.one(
    place.depth > 1
      ? (['is-true', 'is-option', 'compare'] as const)
      : (['is-true', 'is-true', 'is-option', 'compare', 'compare', 'compare', 'all', 'any', 'not'] as const),
  );
  switch (kind) {
    case 'is-true':
      return { kind, fact: dice.one(factsOf(scenery, 'boolean')).id };
    case 'is-option': {
      const choice = dice.one(factsOf(scenery, 'choice'));
      return { kind, fact: choice.id, options: dice.some(choice.options).map(({ id }) => id) };
    }
    case 'compare':
      return {
        kind,
        left: randomMeasure(scenery, inner),
        comparison: dice.one(['at-least', 'more-than', 'at-most', 'less-than', 'equal'] as const),
        right: dice.happens(75) ? amount(dice) : randomMeasure(scenery, inner),
      };
    case 'all':
    case 'any':
      return { kind, of: dice.many(1, 3, () => randomCondition(scenery, inner)) };
    case 'not':
      return { kind, of: randomCondition(scenery, inner) };
  }
}
