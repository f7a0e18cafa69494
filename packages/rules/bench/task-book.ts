import type { Fact } from '../src/format/fact.js';
import type { Indicator } from '../src/format/indicator.js';
import type { Measure } from '../src/format/measure.js';
import type { RuleBook, Section } from '../src/format/rule-book.js';
import type { Score } from '../src/format/score.js';

const text = (word: string) => ({ zh: word, en: word });
const common = (id: string) => ({
  id,
  title: text(id),
  source: 'ledger' as const,
  enteredBy: text('office'),
});
const numberFact = (id: string, max: string): Fact => ({
  ...common(id),
  kind: 'number',
  unit: text('thing'),
  checks: { min: '0', max, integer: true },
});
const positive = (id: string, max: string): Fact => ({
  ...common(id),
  kind: 'number',
  unit: text('thing'),
  checks: { min: '1', max, integer: true },
});
const yesNo = (id: string): Fact => ({ ...common(id), kind: 'boolean' });
const options = (...ids: string[]) => ids.map((id) => ({ id, title: text(id) }));

const fact = (id: string): Measure => ({ kind: 'fact', fact: id });
const ratio = (a: string, b: string): Measure => ({
  kind: 'ratio',
  of: [fact(a), fact(b)],
  whenZero: 'not-applicable',
});

const indicator = (
  id: string,
  points: string,
  measure: Measure,
  score: Score,
  more: Partial<Indicator> = {},
): Indicator => ({
  id,
  title: text(id),
  points,
  scoredBy: text('office'),
  measure,
  score,
  missing: 'wait',
  ...more,
});

const full: Score = { method: 'proportion', target: '1', capShare: '1' };
const excluded: Partial<Indicator> = { notApplicable: { policy: 'exclude' } };
const none: Measure = { kind: 'none' };
const atLeastOne: Score = { method: 'threshold', comparison: 'at-least', at: '1' };

/** Proportions of counts, of facts to targets, with a minimum and with a target by unit. */
const work: Indicator[] = [
  indicator('p1', '3', ratio('done-1', 'due-1'), full, excluded),
  indicator('p2', '3', ratio('done-2', 'due-2'), full),
  indicator('p3', '2.5', ratio('done-3', 'due-3'), { ...full, target: '0.9' }),
  indicator('p4', '2.5', ratio('done-4', 'due-4'), { ...full, minimumShare: '0.6' }, excluded),
  indicator('p5', '3', fact('hours'), { method: 'proportion', target: '120', capShare: '1' }),
  indicator('p6', '3', fact('women-trained'), {
    method: 'proportion',
    target: fact('training-task'),
    capShare: '1',
  }),
  indicator('p7', '3', fact('funds'), { method: 'proportion', target: fact('funds-due'), capShare: '1' }),
  indicator('p8', '2', fact('visits'), { method: 'proportion', target: '37', capShare: '1' }),
  indicator('i1', '2', ratio('late', 'due-1'), { method: 'inverse', form: 'complement' }, excluded),
  indicator('l1', '2', fact('projects'), {
    method: 'linear',
    intercept: '0.5',
    slope: '0.15',
    low: '0',
    high: '2',
  }),
];

const band = (from: string | null, to: string | null, rest: Record<string, string>) => ({
  ...(from === null ? {} : { from }),
  ...(to === null ? {} : { to }),
  ...rest,
});
const tiers = (form: 'step' | 'interpolate' | 'marginal', ...bands: ReturnType<typeof band>[]): Score => ({
  method: 'tiers',
  form,
  bands,
});

