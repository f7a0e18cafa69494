import fc from 'fast-check';
import { clauseKeywords } from '../src/explain/clause-keywords.js';
import type { Band } from '../src/format/band.js';
import type { Condition } from '../src/format/condition.js';
import type { Fact } from '../src/format/fact.js';
import type { Indicator } from '../src/format/indicator.js';
import type { Measure } from '../src/format/measure.js';
import type { Rounding, Selection, Text } from '../src/format/primitives.js';
import type { RuleBook, Section } from '../src/format/rule-book.js';
import type { Score } from '../src/format/score.js';

/** A book with one indicator of any method over any measure, under titles that are hard to tell from the words of a clause. */
export type RandomRule = {
  readonly book: RuleBook;
  readonly indicator: Indicator;
  readonly role: Section['role'];
};

const keyword = fc.constantFrom(...clauseKeywords);
const phrase = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom('妇女之家', '妇女', '妇女之家数', '培训', '第一轮', '12345热线', '其他各项'),
  },
  { weight: 3, arbitrary: keyword },
  { weight: 2, arbitrary: fc.tuple(keyword, keyword).map(([one, other]) => one + other) },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constantFrom('妇女', '培训', '5'), keyword).map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(keyword, fc.constantFrom('妇女', '家', '5')).map((parts) => parts.join('')),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '甲、乙',
      '“会改联”',
      '「引」',
      '」',
      'a，b。',
      '1 + 1',
      '5 分',
      '（一）',
      'ＡＢ',
      '\n',
      'log2',
    ),
  },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }) },
);
const text = (own: fc.Arbitrary<string> = phrase): fc.Arbitrary<Text> =>
  own.map((zh) => ({ zh, en: `en ${zh}` }));
const unit = fc.oneof(
  fc.constantFrom('次', '个', '人', '分', '家', '名', '个百分点', '万元', '元/人', '%', '得', '扣'),
  phrase,
);

const decimal = (low: number, high: number, digits = 2) =>
  fc
    .tuple(fc.integer({ min: low * 10 ** digits, max: high * 10 ** digits }), fc.boolean())
    .map(([value, trimmed]) => {
      const whole = Math.trunc(Math.abs(value) / 10 ** digits);
      const rest = String(Math.abs(value % 10 ** digits)).padStart(digits, '0');
      const exact = `${value < 0 ? '-' : ''}${whole}.${rest}`;
      return trimmed ? exact.replace(/\.?0+$/, '') : exact;
    });
const positive = decimal(1, 9).map((value) => value);
const points = decimal(-9, 9);
const share = fc.constantFrom('0', '0.5', '0.25', '1', '1.2', '0.333333');
const count = fc.integer({ min: 1, max: 9 });
const flag = fc.boolean();
const better = fc.constantFrom('higher' as const, 'lower' as const);
const option = <T>(own: fc.Arbitrary<T>) => fc.option(own, { nil: undefined });

const rounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
    digits: fc.integer({ min: 0, max: 3 }),
  }),
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
    step: fc.constantFrom('0.5', '0.250', '2'),
  }),
);

const band: fc.Arbitrary<Band> = fc.record(
  { from: points, fromIncluded: flag, to: points, toIncluded: flag },
  { requiredKeys: [] },
);

const optionIds = ['one', 'two', 'three'];
const options = fc.uniqueArray(fc.constantFrom(...optionIds), { minLength: 1, maxLength: 3 });
const absent = fc.constantFrom('no-number' as const, 'zero' as const, 'leave-out' as const);
const selection: fc.Arbitrary<Selection> = fc.oneof(
  fc.record({ best: count, better }),
  fc.record({ dropLowest: fc.integer({ min: 0, max: 2 }), dropHighest: fc.integer({ min: 0, max: 2 }) }),
);
const day = fc.constantFrom('2026-07-31', '2026-12-01');

const numbers = ['n1', 'n2', 'n3', 'rate', 'yes', 'no'];
const fact = fc.constantFrom(...numbers).map((id): Measure => ({ kind: 'fact', fact: id }));

