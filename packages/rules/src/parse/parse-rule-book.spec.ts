import fc from 'fast-check';
import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { changed, removed, smallBook } from '../../test/small-book.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { canonicalJson } from '../exact/canonical-json.js';
import { compile } from '../engine/compile.js';
import { lintRuleBook } from '../lint/lint-rule-book.js';
import { mostProblems } from './first-problems.js';
import { parseRuleBook } from './parse-rule-book.js';
import type { Problem } from './problem.js';

const problemsOf = (json: unknown): readonly Problem[] => {
  const parsed = parseRuleBook(json);
  return parsed.ok ? [] : parsed.problems;
};

const A1 = '/sections/0/indicators/0';
const A2 = '/sections/0/indicators/1';
const A3 = '/sections/0/indicators/2';
const A4 = '/sections/0/indicators/3';
const B4 = '/sections/1/indicators/3';
const C1 = '/sections/2/indicators/0';
const best = { best: 1, better: 'higher' };
const fact = (id: string) => ({ kind: 'fact', fact: id });
const bands = (...list: object[]) => ({ [`${A2}/score/bands`]: list });
const nested = (depth: number): unknown =>
  depth === 0 ? fact('rate') : { kind: 'sum', of: [nested(depth - 1)] };

type Changes = Readonly<Record<string, unknown>>;
/** What makes the problem, where it is reported, and a neighbour without it. */
const cases: readonly (readonly [code: string, path: string, wrong: Changes, right: Changes])[] = [
  ['TOO_DEEP', '', { [`${A2}/measure`]: nested(20) }, { [`${A2}/measure`]: nested(15) }],
  ['ABSENT', '/totalPoints', { '/totalPoints': removed }, { '/notes': removed }],
  ['ABSENT', `${A1}/score`, { [`${A1}/score`]: removed }, { [`${A1}/catalogue`]: ['M18'] }],
  [
    'ABSENT',
    '/facts/8/from/rounding',
    from({ rounding: undefined }),
    { ...from({}), '/facts/8/source': 'children' },
  ],
  ['WRONG_KIND', '/totalPoints', { '/totalPoints': 100 }, { '/totalPoints': '100' }],
  ['WRONG_KIND', `${A1}/score/target`, { [`${A1}/score/target`]: 1 }, { [`${A1}/score/target`]: '1' }],
  ['WRONG_KIND', '/year', { '/year': '2026' }, { '/year': 2027 }],
  ['WRONG_KIND', '/year', { '/year': 2026.5 }, { '/year': 2026 }],
  ['UNKNOWN_KEY', `${A1}`, { [`${A1}/weight`]: '1' }, { [`${A1}/library`]: 'H01' }],
  ['NOT_ALLOWED', `${A1}/missing`, { [`${A1}/missing`]: 'ignore' }, { [`${A1}/missing`]: 'zero' }],
  ['NOT_ALLOWED', `${A2}/score/form`, { [`${A2}/score/form`]: 'stairs' }, { [`${A2}/score/form`]: 'step' }],
  [
    'NOT_ALLOWED',
    `${A2}/measure/kind`,
    { [`${A2}/measure`]: { kind: 'facts', fact: 'rate' } },
    { [`${A2}/measure`]: { kind: 'fact', fact: 'rate' } },
  ],
  ['TOO_SMALL', '/grades', { '/grades': [] }, {}],
  ['TOO_BIG', '/year', { '/year': 2201 }, { '/year': 2200 }],
  ['WRONG_FORM', '/totalPoints', { '/totalPoints': '100分' }, { '/totalPoints': '100.0' }],
  ['WRONG_FORM', '/effective/to', { '/effective/to': '2026-02-29' }, { '/effective/to': '2026-02-28' }],
  [
    'WRONG_FORM',
    `${A2}/measure/exponent`,
    { [`${A2}/measure`]: { kind: 'power', of: fact('rate'), exponent: '10' } },
    { [`${A2}/measure`]: { kind: 'power', of: fact('rate'), exponent: '-1.5' } },
  ],
  ['WRONG_FORM', '/id', { '/id': '默认' }, { '/id': 'default' }],
  ['NOT_ALLOWED', `${A1}/score/method`, { [`${A1}/score/method`]: 'propotion' }, {}],
  [
    'NOT_UNDERSTOOD',
    `${A2}/measure/keep`,
    measured({ kind: 'selected', of: [fact('rate')], keep: 'all', take: 'mean', absent: 'zero' }),
    measured({ kind: 'selected', of: [fact('rate')], keep: best, take: 'mean', absent: 'zero' }),
  ],
  [
    'RESERVED_NAME',
    '/facts/6/options/1/id',
    { '/facts/6/options/1/id': 'constructor' },
    { '/facts/6/options/1/id': 'poor' },
  ],
  ['RESERVED_NAME', '/facts/6/options/1/id', { '/facts/6/options/1/id': 'declared' }, {}],
  ['DUPLICATE_ID', '/grades/1/id', { '/grades/1/id': 'excellent' }, { '/grades/2/id': 'others' }],
  ['DUPLICATE_ID', `${A1}/id`, { [`${A1}/id`]: 'A' }, { [`${A1}/id`]: 'A9' }],
  [
    'CIRCLE',
    A1,
    {
      [`${A1}/finish`]: { linkedCap: { indicator: 'A4' } },
      [`${A4}/finish`]: { linkedCap: { indicator: 'A1' } },
    },
    { [`${A1}/finish`]: { linkedCap: { indicator: 'A4' } } },
  ],
  [
    'SUM_MISMATCH',
    '/sections/0/points',
    { [`${A1}/points`]: '21' },
    { '/sections/2/indicators/0/points': '9' },
  ],
  ['SUM_MISMATCH', '/totalPoints', { '/totalPoints': '110' }, {}],
  ['NEGATIVE_POINTS', '/sections/3/points', { '/sections/3/points': '-5' }, { '/sections/3/points': '0' }],
  ['EMPTY_SECTION', '/sections/3', { '/sections/3/indicators': [] }, {}],
  ['MIXED_ROLES', '/sections/3/sections/0/role', withinD('bonus'), withinD('deduction')],
  [
    'BAND_PAY',
    `${A2}/score/bands/0`,
    { [`${A2}/score/bands/0/share`]: '0' },
    { [`${A2}/score/bands/1/share`]: '0.6' },
  ],
  [
    'BAND_EMPTY',
    `${A2}/score/bands/1`,
    bands({ to: '60', points: '0' }, { from: '60', to: '60', points: '5' }, { from: '60', points: '20' }),
    bands(
      { to: '60', points: '0' },
      { from: '60', to: '60', toIncluded: true, points: '5' },
      { from: '60', fromIncluded: false, points: '20' },
    ),
  ],
  [
    'BAND_GAP',
    `${A2}/score/bands/0`,
    bands({ to: '60', points: '0' }, { from: '61', points: '20' }),
    bands({ to: '61', points: '0' }, { from: '61', points: '20' }),
  ],
  [
    'BAND_GAP',
    `${A2}/score/bands/0`,
    bands({ to: '60', points: '0' }, { from: '60', fromIncluded: false, points: '20' }),
    bands({ to: '60', toIncluded: true, points: '0' }, { from: '60', fromIncluded: false, points: '20' }),
  ],
  [
    'BAND_OVERLAP',
    `${A2}/score/bands/0`,
    bands({ to: '60', toIncluded: true, points: '0' }, { from: '60', points: '20' }),
    bands({ to: '60', points: '0' }, { from: '60', points: '20' }),
  ],
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
  ['NOT_POSITIVE', `${A1}/score/target`, { [`${A1}/score/target`]: '0' }, { [`${A1}/score/target`]: '0.1' }],
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
  ['LAST_GRADE_CLOSED', '/grades/2', { '/grades/2/atLeast': '10' }, {}],
  ['GRADE_ORDER', '/grades/1/atLeast', { '/grades/1/atLeast': '90' }, { '/grades/1/atLeast': '89' }],
  ['QUOTA_FORM', '/grades/0/quota', { '/grades/0/quota/ratio': removed }, { '/grades/0/quota/count': 3 }],
  [
    'QUOTA_RATIO',
    '/grades/0/quota/ratio',
    { '/grades/0/quota/ratio': '20' },
    { '/grades/0/quota/ratio': '0.2' },
  ],
  [
    'LIMIT_BY_ITSELF',
    '/facts/1/checks/atMost',
    { '/facts/1/checks/atMost': 'done' },
    { '/facts/1/checks/atMost': removed },
  ],
  [
    'MEASURE_ABSENT',
    `${A1}/measure`,
    { [`${A1}/measure`]: { kind: 'none' } },
    { [`${A1}/measure`]: fact('done') },
  ],
  [
    'PROVENANCE_NOWHERE',
    `${A1}/provenance/0/path`,
    { [`${A1}/provenance/0/path`]: '/score/minimumShare' },
    { [`${A1}/provenance/0/path`]: '/score/target' },
  ],
  [
    'GRADE_UNKNOWN',
    '/vetoes/0/effects/0/grade',
    { '/vetoes/0/effects/0/grade': 'bad' },
    { '/vetoes/0/effects/0/grade': 'rest' },
  ],
  [
    'INDICATOR_UNKNOWN',
    '/ranking/tieBreaks/0/indicator',
    { '/ranking/tieBreaks/0': { kind: 'indicator', indicator: 'A9' } },
    { '/ranking/tieBreaks/0': { kind: 'indicator', indicator: 'A1' } },
  ],
  [
    'SECTION_UNKNOWN',
    '/ranking/tieBreaks/0/section',
    { '/ranking/tieBreaks/0': { kind: 'section', section: 'Z' } },
    { '/ranking/tieBreaks/0': { kind: 'section', section: 'A' } },
  ],
  [
    'FACT_UNKNOWN',
    `${A2}/measure/fact`,
    { [`${A2}/measure`]: fact('rates') },
    { [`${A2}/measure`]: fact('rate') },
  ],
  [
    'FACT_KIND',
    `${A2}/measure/fact`,
    { [`${A2}/measure`]: fact('votes') },
    { [`${A2}/measure`]: fact('funded') },
  ],
  [
    'OPTION_UNKNOWN',
    `${B4}/score/worth/0`,
    { [`${B4}/score/worth/0/option`]: 'second' },
    { [`${B4}/score/worth/0/option`]: 'none' },
  ],
  [
    'LISTED_TWICE',
    `${B4}/score/worth/1`,
    { [`${B4}/score/worth/-`]: { option: 'first', points: '5' } },
    { [`${B4}/score/worth/-`]: { option: 'none', points: '0' } },
  ],
];

