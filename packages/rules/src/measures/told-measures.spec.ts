import { bookOf, booleanFact, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Measure } from '../format/measure.js';

const option = (id: string) => ({ id, title: { zh: id, en: id } });
const facts: Fact[] = [
  ...['x', 'y', 'z'].map((id) => numberFact(id)),
  { ...booleanFact('votes'), kind: 'ballots', options: ['good', 'poor'].map(option) },
  { ...booleanFact('marks'), kind: 'panel', scale: '10' },
  {
    ...booleanFact('raters'),
    kind: 'raters',
    scale: '100',
    groups: ['self', 'peers', 'leaders'].map(option),
  },
  { ...booleanFact('cases'), kind: 'records', levels: ['high'].map(option), genres: ['a'].map(option) },
];
type Facts = Record<string, FactValue | null>;

/** How the first unit's measure is told: its expression and its value, or why there is none. */
function told(measure: Measure, ...units: Facts[]) {
  const indicator = indicatorOf(
    { method: 'linear', intercept: '0', slope: '1', low: '-1000000', high: '1000000' },
    { measure, points: '1000000', finish: { floor: '-1000000' } },
  );
  const book = bookOf([indicator], { facts });
  const assessment = compile(book).assess(
    units.map((values, index) => unitOf(`u${index}`, values, { parent: index < 2 ? 'near' : 'far' })),
  );
  const [outcome] = assessment.units[0]?.indicators ?? [];
  const step = assessment.explain('u0', 'I').steps.find(({ code }) => code === 'measure');
  return { shown: step?.data['shown'], value: step?.data['value'], outcome };
}

const [x, y, z] = [fact('x'), fact('y'), fact('z')] as const;
const sumOfTwo: Measure = { kind: 'sum', of: [x, y] };
const judges = (...scores: string[]): FactValue =>
  scores.map((score, index) => ({ judge: `j${index}`, score }));
const raters: Extract<Measure, { kind: 'rater-mean' }> = {
  kind: 'rater-mean',
  fact: 'raters',
  weights: [
    { group: 'self', weight: '0.2' },
    { group: 'peers', weight: '0.3' },
    { group: 'leaders', weight: '0.5' },
  ],
  absent: 'cannot-compute',
};
const mean = (changes: Partial<Extract<Measure, { kind: 'mean' }>>): Measure => ({
  kind: 'mean',
  form: 'arithmetic',
  of: [
    { measure: sumOfTwo, weight: '3' },
    { measure: z, weight: '1' },
  ],
  absent: 'no-number',
  ...changes,
});
const selected = (changes: Partial<Extract<Measure, { kind: 'selected' }>>): Measure => ({
  kind: 'selected',
  of: [x, y, z],
  keep: { best: 2, better: 'higher' },
  take: 'sum',
  absent: 'no-number',
  ...changes,
});
const cohort = (take: Extract<Measure, { kind: 'cohort' }>['take'], more: object = {}): Measure => ({
  kind: 'cohort',
  of: x,
  take,
  ...more,
});