const leaf = fc.oneof(
  { weight: 8, arbitrary: fact },
  { weight: 2, arbitrary: points.map((value) => ({ kind: 'constant' as const, value })) },
  {
    weight: 1,
    arbitrary: fc.record(
      { kind: fc.constant('count' as const), fact: fc.constant('awards'), levels: options, genres: options },
      { requiredKeys: ['kind', 'fact'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('days' as const), fact: fc.constant('done'), since: day }),
  },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        kind: fc.constant('panel-mean' as const),
        fact: fc.constant('judges'),
        drop: fc.record({
          high: fc.integer({ min: 0, max: 2 }),
          low: fc.integer({ min: 0, max: 2 }),
          fromJudges: count,
        }),
        minimumJudges: count,
        sumFor: count,
        withoutSelf: flag,
      },
      { requiredKeys: ['kind', 'fact', 'minimumJudges'] },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('vote-mean' as const),
      fact: fc.constant('votes'),
      worth: fc.tuple(points, points).map(([one, two]) => [
        { option: 'one', points: one },
        { option: 'two', points: two },
      ]),
      minimumValid: count,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('vote-share' as const),
      fact: fc.constant('votes'),
      options,
      minimumValid: count,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('rater-mean' as const),
      fact: fc.constant('raters'),
      weights: options.chain((groups) =>
        fc
          .tuple(...groups.map(() => positive))
          .map((weights) => groups.map((group, index) => ({ group, weight: weights[index] ?? '1' }))),
      ),
      absent: fc.constantFrom('renormalise' as const, 'zero' as const, 'cannot-compute' as const),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'indicator-points' as const, indicator: 'other' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'section-points' as const, section: 'T' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'self-gap' as const }) },
) as fc.Arbitrary<Measure>;

const measure: fc.Arbitrary<Measure> = fc.letrec<{ measure: Measure; one: Measure }>((tie) => ({
  measure: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: leaf },
    { weight: 5, arbitrary: tie('one') },
  ),
  one: fc.oneof(
    fc.record({
      kind: fc.constantFrom('sum' as const, 'product' as const, 'greatest' as const, 'least' as const),
      of: fc.array(tie('measure'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('difference' as const), of: fc.tuple(tie('measure'), tie('measure')) }),
    fc.record({
      kind: fc.constant('ratio' as const),
      of: fc.tuple(tie('measure'), tie('measure')),
      whenZero: fc.constantFrom('cannot-compute' as const, 'not-applicable' as const, { value: '0.750' }),
    }),
    fc.record({
      kind: fc.constant('sample-rate' as const),
      positive: tie('measure'),
      sample: tie('measure'),
      minimumSample: positive,
    }),
    tie('measure').map((of) => ({ kind: 'previous' as const, of })),
    fc.record({ kind: fc.constant('rounded' as const), of: tie('measure'), rounding }),
    fc.record({
      kind: fc.constant('logarithm' as const),
      of: tie('measure'),
      base: fc.constantFrom('e' as const, '2' as const, '10' as const),
    }),
    fc.record({
      kind: fc.constant('root' as const),
      of: tie('measure'),
      degree: fc.integer({ min: 2, max: 5 }),
    }),
    fc.record({
      kind: fc.constant('power' as const),
      of: tie('measure'),
      exponent: fc.constantFrom('2', '1.81', '-0.5', '0'),
    }),
    tie('measure').map((of) => ({ kind: 'exponential' as const, of })),
    fc.record({
      kind: fc.constant('banded' as const),
      of: tie('measure'),
      bands: fc.array(
        fc.tuple(band, points).map(([bounds, value]) => ({ ...bounds, value })),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record(
      {
        kind: fc.constant('mean' as const),
        form: fc.constantFrom('arithmetic' as const, 'geometric' as const, 'harmonic' as const),
        of: fc.array(fc.record({ measure: tie('measure'), weight: fc.constantFrom('1', '2', '2.0') }), {
          minLength: 1,
          maxLength: 3,
        }),
        absent,
        minimum: count,
      },
      { requiredKeys: ['kind', 'form', 'of', 'absent'] },
    ),
    fc.record(
      {
        kind: fc.constant('selected' as const),
        of: fc.array(tie('measure'), { minLength: 1, maxLength: 3 }),
        keep: selection,
        take: fc.constantFrom('sum' as const, 'mean' as const),
        absent,
        minimum: count,
      },
      { requiredKeys: ['kind', 'of', 'keep', 'take', 'absent'] },
    ),
    fc.record({
      kind: fc.constant('first-known' as const),
      of: fc.array(tie('measure'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record(
      {
        kind: fc.constant('cohort' as const),
        of: tie('measure'),
        take: fc.constantFrom(
          'mean' as const,
          'sum' as const,
          'count' as const,
          'least' as const,
          'greatest' as const,
          'median' as const,
          'deviation' as const,
          'sample-deviation' as const,
        ),
        among: fc.constant('all' as const),
      },
      { requiredKeys: ['kind', 'of', 'take'] },
    ),
    fc.record(
      {
        kind: fc.constant('cohort' as const),
        of: tie('measure'),
        take: fc.constant('percentile' as const),
        share: fc.constantFrom('0.05', '0.9', '1'),
        among: fc.constant('all' as const),
      },
      { requiredKeys: ['kind', 'of', 'take', 'share'] },
    ),
    fc.record(
      { kind: fc.constant('place' as const), of: tie('measure'), better, among: fc.constant('all' as const) },
      { requiredKeys: ['kind', 'of', 'better'] },
    ),
  ) as fc.Arbitrary<Measure>,
})).measure;

const comparison = fc.constantFrom(
  'at-least' as const,
  'more-than' as const,
  'at-most' as const,
  'less-than' as const,
  'equal' as const,
);
const operand = fc.oneof({ weight: 3, arbitrary: points }, { weight: 2, arbitrary: measure });
const above0 = fc.oneof({ weight: 3, arbitrary: positive }, { weight: 2, arbitrary: measure });

const condition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom('yes', 'no').map((id): Condition => ({ kind: 'is-true', fact: id })),
    options.map((list): Condition => ({ kind: 'is-option', fact: 'prize', options: list })),
    fc.record({ kind: fc.constant('compare' as const), left: measure, comparison, right: operand }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }),
    }),
    tie('condition').map((of): Condition => ({ kind: 'not', of })),
  ),
})).condition;

