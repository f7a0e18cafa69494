import { bookOf, booleanFact, fact, indicatorOf, numberFact, sectionOf, unitOf } from '../../test/book-of.js';
import { evaluate, show, fraction } from '../../test/fraction.js';
import { compile, type AssessOptions } from '../engine/compile.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Measure } from '../format/measure.js';

const option = (id: string) => ({ id, title: { zh: id, en: id } });
const facts: Fact[] = [
  ...['x', 'y', 'z'].map((id) => numberFact(id)),
  booleanFact('yes'),
  {
    ...booleanFact('votes'),
    kind: 'ballots',
    options: [...['excellent', 'good', 'fair', 'poor'].map(option), { ...option('abstained'), valid: false }],
    source: 'meeting',
  },
  { ...booleanFact('panel'), kind: 'panel', scale: '100', source: 'meeting' },
  {
    ...booleanFact('raters'),
    kind: 'raters',
    scale: '100',
    groups: ['self', 'peers', 'constructor'].map(option),
  },
  {
    ...booleanFact('cases'),
    kind: 'records',
    levels: ['high', 'low'].map(option),
    genres: ['a', 'b'].map(option),
  },
];

/** The exact value of a measure, or its state and reason. A value that does not fit what it was written from is an error. */
function valueOf(
  measure: Measure,
  values: Record<string, FactValue | null>,
  options: AssessOptions = {},
): string {
  const score = { method: 'linear', intercept: '0', slope: '1', low: '-1000000', high: '1000000' } as const;
  const book = bookOf([indicatorOf(score, { points: '1000000', measure, finish: { floor: '-1000000' } })], {
    facts,
  });
  const assessment = compile(book).assess([unitOf('u', values)], options);
  const outcome = assessment.units[0]?.indicators[0];
  const step = assessment.explain('u', 'I').steps.find(({ code }) => code === 'measure');
  if (step?.data['shown'])
    expect(show(evaluate(step.data['shown']))).toBe(show(fraction(step.data['value'] ?? '')));
  return outcome?.points ?? `${outcome?.state}: ${outcome?.reason?.code}`;
}

const constant = (value: string): Measure => ({ kind: 'constant', value });

describe('[ME1] expressions are exact', () => {
  const ratio = (whenZero: Extract<Measure, { kind: 'ratio' }>['whenZero']): Measure => ({
    kind: 'ratio',
    of: [fact('x'), fact('y')],
    whenZero,
  });
  it.each<[string, Measure, Record<string, FactValue | null>, string]>([
    ['a fact', fact('x'), { x: '12.50' }, '12.5'],
    ['yes is 1', fact('yes'), { yes: true }, '1'],
    ['no is 0, and not missing', fact('yes'), { yes: false }, '0'],
    ['a sum', { kind: 'sum', of: [fact('x'), fact('y'), constant('0.1')] }, { x: '0.1', y: '0.2' }, '0.4'],
    [
      'a difference may be negative',
      { kind: 'difference', of: [fact('x'), fact('y')] },
      { x: '1', y: '3' },
      '-2',
    ],
    ['a product', { kind: 'product', of: [fact('x'), constant('0.03')] }, { x: '6680' }, '200.4'],
    ['the greatest', { kind: 'greatest', of: [fact('x'), fact('y')] }, { x: '9', y: '10' }, '10'],
    ['the least', { kind: 'least', of: [fact('x'), fact('y')] }, { x: '9', y: '10' }, '9'],
    ['a ratio that does not end stays a fraction', ratio('cannot-compute'), { x: '1', y: '3' }, '1/3'],
    [
      'nested',
      {
        kind: 'ratio',
        of: [
          { kind: 'sum', of: [fact('x'), fact('y')] },
          { kind: 'difference', of: [fact('z'), constant('1')] },
        ],
        whenZero: 'cannot-compute',
      },
      { x: '1', y: '2', z: '5' },
      '0.75',
    ],
    [
      'M19: density, 30 − 0.1 ÷ (0.026 × 2.141)',
      {
        kind: 'difference',
        of: [
          constant('30'),
          {
            kind: 'ratio',
            of: [
              { kind: 'product', of: [fact('x'), constant('0.01')] },
              { kind: 'product', of: [constant('0.026'), constant('2.141')] },
            ],
            whenZero: 'cannot-compute',
          },
        ],
      },
      { x: '10' },
      '784990/27833',
    ],
  ])('%s', (_title, measure, values, expected) => expect(valueOf(measure, values)).toBe(expected));
});

