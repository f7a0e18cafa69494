import fc from 'fast-check';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { compile } from '../engine/compile.js';
import type { Condition } from '../format/condition.js';
import type { Fact } from '../format/fact.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Rounding } from '../format/primitives.js';
import type { Grade, RuleBook, TieBreak, Veto } from '../format/rule-book.js';
import type { Score } from '../format/score.js';
import { compileBatch } from './batch.js';
import { batchFactsOf } from './columns.js';
import { schemaOf } from './schema.js';

const text = (word: string) => ({ zh: word, en: word });
const common = (id: string) => ({
  id,
  title: text(id),
  source: 'ledger' as const,
  enteredBy: text('office'),
});
const options = (...ids: string[]) => ids.map((id) => ({ id, title: text(id) }));
const number = (id: string, checks: { min?: string; max?: string; integer?: boolean }): Fact => ({
  ...common(id),
  kind: 'number',
  unit: text('thing'),
  checks,
});

// Small ranges: ties, halves, equal cohorts and zero denominators are to be frequent.
const facts: Fact[] = [
  number('few', { min: '0', max: '4', integer: true }),
  number('some', { min: '0', max: '12' }),
  { ...number('least-one', { min: '1', max: '9', integer: true }), source: 'meeting' },
  number('signed', { min: '-6', max: '6' }),
  { ...common('rate'), kind: 'percent' },
  { ...common('yes'), kind: 'boolean' },
  { ...common('flag'), kind: 'boolean' },
  { ...common('prize'), kind: 'choice', options: options('none', 'second', 'first') },
  {
    ...common('votes'),
    kind: 'ballots',
    options: [...options('good', 'fair', 'poor'), { id: 'spoiled', title: text('spoiled'), valid: false }],
  },
  { ...common('judges'), kind: 'panel', scale: '100' },
  { ...common('raters'), kind: 'raters', scale: '100', groups: options('leaders', 'peers', 'public') },
  { ...common('awards'), kind: 'records', levels: options('county', 'city') },
];
const numbers = ['few', 'some', 'least-one', 'signed', 'rate', 'yes'];
const fact = (id: string): Measure => ({ kind: 'fact', fact: id });

const decimal = (low: number, high: number, digits = 2) =>
  fc.integer({ min: low * 10 ** digits, max: high * 10 ** digits }).map((value) => {
    const whole = Math.trunc(value / 10 ** digits);
    const rest = String(Math.abs(value % 10 ** digits)).padStart(digits, '0');
    return `${value < 0 && whole === 0 ? '-' : ''}${whole}.${rest}`;
  });
const flag = fc.boolean();
const better = fc.constantFrom('higher' as const, 'lower' as const);

const rounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
    digits: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
    step: fc.constantFrom('0.5', '0.25', '0.3', '2'),
  }),
);