const side = fc.record(
  {
    points,
    per: positive,
    partial: fc.constantFrom('proportional' as const, 'down' as const, 'up' as const),
    limit: positive,
  },
  { requiredKeys: ['points', 'per', 'partial'] },
);
const place = { better, tied: fc.constantFrom('highest' as const, 'mean' as const) };
const levels = fc.constantFrom(...optionIds);

/** One arbitrary for each method, by its name. */
export const scores: Readonly<Record<Score['method'], fc.Arbitrary<Score>>> = {
  proportion: fc.record(
    {
      method: fc.constant('proportion' as const),
      target: above0,
      capShare: fc.constantFrom('1', '1.0', '1.2', '0.5', null),
      minimumShare: share,
    },
    { requiredKeys: ['method', 'target', 'capShare'] },
  ),
  inverse: fc.oneof(
    fc.constant<Score>({ method: 'inverse', form: 'complement' }),
    fc.record({
      method: fc.constant('inverse' as const),
      form: fc.constantFrom('complement' as const, 'target-over-actual' as const, 'excess-share' as const),
      target: operand,
    }),
  ),
  threshold: fc.record(
    {
      method: fc.constant('threshold' as const),
      comparison,
      at: operand,
      metPoints: points,
      unmetPoints: points,
    },
    { requiredKeys: ['method', 'comparison', 'at'] },
  ),
  checklist: fc.record({
    method: fc.constant('checklist' as const),
    items: fc.array(fc.record({ fact: fc.constantFrom('yes', 'no'), title: text(), points }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
  linear: fc
    .tuple(
      fc.oneof(points, fc.constant('0')),
      fc.oneof(points, fc.constantFrom('1', '-1', '0')),
      decimal(-9, 0),
      decimal(0, 9),
    )
    .map(([intercept, slope, low, high]): Score => ({ method: 'linear', intercept, slope, low, high })),
  steps: fc.record(
    {
      method: fc.constant('steps' as const),
      base: fc.oneof(points, fc.constant('0')),
      origin: fc.oneof(operand, fc.constant('0')),
      above: side,
      below: side,
    },
    { requiredKeys: ['method', 'base', 'origin'] },
  ) as fc.Arbitrary<Score>,
  tally: fc.record({
    method: fc.constant('tally' as const),
    base: fc.oneof(points, fc.constant('0')),
    terms: fc.array(fc.record({ title: text(), of: measure, points }), { minLength: 1, maxLength: 3 }),
  }),
  tiers: fc.record({
    method: fc.constant('tiers' as const),
    form: fc.constantFrom('step' as const, 'interpolate' as const, 'marginal' as const),
    bands: fc.array(
      fc
        .tuple(band, fc.record({ title: text(), points, share, rate: decimal(0, 9) }, { requiredKeys: [] }))
        .map(([bounds, worth]) => ({ ...bounds, ...worth })),
      { minLength: 1, maxLength: 4 },
    ),
  }) as fc.Arbitrary<Score>,
  choice: options.chain((list) =>
    fc.tuple(...list.map(() => points)).map((worth): Score => ({
      method: 'choice',
      fact: 'prize',
      worth: list.map((each, index) => ({ option: each, points: worth[index] ?? '0' })),
    })),
  ),
  'records-worth': fc.record(
    {
      method: fc.constant('records-worth' as const),
      fact: fc.constant('awards'),
      worth: fc.array(
        fc.record({ level: levels, genre: levels, points }, { requiredKeys: ['level', 'points'] }),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      genres: fc.array(fc.record({ genre: levels, coefficient: share }), { minLength: 0, maxLength: 2 }),
      amount: fc.record({ most: positive }, { requiredKeys: [] }),
      split: fc.oneof(
        fc.constantFrom({ by: 'equal' as const }, { by: 'first' as const }),
        fc.record({
          by: fc.constant('listed' as const),
          shares: fc.array(fc.array(share, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 }),
        }),
      ),
      sameMatter: fc.constantFrom(
        'all' as const,
        'highest' as const,
        'two-highest' as const,
        'diminishing' as const,
      ),
      othersCoefficient: share,
      bestMatters: count,
      period: fc.constant({ from: '2026-01-01', to: '2026-12-31' }),
      notBefore: fc.constant('previous' as const),
    },
    { requiredKeys: ['method', 'fact', 'worth', 'sameMatter'] },
  ) as fc.Arbitrary<Score>,
  relative: fc.record(
    {
      method: fc.constant('relative' as const),
      to: fc.constantFrom('best' as const, 'mean' as const, 'beyond-mean' as const),
      better,
      low: share,
      high: share,
      deduct: positive,
    },
    { requiredKeys: ['method', 'to', 'better'] },
  ),
  efficacy: fc.record({
    method: fc.constant('efficacy' as const),
    c: share,
    d: share,
    better,
    low: fc.oneof(fc.constant('cohort' as const), operand),
    high: fc.oneof(fc.constant('cohort' as const), operand),
    whenEqual: share,
  }),
  ranked: fc.oneof(
    fc.record({
      method: fc.constant('ranked' as const),
      form: fc.constant('table' as const),
      ...place,
      points: fc.array(points, { minLength: 1, maxLength: 4 }),
      beyond: points,
    }),
    fc.record({
      method: fc.constant('ranked' as const),
      form: fc.constant('step' as const),
      ...place,
      free: fc.integer({ min: 0, max: 3 }),
      points,
    }),
    fc.record({
      method: fc.constant('ranked' as const),
      form: fc.constant('percent' as const),
      ...place,
      share,
    }),
    fc.record({
      method: fc.constant('ranked' as const),
      form: fc.constant('tier' as const),
      ...place,
      places: fc.constantFrom('half-up' as const, 'down' as const, 'up' as const, 'larger-first' as const),
      tiers: fc
        .tuple(
          fc.constantFrom('1/3', '0.2', '0.25'),
          fc.constantFrom('2/3', '0.5'),
          fc.constantFrom('1', '0.9'),
          share,
        )
        .map(([one, two, three, worth]) => [one, two, three].map((upTo) => ({ upTo, share: worth }))),
    }),
  ),
  judged: fc.record({ method: fc.constant('judged' as const), reasonRequired: flag }),
};

const readsFacts: ReadonlySet<Score['method']> = new Set(['checklist', 'choice', 'records-worth', 'tally']);

const facts: fc.Arbitrary<Fact[]> = fc
  .record({
    titles: fc.array(text(), { minLength: 12, maxLength: 12 }),
    words: fc.array(text(), { minLength: 3, maxLength: 3 }),
    units: fc.array(unit, { minLength: 2, maxLength: 2 }),
    evidence: fc.option(text(), { nil: undefined }),
  })
  .map(({ titles, words, units, evidence }): Fact[] => {
    const common = (id: string, at: number) => ({
      id,
      title: titles[at] ?? { zh: id, en: id },
      source: 'ledger' as const,
      enteredBy: { zh: '办公室', en: 'office' },
      ...(evidence && at % 3 === 0 ? { evidence } : {}),
    });
    const unitOf = (at: number) => ({ zh: units[at] ?? '个', en: `en ${units[at] ?? ''}` });
    const list = optionIds.map((id, at) => ({ id, title: words[at] ?? { zh: id, en: id } }));
    return [
      { ...common('n1', 0), kind: 'number', unit: unitOf(0), checks: { min: '0', max: '9' } },
      { ...common('n2', 1), kind: 'number', unit: unitOf(0), checks: { min: '0', max: '9' } },
      { ...common('n3', 2), kind: 'number', unit: unitOf(1), checks: { min: '0', max: '9' } },
      { ...common('rate', 3), kind: 'percent' },
      { ...common('yes', 4), kind: 'boolean' },
      { ...common('no', 5), kind: 'boolean' },
      { ...common('done', 6), kind: 'date' },
      { ...common('prize', 7), kind: 'choice', options: list },
      { ...common('awards', 8), kind: 'records', levels: list, genres: [...list].reverse() },
      { ...common('votes', 9), kind: 'ballots', options: list },
      { ...common('judges', 10), kind: 'panel', scale: '100' },
      { ...common('raters', 11), kind: 'raters', scale: '100', groups: list },
    ];
  });

/** A rule of any method, or of one. */
export const randomRule = (
  score: fc.Arbitrary<Score> = fc.oneof(...Object.values(scores)),
): fc.Arbitrary<RandomRule> =>
  fc
    .record({
      facts,
      role: fc.constantFrom('base' as const, 'bonus' as const, 'deduction' as const, 'derived' as const),
      usual: fc.option(rounding, { nil: null }),
      titles: fc.array(text(), { minLength: 4, maxLength: 4 }),
      score,
      own: measure,
      needs: fc.option(measure, { freq: 4, nil: undefined }),
      points: fc.constantFrom('10', '7.5', '3.0'),
      missing: fc.constantFrom('wait' as const, 'zero' as const, 'cohort-mean' as const),
      policy: fc.constantFrom(
        undefined,
        'exclude' as const,
        'full' as const,
        'zero' as const,
        'fixed' as const,
        'cohort-mean' as const,
      ),
      fixed: points,
      when: option(condition),
      exceptions: fc.array(
        fc.record({
          when: condition,
          points: fc.oneof(points, fc.constant('full' as const)),
          because: text(),
        }),
        {
          maxLength: 2,
        },
      ),
      linked: flag,
      floor: option(decimal(-9, 0)),
      cap: option(decimal(1, 20)),
      rounding: option(rounding),
    })
    .map((parts): RandomRule => {
      const { policy, when, linked, titles, role } = parts;
      const title = (at: number) => titles[at] ?? { zh: '指标', en: 'indicator' };
      const indicator: Indicator = {
        id: 'own',
        title: title(0),
        points: parts.points,
        scoredBy: { zh: '办公室', en: 'office' },
        measure: readsFacts.has(parts.score.method) ? (parts.needs ?? { kind: 'none' }) : parts.own,
        score: parts.score,
        missing: parts.missing,
        ...(policy
          ? {
              notApplicable: {
                policy,
                ...(policy === 'fixed' ? { points: parts.fixed } : {}),
                ...(when ? { when } : {}),
              },
            }
          : {}),
        finish: {
          exceptions: parts.exceptions,
          ...(linked ? { linkedCap: { indicator: 'other' } } : {}),
          ...(parts.floor === undefined ? {} : { floor: parts.floor }),
          ...(parts.cap === undefined ? {} : { cap: parts.cap }),
          ...(parts.rounding ? { rounding: parts.rounding } : {}),
        },
      };
      const other: Indicator = {
        id: 'other',
        title: title(1),
        points: '10',
        scoredBy: { zh: '办公室', en: 'office' },
        measure: { kind: 'fact', fact: 'n1' },
        score: { method: 'judged', reasonRequired: false },
        missing: 'wait',
      };
      const book: RuleBook = {
        format: 'heng-rulebook/1',
        id: 'random',
        title: { zh: '随机', en: 'random' },
        issuer: { zh: '测试', en: 'test' },
        year: 2026,
        version: '1',
        effective: { from: '2026-01-01', to: '2026-12-31' },
        unitTypes: ['T'],
        totalPoints: '10',
        rounding: { indicator: parts.usual, section: null, total: null },
        facts: parts.facts,
        sections: [
          { id: 'S', title: title(2), role, points: '10', indicators: [indicator] },
          { id: 'T', title: title(3), role: 'base', points: '10', indicators: [other] },
        ],
        vetoes: [],
        cohorts: { by: 'all' },
        ranking: { on: 'exact', ties: 'competition', tieBreaks: [] },
        grades: [{ id: 'all', title: { zh: '不分等次', en: 'no grades' } }],
      };
      return { book, indicator, role };
    });