describe('[ME2] missing, not applicable and zero are three things', () => {
  const ratio = (whenZero: Extract<Measure, { kind: 'ratio' }>['whenZero']): Measure => ({
    kind: 'ratio',
    of: [fact('x'), fact('y')],
    whenZero,
  });
  it.each<[string, Measure, Record<string, FactValue | null>, string]>([
    ['a missing fact', fact('x'), { x: null }, 'missing: fact-missing'],
    ['a fact that was never entered', fact('x'), {}, 'missing: fact-missing'],
    [
      'a missing part makes the whole missing',
      { kind: 'sum', of: [fact('x'), fact('y')] },
      { x: '1', y: null },
      'missing: fact-missing',
    ],
    [
      'a missing denominator is missing, not zero',
      ratio('cannot-compute'),
      { x: '1', y: null },
      'missing: fact-missing',
    ],
    [
      'a zero denominator cannot be computed',
      ratio('cannot-compute'),
      { x: '1', y: '0' },
      'cannot-compute: zero-denominator',
    ],
    ['or is declared to be a value', ratio({ value: '0' }), { x: '1', y: '0' }, '0'],
    [
      'a fact of the meeting is awaited',
      { kind: 'panel-mean', fact: 'panel', minimumJudges: 1 },
      {},
      'pending: fact-pending',
    ],
  ])('%s', (_title, measure, values, expected) => expect(valueOf(measure, values)).toBe(expected));

  it('a zero denominator declared as no such business is not applicable', () => {
    const book = bookOf(
      [
        indicatorOf(
          { method: 'proportion', target: '1', capShare: '1' },
          { measure: ratio('not-applicable'), notApplicable: { policy: 'exclude' } },
        ),
      ],
      { facts },
    );
    const [unit] = compile(book).assess([unitOf('u', { x: '0', y: '0' })]).units;
    expect(unit?.indicators[0]).toMatchObject({
      state: 'not-applicable',
      points: null,
      reason: { code: 'no-such-business' },
    });
  });

  it('a name that every object has is no fact', () => {
    const book = bookOf(
      [indicatorOf({ method: 'proportion', target: '1', capShare: '1' }, { measure: fact('constructor') })],
      { facts: [...facts, numberFact('constructor')] },
    );
    expect(compile(book).assess([unitOf('u', {})]).units[0]?.indicators[0]).toMatchObject({
      state: 'missing',
    });
  });
});

describe('[ME3] the mean of a panel', () => {
  const panel = (scores: readonly (number | string)[], recused: readonly number[] = []): FactValue =>
    scores.map((score, index) => ({
      judge: `j${index}`,
      score: String(score),
      ...(recused.includes(index) ? { recused: true } : {}),
    }));
  const mean = (fromJudges: number, minimumJudges = 3): Measure => ({
    kind: 'panel-mean',
    fact: 'panel',
    drop: { high: 1, low: 1, fromJudges },
    minimumJudges,
  });
  it.each<[string, Measure, FactValue, string]>([
    [
      'M52: plain mean of 92 88 85 90 70 99 is 87.33…',
      { kind: 'panel-mean', fact: 'panel', minimumJudges: 3 },
      panel([92, 88, 85, 90, 70, 99]),
      '262/3',
    ],
    ['M52: without the extremes 88.75', mean(5), panel([92, 88, 85, 90, 70, 99]), '88.75'],
    ['with exactly five they are dropped', mean(5), panel([60, 80, 80, 80, 100]), '80'],
    ['with four they are not', mean(5), panel([60, 80, 80, 100]), '80'],
    ['of equal extremes one is dropped', mean(3), panel([70, 70, 80, 90]), '75'],
    ['a recused judge does not count', mean(5), panel([92, 88, 85, 90, 70, 99], [4]), '90'],
    [
      'too few after recusal give no score',
      mean(5),
      panel([92, 88, 85], [0]),
      'cannot-compute: too-few-judges',
    ],
    [
      'dropping never leaves nobody',
      { kind: 'panel-mean', fact: 'panel', drop: { high: 1, low: 1, fromJudges: 1 }, minimumJudges: 1 },
      panel([70, 90]),
      '80',
    ],
  ])('%s', (_title, measure, value, expected) => expect(valueOf(measure, { panel: value })).toBe(expected));
});