/** Cases of the parts that combine, compare and take from elsewhere. */
const furtherCases: typeof cases = [
  ['PART_UNKNOWN', '/sections/1/combine/weights/4/part', weightedB({}, 'A1'), weightedB({})],
  ['LISTED_TWICE', '/sections/1/combine/weights/4/part', weightedB({}, 'B1'), weightedB({})],
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
    { '/sections/3/combine': { by: 'weighted-sum', weights: [{ part: 'D1', weight: '0' }], absent: 'zero' } },
    { '/sections/3/combine': { by: 'weighted-sum', weights: [{ part: 'D1', weight: '1' }], absent: 'zero' } },
  ],
  ['SUM_MISMATCH', '/sections/1/points', weightedB({ B1: '0.9' }), weightedB({ B1: '0.9', B2: '1.1' })],
  [
    'SUM_MISMATCH',
    '/sections/1/points',
    {
      '/sections/1/combine': {
        by: 'selected',
        keep: { best: 3, better: 'higher' },
        take: 'sum',
        absent: 'zero',
      },
    },
    {
      '/sections/1/combine': {
        by: 'selected',
        keep: { best: 4, better: 'higher' },
        take: 'sum',
        absent: 'zero',
      },
    },
  ],
  [
    'SUM_MISMATCH',
    '/sections/1/points',
    {
      '/sections/1/combine': {
        by: 'selected',
        keep: { dropLowest: 1, dropHighest: 0 },
        take: 'sum',
        absent: 'zero',
      },
    },
    {
      '/sections/1/combine': {
        by: 'selected',
        keep: { dropLowest: 1, dropHighest: 0 },
        take: 'sum',
        absent: 'zero',
      },
      '/sections/1/points': '30',
      '/totalPoints': '90',
    },
  ],
  [
    'PART_POINTS',
    '/sections/0/indicators/2/points',
    meanOfB({ '/sections/0/points': '20', '/totalPoints': '30', '/sections/0/combine': mean() }),
    meanOfB({
      '/sections/0/points': '20',
      '/totalPoints': '30',
      '/sections/0/combine': mean(['A1', 'A2', '-A3', '-A4']),
    }),
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
    measured({ kind: 'selected', of: [fact('rate')], keep: best, take: 'mean', absent: 'zero', minimum: 2 }),
    measured({ kind: 'selected', of: [fact('rate')], keep: best, take: 'mean', absent: 'zero', minimum: 1 }),
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
    measured({ kind: 'previous', of: { kind: 'sum', of: [{ kind: 'indicator-points', indicator: 'A1' }] } }),
    measured({ kind: 'previous', of: { kind: 'sum', of: [fact('rate')] } }),
  ],
  [
    'PREVIOUS_NOT_KEPT',
    `${A2}/measure/of`,
    measured({ kind: 'previous', of: { kind: 'cohort', of: fact('rate'), take: 'mean' } }),
    measured({ kind: 'cohort', of: { kind: 'previous', of: fact('rate') }, take: 'mean' }),
  ],
  [
    'MEASURE_ABSENT',
    `${A2}/measure/of/1`,
    measured({ kind: 'sum', of: [fact('rate'), { kind: 'none' }] }),
    measured({ kind: 'sum', of: [fact('rate'), { kind: 'constant', value: '0' }] }),
  ],
  ['MEASURE_ABSENT', '/gradesOn', { '/gradesOn': { kind: 'none' } }, { '/gradesOn': fact('rate') }],
  [
    'NOT_POSITIVE',
    `${A2}/measure/rounding/step`,
    measured({ kind: 'rounded', of: fact('rate'), rounding: { mode: 'down', step: '0' } }),
    measured({ kind: 'rounded', of: fact('rate'), rounding: { mode: 'down', step: '5' } }),
  ],
  ['BAND_GAP', `${A2}/measure/bands/0`, measured(banded('60', '61')), measured(banded('60', '60'))],
  ['BAND_OVERLAP', `${A2}/measure/bands/0`, measured(banded('61', '60')), measured(banded('60', '60'))],
  [
    'FACT_UNKNOWN',
    `${A2}/measure/of/0/measure/of/fact`,
    measured(weighedMean({ kind: 'root', of: fact('rates'), degree: 2 })),
    measured(weighedMean({ kind: 'root', of: fact('rate'), degree: 2 })),
  ],
  [
    'FACT_UNKNOWN',
    `${A3}/score/at/of/fact`,
    { [`${A3}/score/at`]: { kind: 'cohort', of: fact('fund'), take: 'mean' } },
    { [`${A3}/score/at`]: { kind: 'cohort', of: fact('funded'), take: 'mean' } },
  ],
  [
    'INDICATOR_UNKNOWN',
    '/gradesOn/of/indicator',
    { '/gradesOn': { kind: 'place', of: { kind: 'indicator-points', indicator: 'A9' }, better: 'higher' } },
    { '/gradesOn': { kind: 'place', of: { kind: 'indicator-points', indicator: 'A1' }, better: 'higher' } },
  ],
  [
    'INDICATOR_UNKNOWN',
    '/ranking/requires/indicators/0',
    { '/ranking/requires': { indicators: ['A'] } },
    { '/ranking/requires': { indicators: ['A1'], sections: ['A'] } },
  ],
  [
    'SECTION_UNKNOWN',
    '/ranking/requires/sections/1',
    { '/ranking/requires': { sections: ['A', 'A1'] } },
    { '/ranking/requires': { sections: ['A', 'B'] } },
  ],
  [
    'LISTED_TWICE',
    '/ranking/tieBreaks/0/indicators/1',
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A1'], by: 'places' } },
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A2'], by: 'places' } },
  ],
  [
    'INDICATOR_UNKNOWN',
    '/ranking/tieBreaks/0/indicators/1',
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A0'], by: 'points' } },
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A2'], by: 'points' } },
  ],
  [
    'CIRCLE',
    A1,
    { [`${A1}/measure`]: { kind: 'place', of: { kind: 'section-points', section: 'A' }, better: 'higher' } },
    { [`${A1}/measure`]: { kind: 'place', of: { kind: 'section-points', section: 'B' }, better: 'higher' } },
  ],
  [
    'CIRCLE',
    A2,
    {
      [`${A2}/measure`]: weighedMean({
        kind: 'cohort',
        of: { kind: 'indicator-points', indicator: 'A3' },
        take: 'mean',
      }),
      [`${A3}/score/at`]: { kind: 'indicator-points', indicator: 'A2' },
    },
    {
      [`${A2}/measure`]: weighedMean({
        kind: 'cohort',
        of: { kind: 'indicator-points', indicator: 'A3' },
        take: 'mean',
      }),
      [`${A3}/score/at`]: { kind: 'indicator-points', indicator: 'A4' },
    },
  ],
  [
    'VETO_READS_POINTS',
    '/vetoes/0/when/left/of',
    {
      '/vetoes/0/when/left': {
        kind: 'place',
        of: { kind: 'section-points', section: 'A' },
        better: 'higher',
      },
      '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] },
    },
    {
      '/vetoes/0/when/left': {
        kind: 'place',
        of: { kind: 'section-points', section: 'A' },
        better: 'higher',
      },
    },
  ],
  [
    'VETO_READS_POINTS',
    '/vetoes/0/when/of/left',
    {
      '/vetoes/0/when': {
        kind: 'not',
        of: { kind: 'compare', left: { kind: 'self-gap' }, comparison: 'at-least', right: '3' },
      },
      '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] },
    },
    { '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] } },
  ],
  ['FROM_SOURCE', '/facts/8/source', from({}), { ...from({}), '/facts/8/source': 'children' }],
  [
    'FROM_SOURCE',
    '/facts/8/source',
    { ...from({ results: 'own' }), '/facts/8/source': 'children' },
    { ...from({ results: 'own' }), '/facts/8/source': 'imported' },
  ],
  [
    'LISTED_TWICE',
    '/facts/8/from/value/grades/1',
    { ...from({ value: { of: 'grade', grades: ['good', 'good'] } }), '/facts/8/source': 'children' },
    { ...from({ value: { of: 'grade', grades: ['good', 'fine'] } }), '/facts/8/source': 'children' },
  ],
  [
    'GRADE_UNKNOWN',
    '/facts/8/from/value/grades/0',
    { ...from({ book: 'small', value: { of: 'grade', grades: ['fine'] } }), '/facts/8/source': 'children' },
    { ...from({ book: 'small', value: { of: 'grade', grades: ['good'] } }), '/facts/8/source': 'children' },
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
    'LISTED_TWICE',
    `${C1}/score/worth/2`,
    { [`${C1}/score/worth/-`]: { level: 'city', points: '5' } },
    { [`${C1}/score/worth/-`]: { level: 'city', genre: 'news', points: '5' } },
  ],
  [
    'OPTION_UNKNOWN',
    `${C1}/score/worth/2/genre`,
    { [`${C1}/score/worth/-`]: { level: 'city', genre: 'essay', points: '5' } },
    { [`${C1}/score/worth/-`]: { level: 'city', genre: 'news', points: '5' } },
  ],
  [
    'NOT_POSITIVE',
    `${C1}/score/amount/most`,
    { [`${C1}/score/amount`]: { most: '0' } },
    { [`${C1}/score/amount`]: { most: '2' } },
  ],
  ['SPLIT_TWICE', `${C1}/score/split/shares/1`, split(['0.6', '0.4'], ['0.5', '0.5']), split(['0.6', '0.4'])],
  ['SPLIT_OVER_ONE', `${C1}/score/split/shares/0`, split(['0.6', '0.5']), split(['0.6', '0.3'])],
  ['SPLIT_OVER_ONE', `${C1}/score/split/shares/0`, split(['1.1', '-0.1']), split(['1', '0'])],
  [
    'PERIOD_BACKWARDS',
    `${C1}/score/period`,
    { [`${C1}/score/period`]: { from: '2026-02-02', to: '2026-02-01' } },
    { [`${C1}/score/period`]: { from: '2026-02-01', to: '2026-02-01' } },
  ],
  [
    'LAST_GRADE_CLOSED',
    '/grades/2',
    { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/2/atMost': '3' },
    { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/1/atMost': '3' },
  ],
  ['GRADE_TWO_LINES', '/grades/0', { '/grades/0/atMost': '95' }, {}],
  [
    'GRADE_MIXED_LINES',
    '/grades/1/atMost',
    { '/grades/1/atLeast': removed, '/grades/1/atMost': '60' },
    { '/grades/0/atLeast': removed, '/grades/1/atLeast': removed, '/grades/1/atMost': '60' },
  ],
  ['GRADE_ORDER', '/grades/1/atMost', lines('5', '3'), lines('3', '5')],
  [
    'QUOTA_FORM',
    '/grades/1/lastPlaces',
    { '/grades/1/lastPlaces': last() },
    { '/grades/1/lastPlaces': last({ ratio: '0.05', count: 1 }) },
  ],
  [
    'QUOTA_RATIO',
    '/grades/1/lastPlaces/ratio',
    { '/grades/1/lastPlaces': last({ ratio: '5' }) },
    { '/grades/1/lastPlaces': last({ ratio: '0.05' }) },
  ],
  [
    'LAST_PLACES_ON_BEST',
    '/grades/0/lastPlaces',
    { '/grades/0/lastPlaces': last({ count: 1 }) },
    { '/grades/2/lastPlaces': last({ count: 1 }) },
  ],
  ['MIXED_ROLES', '/sections/3/sections/0/role', withinD('derived'), withinD('deduction')],
  [
    'MEASURE_TOO_LARGE',
    `${A2}/measure`,
    measured({ kind: 'sum', of: [sumOf(500), sumOf(498)] }),
    measured({ kind: 'sum', of: [sumOf(500), sumOf(497)] }),
  ],
  [
    'TOO_MUCH_WORK',
    A2,
    measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
    measured({ kind: 'power', of: fact('late'), exponent: '1.81' }),
  ],
  ['TOO_MUCH_WORK', A2, measured(logarithmOfPower('9.99')), measured(logarithmOfPower('1.81'))],
  [
    'TOO_MUCH_WORK',
    A2,
    measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
    {
      ...measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
      '/facts/8/checks': { min: '0', max: '99', step: '0.1' },
    },
  ],
  ['TOO_MUCH_WORK', A2, measured(fractions(300)), measured(fractions(60))],
  ['TOO_MUCH_WORK', A4, { ...squares('0'), '/rounding/indicator': null }, squares('0')],
  [
    'TOO_MUCH_WORK',
    A2,
    measured(nestedMeans(3, (of) => of)),
    measured(nestedMeans(3, (of) => ({ kind: 'rounded', of, rounding: { mode: 'down', digits: 10 } }))),
  ],
];

function sumOf(count: number): object {
  return { kind: 'sum', of: Array.from({ length: count }, () => fact('rate')) };
}

/** What is inside counts, whatever stands around it. */
function logarithmOfPower(exponent: string): object {
  const power = { kind: 'power', of: fact('late'), exponent };
  return { kind: 'logarithm', of: { kind: 'place', of: power, better: 'higher' }, base: 'e' };
}

/** So many fractions with denominators of their own. */
function fractions(count: number): object {
  const each = { kind: 'ratio', of: [fact('late'), fact('complaints')], whenZero: 'cannot-compute' };
  return { kind: 'product', of: Array.from({ length: count }, () => each) };
}

/** Each indicator multiplies the points of the one before by themselves twenty times. */
function squares(intercept: string): Changes {
  const points = (id: string) => ({
    kind: 'product',
    of: Array.from({ length: 20 }, () => ({ kind: 'indicator-points', indicator: id })),
  });
  const score = { method: 'linear', intercept, slope: '0.1', low: '0', high: '10' };
  return Object.fromEntries(
    [
      [A2, 'A1'],
      [A3, 'A2'],
      [A4, 'A3'],
    ].flatMap(([at, before]) => [
      [`${at}/measure`, points(before ?? '')],
      [`${at}/score`, score],
    ]),
  );
}

/** A share of the mean of shares of the mean … */
function nestedMeans(depth: number, rounded: (of: object) => object): object {
  if (depth === 0) return fact('late');
  const mean = rounded({ kind: 'cohort', of: nestedMeans(depth - 1, rounded), take: 'mean' });
  return { kind: 'ratio', of: [fact('late'), mean], whenZero: 'cannot-compute' };
}

function measured(measure: object): Changes {
  return { [`${A2}/measure`]: measure };
}

/** Section B as a weighted sum; all weights are 1 but those named. `other` is one part more. */
function weightedB(weights: Readonly<Record<string, string>>, other?: string): Changes {
  const list = ['B1', 'B2', 'B3', 'B4'].map((part) => ({ part, weight: weights[part] ?? '1' }));
  const more = other === undefined ? [] : [{ part: other, weight: '0' }];
  return { '/sections/1/combine': { by: 'weighted-sum', weights: [...list, ...more], absent: 'no-number' } };
}

/** Section B as the mean of parts of 10 points each. */
function meanOfB(changes: Changes): Changes {
  return { '/sections/1/combine': mean(), '/sections/1/points': '10', ...changes };
}

/** A `-` before a part gives it no weight. */
function mean(parts?: readonly string[]): object {
  const weights = parts?.map((part) => ({
    part: part.replace('-', ''),
    weight: part.startsWith('-') ? '0' : '1',
  }));
  return { by: 'mean', form: 'arithmetic', absent: 'no-number', ...(weights ? { weights } : {}) };
}

function geometric(...weights: string[]): object {
  const of = weights.map((weight) => ({ measure: fact('rate'), weight }));
  return { kind: 'mean', form: 'geometric', of, absent: 'no-number' };
}

function weighedMean(measure: object): object {
  return { kind: 'mean', form: 'arithmetic', of: [{ measure, weight: '1' }], absent: 'leave-out' };
}

function banded(to: string, from: string): object {
  return {
    kind: 'banded',
    of: fact('rate'),
    bands: [
      { to, value: '1' },
      { from, value: '0.8' },
    ],
  };
}

function from(changes: object): Changes {
  const rounding = { mode: 'half-up', digits: 2 };
  const usual = { results: 'children', book: 'village', value: { of: 'total' }, take: 'mean', rounding };
  return { '/facts/8/from': { ...usual, ...changes } };
}

function split(...shares: string[][]): Changes {
  return { [`${C1}/score/split`]: { by: 'listed', shares } };
}

function lines(first: string, second: string): Changes {
  return {
    '/grades/0/atLeast': removed,
    '/grades/0/atMost': first,
    '/grades/1/atLeast': removed,
    '/grades/1/atMost': second,
  };
}

function last(places: object = {}): object {
  return { ...places, rounding: 'up', minimum: 0, scope: 'cohort', tieAtEdge: 'in' };
}

function withinD(role: string): Changes {
  const { indicators } = smallBook().sections[3] ?? {};
  const inner = { id: 'D0', title: { zh: '小类', en: 'part' }, role, points: '5', indicators };
  return { '/sections/3/sections': [inner], '/sections/3/indicators': removed };
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

/** The rules of RULES.md and the problems that break them; all other problems are about parameters. */
const broken: Readonly<Record<string, readonly string[]>> = {
  '[PA1]': [
    'WRONG_KIND',
    'WRONG_FORM',
    'NOT_ALLOWED',
    'ABSENT',
    'UNKNOWN_KEY',
    'TOO_SMALL',
    'TOO_BIG',
    'NOT_UNDERSTOOD',
  ],
  '[PA2]': ['DUPLICATE_ID', 'LISTED_TWICE', 'RESERVED_NAME'],
  '[PA3]': [
    'FACT_UNKNOWN',
    'FACT_KIND',
    'INDICATOR_UNKNOWN',
    'SECTION_UNKNOWN',
    'GRADE_UNKNOWN',
    'OPTION_UNKNOWN',
    'PART_UNKNOWN',
    'MEASURE_ABSENT',
  ],
  '[PA4]': ['CIRCLE', 'LIMIT_BY_ITSELF'],
  '[PA5]': ['SUM_MISMATCH', 'PART_POINTS', 'EMPTY_SECTION', 'MIXED_ROLES', 'NEGATIVE_POINTS'],
  '[PA6]': ['BAND_GAP', 'BAND_OVERLAP', 'BAND_EMPTY', 'BAND_PAY'],
  '[PA8]': [
    'GRADE_ORDER',
    'LAST_GRADE_CLOSED',
    'LAST_PLACES_ON_BEST',
    'GRADE_TWO_LINES',
    'GRADE_MIXED_LINES',
  ],
  '[PA9]': ['PROVENANCE_NOWHERE'],
  '[PA10]': ['TOO_MUCH_WORK', 'MEASURE_TOO_LARGE', 'TOO_DEEP'],
  '[VE2]': ['VETO_READS_POINTS'],
};
const ruleOf = (code: string): string =>
  Object.entries(broken).find(([, codes]) => codes.includes(code))?.[0] ?? '[PA7]';

describe('a rule book that is not one', () => {
  it('the small book and the default books parse to themselves', () => {
    for (const book of [smallBook(), ...Object.values(defaultRuleBooks)]) {
      const parsed = parseRuleBook(JSON.parse(JSON.stringify(book)));
      expect(parsed.ok && canonicalJson(parsed.book)).toBe(canonicalJson(book));
    }
  });

  it.each([...cases, ...furtherCases].map((each) => [ruleOf(each[0]), ...each] as const))(
    '%s %s is reported at %s, and at a right neighbour nothing',
    (_rule, code, path, wrong, right) => {
      const found = problemsOf(changed(smallBook(), wrong));
      expect([...new Set(found.map((each) => each.code))]).toEqual([code]);
      expect(found.map((each) => each.path)).toContain(path);
      found.forEach(expectBothLanguages);
      expect(problemsOf(changed(smallBook(), right))).toEqual([]);
    },
  );

  it('a number without quotes is answered with how to write it', () => {
    const [found] = problemsOf(changed(smallBook(), { [`${A1}/points`]: 20 }));
    expect(found).toMatchObject({ code: 'WRONG_KIND', path: `${A1}/points` });
    expect(found?.fix.en).toContain('quoted text');
    expect(found?.fix.zh).toContain('带引号');
  });

  it('names that mean nothing are told, but not by the page', () => {
    const strange = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index}`.repeat(300), 1]),
    );
    const [found] = problemsOf(changed(smallBook(), { [`${A1}/finish`]: strange }));
    expect(found).toMatchObject({ code: 'UNKNOWN_KEY', path: `${A1}/finish` });
    expect(found?.message.en.length).toBeLessThan(500);
  });

  it.each([null, true, 7, NaN, Infinity, 'book', [], {}, [[]], () => 1, Symbol('x'), 1n])(
    '%p is refused',
    (json) => {
      const found = problemsOf(json);
      expect(found.length).toBeGreaterThan(0);
      found.forEach(expectBothLanguages);
    },
  );

  it.each([NaN, Infinity, -0.5])('%p in place of a count is refused', (number) => {
    const book = { ...smallBook(), year: number };
    expect(problemsOf(book).map(({ path }) => path)).toEqual(['/year']);
  });

  it('RESERVED_KEY: __proto__ is refused wherever it stands and changes nothing', () => {
    const json: unknown = JSON.parse(
      JSON.stringify(smallBook()).replace('"A1"', '"A1","__proto__":{"polluted":true}'),
    );
    expect(problemsOf(json)).toMatchObject([{ code: 'RESERVED_KEY', path: A1 }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('TOO_DEEP: a hundred thousand brackets are refused, not walked', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(problemsOf(deep)).toMatchObject([{ code: 'TOO_DEEP' }]);
    const round: unknown[] = [];
    round.push(round);
    expect(problemsOf(round)).toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  it('TOO_LARGE: more values than a book can need are refused, before anything looks at them', () => {
    const rows = (count: number) => Array.from({ length: count }, () => Array.from({ length: 99 }, () => 0));
    expect(problemsOf(rows(121))).toMatchObject([{ code: 'TOO_LARGE' }]);
    expect(problemsOf(rows(120))[0]?.code).toBe('WRONG_KIND');
  });

  it('TOO_LARGE: a list of more than five hundred parts is refused, and says where', () => {
    const option = (index: number) => ({ id: `o${index}`, title: { zh: '选项', en: 'option' } });
    const withOptions = (count: number) =>
      changed(smallBook(), { '/facts/7/groups': Array.from({ length: count }, (_, index) => option(index)) });
    expect(problemsOf(withOptions(501))).toMatchObject([{ code: 'TOO_LARGE', path: '/facts/7/groups' }]);
    expect(problemsOf(withOptions(500)).map(({ code }) => code)).not.toContain('TOO_LARGE');
  });

  it('TOO_LARGE: more text than a book can need is refused', () => {
    const noted = (count: number) => changed(smallBook(), { '/notes': Array.from({ length: count }, note) });
    const note = () => ({ zh: '字'.repeat(2000), en: 'x'.repeat(4000) });
    expect(problemsOf(noted(400))).toMatchObject([{ code: 'TOO_LARGE' }]);
    expect(problemsOf(noted(300))).toEqual([]);
  });

  it('MORE_PROBLEMS: thousands of problems are cut, and the rest is counted', () => {
    const found = problemsOf({ ...smallBook(), facts: Array.from({ length: 5000 }, () => 0) });
    expect(found).toHaveLength(mostProblems + 1);
    expect(found[mostProblems]).toMatchObject({ code: 'MORE_PROBLEMS', path: '' });
    expect(found[mostProblems]?.message.en).toContain('4800');
  });

  it('never throws on arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        problemsOf(json).forEach(expectBothLanguages);
      }),
    );
  });

  it('a mutated book is refused with good places, or can be linted, compiled and run', () => {
    const books = [smallBook(), ...Object.values(defaultRuleBooks)];
    const places = books.map((book) => pointersIn(book));
    fc.assert(
      fc.property(fc.nat(books.length - 1), fc.nat(), fc.nat(), strange, (index, first, second, value) => {
        const [book, pointers] = [books[index], places[index] ?? []];
        const other = valueAt(book, pointers[second % pointers.length] ?? '');
        const json = changed(book, {
          [pointers[first % pointers.length] ?? '']: value === 'other' ? other : value,
        });
        const parsed = parseRuleBook(json);
        if (parsed.ok) {
          lintRuleBook(parsed.book).forEach(expectBothLanguages);
          compile(parsed.book).assess([
            { code: 'u', name: 'u', type: parsed.book.unitTypes[0] ?? '', facts: {} },
          ]);
        } else parsed.problems.forEach(expectBothLanguages);
      }),
      { numRuns: 300 },
    );
  });
});

/** Values that stand where they should not, and now and then another part of the same book. */
const strange = fc.oneof(
  { weight: 2, arbitrary: fc.constant('other') },
  fc.constantFrom(
    removed,
    null,
    0,
    12.5,
    '',
    '0',
    '-1',
    '1',
    'A1',
    'rate',
    'villages',
    [],
    {},
    true,
    NaN,
    Infinity,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

function pointersIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}/${key}`,
    ...pointersIn(inner, `${path}/${key}`),
  ]);
}

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce((here: unknown, step) => (here as Record<string, unknown>)[step], value);
