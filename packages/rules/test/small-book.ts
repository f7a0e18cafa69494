import type { Fact } from '../src/format/fact.js';
import type { Indicator } from '../src/format/indicator.js';
import type { Text } from '../src/format/primitives.js';
import type { RuleBook } from '../src/format/rule-book.js';

const text = (zh: string, en: string): Text => ({ zh, en });
const common = (id: string) => ({
  id,
  title: text(`事实${id}`, `fact ${id}`),
  source: 'ledger' as const,
  enteredBy: text('县妇联', 'county'),
});
const option = (id: string) => ({ id, title: text(`选项${id}`, `option ${id}`) });

const facts = (): Fact[] => [
  {
    ...common('villages'),
    kind: 'number',
    unit: text('个', 'villages'),
    checks: { integer: true, min: '1' },
  },
  {
    ...common('done'),
    kind: 'number',
    unit: text('个', 'villages'),
    checks: { integer: true, min: '0', atMost: 'villages' },
  },
  { ...common('rate'), kind: 'percent' },
  { ...common('funded'), kind: 'boolean' },
  { ...common('prize'), kind: 'choice', options: [option('none'), option('first')] },
  { ...common('scores'), kind: 'panel', scale: '100' },
  { ...common('votes'), kind: 'ballots', options: [option('good'), option('poor')] },
  { ...common('ratings'), kind: 'raters', scale: '100', groups: [option('leaders'), option('peers')] },
  { ...common('late'), kind: 'number', unit: text('次', 'times'), checks: { min: '0' } },
  {
    ...common('awards'),
    kind: 'records',
    levels: [option('county'), option('city')],
    genres: [option('news')],
  },
  { ...common('complaints'), kind: 'number', unit: text('次', 'times'), checks: { min: '0' } },
];

const indicator = (
  id: string,
  points: string,
  measure: Indicator['measure'],
  score: Indicator['score'],
): Indicator => ({
  id,
  title: text(`指标${id}`, `indicator ${id}`),
  points,
  scoredBy: text('县妇联', 'county'),
  measure,
  score,
  missing: 'wait',
  provenance: [
    { path: '/points', origin: 'default' },
    { path: '/measure', origin: 'default' },
    { path: '/score', origin: 'default' },
  ],
});

const fact = (id: string): Indicator['measure'] => ({ kind: 'fact', fact: id });

/** A small book with a fact of nearly every kind that parses and that the linter finds nothing wrong with. A fresh copy each time. */
export const smallBook = (): RuleBook => ({
  format: 'heng-rulebook/1',
  id: 'small',
  title: text('小规则书', 'Small book'),
  issuer: text('县妇联', 'County federation'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['Township'],
  totalPoints: '100',
  rounding: {
    indicator: { mode: 'half-up', digits: 2 },
    section: null,
    total: { mode: 'half-up', digits: 2 },
  },
  facts: facts(),
  sections: [
    {
      id: 'A',
      title: text('工作', 'Work'),
      role: 'base',
      points: '60',
      indicators: [
        indicator(
          'A1',
          '20',
          { kind: 'ratio', of: [fact('done'), fact('villages')], whenZero: 'cannot-compute' },
          { method: 'proportion', target: '1', capShare: '1' },
        ),
        indicator('A2', '20', fact('rate'), {
          method: 'tiers',
          form: 'step',
          bands: [
            { to: '60', points: '0' },
            { from: '60', to: '80', share: '0.5' },
            { from: '80', points: '20' },
          ],
        }),
        indicator('A3', '10', fact('funded'), { method: 'threshold', comparison: 'at-least', at: '1' }),
        indicator('A4', '10', fact('late'), {
          method: 'steps',
          base: '10',
          origin: '0',
          above: { points: '-1', per: '1', partial: 'down' },
        }),
      ],
    },
    {
      id: 'B',
      title: text('评议', 'Review'),
      role: 'base',
      points: '40',
      indicators: [
        indicator(
          'B1',
          '10',
          { kind: 'panel-mean', fact: 'scores', minimumJudges: 3 },
          { method: 'proportion', target: '100', capShare: '1' },
        ),
        indicator(
          'B2',
          '10',
          {
            kind: 'vote-mean',
            fact: 'votes',
            worth: [
              { option: 'good', points: '100' },
              { option: 'poor', points: '0' },
            ],
            minimumValid: 5,
          },
          { method: 'proportion', target: '100', capShare: '1' },
        ),
        indicator(
          'B3',
          '10',
          {
            kind: 'rater-mean',
            fact: 'ratings',
            weights: [
              { group: 'leaders', weight: '0.6' },
              { group: 'peers', weight: '0.4' },
            ],
            absent: 'renormalise',
          },
          { method: 'proportion', target: '100', capShare: '1' },
        ),
        indicator(
          'B4',
          '10',
          { kind: 'none' },
          { method: 'choice', fact: 'prize', worth: [{ option: 'first', points: '10' }] },
        ),
      ],
    },
    {
      id: 'C',
      title: text('加分', 'Bonus'),
      role: 'bonus',
      points: '10',
      indicators: [
        indicator(
          'C1',
          '10',
          { kind: 'none' },
          {
            method: 'records-worth',
            fact: 'awards',
            worth: [
              { level: 'county', points: '2' },
              { level: 'city', points: '4' },
            ],
            sameMatter: 'highest',
          },
        ),
      ],
    },
    {
      id: 'D',
      title: text('减分', 'Deductions'),
      role: 'deduction',
      points: '5',
      indicators: [
        indicator('D1', '5', fact('complaints'), {
          method: 'steps',
          base: '0',
          origin: '0',
          above: { points: '-1', per: '1', partial: 'down' },
        }),
      ],
    },
  ],
  vetoes: [
    {
      id: 'V1',
      title: text('投诉过多', 'Too many complaints'),
      when: { kind: 'compare', left: fact('complaints'), comparison: 'more-than', right: '10' },
      effects: [{ kind: 'grade-ceiling', grade: 'good' }],
    },
  ],
  cohorts: { by: 'all' },
  ranking: { on: 'rounded', ties: 'competition', tieBreaks: [{ kind: 'unit-code' }] },
  grades: [
    {
      id: 'excellent',
      title: text('优秀', 'Excellent'),
      atLeast: '90',
      quota: { ratio: '0.2', rounding: 'down', minimum: 1, scope: 'cohort', tieAtEdge: 'in' },
    },
    { id: 'good', title: text('良好', 'Good'), atLeast: '60' },
    { id: 'rest', title: text('一般', 'The rest') },
  ],
});

/** What a change can be: a new value, or nothing at all. */
export const removed = Symbol('removed');

/** A document with values put in or taken out at JSON pointers, `{ '/grades/0/atLeast': '95' }`; `-` appends to a list. */
export function changed(document: unknown, changes: Readonly<Record<string, unknown>>): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  for (const [pointer, value] of Object.entries(changes)) {
    const steps = pointer.slice(1).split('/');
    const last = steps.pop() ?? '';
    let here: unknown = copy;
    for (const step of steps) here = (here as Record<string, unknown>)[step];
    const place = here as Record<string, unknown>;
    if (Array.isArray(here) && last === '-') here.push(value);
    else if (value === removed && Array.isArray(here)) here.splice(Number(last), 1);
    else if (value === removed) Reflect.deleteProperty(place, last);
    else place[last] = value;
  }
  return copy;
}