describe('[XP1] a measure is told with its numbers put in', () => {
  it.each<[string, Measure, Facts[], string, string]>([
    ['a fact', x, [{ x: '12.50' }], '12.5', '12.5'],
    [
      'a part that is worked out stands in brackets',
      { kind: 'product', of: [sumOfTwo, z] },
      [{ x: '1', y: '2', z: '4' }],
      '(1 + 2) × 4',
      '12',
    ],
    [
      'the greatest',
      { kind: 'greatest', of: [sumOfTwo, z] },
      [{ x: '1', y: '2', z: '4' }],
      'max(1 + 2, 4)',
      '4',
    ],
    ['the least', { kind: 'least', of: [x, z] }, [{ x: '1', z: '4' }], 'min(1, 4)', '1'],
    [
      'a sample',
      { kind: 'sample-rate', positive: sumOfTwo, sample: z, minimumSample: '4' },
      [{ x: '1', y: '2', z: '4' }],
      '(1 + 2) ÷ 4',
      '0.75',
    ],
    [
      'what a zero denominator stands for',
      { kind: 'ratio', of: [x, y], whenZero: { value: '0.5' } },
      [{ x: '1', y: '0' }],
      '0.5',
      '0.5',
    ],
    [
      'rounding to digits',
      { kind: 'rounded', of: x, rounding: { mode: 'half-even', digits: 1 } },
      [{ x: '2.25' }],
      'round(2.25, half-even 1)',
      '2.2',
    ],
    [
      'rounding to a step',
      { kind: 'rounded', of: x, rounding: { mode: 'down', step: '0.5' } },
      [{ x: '2.9' }],
      'round(2.9, down 0.5)',
      '2.5',
    ],
    ['a logarithm to 10', { kind: 'logarithm', of: x, base: '10' }, [{ x: '1000' }], 'log10(1000)', '3'],
    ['a logarithm to 2', { kind: 'logarithm', of: x, base: '2' }, [{ x: '8' }], 'log2(8)', '3'],
    [
      'a natural logarithm',
      { kind: 'logarithm', of: x, base: 'e' },
      [{ x: '2' }],
      'ln(2)',
      '0.6931471805599453094172321214581765680755',
    ],
    ['a root', { kind: 'root', of: x, degree: 3 }, [{ x: '27' }], '(27)^(1/3)', '3'],
    ['a root of nothing', { kind: 'root', of: x, degree: 2 }, [{ x: '0' }], '(0)^(1/2)', '0'],
    ['a power', { kind: 'power', of: x, exponent: '1.5' }, [{ x: '4' }], '(4)^1.5', '8'],
    ['e to a power', { kind: 'exponential', of: x }, [{ x: '0' }], 'e^(0)', '1'],
    [
      'a value by band',
      { kind: 'banded', of: x, bands: [{ from: '0', value: '0.9' }] },
      [{ x: '7' }],
      '[7 → 0.9]',
      '0.9',
    ],
    ['a count', { kind: 'count', fact: 'cases' }, [{ cases: [{ title: 't', level: 'high' }] }], '1', '1'],
    ['a mean by weight', mean({}), [{ x: '1', y: '2', z: '5' }], '((1 + 2) × 3 + 5 × 1) ÷ 4', '3.5'],
    [
      'a mean of equal weights without them',
      mean({ of: [x, sumOfTwo].map((measure) => ({ measure, weight: '1' })) }),
      [{ x: '1', y: '2' }],
      '(1 + (1 + 2)) ÷ 2',
      '2',
    ],
    [
      'a geometric mean',
      mean({ form: 'geometric' }),
      [{ x: '1', y: '1', z: '32' }],
      '((1 + 1)^3 × 32^1)^(1/4)',
      '4',
    ],
    [
      'a harmonic mean',
      mean({ form: 'harmonic' }),
      [{ x: '1', y: '1', z: '2' }],
      '4 ÷ (3 ÷ (1 + 1) + 1 ÷ 2)',
      '2',
    ],
    [
      'the best few, the others in square brackets',
      selected({ of: [x, y, sumOfTwo] }),
      [{ x: '3', y: '1' }],
      '3 + [1] + (3 + 1)',
      '7',
    ],
    [
      'the mean of all but the extremes',
      selected({ keep: { dropLowest: 1, dropHighest: 0 }, take: 'mean' }),
      [{ x: '3', y: '1', z: '4' }],
      '(3 + [1] + 4) ÷ 2',
      '3.5',
    ],
    ['a mean of the cohort as its division', cohort('mean'), [{ x: '3' }, { x: '1' }], '4 ÷ 2', '2'],
    ['another figure of the cohort as a number', cohort('greatest'), [{ x: '3' }, { x: '5' }], '5', '5'],
    ['a place', { kind: 'place', of: x, better: 'higher' }, [{ x: '3' }, { x: '5' }], '2', '2'],
    [
      'marks of judges, those dropped in square brackets',
      { kind: 'panel-mean', fact: 'marks', drop: { high: 1, low: 2, fromJudges: 5 }, minimumJudges: 1 },
      [{ marks: judges('9', '7', '8', '6', '8.5') }],
      '([6] + [7] + 8 + 8.5 + [9]) ÷ 2',
      '8.25',
    ],
    [
      'the sum of so many judges',
      { kind: 'panel-mean', fact: 'marks', minimumJudges: 1, sumFor: 5 },
      [{ marks: judges('9', '7') }],
      '(7 + 9) ÷ 2 × 5',
      '40',
    ],
    [
      'ballots',
      { kind: 'vote-mean', fact: 'votes', worth: [{ option: 'good', points: '80' }], minimumValid: 1 },
      [{ votes: { good: '3', poor: '1' } }],
      '(3 × 80 + 1 × 0) ÷ 4',
      '60',
    ],
    [
      'a share of ballots',
      { kind: 'vote-share', fact: 'votes', options: ['good'], minimumValid: 1 },
      [{ votes: { good: '3', poor: '1' } }],
      '3 ÷ 4',
      '0.75',
    ],
    [
      'raters by group',
      raters,
      [{ raters: { self: '100', peers: '80', leaders: '90' } }],
      '(100 × 0.2 + 80 × 0.3 + 90 × 0.5) ÷ 1',
      '89',
    ],
    [
      'raters of whom one group is absent and counts 0',
      { ...raters, absent: 'zero' },
      [{ raters: { self: '100', peers: '80' } }],
      '(100 × 0.2 + 80 × 0.3 + 0 × 0.5) ÷ 1',
      '44',
    ],
  ])('%s', (_title, measure, units, shown, value) => {
    expect(told(measure, ...units)).toMatchObject({ shown, value });
  });
});

