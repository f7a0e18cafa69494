import type { Measure } from '../../src/format/measure.js';
import type { Score } from '../../src/format/score.js';
import { randomMeasure } from './random-measure.js';
import { amount, bands, positive, share, signed } from './random-numbers.js';
import { factsOf, text, type Scenery } from './scenery.js';

const methods = [
  'proportion',
  'inverse',
  'threshold',
  'checklist',
  'linear',
  'steps',
  'tally',
  'tiers',
  'choice',
  'records-worth',
  'relative',
  'efficacy',
  'ranked',
  'judged',
] as const satisfies readonly Score['method'][];

/** Methods that read their facts themselves. */
const readsItself: readonly string[] = ['checklist', 'tally', 'choice', 'records-worth'];

/** A measure and a score that fit each other. */
export function randomScore(scenery: Scenery): { readonly measure: Measure; readonly score: Score } {
  const { dice } = scenery;
  const method = dice.one(methods);
  const measure: Measure =
    readsItself.includes(method) && dice.happens(90) ? { kind: 'none' } : randomMeasure(scenery);
  return { measure, score: scoreOf(scenery, method) };
}

function scoreOf(scenery: Scenery, method: Score['method']): Score {
  const { dice } = scenery;
  const better = dice.one(['higher', 'lower'] as const);
  const bound = (number: () => string): string | Measure =>
    dice.happens(65) ? number() : randomMeasure(scenery, { depth: 1, previous: false, points: true });
  switch (method) {
    case 'proportion':
      return {
        method,
        target: bound(() => positive(dice)),
        capShare: dice.one(['1', '1', '1.2', '0.5', null]),
        ...dice.maybe(35, 'minimumShare', () => share(dice)),
      };
    case 'inverse': {
      const form = dice.one(['complement', 'target-over-actual', 'excess-share'] as const);
      return { method, form, ...(form === 'complement' ? {} : { target: bound(() => amount(dice)) }) };
    }
    case 'threshold':
      return {
        method,
        comparison: dice.one(['at-least', 'more-than', 'at-most', 'less-than', 'equal'] as const),
        at: bound(() => amount(dice)),
        ...dice.maybe(40, 'metPoints', () => amount(dice)),
        ...dice.maybe(40, 'unmetPoints', () => signed(dice)),
      };
    case 'checklist':
      return {
        method,
        items: dice
          .some(factsOf(scenery, 'boolean'))
          .map(({ id }) => ({ fact: id, title: text(id), points: signed(dice) })),
      };
    case 'linear':
      return {
        method,
        intercept: signed(dice),
        slope: signed(dice),
        low: dice.one(['0', '-5', '1']),
        high: dice.one(['1', '5', '10']),
      };
    case 'steps': {
      const side = () => ({
        points: signed(dice),
        per: positive(dice),
        partial: dice.one(['proportional', 'down', 'up'] as const),
        ...dice.maybe(40, 'limit', () => positive(dice)),
      });
      return {
        method,
        base: signed(dice),
        origin: bound(() => amount(dice)),
        ...dice.maybe(80, 'above', side),
        ...dice.maybe(70, 'below', side),
      };
    }
    case 'tally':
      return {
        method,
        base: signed(dice),
        terms: dice.many(1, 3, (index) => ({
          title: text(`t${index}`),
          of: randomMeasure(scenery, { depth: 1, previous: false, points: true }),
          points: signed(dice),
        })),
      };
    case 'tiers': {
      const form = dice.one(['step', 'interpolate', 'marginal'] as const);
      const pay = () =>
        form === 'marginal'
          ? { rate: signed(dice) }
          : dice.happens(50)
            ? { points: signed(dice) }
            : { share: share(dice) };
      return { method, form, bands: bandsOf(scenery, form).map((band) => ({ ...band, ...pay() })) };
    }
    case 'choice': {
      const choice = dice.one(factsOf(scenery, 'choice'));
      const worth = dice.some(choice.options).map(({ id }) => ({ option: id, points: signed(dice) }));
      return { method, fact: choice.id, worth };
    }
    case 'records-worth':
      return recordsWorth(scenery);
    case 'relative': {
      const to = dice.one(['best', 'mean', 'beyond-mean'] as const);
      return {
        method,
        to,
        better,
        ...(to === 'mean' ? dice.maybe(60, 'low', () => dice.one(['0', '0.5'])) : {}),
        ...(to === 'mean' ? dice.maybe(60, 'high', () => dice.one(['1', '1.5', '0.5'])) : {}),
        ...(to === 'beyond-mean' ? { deduct: amount(dice) } : {}),
      };
    }
    case 'efficacy': {
      const [low, high] = dice.one([
        ['cohort', 'cohort'],
        ['0', 'cohort'],
        ['cohort', '5'],
        ['1', '3'],
        ['0', '10'],
      ] as const);
      const measured = () => randomMeasure(scenery, { depth: 1, previous: false, points: true });
      return {
        method,
        c: dice.one(['0.4', '1', '0.5']),
        d: dice.one(['0.6', '0', '0.5']),
        better,
        low: dice.happens(30) ? measured() : low,
        high: dice.happens(30) ? measured() : high,
        whenEqual: share(dice),
      };
    }
    case 'ranked':
      return ranked(scenery);
    case 'judged':
      return { method, reasonRequired: dice.happens(50) };
  }
}