/** Bands, thresholds, steps, lists and choices. */
const standards: Indicator[] = [
  indicator(
    't1',
    '3',
    fact('open-days'),
    tiers(
      'step',
      band(null, '100', { points: '0' }),
      band('100', '150', { points: '1' }),
      band('150', '200', { points: '2' }),
      band('200', null, { points: '3' }),
    ),
  ),
  indicator(
    't2',
    '3',
    fact('satisfaction'),
    tiers(
      'step',
      band(null, '60', { points: '0' }),
      band('60', '80', { share: '0.5' }),
      band('80', '90', { share: '0.8' }),
      band('90', null, { share: '1' }),
    ),
  ),
  indicator(
    't3',
    '2',
    ratio('done-2', 'due-2'),
    tiers(
      'step',
      band(null, '0.5', { points: '0' }),
      band('0.5', '0.9', { points: '1' }),
      band('0.9', null, { points: '2' }),
    ),
  ),
  indicator(
    't4',
    '2',
    fact('activities'),
    tiers(
      'step',
      band(null, '4', { points: '0' }),
      band('4', '12', { points: '1.2' }),
      band('12', null, { points: '2' }),
    ),
  ),
  indicator(
    't5',
    '3',
    fact('satisfaction'),
    tiers(
      'interpolate',
      band('0', '60', { points: '0' }),
      band('60', '95', { points: '1.5' }),
      band('95', null, { points: '3' }),
    ),
  ),
  indicator(
    't6',
    '3',
    fact('funds'),
    tiers(
      'marginal',
      band('0', '1000000', { rate: '0.0000011' }),
      band('1000000', '3000000', { rate: '0.0000006' }),
      band('3000000', null, { rate: '0.0000002' }),
    ),
  ),
  indicator('h1', '2', fact('plan-made'), atLeastOne),
  indicator('h2', '2', fact('office-ready'), atLeastOne),
  indicator('h3', '1', fact('meetings'), { method: 'threshold', comparison: 'at-least', at: '4' }),
  indicator('c1', '3', none, {
    method: 'checklist',
    items: ['place', 'sign', 'team', 'rules', 'funded'].map((id) => ({
      fact: id,
      title: text(id),
      points: '0.6',
    })),
  }),
  indicator('s1', '3', fact('vacancy-days'), {
    method: 'steps',
    base: '3',
    origin: '0',
    above: { points: '-0.1', per: '7', partial: 'down' },
  }),
  indicator('s2', '2', fact('gaps'), {
    method: 'steps',
    base: '2',
    origin: '0',
    above: { points: '-0.3', per: '1', partial: 'down', limit: '1.5' },
  }),
  indicator('s3', '2', fact('growth'), {
    method: 'steps',
    base: '1',
    origin: '5',
    above: { points: '0.05', per: '1', partial: 'proportional', limit: '1' },
    below: { points: '-0.1', per: '1', partial: 'proportional' },
  }),
];

/** Judges, votes, raters and comparisons with the cohort. */
const review: Indicator[] = [
  indicator(
    'a1',
    '4',
    { kind: 'panel-mean', fact: 'judges', minimumJudges: 3, drop: { high: 1, low: 1, fromJudges: 5 } },
    { ...full, target: '100' },
  ),
  indicator(
    'a2',
    '3',
    { kind: 'panel-mean', fact: 'inspectors', minimumJudges: 1 },
    { ...full, target: '100' },
  ),
  indicator(
    'v1',
    '4',
    {
      kind: 'vote-mean',
      fact: 'ballot',
      minimumValid: 5,
      worth: [
        { option: 'good', points: '1' },
        { option: 'fair', points: '0.8' },
        { option: 'poor', points: '0.3' },
      ],
    },
    full,
  ),
  indicator(
    'v2',
    '3',
    { kind: 'vote-share', fact: 'ballot', minimumValid: 5, options: ['good', 'fair'] },
    full,
  ),
  indicator('m1', '2', none, {
    method: 'choice',
    fact: 'rating',
    worth: [
      { option: 'first', points: '2' },
      { option: 'second', points: '1.2' },
      { option: 'third', points: '0.4' },
    ],
  }),
  indicator('j1', '2', fact('judged'), { method: 'judged', reasonRequired: false }),
];
const beside: Indicator[] = [
  indicator('r1', '5', fact('participations'), {
    method: 'ranked',
    form: 'table',
    better: 'higher',
    tied: 'highest',
    points: ['5', '4.5', '4', '3.5', '3'],
    beyond: '2',
  }),
  indicator(
    'r2',
    '5',
    fact('complaints'),
    { method: 'ranked', form: 'step', better: 'lower', tied: 'mean', free: 1, points: '0.25' },
    { finish: { floor: '1' } },
  ),
  indicator('r3', '4', ratio('done-3', 'due-3'), {
    method: 'ranked',
    form: 'tier',
    better: 'higher',
    tied: 'highest',
    places: 'half-up',
    tiers: [
      { upTo: '1/3', share: '1' },
      { upTo: '2/3', share: '0.7' },
      { upTo: '1', share: '0.4' },
    ],
  }),
  indicator('e1', '5', fact('employed'), {
    method: 'efficacy',
    c: '0.4',
    d: '0.6',
    better: 'higher',
    low: 'cohort',
    high: 'cohort',
    whenEqual: '1',
  }),
  indicator('e2', '4', fact('response-hours'), {
    method: 'efficacy',
    c: '0.4',
    d: '0.6',
    better: 'lower',
    low: 'cohort',
    high: 'cohort',
    whenEqual: '1',
  }),
  indicator('e3', '5', fact('satisfaction'), {
    method: 'efficacy',
    c: '0.4',
    d: '0.6',
    better: 'higher',
    low: '40',
    high: '95',
    whenEqual: '1',
  }),
  indicator('b1', '4', fact('articles'), { method: 'relative', to: 'best', better: 'higher' }),
  indicator('b2', '4', fact('hours'), {
    method: 'relative',
    to: 'mean',
    better: 'higher',
    low: '0.5',
    high: '1',
  }),
];
const awards: Indicator[] = [
  indicator('w1', '6', none, {
    method: 'tally',
    base: '0',
    terms: [
      { title: text('national'), of: fact('prizes-high'), points: '1.4' },
      { title: text('county'), of: fact('prizes-low'), points: '0.2' },
    ],
  }),
  indicator('w2', '2', fact('models'), {
    method: 'steps',
    base: '0',
    origin: '0',
    above: { points: '0.7', per: '2', partial: 'up' },
  }),
];
const faults: Indicator[] = [
  indicator('f1', '5', none, {
    method: 'tally',
    base: '0',
    terms: [
      { title: text('late'), of: fact('overdue'), points: '-0.3' },
      { title: text('undone'), of: fact('undone'), points: '-1.1' },
      { title: text('false'), of: fact('corrections'), points: '-0.1' },
    ],
  }),
];

