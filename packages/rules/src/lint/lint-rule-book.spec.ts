import fc from 'fast-check';
import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { changed, removed, smallBook } from '../../test/small-book.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { indicatorsOf } from '../engine/book-index.js';
import { compile } from '../engine/compile.js';
import { Rational } from '../exact/rational.js';
import type { RuleBook } from '../format/rule-book.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import type { Severity } from './lint-finding.js';
import { lintRuleBook } from './lint-rule-book.js';
import { reachablePoints } from './reach/reachable-points.js';

type Changes = Readonly<Record<string, unknown>>;

const A1 = '/sections/0/indicators/0';
const A2 = '/sections/0/indicators/1';
const A3 = '/sections/0/indicators/2';
const A4 = '/sections/0/indicators/3';
const B1 = '/sections/1/indicators/0';
const B4 = '/sections/1/indicators/3';
const C1 = '/sections/2/indicators/0';
const D1 = '/sections/3/indicators/0';

const fact = (id: string) => ({ kind: 'fact', fact: id });
const text = (zh: string, en: string) => ({ zh, en });
const a2 = (score: object): Changes => ({ [`${A2}/score`]: score });
const bands = (...list: object[]): Changes => ({ [`${A2}/score/bands`]: list });
const table = (...points: string[]) =>
  a2({ method: 'ranked', form: 'table', better: 'higher', tied: 'highest', points, beyond: '0' });
const group = (id: string, count: number) => ({
  id,
  title: text(`组${id}`, `group ${id}`),
  units: Array.from({ length: count }, (_, index) => `${id}${index}`),
});
const cohorts = (...sizes: number[]) => ({
  '/cohorts': { by: 'list', groups: sizes.map((size, index) => group('abc'[index] ?? 'd', size)) },
});
const best = a2({ method: 'relative', to: 'best', better: 'higher' });
const yesNo = (id: string, changes: object = {}) => ({
  id,
  title: text(`事实${id}`, `fact ${id}`),
  kind: 'boolean',
  source: 'ledger',
  enteredBy: text('县妇联', 'county'),
  ...changes,
});
/** A4 as a checklist of two facts, and what A4 read before taken out. */
const checklist = (...points: string[]): Changes => ({
  [`${A4}/measure`]: { kind: 'none' },
  [`${A4}/score`]: {
    method: 'checklist',
    items: points.map((each, index) => ({ fact: `item${index}`, title: text('小项', 'item'), points: each })),
  },
  '/facts/8': yesNo('item0'),
  '/facts/-': yesNo('item1'),
});
/** The base section A as so many indicators of the same points, each with its own fact. */
function many(count: number): Changes {
  const book = smallBook();
  const copy = book.sections[0]?.indicators?.[2];
  const facts = Array.from({ length: count }, (_, index) => yesNo(`f${index}`));
  const each = Rational.integer(60).over(Rational.integer(count)).toText();
  const indicators = facts.map(({ id }, index) => ({
    ...copy,
    id: `X${index}`,
    points: each,
    measure: fact(id),
  }));
  return {
    '/sections/0/indicators': indicators,
    '/facts': [
      ...book.facts.filter(({ id }) => !['villages', 'done', 'rate', 'funded', 'late'].includes(id)),
      ...facts,
    ],
  };
}