describe('[ME4] ballots', () => {
  const worth = [
    ['excellent', '100'],
    ['good', '80'],
    ['fair', '60'],
    ['poor', '40'],
  ].map(([id = '', points = '']) => ({ option: id, points }));
  const mean: Measure = { kind: 'vote-mean', fact: 'votes', worth, minimumValid: 8 };
  const shareOf: Measure = { kind: 'vote-share', fact: 'votes', options: ['excellent'], minimumValid: 8 };
  it.each<[string, Measure, FactValue, string]>([
    ['M53: 30 12 6 2 is 88', mean, { excellent: '30', good: '12', fair: '6', poor: '2' }, '88'],
    [
      'abstentions and spoiled ballots are not valid',
      mean,
      { excellent: '8', abstained: '20', spoiled: '5' },
      '100',
    ],
    ['8 valid ballots are enough', mean, { good: '8' }, '80'],
    ['7 are not', mean, { good: '7', abstained: '9' }, 'cannot-compute: too-few-votes'],
    ['no ballot at all', mean, {}, 'cannot-compute: too-few-votes'],
    [
      'M54: the share of excellent among valid ballots',
      shareOf,
      { excellent: '83', good: '17', abstained: '100' },
      '0.83',
    ],
    [
      'an option without a worth is valid and worth nothing',
      { ...mean, worth: worth.slice(0, 2) } as Measure,
      { excellent: '4', poor: '4' },
      '50',
    ],
  ])('%s', (_title, measure, votes, expected) => expect(valueOf(measure, { votes })).toBe(expected));
});

describe('[ME5] rater groups', () => {
  const mean = (absent: 'renormalise' | 'zero' | 'cannot-compute'): Measure => ({
    kind: 'rater-mean',
    fact: 'raters',
    weights: [
      { group: 'self', weight: '0.2' },
      { group: 'peers', weight: '0.4' },
      { group: 'constructor', weight: '0.4' },
    ],
    absent,
  });
  const present = { self: '88', peers: '90', constructor: '85' };
  it.each<[string, Measure, Record<string, string>, string]>([
    ['M55: 0.2 × 88 + 0.4 × 90 + 0.4 × 85 = 87.6', mean('renormalise'), present, '87.6'],
    [
      'an absent group leaves its weight to the others',
      mean('renormalise'),
      { self: '88', peers: '90' },
      '268/3',
    ],
    ['or counts as 0', mean('zero'), { self: '88', peers: '90' }, '53.6'],
    [
      'or stops the computation',
      mean('cannot-compute'),
      { self: '88', peers: '90' },
      'cannot-compute: rater-absent',
    ],
    ['nobody rated', mean('renormalise'), {}, 'cannot-compute: rater-absent'],
  ])('%s', (_title, measure, raters, expected) => expect(valueOf(measure, { raters })).toBe(expected));
});