/** A marginal or interpolated list has no band of a single number, which no line can cross. */
function bandsOf({ dice }: Scenery, form: 'step' | 'interpolate' | 'marginal') {
  if (form === 'step') return bands(dice);
  const found = bands(dice, false);
  if (form === 'marginal') return found.map(({ from, to }) => ({ ...(from && { from }), ...(to && { to }) }));
  return found.map((band, index) => {
    if (index === found.length - 1 || !dice.happens(35)) return band;
    // Its end is left to the start of the next one.
    const { to: _to, toIncluded: _toIncluded, ...open } = band;
    return open;
  });
}

function recordsWorth(scenery: Scenery): Score {
  const { dice } = scenery;
  const records = dice.one(factsOf(scenery, 'records'));
  const genres = records.genres ?? [];
  // All of one sign, as authors write them: of a gain and a loss of one size none is "the highest".
  const minus = dice.happens(25) ? '-' : '';
  const worth = () => `${minus}${amount(dice)}`;
  const rows = dice.some(records.levels).map(({ id }) => ({ level: id, points: worth() }));
  const crossed = records.levels.flatMap(({ id: level }) =>
    genres.flatMap(({ id: genre }) => (dice.happens(20) ? [{ level, genre, points: worth() }] : [])),
  );
  const sameMatter = dice.one(['all', 'highest', 'two-highest', 'diminishing'] as const);
  return {
    method: 'records-worth',
    fact: records.id,
    worth: [...rows, ...crossed],
    ...(genres.length > 0
      ? dice.maybe(50, 'genres', () =>
          dice.some(genres).map(({ id }) => ({ genre: id, coefficient: amount(dice) })),
        )
      : {}),
    ...dice.maybe(35, 'amount', () => dice.maybe(60, 'most', () => positive(dice))),
    ...dice.maybe(45, 'split', () => {
      const by = dice.one(['equal', 'first', 'listed'] as const);
      return by === 'listed'
        ? {
            by,
            shares: dice.some([
              ['0.6', '0.4'],
              ['0.5', '0.3', '0.2'],
            ]),
          }
        : { by };
    }),
    sameMatter,
    ...(sameMatter === 'diminishing' ? { othersCoefficient: dice.one(['0.5', '0', '0.3', '1']) } : {}),
    ...dice.maybe(30, 'bestMatters', () => dice.between(1, 3)),
    ...dice.maybe(30, 'period', () => ({ from: '2026-01-01', to: dice.one(['2026-06-30', '2026-12-31']) })),
    ...dice.maybe(35, 'notBefore', () => 'previous' as const),
  };
}

function ranked({ dice }: Scenery): Score {
  const common = {
    method: 'ranked' as const,
    better: dice.one(['higher', 'lower'] as const),
    tied: dice.one(['highest', 'mean'] as const),
  };
  switch (dice.one(['table', 'step', 'percent', 'tier'] as const)) {
    case 'table':
      return { ...common, form: 'table', points: dice.many(1, 5, () => amount(dice)), beyond: amount(dice) };
    case 'step':
      return { ...common, form: 'step', free: dice.between(0, 4), points: amount(dice) };
    case 'percent':
      return { ...common, form: 'percent', share: dice.one(['0.02', '0.1', '0.05', '1']) };
    case 'tier': {
      const ends = dice.one([
        ['1/3', '2/3', '1'],
        ['0.2', '0.5', '1'],
        ['0.5'],
        ['1/4', '0.9'],
        ['0', '0.3', '1'],
      ]);
      return {
        ...common,
        form: 'tier',
        places: dice.one(['half-up', 'down', 'up', 'larger-first'] as const),
        tiers: ends.map((upTo) => ({ upTo, share: share(dice) })),
      };
    }
  }
}