/** What makes the finding, where, and a neighbour without it. */
const cases: readonly (readonly [
  code: string,
  severity: Severity,
  path: string,
  wrong: Changes,
  right: Changes,
])[] = [
  [
    'NOT_APPLICABLE_WITHOUT_POLICY',
    'error',
    `${A1}/measure/whenZero`,
    { [`${A1}/measure/whenZero`]: 'not-applicable', '/facts/0/checks/min': '0' },
    {
      [`${A1}/measure/whenZero`]: 'not-applicable',
      '/facts/0/checks/min': '0',
      [`${A1}/notApplicable`]: { policy: 'exclude' },
    },
  ],
  [
    'QUOTA_OVER_ALL',
    'error',
    '/grades',
    {
      '/grades/0/quota/ratio': '0.5',
      '/grades/1/quota': { ratio: '0.6', rounding: 'down', minimum: 1, scope: 'all', tieAtEdge: 'in' },
    },
    {
      '/grades/0/quota/ratio': '0.5',
      '/grades/1/quota': { ratio: '0.5', rounding: 'down', minimum: 1, scope: 'all', tieAtEdge: 'in' },
    },
  ],
  [
    'GRADE_UNREACHABLE',
    'error',
    '/grades/0/atLeast',
    { '/grades/0/atLeast': '110.1' },
    { '/grades/0/atLeast': '110' },
  ],
  ['PARTS_MISMATCH', 'warning', `${A4}/score/items`, checklist('5', '6'), checklist('5', '5')],
  [
    'POINTS_OVER_FULL',
    'warning',
    `${B4}/score/worth/0/points`,
    { [`${B4}/score/worth/0/points`]: '10.5' },
    { [`${B4}/score/worth/0/points`]: '10' },
  ],
  [
    'POINTS_OVER_FULL',
    'warning',
    `${C1}/score/worth/1/points`,
    { [`${C1}/score/worth/1/points`]: '11' },
    { [`${C1}/score/worth/1/points`]: '10' },
  ],
  ['POINTS_OVER_FULL', 'warning', `${A2}/score/points/0`, table('21', '10'), table('20', '10')],
  [
    'POINTS_OVER_FULL',
    'warning',
    `${A2}/score/c`,
    a2({ method: 'efficacy', c: '0.6', d: '0.6', better: 'higher', low: '0', high: '100', whenEqual: '1' }),
    a2({ method: 'efficacy', c: '0.4', d: '0.6', better: 'higher', low: '0', high: '100', whenEqual: '1' }),
  ],
  [
    'POINTS_OVER_SECTION',
    'warning',
    `${C1}/points`,
    { '/sections/2/points': '9' },
    { '/sections/2/points': '10' },
  ],
  [
    'OUTSIDE_BANDS',
    'warning',
    `${A2}/score/bands/0`,
    bands({ from: '10', to: '60', points: '0' }, { from: '60', points: '20' }),
    bands({ from: '0', to: '60', points: '0' }, { from: '60', points: '20' }),
  ],
  [
    'OUTSIDE_BANDS',
    'warning',
    `${A2}/score/bands/1`,
    bands({ to: '60', points: '0' }, { from: '60', to: '100', points: '20' }),
    bands({ to: '60', points: '0' }, { from: '60', to: '100', toIncluded: true, points: '20' }),
  ],
  [
    'DEAD_POINTS',
    'warning',
    `${A4}/points`,
    { [`${A4}/score/above/limit`]: '2' },
    { [`${A4}/score/above/limit`]: '3' },
  ],
  [
    'UNREACHABLE_POINTS',
    'warning',
    `${B1}/points`,
    { [`${B1}/score/target`]: '120' },
    { [`${B1}/score/target`]: '90' },
  ],
  [
    'UNREACHABLE_POINTS',
    'warning',
    `${D1}/points`,
    { [`${D1}/score/above/limit`]: '3' },
    { [`${D1}/score/above/limit`]: '5' },
  ],
  [
    'SEPARATES_NOBODY',
    'warning',
    `${A3}/score`,
    { [`${A3}/score`]: { method: 'threshold', comparison: 'at-least', at: '0' } },
    { [`${A3}/score`]: { method: 'threshold', comparison: 'more-than', at: '0' } },
  ],
  [
    'NOT_MONOTONE',
    'warning',
    `${A2}/score/bands`,
    bands({ to: '60', points: '0' }, { from: '60', to: '80', points: '20' }, { from: '80', points: '15' }),
    bands({ to: '60', points: '20' }, { from: '60', to: '80', points: '20' }, { from: '80', points: '0' }),
  ],
  ['NOT_MONOTONE', 'warning', `${A2}/score/points`, table('10', '20'), table('20', '20', '10')],
  [
    'NOT_MONOTONE',
    'advice',
    `${A4}/score/above`,
    { [`${A4}/score/below`]: { points: '-1', per: '1', partial: 'down' } },
    { [`${A4}/score/below`]: { points: '1', per: '1', partial: 'down' } },
  ],
  [
    'ZERO_DENOMINATOR',
    'warning',
    `${A1}/measure/whenZero`,
    { '/facts/0/checks/min': '0' },
    { '/facts/0/checks/min': '0.1' },
  ],
  [
    'ZERO_TARGET',
    'warning',
    `${A1}/score/target`,
    { [`${A1}/measure`]: fact('done'), [`${A1}/score/target`]: fact('villages'), '/facts/0/checks/min': '0' },
    { [`${A1}/measure`]: fact('done'), [`${A1}/score/target`]: fact('villages') },
  ],
  [
    'UNCAPPED_BONUS',
    'warning',
    `${A1}/finish/cap`,
    { [`${A1}/finish`]: { cap: '25' }, [`${A1}/provenance/-`]: { path: '/finish', origin: 'default' } },
    { [`${A1}/finish`]: { cap: '20' }, [`${A1}/provenance/-`]: { path: '/finish', origin: 'default' } },
  ],
  ['BONUS_TOO_LARGE', 'warning', '/sections', { '/sections/2/points': '21' }, { '/sections/2/points': '20' }],
  [
    'QUOTA_NO_PLACE',
    'warning',
    '/grades/0/quota',
    { '/grades/0/quota/ratio': '0', '/grades/0/quota/minimum': 0 },
    { '/grades/0/quota/ratio': '0.1', '/grades/0/quota/minimum': 0 },
  ],
  [
    'QUOTA_NO_PLACE',
    'warning',
    '/grades/0/quota',
    { ...cohorts(8, 4), '/grades/0/quota/minimum': 0 },
    { ...cohorts(8, 5), '/grades/0/quota/minimum': 0 },
  ],
  [
    'QUOTA_MINIMUM_OVER_COUNT',
    'warning',
    '/grades/0/quota/minimum',
    { '/grades/0/quota/ratio': removed, '/grades/0/quota/count': 2, '/grades/0/quota/minimum': 3 },
    { '/grades/0/quota/ratio': removed, '/grades/0/quota/count': 2, '/grades/0/quota/minimum': 2 },
  ],
  ['GRADE_TAKES_ALL', 'warning', '/grades/1', { '/grades/1/atLeast': removed }, { '/grades/1/atLeast': '1' }],
  [
    'QUOTA_WITHOUT_LINE',
    'warning',
    '/grades/0',
    { '/grades/0/atLeast': removed },
    { '/grades/0/atLeast': '61' },
  ],
  [
    'TOO_SUBJECTIVE',
    'warning',
    '/sections',
    {
      [`${A3}/measure`]: fact('late'),
      [`${A3}/score`]: { method: 'judged', reasonRequired: true },
      [`${A4}/measure`]: fact('rate'),
      [`${A4}/score`]: { method: 'judged', reasonRequired: true },
      [`${A2}/measure`]: fact('funded'),
      [`${A2}/score`]: { method: 'threshold', comparison: 'at-least', at: '1' },
    },
    {
      [`${A3}/measure`]: fact('late'),
      [`${A3}/score`]: { method: 'judged', reasonRequired: true },
      [`${A4}/measure`]: fact('rate'),
      [`${A4}/score`]: { method: 'linear', intercept: '0', slope: '0.1', low: '0', high: '10' },
      [`${A2}/measure`]: fact('funded'),
      [`${A2}/score`]: { method: 'threshold', comparison: 'at-least', at: '1' },
    },
  ],
  ['TOO_MANY_INDICATORS', 'warning', '/sections', { ...many(60), '/sections/0/points': '60' }, many(50)],
  [
    'INDICATOR_TOO_SMALL',
    'advice',
    `${A3}/points`,
    {
      [`${A3}/points`]: '0.9',
      [`${A2}/points`]: '29.1',
      [`${A2}/score/bands/2`]: { from: '80', share: '1' },
    },
    { [`${A3}/points`]: '1', [`${A2}/points`]: '29', [`${A2}/score/bands/2`]: { from: '80', share: '1' } },
  ],
  [
    'APPLIES_TO_NOBODY',
    'warning',
    `${C1}/appliesTo/types`,
    { [`${C1}/appliesTo`]: { types: ['Village'] } },
    { [`${C1}/appliesTo`]: { types: ['Village', 'Township'] } },
  ],
  [
    'UNEQUAL_TOTALS',
    'advice',
    '/unitTypes/1',
    { '/unitTypes': ['Township', 'Street'], [`${A3}/appliesTo`]: { types: ['Township'] } },
    { '/unitTypes': ['Township', 'Street'], [`${C1}/appliesTo`]: { types: ['Township'] } },
  ],
  ['SMALL_COHORT', 'warning', `${A2}/score`, { ...best, ...cohorts(9, 4) }, { ...best, ...cohorts(9, 5) }],
  [
    'SMALL_COHORT',
    'warning',
    `${A2}/score`,
    { ...best, [`${A2}/appliesTo`]: { units: ['a', 'b'] } },
    { [`${A2}/appliesTo`]: { units: ['a', 'b'] } },
  ],
  [
    'UNREAD_FACT',
    'warning',
    '/facts/11',
    { '/facts/-': yesNo('extra') },
    { '/facts/-': yesNo('extra'), '/vetoes/0/when': { kind: 'is-true', fact: 'extra' } },
  ],
  [
    'COUNTED_TWICE',
    'advice',
    '/facts/8',
    { [`${D1}/measure`]: fact('late') },
    { [`${D1}/measure`]: { kind: 'difference', of: [fact('complaints'), fact('late')] } },
  ],
  [
    'NEEDS_LAST_YEAR',
    'advice',
    A4,
    { [`${A4}/score/origin`]: { kind: 'previous', of: fact('late') } },
    { [`${A4}/score/origin`]: '0.5' },
  ],
  [
    'EVIDENCE_ABSENT',
    'advice',
    '/facts/3',
    { '/facts/3/source': 'declared' },
    { '/facts/3/source': 'declared', '/facts/3/evidence': text('文件', 'paper') },
  ],
  ['PROVENANCE_ABSENT', 'advice', A1, { [`${A1}/provenance`]: removed }, { [`${A1}/provenance/1`]: removed }],
];