describe('[ME6] last year', () => {
  const change: Measure = { kind: 'difference', of: [fact('x'), { kind: 'previous', of: fact('x') }] };
  const lastYear = (values: Record<string, FactValue | null>) => ({ previous: [unitOf('u', values)] });
  it('subtracts the same measure of last year', () =>
    expect(valueOf(change, { x: '45.9' }, lastYear({ x: '41.8' }))).toBe('4.1'));
  it('without last year there is no change', () =>
    expect(valueOf(change, { x: '45.9' })).toBe('cannot-compute: no-previous-period'));
  it('a fact missing last year is missing', () =>
    expect(valueOf(change, { x: '45.9' }, lastYear({ x: null }))).toBe('missing: fact-missing'));
  it('a year before last year was never given', () => {
    const twice: Measure = { kind: 'previous', of: { kind: 'previous', of: fact('x') } };
    expect(valueOf(twice, { x: '1' }, lastYear({ x: '2' }))).toBe('cannot-compute: no-previous-period');
  });
  it('points of last year are not kept, so this year’s are not taken for them', () => {
    const score = { method: 'proportion', target: '10', capShare: '1' } as const;
    const of: Measure = { kind: 'previous', of: { kind: 'indicator-points', indicator: 'I' } };
    const book = bookOf([indicatorOf(score), indicatorOf(score, { id: 'J', measure: of })]);
    const [unit] = compile(book).assess([unitOf('u', { x: '5' })], lastYear({ x: '5' })).units;
    expect(unit?.indicators[1]).toMatchObject({ id: 'J', state: 'cannot-compute' });
  });
  it('takes last year’s verified values, not what was only declared', () => {
    const before = { ...unitOf('u', {}), facts: { x: { declared: '10', verified: '20' } } };
    expect(valueOf(change, { x: '30' }, { previous: [before] })).toBe('10');
  });
});

describe('[ME7] samples, counts and points of other parts', () => {
  const sample: Measure = {
    kind: 'sample-rate',
    positive: fact('x'),
    sample: fact('y'),
    minimumSample: '60',
  };
  const entry = (level: string, genre?: string) => ({ title: 't', level, ...(genre && { genre }) });
  it.each<[string, Measure, Record<string, FactValue | null>, string]>([
    ['M57: 54 of 60', sample, { x: '54', y: '60' }, '0.9'],
    ['M57: 59 are too few to say anything', sample, { x: '54', y: '59' }, 'cannot-compute: sample-too-small'],
    [
      'a sample of sums is shown in brackets',
      {
        kind: 'sample-rate',
        positive: { kind: 'sum', of: [fact('x'), fact('y')] },
        sample: fact('z'),
        minimumSample: '1',
      },
      { x: '1', y: '2', z: '4' },
      '0.75',
    ],
    ['records are counted', { kind: 'count', fact: 'cases' }, { cases: [entry('high'), entry('low')] }, '2'],
    [
      'of some levels',
      { kind: 'count', fact: 'cases', levels: ['high'] },
      { cases: [entry('high'), entry('low')] },
      '1',
    ],
    [
      'of some genres',
      { kind: 'count', fact: 'cases', genres: ['a'] },
      { cases: [entry('high', 'a'), entry('low')] },
      '1',
    ],
    ['an empty list is none, an absent one is missing', { kind: 'count', fact: 'cases' }, { cases: [] }, '0'],
    ['absent', { kind: 'count', fact: 'cases' }, {}, 'missing: fact-missing'],
  ])('%s', (_title, measure, values, expected) => expect(valueOf(measure, values)).toBe(expected));

  it('M48: subtotals are ranked and the rank earns 20, 19, 18 points, wherever the indicator stands', () => {
    const part = (id: string, of: string) =>
      indicatorOf(
        { method: 'proportion', target: '6', capShare: '1' },
        { id, points: '6', measure: fact(of) },
      );
    const rank = indicatorOf(
      {
        method: 'ranked',
        form: 'table',
        better: 'higher',
        tied: 'highest',
        points: ['20', '19', '18'],
        beyond: '0',
      },
      { id: 'R', points: '20', measure: { kind: 'section-points', section: 'parts' } },
    );
    const book = bookOf([], {
      totalPoints: '38',
      sections: [
        sectionOf('rank', 'base', '20', [rank]),
        sectionOf('parts', 'base', '18', [part('A', 'x'), part('B', 'y'), part('C', 'z')]),
      ],
    });
    const units = [
      ['6', '6', '1'],
      ['6', '6', '6'],
      ['1', '1', '1'],
    ].map(([x = '', y = '', z = ''], index) => unitOf(`u${index}`, { x, y, z }));
    expect(
      compile(book)
        .assess(units)
        .units.map((unit) => unit.indicators.find(({ id }) => id === 'R')?.points),
    ).toEqual(['19', '20', '18']);
  });
});