describe('[XP2] a measure without a number says why, with the numbers it looked at', () => {
  it.each<[string, Measure, Facts, string, string, Record<string, string>]>([
    [
      'too small a sample',
      { kind: 'sample-rate', positive: x, sample: y, minimumSample: '60' },
      { x: '1', y: '59' },
      'cannot-compute',
      'sample-too-small',
      { sample: '59', minimum: '60' },
    ],
    [
      'a sample of nobody, even where none is required',
      { kind: 'sample-rate', positive: x, sample: y, minimumSample: '0' },
      { x: '0', y: '0' },
      'cannot-compute',
      'sample-too-small',
      { sample: '0', minimum: '0' },
    ],
    [
      'a logarithm of zero',
      { kind: 'logarithm', of: x, base: '2' },
      { x: '0' },
      'cannot-compute',
      'logarithm-of-nonpositive',
      { value: '0' },
    ],
    [
      'a root of less than zero',
      { kind: 'root', of: { kind: 'difference', of: [x, y] }, degree: 2 },
      { x: '1', y: '2.5' },
      'cannot-compute',
      'root-of-negative',
      { value: '-1.5' },
    ],
    [
      'a power that there is not',
      { kind: 'power', of: x, exponent: '-1' },
      { x: '0' },
      'cannot-compute',
      'no-power',
      { value: '0', exponent: '-1' },
    ],
    [
      'e to a power that fills pages',
      { kind: 'exponential', of: x },
      { x: '1000.1' },
      'cannot-compute',
      'exponential-too-large',
      { value: '1000.1' },
    ],
    [
      'a number outside all bands',
      { kind: 'banded', of: x, bands: [{ from: '1', to: '2', value: '1' }] },
      { x: '0.5' },
      'cannot-compute',
      'outside-all-bands',
      { measure: '0.5' },
    ],
    [
      'too few judges',
      { kind: 'panel-mean', fact: 'marks', minimumJudges: 3 },
      { marks: judges('9', '7') },
      'cannot-compute',
      'too-few-judges',
      { judges: '2', minimum: '3' },
    ],
    [
      'too few votes',
      { kind: 'vote-share', fact: 'votes', options: ['good'], minimumValid: 5 },
      { votes: { good: '3', poor: '1' } },
      'cannot-compute',
      'too-few-votes',
      { votes: '4', minimum: '5' },
    ],
    [
      'groups of raters that are absent, by name',
      raters,
      { raters: { peers: '80' } },
      'cannot-compute',
      'rater-absent',
      { groups: 'self, leaders' },
    ],
    [
      'raters of whom none came',
      { ...raters, absent: 'renormalise' },
      { raters: {} },
      'cannot-compute',
      'rater-absent',
      { groups: '' },
    ],
    ['raters nobody entered', raters, { raters: null }, 'missing', 'fact-missing', { fact: 'raters' }],
    [
      'too few parts',
      mean({ absent: 'leave-out', minimum: 2 }),
      { x: '1', y: '1', z: null },
      'cannot-compute',
      'too-few-parts',
      { parts: '1', minimum: '2' },
    ],
    [
      'a geometric mean of a number below zero',
      mean({ form: 'geometric', of: [{ measure: { kind: 'difference', of: [x, y] }, weight: '1' }] }),
      { x: '1', y: '2' },
      'cannot-compute',
      'no-mean',
      {},
    ],
    [
      'a part of a selection that is missing',
      selected({}),
      { x: '1', y: '2', z: null },
      'missing',
      'fact-missing',
      { fact: 'z' },
    ],
    [
      'the sum of a cohort without a number',
      cohort('sum', { of: y }),
      { x: '1', y: null },
      'cannot-compute',
      'nothing-to-compare',
      {},
    ],
  ])('%s', (_title, measure, values, state, code, data) => {
    expect(told(measure, values).outcome).toMatchObject({ state, points: null, reason: { code, data } });
    expect(told(measure, values).outcome?.reason?.data).toEqual(data);
  });
});