const derived = (indicators: unknown[]) => ({
  id: 'E',
  title: text('另算', 'derived'),
  role: 'derived',
  points: '10',
  indicators,
});
const copyOf = (path: 'A2' | 'A3', id: string) => {
  const found = indicatorsOf(smallBook()).find(({ indicator }) => indicator.id === path);
  return { ...found?.indicator, id };
};
const measured = (measure: object): Changes => ({ [`${A2}/measure`]: measure });
const meanOf = (form: string, absent: string, ...parts: object[]) => ({
  kind: 'mean',
  form,
  absent,
  of: parts.map((measure) => ({ measure, weight: '1' })),
});
const atLeast = (low: string, id: string) => ({
  kind: 'greatest',
  of: [fact(id), { kind: 'constant', value: low }],
});
const rising = a2({ method: 'linear', intercept: '0', slope: '10', low: '0', high: '20' });
const weightedA = (...weights: string[]): Changes => ({
  '/sections/0/combine': {
    by: 'weighted-sum',
    absent: 'no-number',
    weights: weights.map((weight, index) => ({ part: `A${index + 1}`, weight })),
  },
});
const keepingB = (combine: object): Changes => ({
  '/sections/1/combine': { by: 'selected', take: 'sum', absent: 'zero', ...combine },
});
const last = (ratio: string) => ({ ratio, rounding: 'up', minimum: 0, scope: 'cohort', tieAtEdge: 'in' });
const provenance = (path: string, ...of: string[]): Changes =>
  Object.fromEntries(of.map((at) => [`${at}/provenance/-`, { path, origin: 'default' }]));

