import { removed } from '../../../test/small-book.js';
import {
  A1,
  A2,
  A4,
  C1,
  best,
  fact,
  fromResults,
  itReports,
  lastPlaces,
  measured,
  weightedB,
  type Changes,
} from '../../../test/wrong-book.js';

describe('[PA7] parameters can work', () => {
  itReports([
    ['PERIOD_BACKWARDS', '/effective', { '/effective/to': '2025-12-31' }, { '/effective/to': '2026-01-01' }],
    [
      'FLOOR_ABOVE_CAP',
      `${A1}/finish`,
      { [`${A1}/finish`]: { floor: '21' } },
      { [`${A1}/finish`]: { floor: '20' } },
    ],
    [
      'FIXED_POINTS_ABSENT',
      `${A1}/notApplicable`,
      { [`${A1}/notApplicable`]: { policy: 'fixed' } },
      { [`${A1}/notApplicable`]: { policy: 'fixed', points: '5' } },
    ],
    [
      'NOT_POSITIVE',
      `${A4}/score/above/per`,
      { [`${A4}/score/above/per`]: '0' },
      { [`${A4}/score/above/per`]: '0.5' },
    ],
    [
      'NOT_POSITIVE',
      `${A1}/score/target`,
      { [`${A1}/score/target`]: '0' },
      { [`${A1}/score/target`]: '0.1' },
    ],
    ['NOT_POSITIVE', '/facts/5/scale', { '/facts/5/scale': '0' }, { '/facts/5/scale': '10' }],
    [
      'NOT_POSITIVE',
      '/rounding/total/step',
      { '/rounding/total': { mode: 'down', step: '0' } },
      { '/rounding/total': { mode: 'down', step: '0.5' } },
    ],
    [
      'TARGET_ABSENT',
      `${A2}/score`,
      { [`${A2}/score`]: { method: 'inverse', form: 'excess-share' } },
      { [`${A2}/score`]: { method: 'inverse', form: 'excess-share', target: '5' } },
    ],
    [
      'LOW_ABOVE_HIGH',
      `${A2}/score`,
      { [`${A2}/score`]: { method: 'linear', intercept: '0', slope: '0.2', low: '20', high: '0' } },
      { [`${A2}/score`]: { method: 'linear', intercept: '0', slope: '0.2', low: '0', high: '20' } },
    ],
    [
      'LOW_ABOVE_HIGH',
      `${A2}/score`,
      { [`${A2}/score`]: { method: 'relative', to: 'mean', better: 'higher', low: '1.2', high: '0.8' } },
      { [`${A2}/score`]: { method: 'relative', to: 'mean', better: 'higher', low: '0.8', high: '1.2' } },
    ],
    [
      'LOW_ABOVE_HIGH',
      '/facts/8/checks',
      { '/facts/8/checks': { min: '5', max: '4' } },
      { '/facts/8/checks': { min: '4', max: '4' } },
    ],
    ['TIER_ORDER', `${A2}/score/tiers/1/upTo`, tiers('2/3', '1/3', '1'), tiers('1/3', '2/3', '1')],
    ['QUOTA_FORM', '/grades/0/quota', { '/grades/0/quota/ratio': removed }, { '/grades/0/quota/count': 3 }],
    [
      'QUOTA_RATIO',
      '/grades/0/quota/ratio',
      { '/grades/0/quota/ratio': '20' },
      { '/grades/0/quota/ratio': '0.2' },
    ],
    [
      'PART_WITHOUT_WEIGHT',
      '/sections/1/combine/weights',
      { ...weightedB({ B1: '2' }), '/sections/1/combine/weights/3': removed },
      weightedB({}),
    ],
    [
      'WEIGHT_NEGATIVE',
      '/sections/1/combine/weights/0/weight',
      weightedB({ B1: '-1', B2: '3' }),
      weightedB({ B1: '0', B2: '2' }),
    ],
    [
      'WEIGHTS_ALL_ZERO',
      '/sections/3/combine/weights',
      {
        '/sections/3/combine': { by: 'weighted-sum', weights: [{ part: 'D1', weight: '0' }], absent: 'zero' },
      },
      {
        '/sections/3/combine': { by: 'weighted-sum', weights: [{ part: 'D1', weight: '1' }], absent: 'zero' },
      },
    ],
    [
      'MINIMUM_ABOVE_PARTS',
      '/sections/1/combine/minimum',
      { '/sections/1/combine': { by: 'sum', absent: 'leave-out', minimum: 5 } },
      { '/sections/1/combine': { by: 'sum', absent: 'leave-out', minimum: 4 } },
    ],
    [
      'MINIMUM_ABOVE_PARTS',
      `${A2}/measure/minimum`,
      measured({
        kind: 'selected',
        of: [fact('rate')],
        keep: best,
        take: 'mean',
        absent: 'zero',
        minimum: 2,
      }),
      measured({
        kind: 'selected',
        of: [fact('rate')],
        keep: best,
        take: 'mean',
        absent: 'zero',
        minimum: 1,
      }),
    ],
    [
      'WEIGHTS_TOO_FINE',
      `${A2}/measure/of`,
      measured(geometric('0.123', '0.877')),
      measured(geometric('0.12', '0.88')),
    ],
    [
      'WEIGHTS_TOO_FINE',
      `${A2}/measure/of`,
      measured(geometric(...Array.from({ length: 101 }, () => '1'))),
      measured(geometric(...Array.from({ length: 100 }, () => '1'))),
    ],
    [
      'WEIGHT_NEGATIVE',
      `${A2}/measure/of/0/weight`,
      measured(geometric('-1', '2')),
      measured(geometric('1', '2')),
    ],
    ['WEIGHTS_ALL_ZERO', `${A2}/measure/of`, measured(geometric('0', '0.0')), measured(geometric('0', '1'))],
    [
      'WEIGHTS_ALL_ZERO',
      '/sections/1/indicators/2/measure/weights',
      {
        '/sections/1/indicators/2/measure/weights/0/weight': '0',
        '/sections/1/indicators/2/measure/weights/1/weight': '0',
      },
      { '/sections/1/indicators/2/measure/weights/0/weight': '0' },
    ],
    [
      'SHARE_ABSENT',
      `${A2}/measure`,
      measured({ kind: 'cohort', of: fact('rate'), take: 'percentile' }),
      measured({ kind: 'cohort', of: fact('rate'), take: 'percentile', share: '0.95' }),
    ],
    [
      'SHARE_UNUSED',
      `${A2}/measure/share`,
      measured({ kind: 'cohort', of: fact('rate'), take: 'median', share: '0.5' }),
      measured({ kind: 'cohort', of: fact('rate'), take: 'median' }),
    ],
    [
      'PREVIOUS_NOT_KEPT',
      `${A2}/measure/of/of/0`,
      measured({
        kind: 'previous',
        of: { kind: 'sum', of: [{ kind: 'indicator-points', indicator: 'A1' }] },
      }),
      measured({ kind: 'previous', of: { kind: 'sum', of: [fact('rate')] } }),
    ],
    [
      'PREVIOUS_NOT_KEPT',
      `${A2}/measure/of`,
      measured({ kind: 'previous', of: { kind: 'cohort', of: fact('rate'), take: 'mean' } }),
      measured({ kind: 'cohort', of: { kind: 'previous', of: fact('rate') }, take: 'mean' }),
    ],
    [
      'NOT_POSITIVE',
      `${A2}/measure/rounding/step`,
      measured({ kind: 'rounded', of: fact('rate'), rounding: { mode: 'down', step: '0' } }),
      measured({ kind: 'rounded', of: fact('rate'), rounding: { mode: 'down', step: '5' } }),
    ],
    [
      'FROM_SOURCE',
      '/facts/8/source',
      fromResults({}),
      { ...fromResults({}), '/facts/8/source': 'children' },
    ],
    [
      'FROM_SOURCE',
      '/facts/8/source',
      { ...fromResults({ results: 'own' }), '/facts/8/source': 'children' },
      { ...fromResults({ results: 'own' }), '/facts/8/source': 'imported' },
    ],
    [
      'NOT_POSITIVE',
      '/facts/8/checks/step',
      { '/facts/8/checks/step': '0' },
      { '/facts/8/checks/step': '0.5' },
    ],
    [
      'FLOOR_ABOVE_CAP',
      '/totalBounds',
      { '/totalBounds': { floor: '101', cap: '100' } },
      { '/totalBounds': { floor: '0', cap: '100' } },
    ],
    [
      'FLOOR_ABOVE_CAP',
      '/sections/2',
      { '/sections/2/floor': '10.5' },
      { '/sections/2/floor': '10.5', '/sections/2/cap': '12' },
    ],
    [
      'NOT_POSITIVE',
      '/sections/0/rounding/step',
      { '/sections/0/rounding': { mode: 'up', step: '-1' } },
      { '/sections/0/rounding': { mode: 'up', step: '1' } },
    ],
    [
      'COEFFICIENT_ABSENT',
      `${C1}/score`,
      { [`${C1}/score/sameMatter`]: 'diminishing' },
      {
        [`${C1}/score/sameMatter`]: 'diminishing',
        [`${C1}/score/othersCoefficient`]: '0.5',
      },
    ],
    [
      'NOT_POSITIVE',
      `${C1}/score/amount/most`,
      { [`${C1}/score/amount`]: { most: '0' } },
      { [`${C1}/score/amount`]: { most: '2' } },
    ],
    [
      'SPLIT_TWICE',
      `${C1}/score/split/shares/1`,
      split(['0.6', '0.4'], ['0.5', '0.5']),
      split(['0.6', '0.4']),
    ],
    ['SPLIT_OVER_ONE', `${C1}/score/split/shares/0`, split(['0.6', '0.5']), split(['0.6', '0.3'])],
    ['SPLIT_OVER_ONE', `${C1}/score/split/shares/0`, split(['1.1', '-0.1']), split(['1', '0'])],
    [
      'PERIOD_BACKWARDS',
      `${C1}/score/period`,
      { [`${C1}/score/period`]: { from: '2026-02-02', to: '2026-02-01' } },
      { [`${C1}/score/period`]: { from: '2026-02-01', to: '2026-02-01' } },
    ],
    [
      'QUOTA_FORM',
      '/grades/1/lastPlaces',
      { '/grades/1/lastPlaces': lastPlaces() },
      { '/grades/1/lastPlaces': lastPlaces({ ratio: '0.05', count: 1 }) },
    ],
    [
      'QUOTA_RATIO',
      '/grades/1/lastPlaces/ratio',
      { '/grades/1/lastPlaces': lastPlaces({ ratio: '5' }) },
      { '/grades/1/lastPlaces': lastPlaces({ ratio: '0.05' }) },
    ],
  ]);
});

function geometric(...weights: string[]): object {
  const of = weights.map((weight) => ({ measure: fact('rate'), weight }));
  return { kind: 'mean', form: 'geometric', of, absent: 'no-number' };
}

function split(...shares: string[][]): Changes {
  return { [`${C1}/score/split`]: { by: 'listed', shares } };
}

function tiers(...ends: string[]): Changes {
  const list = ends.map((upTo) => ({ upTo, share: '1' }));
  return {
    [`${A2}/score`]: {
      method: 'ranked',
      form: 'tier',
      better: 'higher',
      tied: 'highest',
      places: 'up',
      tiers: list,
    },
  };
}