describe('[ME9] [ME5] [ME12] what lies exactly on an edge still has a number', () => {
  it.each<[string, Measure, Facts, string]>([
    [
      'a sample of the required size',
      { kind: 'sample-rate', positive: x, sample: y, minimumSample: '60' },
      { x: '30', y: '60' },
      '0.5',
    ],
    [
      'as many parts as are required, and zeros put in for the others',
      mean({ absent: 'zero', minimum: 1 }),
      { x: '2', y: '2', z: null },
      '3',
    ],
    [
      'more parts than are required',
      mean({ absent: 'leave-out', minimum: 1 }),
      { x: '2', y: '2', z: '4' },
      '4',
    ],
    [
      'as many votes as are required',
      { kind: 'vote-share', fact: 'votes', options: ['good'], minimumValid: 4 },
      { votes: { good: '3', poor: '1' } },
      '0.75',
    ],
  ])('%s', (_title, measure, values, value) => expect(told(measure, values).value).toBe(value));

  it('e to the power of 1000 is computed: 435 digits before the point', () => {
    const found = told({ kind: 'exponential', of: x }, { x: '1000' });
    expect(found.value?.split('.')[0]).toHaveLength(435);
  });
});

describe('[ME2] [ME12] parts that are not applicable', () => {
  const away = { notApplicable: '没有这项业务' };
  const unit = (facts: Record<string, { notApplicable: string }>) => ({ ...unitOf('u', {}), facts });
  const reasonOf = (measure: Measure, of: Record<string, { notApplicable: string }>) => {
    const indicator = indicatorOf(
      { method: 'proportion', target: '1', capShare: '1' },
      { measure, notApplicable: { policy: 'exclude' } },
    );
    return compile(bookOf([indicator], { facts })).assess([unit(of)]).units[0]?.indicators[0];
  };

  it('when all are, the whole is, for the reason of the first, however many are required', () => {
    const measure = mean({
      of: [x, y].map((part) => ({ measure: part, weight: '1' })),
      absent: 'leave-out',
      minimum: 2,
    });
    expect(reasonOf(measure, { x: away, y: away })).toMatchObject({
      state: 'not-applicable',
      reason: { code: 'fact-not-applicable', data: { fact: 'x', because: '没有这项业务' } },
    });
  });
});

describe('[ME14] [ME15] figures of every cohort', () => {
  it('`all` sees the units of other cohorts, the cohort’s own figure does not', () => {
    const units = ['1', '2', '6'].map((value) => ({ x: value }));
    const among = (measure: Measure) => {
      const indicator = indicatorOf(
        { method: 'linear', intercept: '0', slope: '1', low: '0', high: '10' },
        { measure },
      );
      return compile(bookOf([indicator], { facts, cohorts: { by: 'parent' } }))
        .assess(
          units.map((values, index) => unitOf(`u${index}`, values, { parent: index < 2 ? 'near' : 'far' })),
        )
        .units.map((each) => each.indicators[0]?.points);
    };
    expect(among(cohort('mean'))).toEqual(['1.5', '1.5', '6']);
    expect(among(cohort('mean', { among: 'all' }))).toEqual(['3', '3', '3']);
    expect(among({ kind: 'place', of: x, better: 'higher' })).toEqual(['2', '1', '1']);
    expect(among({ kind: 'place', of: x, better: 'higher', among: 'all' })).toEqual(['3', '2', '1']);
  });
});