const leaf = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...numbers).map(fact) },
  { weight: 1, arbitrary: decimal(-3, 9).map((value): Measure => ({ kind: 'constant', value })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('panel-mean' as const),
      fact: fc.constant('judges'),
      minimumJudges: fc.integer({ min: 1, max: 3 }),
      drop: fc.constantFrom(
        { high: 1, low: 1, fromJudges: 4 },
        { high: 2, low: 1, fromJudges: 5 },
        undefined,
      ),
      sumFor: fc.constantFrom(undefined, 5),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('vote-mean' as const),
      fact: fc.constant('votes'),
      worth: fc.constantFrom(
        [
          { option: 'good', points: '100' },
          { option: 'fair', points: '66.5' },
        ],
        [
          { option: 'good', points: '1' },
          { option: 'poor', points: '-0.3' },
        ],
      ),
      minimumValid: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('vote-share' as const),
      fact: fc.constant('votes'),
      options: fc.constantFrom(['good'], ['good', 'fair']),
      minimumValid: fc.integer({ min: 1, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rater-mean' as const),
      fact: fc.constant('raters'),
      weights: fc.constant([
        { group: 'leaders', weight: '0.5' },
        { group: 'peers', weight: '0.3' },
        { group: 'public', weight: '0.25' },
      ]),
      absent: fc.constantFrom('renormalise' as const, 'zero' as const, 'cannot-compute' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant<Measure>({ kind: 'count', fact: 'awards', levels: ['city'] }) },
) as fc.Arbitrary<Measure>;

const measure: fc.Arbitrary<Measure> = fc.letrec<{ measure: Measure }>((tie) => ({
  measure: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 4, arbitrary: leaf },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constantFrom('sum' as const, 'greatest' as const, 'least' as const, 'product' as const),
        of: fc.array(tie('measure'), { minLength: 1, maxLength: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('difference' as const),
        of: fc.tuple(tie('measure'), tie('measure')),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('ratio' as const),
        of: fc.tuple(tie('measure'), tie('measure')),
        whenZero: fc.constantFrom('cannot-compute' as const, 'not-applicable' as const, { value: '0.75' }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('sample-rate' as const),
        positive: tie('measure'),
        sample: leaf,
        minimumSample: fc.constantFrom('0', '2.5', '4'),
      }),
    },
    { weight: 1, arbitrary: tie('measure').map((of): Measure => ({ kind: 'previous', of })) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('first-known' as const),
        of: fc.array(tie('measure'), { minLength: 2, maxLength: 2 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('cohort' as const),
        of: leaf,
        take: fc.constantFrom(
          'count' as const,
          'sum' as const,
          'mean' as const,
          'least' as const,
          'greatest' as const,
          'median' as const,
          'deviation' as const,
          'sample-deviation' as const,
        ),
        among: fc.constantFrom(undefined, 'all' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('place' as const), of: leaf, better }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('rounded' as const), of: tie('measure'), rounding }),
    },
  ),
})).measure;

const comparison = fc.constantFrom(
  'at-least' as const,
  'more-than' as const,
  'at-most' as const,
  'less-than' as const,
  'equal' as const,
);
const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('yes', 'flag').map((id): Condition => ({ kind: 'is-true', fact: id })),
    fc.constant<Condition>({ kind: 'is-option', fact: 'prize', options: ['first', 'second'] }),
    fc.record({
      kind: fc.constant('compare' as const),
      left: measure,
      comparison,
      right: fc.oneof(decimal(0, 5, 0), measure),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 2 }),
    }),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
  ),
})).condition;

const side = fc.record(
  {
    points: decimal(-2, 2),
    per: fc.constantFrom('1', '0.5', '3', '0.1'),
    partial: fc.constantFrom('proportional' as const, 'down' as const, 'up' as const),
    limit: fc.constantFrom('1', '2.5'),
  },
  { requiredKeys: ['points', 'per', 'partial'] },
);
const edges = fc
  .uniqueArray(fc.integer({ min: -4, max: 40 }), { minLength: 1, maxLength: 3 })
  .map((list) => [...list].sort((a, b) => a - b).map((edge) => String(edge / 4)));
const bandWorth = fc.record({ points: decimal(0, 9), rate: decimal(0, 1) });
const tiers: fc.Arbitrary<Score> = fc
  .tuple(
    fc.constantFrom('step' as const, 'interpolate' as const, 'marginal' as const),
    edges,
    fc.array(bandWorth, { minLength: 4, maxLength: 4 }),
    flag,
    flag,
    flag,
  )
  .map(([form, list, worth, openLow, openHigh, included]): Score => {
    const band = (from: string | undefined, to: string | undefined, index: number) => ({
      ...(from === undefined ? {} : { from, ...(included ? {} : { fromIncluded: false }) }),
      ...(to === undefined ? {} : { to, ...(included ? {} : { toIncluded: true }) }),
      ...(worth[index] ?? { points: '0', rate: '0' }),
    });
    const inner = list.slice(0, -1).map((from, index) => band(from, list[index + 1], index + 1));
    const first = openLow ? [band(undefined, list[0], 0)] : [];
    const last =
      openHigh || (first.length === 0 && inner.length === 0) ? [band(list.at(-1), undefined, 3)] : [];
    return { method: 'tiers', form, bands: [...first, ...inner, ...last] };
  });
const share = fc.constantFrom('0', '0.25', '0.6', '1');
const place = { better, tied: fc.constantFrom('highest' as const, 'mean' as const) };