const sections: Section[] = [
  { id: 'work', title: text('work'), role: 'base', points: '26', indicators: work },
  { id: 'standards', title: text('standards'), role: 'base', points: '31', indicators: standards },
  { id: 'review', title: text('review'), role: 'base', points: '18', indicators: review },
  { id: 'beside', title: text('beside others'), role: 'base', points: '36', indicators: beside },
  { id: 'awards', title: text('awards'), role: 'bonus', points: '7', indicators: awards },
  { id: 'faults', title: text('faults'), role: 'deduction', points: '8', indicators: faults },
];

const counts: readonly (readonly [string, number])[] = [
  ['late', 20],
  ['hours', 300],
  ['women-trained', 400],
  ['funds', 5_000_000],
  ['visits', 60],
  ['projects', 15],
  ['open-days', 366],
  ['activities', 30],
  ['meetings', 8],
  ['vacancy-days', 180],
  ['gaps', 9],
  ['growth', 30],
  ['participations', 2000],
  ['complaints', 12],
  ['employed', 300],
  ['response-hours', 240],
  ['articles', 25],
  ['prizes-high', 3],
  ['prizes-low', 9],
  ['models', 5],
  ['overdue', 6],
  ['undone', 3],
  ['corrections', 9],
  ['judged', 2],
];

const facts: Fact[] = [
  ...[1, 2, 3, 4].flatMap((n) => [
    n === 1 || n === 4 ? numberFact(`due-${n}`, '400') : positive(`due-${n}`, '400'),
    { ...numberFact(`done-${n}`, '400') },
  ]),
  positive('training-task', '400'),
  positive('funds-due', '5000000'),
  ...counts.map(([id, max]) => numberFact(id, String(max))),
  { ...common('satisfaction'), kind: 'percent' },
  ...['plan-made', 'office-ready', 'place', 'sign', 'team', 'rules', 'funded', 'scandal', 'absent'].map(
    yesNo,
  ),
  { ...common('judges'), kind: 'panel', scale: '100' },
  { ...common('inspectors'), kind: 'panel', scale: '100' },
  { ...common('ballot'), kind: 'ballots', options: options('good', 'fair', 'poor') },
  { ...common('rating'), kind: 'choice', options: options('none', 'third', 'second', 'first') },
];

/** 40 indicators of every kind that the integer kernels do, in groups by parent: what a county's scheme looks like. */
export const taskBook: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'bench',
  title: text('bench'),
  issuer: text('bench'),
  year: 2026,
  version: '1',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['Village'],
  totalPoints: '111',
  rounding: {
    indicator: { mode: 'half-up', digits: 4 },
    section: null,
    total: { mode: 'half-up', digits: 4 },
  },
  facts,
  sections,
  vetoes: [
    {
      id: 'scandal',
      title: text('scandal'),
      when: { kind: 'is-true', fact: 'scandal' },
      effects: [{ kind: 'grade-ceiling', grade: 'good' }],
    },
    {
      id: 'absent',
      title: text('absent'),
      when: { kind: 'is-true', fact: 'absent' },
      effects: [{ kind: 'grade', grade: 'poor' }],
    },
  ],
  cohorts: { by: 'parent' },
  ranking: {
    on: 'rounded',
    ties: 'competition',
    tieBreaks: [{ kind: 'no-veto' }, { kind: 'section', section: 'work' }],
  },
  grades: [
    {
      id: 'excellent',
      title: text('excellent'),
      atLeast: '85',
      quota: { ratio: '0.2', rounding: 'half-up', minimum: 1, scope: 'cohort', tieAtEdge: 'in' },
      withoutVeto: true,
    },
    { id: 'good', title: text('good'), atLeast: '75' },
    { id: 'fair', title: text('fair'), atLeast: '60' },
    { id: 'poor', title: text('poor') },
  ],
};

/** Upper ends of the counts, for the generator of facts. */
export const taskCounts = counts;