/** Findings in what combines, compares and takes parts. */
const furtherCases: typeof cases = [
  [
    'PARTS_MISMATCH',
    'warning',
    `${A4}/score/terms`,
    { ...checklist(), [`${A4}/score`]: onceOff('5', '2') },
    { ...checklist(), [`${A4}/score`]: onceOff('5', '5') },
  ],
  [
    'UNCAPPED_DEDUCTION',
    'warning',
    `${D1}/finish/floor`,
    { [`${D1}/finish`]: { floor: '-6' }, ...provenance('/finish', D1) },
    { [`${D1}/finish`]: { floor: '-5' }, ...provenance('/finish', D1) },
  ],
  [
    'UNCAPPED_DEDUCTION',
    'warning',
    '/sections/3/floor',
    { '/sections/3/floor': '-6' },
    { '/sections/3/floor': '-5' },
  ],
  ['UNCAPPED_BONUS', 'warning', '/sections/2/cap', { '/sections/2/cap': '11' }, { '/sections/2/cap': '10' }],
  [
    'UNREACHABLE_POINTS',
    'warning',
    '/sections/0/cap',
    { '/sections/0/cap': '59' },
    { '/sections/0/cap': '60' },
  ],
  [
    'UNREACHABLE_POINTS',
    'warning',
    '/totalBounds/cap',
    { '/totalBounds': { cap: '99' } },
    { '/totalBounds': { cap: '100' } },
  ],
  [
    'POINTS_OVER_SECTION',
    'warning',
    `${C1}/points`,
    { '/sections/2/points': '9', '/sections/2/cap': '8' },
    { '/sections/2/points': '10', '/sections/2/cap': '10' },
  ],
  [
    'WEIGHTS_NOT_ONE',
    'advice',
    '/sections/0/combine/weights',
    { ...weightedA('0.5', '1', '1', '2') },
    {
      ...weightedA('0', '0', '0', '1'),
      '/sections/0/points': '10',
      '/totalPoints': '50',
    },
  ],
  [
    'SELECTS_ALL',
    'warning',
    '/sections/1/combine/keep',
    keepingB({ keep: { best: 4, better: 'higher' } }),
    {
      ...keepingB({ keep: { best: 3, better: 'higher' } }),
      '/sections/1/points': '30',
      '/totalPoints': '90',
    },
  ],
  [
    'SELECTS_ALL',
    'warning',
    `${A2}/measure/keep`,
    measured({
      kind: 'selected',
      of: [fact('rate')],
      keep: { dropLowest: 1, dropHighest: 0 },
      take: 'mean',
      absent: 'zero',
    }),
    measured({
      kind: 'selected',
      of: [fact('rate'), { kind: 'previous', of: fact('rate') }],
      keep: { dropLowest: 1, dropHighest: 0 },
      take: 'mean',
      absent: 'zero',
    }),
  ],
  [
    'OUTSIDE_DOMAIN',
    'warning',
    `${A2}/measure/of`,
    { ...measured({ kind: 'logarithm', of: fact('rate'), base: '10' }), ...rising },
    { ...measured({ kind: 'logarithm', of: atLeast('1', 'rate'), base: '10' }), ...rising },
  ],
  [
    'OUTSIDE_DOMAIN',
    'warning',
    `${A2}/measure/of`,
    {
      ...measured({
        kind: 'root',
        of: { kind: 'difference', of: [fact('rate'), { kind: 'constant', value: '1' }] },
        degree: 2,
      }),
      ...rising,
    },
    { ...measured({ kind: 'root', of: fact('rate'), degree: 2 }), ...rising },
  ],
  [
    'OUTSIDE_DOMAIN',
    'warning',
    `${A2}/measure/of/0/measure`,
    measured(
      meanOf('harmonic', 'no-number', {
        kind: 'difference',
        of: [fact('rate'), { kind: 'constant', value: '1' }],
      }),
    ),
    measured(meanOf('harmonic', 'no-number', atLeast('1', 'rate'))),
  ],
  [
    'OUTSIDE_DOMAIN',
    'warning',
    `${A2}/measure/of`,
    { ...measured({ kind: 'power', of: fact('rate'), exponent: '-1' }), ...rising },
    { ...measured({ kind: 'power', of: fact('rate'), exponent: '0.5' }), ...rising },
  ],
  [
    'OUTSIDE_DOMAIN',
    'warning',
    `${A2}/measure/of`,
    {
      ...measured({
        kind: 'exponential',
        of: { kind: 'product', of: [fact('rate'), { kind: 'constant', value: '11' }] },
      }),
      ...rising,
    },
    { ...measured({ kind: 'exponential', of: fact('rate') }), ...rising },
  ],
  [
    'ZERO_IN_MEAN',
    'advice',
    `${A2}/measure/of/0/measure`,
    measured(meanOf('geometric', 'leave-out', fact('rate'))),
    measured(meanOf('arithmetic', 'leave-out', fact('rate'))),
  ],
  [
    'ZERO_IN_MEAN',
    'warning',
    `${A2}/measure/absent`,
    measured(meanOf('geometric', 'zero', atLeast('1', 'rate'))),
    measured(meanOf('geometric', 'leave-out', atLeast('1', 'rate'))),
  ],
  [
    'ZERO_IN_MEAN',
    'warning',
    '/sections/2/combine/absent',
    { '/sections/2/combine': { by: 'mean', form: 'geometric', absent: 'zero' } },
    { '/sections/2/combine': { by: 'mean', form: 'geometric', absent: 'no-number' } },
  ],
  [
    'OUTSIDE_BANDS',
    'warning',
    `${A2}/measure/bands/1`,
    measured(banded({ to: '60', value: '50' }, { from: '60', to: '100', value: '90' })),
    measured(banded({ to: '60', value: '50' }, { from: '60', to: '100', toIncluded: true, value: '90' })),
  ],
  [
    'NOT_MONOTONE',
    'warning',
    `${A2}/measure/of/1/bands`,
    measured({
      kind: 'product',
      of: [fact('rate'), banded({ to: '60', value: '1' }, { from: '60', value: '0.9' })],
    }),
    measured({
      kind: 'product',
      of: [fact('rate'), banded({ to: '60', value: '0.9' }, { from: '60', value: '1' })],
    }),
  ],
  [
    'ZERO_DENOMINATOR',
    'warning',
    `${A2}/measure/whenZero`,
    measured({
      kind: 'ratio',
      of: [fact('rate'), { kind: 'cohort', of: fact('rate'), take: 'deviation' }],
      whenZero: 'cannot-compute',
    }),
    measured({
      kind: 'ratio',
      of: [fact('rate'), { kind: 'cohort', of: fact('rate'), take: 'deviation' }],
      whenZero: { value: '0' },
    }),
  ],
  [
    'ZERO_DENOMINATOR',
    'warning',
    '/gradesOn/whenZero',
    { '/gradesOn': { kind: 'ratio', of: [fact('done'), fact('late')], whenZero: 'cannot-compute' } },
    { '/gradesOn': { kind: 'ratio', of: [fact('done'), fact('villages')], whenZero: 'cannot-compute' } },
  ],
  [
    'COUNT_BACK_UNEQUAL',
    'warning',
    '/ranking/tieBreaks/0/indicators',
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A3'], by: 'points' } },
    { '/ranking/tieBreaks/0': { kind: 'count-back', indicators: ['A1', 'A3'], by: 'places' } },
  ],
  [
    'LAST_PLACES_NO_ROOM',
    'warning',
    '/grades/1/lastPlaces',
    { '/grades/1/lastPlaces': last('0.81') },
    { '/grades/1/lastPlaces': last('0.8') },
  ],
  [
    'DERIVED_UNREAD',
    'warning',
    '/sections/4',
    { '/sections/-': derived([copyOf('A3', 'E1')]) },
    {
      '/sections/-': derived([copyOf('A3', 'E1')]),
      '/ranking/tieBreaks/0': { kind: 'section', section: 'E' },
    },
  ],
  [
    'GRADE_UNREACHABLE',
    'error',
    '/grades/0/atLeast',
    { '/totalBounds': { cap: '100' }, '/grades/0/atLeast': '101' },
    { '/totalBounds': { cap: '100' }, '/grades/0/atLeast': '100' },
  ],
  ['GRADE_UNREACHABLE', 'error', '/grades/0/atMost', byPlace('0', '5'), byPlace('1', '5')],
  [
    'LINES_AGAINST_RANKING',
    'warning',
    '/grades/0/atLeast',
    { '/ranking/better': 'lower' },
    {
      '/ranking/better': 'lower',
      '/grades/0/atLeast': removed,
      '/grades/0/atMost': '60',
      '/grades/1/atLeast': removed,
      '/grades/1/atMost': '90',
    },
  ],
  [
    'SMALL_COHORT',
    'warning',
    `${A3}/score`,
    { [`${A3}/score/at`]: { kind: 'cohort', of: fact('funded'), take: 'mean' }, ...cohorts(9, 4) },
    { [`${A3}/score/at`]: { kind: 'cohort', of: fact('funded'), take: 'mean' }, ...cohorts(9, 5) },
  ],
  [
    'UNREAD_FACT',
    'warning',
    '/facts/11',
    { '/facts/-': yesNo('extra') },
    {
      '/facts/-': yesNo('extra'),
      '/gradesOn': fact('extra'),
      '/grades/0/atLeast': '1',
      '/grades/1/atLeast': '0.5',
    },
  ],
];