const score = fc.oneof(
  fc.record(
    {
      method: fc.constant('proportion' as const),
      target: fc.oneof(fc.constantFrom('0.9', '3', '100'), leaf),
      capShare: fc.constantFrom('1', '1.2', '0.5', null),
      minimumShare: fc.constantFrom('0.6', '0.8'),
    },
    { requiredKeys: ['method', 'target', 'capShare'] },
  ),
  fc.record({
    method: fc.constant('inverse' as const),
    form: fc.constantFrom('complement' as const, 'target-over-actual' as const, 'excess-share' as const),
    target: fc.oneof(fc.constantFrom('0', '0.5', '3'), fc.constantFrom('few', 'least-one').map(fact)),
  }),
  fc.record({
    method: fc.constant('threshold' as const),
    comparison,
    at: fc.constantFrom('1', '0.5', '3.25'),
    metPoints: fc.constantFrom('3', undefined),
    unmetPoints: fc.constantFrom('-1.5', undefined),
  }),
  fc.constant<Score>({
    method: 'checklist',
    items: [
      { fact: 'yes', title: text('yes'), points: '2.5' },
      { fact: 'flag', title: text('flag'), points: '1.25' },
    ],
  }),
  fc.record({
    method: fc.constant('linear' as const),
    intercept: decimal(-3, 3),
    slope: decimal(-2, 2),
    low: decimal(-4, 0),
    high: decimal(0, 9),
  }),
  fc.record(
    {
      method: fc.constant('steps' as const),
      base: decimal(0, 9),
      origin: fc.oneof(fc.constantFrom('0', '2', '0.75'), fc.constantFrom(...numbers).map(fact)),
      above: side,
      below: side,
    },
    { requiredKeys: ['method', 'base', 'origin'] },
  ),
  fc.record({
    method: fc.constant('tally' as const),
    base: decimal(0, 5),
    terms: fc.array(fc.record({ title: fc.constant(text('term')), of: measure, points: decimal(-2, 2) }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  tiers,
  fc.constant<Score>({ method: 'choice', fact: 'prize', worth: [{ option: 'first', points: '7.5' }] }),
  fc.constant<Score>({
    method: 'records-worth',
    fact: 'awards',
    worth: [
      { level: 'county', points: '1.5' },
      { level: 'city', points: '4' },
    ],
    sameMatter: 'highest',
  }),
  fc.record({
    method: fc.constant('relative' as const),
    to: fc.constantFrom('best' as const, 'mean' as const, 'beyond-mean' as const),
    better,
    low: fc.constantFrom('0.5', undefined),
    high: fc.constantFrom('1', '1.5', undefined),
    deduct: fc.constantFrom('0.5', '3'),
  }),
  fc.record({
    method: fc.constant('efficacy' as const),
    c: fc.constantFrom('0.4', '1'),
    d: fc.constantFrom('0.6', '0'),
    better,
    low: fc.constantFrom('cohort' as const, '1', '0.25'),
    high: fc.constantFrom('cohort' as const, '8', '2'),
    whenEqual: share,
  }),
  fc.record({ method: fc.constant('judged' as const), reasonRequired: flag }),
  fc.record({
    method: fc.constant('ranked' as const),
    form: fc.constant('table' as const),
    ...place,
    points: fc.constant(['9', '6.5', '4']),
    beyond: fc.constant('1.25'),
  }),
  fc.record({
    method: fc.constant('ranked' as const),
    form: fc.constant('step' as const),
    ...place,
    free: fc.integer({ min: 0, max: 2 }),
    points: fc.constant('0.75'),
  }),
  fc.record({
    method: fc.constant('ranked' as const),
    form: fc.constant('percent' as const),
    ...place,
    share: fc.constant('0.15'),
  }),
  fc.record({
    method: fc.constant('ranked' as const),
    form: fc.constant('tier' as const),
    ...place,
    places: fc.constantFrom('half-up' as const, 'down' as const, 'up' as const, 'larger-first' as const),
    tiers: fc.constant([
      { upTo: '1/3', share: '1' },
      { upTo: '0.7', share: '0.6' },
      { upTo: '1', share: '0.25' },
    ]),
  }),
) as fc.Arbitrary<Score>;

const readsFacts: ReadonlySet<Score['method']> = new Set(['checklist', 'choice', 'records-worth', 'tally']);

const indicator = (id: string, earlier: readonly string[]): fc.Arbitrary<Indicator> =>
  fc
    .record({
      score,
      measure:
        earlier.length === 0
          ? measure
          : fc.oneof(
              { weight: 9, arbitrary: measure },
              {
                weight: 2,
                arbitrary: fc
                  .tuple(fc.constantFrom(...earlier), fc.constantFrom('points', 'place', 'mean'), better)
                  .map(([indicator, as, best]): Measure => {
                    const of: Measure = { kind: 'indicator-points', indicator };
                    if (as === 'place') return { kind: 'place', of, better: best };
                    return as === 'mean' ? { kind: 'cohort', of, take: 'mean' } : of;
                  }),
              },
            ),
      points: fc.constantFrom('10', '7.5', '3'),
      missing: fc.constantFrom('wait' as const, 'zero' as const, 'cohort-mean' as const),
      policy: fc.constantFrom('none', 'exclude', 'full', 'zero', 'fixed', 'cohort-mean'),
      when: fc.option(condition, { freq: 4, nil: undefined }),
      exception: fc.option(condition, { freq: 4, nil: undefined }),
      floor: fc.constantFrom(undefined, undefined, '-2.5', '0.1'),
      cap: fc.constantFrom(undefined, undefined, '6.25'),
      own: fc.option(rounding, { freq: 5, nil: undefined }),
      linked: fc.boolean(),
      forSome: fc.integer({ min: 0, max: 5 }),
    })
    .map(
      ({
        score: method,
        measure: of,
        points,
        missing,
        policy,
        when,
        exception,
        floor,
        cap,
        own,
        linked,
        forSome,
      }) => ({
        id,
        title: text(id),
        points,
        scoredBy: text('office'),
        measure: readsFacts.has(method.method) ? ({ kind: 'none' } as const) : of,
        score: method,
        missing,
        ...(forSome === 0 ? { appliesTo: { types: ['T'] } } : {}),
        ...(policy === 'none'
          ? {}
          : {
              notApplicable: {
                policy: policy as 'exclude',
                ...(policy === 'fixed' ? { points: '1.75' } : {}),
                ...(when ? { when } : {}),
              },
            }),
        finish: {
          ...(exception
            ? { exceptions: [{ when: exception, points: 'full' as const, because: text('so') }] }
            : {}),
          ...(floor === undefined ? {} : { floor }),
          ...(cap === undefined ? {} : { cap }),
          ...(own ? { rounding: own } : {}),
          ...(linked && earlier[0] !== undefined ? { linkedCap: { indicator: earlier[0] } } : {}),
        },
      }),
    );

const effects: fc.Arbitrary<Veto['effects']> = fc.array(
  fc.constantFrom<Veto['effects'][number]>(
    { kind: 'grade-ceiling', grade: 'good' },
    { kind: 'grade', grade: 'fair' },
    { kind: 'grade-down', steps: 1 },
    { kind: 'indicator-zero', indicators: ['I2', 'I3'] },
    { kind: 'no-award' },
  ),
  { minLength: 1, maxLength: 2 },
);

const tieBreak = fc.constantFrom<TieBreak>(
  { kind: 'no-veto' },
  { kind: 'indicator', indicator: 'I1' },
  { kind: 'section', section: 'A' },
  { kind: 'self-gap' },
  { kind: 'measure', of: fact('few'), better: 'lower' },
  { kind: 'count-back', indicators: ['I1', 'I2'], by: 'points' },
  { kind: 'count-back', indicators: ['I1', 'I3'], by: 'places' },
  { kind: 'unit-code' },
);

const places = fc.record({
  ratio: fc.constantFrom('0.2', '0.35', '0.5'),
  rounding: fc.constantFrom('down' as const, 'half-up' as const, 'up' as const),
  minimum: fc.integer({ min: 0, max: 1 }),
  scope: fc.constantFrom('cohort' as const, 'all' as const),
  tieAtEdge: fc.constantFrom('in' as const, 'out' as const),
});
const grades: fc.Arbitrary<Grade[]> = fc
  .record({
    quota: fc.option(places, { nil: undefined }),
    second: fc.option(places, { nil: undefined }),
    last: fc.option(places, { nil: undefined }),
    line: fc.constantFrom('5', '9.5', '14'),
    withoutVeto: flag,
  })
  .map(({ quota, second, last, line, withoutVeto }) => [
    { id: 'best', title: text('best'), atLeast: line, withoutVeto, ...(quota ? { quota } : {}) },
    {
      id: 'good',
      title: text('good'),
      atLeast: '4',
      ...(withoutVeto ? {} : { atMost: '9' }),
      ...(second ? { quota: second } : {}),
    },
    { id: 'fair', title: text('fair'), atLeast: '2', ...(last ? { lastPlaces: last } : {}) },
    { id: 'rest', title: text('rest') },
  ]);

const weighted = (absent: 'zero' | 'leave-out') => ({
  by: 'weighted-sum' as const,
  absent,
  weights: [
    { part: 'I2', weight: '0.6' },
    { part: 'I3', weight: '1.35' },
  ],
});

const cohorts = fc.constantFrom<RuleBook['cohorts']>(
  { by: 'all' },
  { by: 'parent' },
  {
    by: 'attribute',
    attribute: 'group',
    groups: [
      { id: 'g1', title: text('one'), values: ['one'] },
      { id: 'g2', title: text('two'), values: ['two', 'three'] },
    ],
  },
);

/** Rule books over every kind that the kernels know and some that they do not. */
const book = fc
  .record({
    I1: indicator('I1', []),
    I2: indicator('I2', ['I1']),
    I3: indicator('I3', ['I1', 'I2']),
    I4: indicator('I4', ['I2']),
    I5: indicator('I5', ['I1']),
    I6: indicator('I6', []),
    I7: indicator('I7', ['I1', 'I4']),
    indicatorRounding: fc.option(rounding, { freq: 8, nil: null }),
    ownSection: fc.record({
      floor: fc.constantFrom(undefined, '-1', '0.5'),
      cap: fc.constantFrom(undefined, '9.5'),
      rounding: fc.option(rounding, { nil: undefined }),
      combine: fc.constantFrom(
        undefined,
        undefined,
        undefined,
        { by: 'sum' as const, absent: 'leave-out' as const },
        weighted('zero'),
        weighted('leave-out'),
        { by: 'mean' as const, form: 'arithmetic' as const, absent: 'zero' as const },
      ),
    }),
    better: fc.constantFrom(undefined, undefined, 'lower' as const),
    gradesOn: fc.constantFrom(undefined, 'exact' as const, fact('some')),
    sectionRounding: fc.option(rounding, { freq: 1, nil: null }),
    totalRounding: fc.option(rounding, { freq: 8, nil: null }),
    vetoes: fc.array(fc.record({ when: condition, effects }), { maxLength: 2 }),
    cohorts,
    ranking: fc.record({
      on: fc.constantFrom('rounded' as const, 'exact' as const),
      ties: fc.constantFrom('competition' as const, 'dense' as const, 'forbidden' as const),
      tieBreaks: fc.array(tieBreak, { maxLength: 2 }),
    }),
    outOfCompetition: fc.constantFrom(undefined, { types: ['S'] }),
    requires: fc.constantFrom(undefined, { indicators: ['I1'] }),
    bounds: fc.constantFrom(undefined, { floor: '1', cap: '15' }),
    grades,
  })
  .map((parts) => ({
    format: 'heng-rulebook/1' as const,
    id: 'random',
    title: text('random'),
    issuer: text('test'),
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['T', 'S'],
    totalPoints: '24',
    rounding: {
      indicator: parts.indicatorRounding,
      section: parts.sectionRounding,
      total: parts.totalRounding,
    },
    ...(parts.bounds ? { totalBounds: parts.bounds } : {}),
    facts,
    sections: [
      {
        id: 'A',
        title: text('A'),
        role: 'base' as const,
        points: '12',
        indicators: [parts.I1],
        sections: [
          {
            id: 'AA',
            title: text('AA'),
            role: 'base' as const,
            points: '6',
            indicators: [parts.I2, parts.I3],
          },
        ],
      },
      { id: 'B', title: text('B'), role: 'base' as const, points: '12', indicators: [parts.I4] },
      { id: 'C', title: text('C'), role: 'bonus' as const, points: '2.5', indicators: [parts.I5] },
      { id: 'D', title: text('D'), role: 'deduction' as const, points: '2', indicators: [parts.I6] },
      { id: 'E', title: text('E'), role: 'derived' as const, points: '10', indicators: [parts.I7] },
    ],
    vetoes: parts.vetoes.map((veto, index) => ({ id: `V${index}`, title: text('veto'), ...veto })),
    cohorts: parts.cohorts,
    ranking: {
      ...parts.ranking,
      ...(parts.better ? { better: parts.better } : {}),
      ...(parts.outOfCompetition ? { outOfCompetition: parts.outOfCompetition } : {}),
      ...(parts.requires ? { requires: parts.requires } : {}),
    },
    grades: parts.grades,
    // Absent parts of generated records are typed as undefined, which the format's types tell apart from absent.
  })) as unknown as fc.Arbitrary<RuleBook>;

const task = book.chain((random) =>
  fc.tuple(fc.constant(random), unitsFor(random, { from: 1, to: 9 }), unitsFor(random, { from: 0, to: 9 })),
);

const edits = fc.array(
  fc.record({ unit: fc.nat(20), from: fc.nat(20), fact: fc.nat(20), takes: fc.boolean(), own: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

const run = (random: RuleBook, units: readonly AssessedUnit[], previous: readonly AssessedUnit[]) => {
  const given = batchFactsOf(random, units, { previous });
  const batch = compileBatch(random, schemaOf(random, given)).bind(given);
  batch.run();
  return batch;
};

describe('the batch of random rule books', () => {
  it('[EX1] gives every digit, state, rank, grade, reason and problem of the explaining evaluator', () => {
    fc.assert(
      fc.property(task, ([random, units, previous]) => {
        const batch = run(random, units, previous);
        const exact = compile(random).assess(units, { previous });
        expect(units.map((_, index) => batch.outcome(index))).toEqual(exact.units);
        const byUnit = (list: readonly { data: Readonly<Record<string, string>> }[]) =>
          list.map(({ data }) => data['unit']).sort();
        expect(byUnit(batch.problems())).toEqual(byUnit(exact.problems));
      }),
      { numRuns: 200 },
    );
  });

  it('[XP1] explains every indicator of a unit with the steps of a run over all units', () => {
    fc.assert(
      fc.property(task, ([random, units, previous]) => {
        const batch = run(random, units, previous);
        const exact = compile(random).assess(units, { previous });
        exact.units.forEach(({ code, indicators }, index) => {
          for (const { id } of indicators) expect(batch.explain(index, id)).toEqual(exact.explain(code, id));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('[EX1] after any edits stands where a new run of the edited facts stands', () => {
    fc.assert(
      fc.property(task, edits, ([random, units, previous], changes) => {
        const others = units.map((unit, index) => ({
          ...unit,
          facts: units[(index + 1) % units.length]?.facts ?? {},
        }));
        const wide = batchFactsOf(random, [...units, ...others], { previous });
        const schema = schemaOf(random, wide, { optional: true });
        const batch = compileBatch(random, schema).bind(batchFactsOf(random, units, { previous }));
        batch.run();
        const edited = units.map((unit) => ({ ...unit, facts: { ...unit.facts } }));
        for (const { unit: place, from: source, fact: at, takes, own } of changes) {
          const index = place % units.length;
          const id = facts[at % facts.length]?.id ?? '';
          const [target, entry] = [edited[index], units[source % units.length]?.facts[id]];
          const value = takes ? null : (entry?.verified ?? null);
          if (target === undefined || target.facts[id]?.notApplicable !== undefined) continue;
          batch.set(id, index, value, own ? 'declared' : 'counts');
          target.facts[id] = { ...target.facts[id], [own ? 'declared' : 'verified']: value };
        }
        const fresh = compile(random).assess(edited, { previous });
        expect(units.map((_, index) => batch.outcome(index))).toEqual(fresh.units);
      }),
      { numRuns: 80 },
    );
  });
});