/** From full points down by things that can happen once. */
function onceOff(...points: string[]): object {
  const terms = points.map((each, index) => ({
    title: text('未做', 'not done'),
    of: fact(`item${index}`),
    points: `-${each}`,
  }));
  return { method: 'tally', base: '10', terms };
}

function banded(...bands: object[]): object {
  return { kind: 'banded', of: fact('rate'), bands };
}

function byPlace(first: string, second: string): Changes {
  return {
    '/gradesOn': { kind: 'place', of: { kind: 'section-points', section: 'A' }, better: 'higher' },
    '/grades/0/atLeast': removed,
    '/grades/0/atMost': first,
    '/grades/1/atLeast': removed,
    '/grades/1/atMost': second,
  };
}

function bookWith(changes: Changes): RuleBook {
  const parsed = parseRuleBook(changed(smallBook(), changes));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.book;
}

describe('the linter', () => {
  it('finds nothing in the small book', () => {
    expect(lintRuleBook(smallBook())).toEqual([]);
  });

  it.each([...cases, ...furtherCases])(
    '%s, a matter of %s, at %s, and at a right neighbour nothing',
    (code, severity, path, wrong, right) => {
      const found = lintRuleBook(bookWith(wrong));
      expect(found).toMatchObject([{ code, severity, path }]);
      found.forEach(expectBothLanguages);
      expect(lintRuleBook(bookWith(right)).map((each) => each.code)).not.toContain(code);
    },
  );

  it('says errors first, then warnings, then advice', () => {
    const wrong = { '/facts/3/source': 'declared', '/facts/0/checks/min': '0', '/grades/0/atLeast': '120' };
    expect(lintRuleBook(bookWith(wrong)).map(({ severity }) => severity)).toEqual([
      'error',
      'warning',
      'advice',
    ]);
  });

  it('names the numbers: 30 points of which at most 3 can be lost', () => {
    const wrong = {
      [`${A4}/points`]: '30',
      [`${A4}/score/base`]: '30',
      [`${A4}/score/above/limit`]: '3',
      '/sections/0/points': '80',
      '/totalPoints': '120',
    };
    const [found] = lintRuleBook(bookWith(wrong));
    expect(found?.message.zh).toContain('分值 30 分，最多只会相差 3 分，其余 27 分人人都得');
    expect(found?.fix.en).toContain('about 3 points');
  });

  it.each(Object.entries(defaultRuleBooks))('the default book %s has no errors', (_name, book) => {
    const found = lintRuleBook(book);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    found.forEach(expectBothLanguages);
  });
});

describe('reachable points', () => {
  it.each([['small', smallBook()] as const, ...Object.entries(defaultRuleBooks)])(
    'no unit of the %s book ever scores outside of them',
    (_name, book) => {
      const reach = new Map(
        indicatorsOf(book).map((placed) => [placed.indicator.id, reachablePoints(placed, book)]),
      );
      const engine = compile(book);
      fc.assert(
        fc.property(unitsFor(book, { to: 6 }), (units) => {
          for (const unit of engine.assess(units).units) {
            for (const { id, state, points } of unit.indicators) {
              if (state !== 'scored' || points === null) continue;
              const { low, high } = reach.get(id) ?? { low: Rational.one, high: Rational.zero };
              const value = Rational.parse(points);
              expect([id, points, value.compare(low) >= 0, value.compare(high) <= 0]).toEqual([
                id,
                points,
                true,
                true,
              ]);
            }
          }
        }),
        { numRuns: 60 },
      );
    },
  );
});
