import { bookOf, fact, indicatorOf, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { FactValue, PanelScore } from '../format/fact.js';
import type { Measure } from '../format/measure.js';

type Facts = Record<string, FactValue | null>;

/** What a measure gives for each unit, through the whole engine: its exact value, or the reason why there is none. */
function measured(measure: Measure, ...units: Facts[]): string[] {
  const indicator = indicatorOf(
    { method: 'linear', intercept: '0', slope: '1', low: '-1000000', high: '1000000' },
    { measure, finish: { floor: '-1000000', cap: '1000000' } },
  );
  const book = bookOf([indicator]);
  const facts = [
    ...book.facts,
    { ...book.facts[0], id: 'marks', kind: 'panel' as const, scale: '10' },
  ] as typeof book.facts;
  const assessment = compile({ ...book, facts }).assess(
    units.map((facts, index) => unitOf(`u${index}`, facts)),
  );
  return assessment.units.map(
    ({ indicators }) => indicators[0]?.points ?? indicators[0]?.reason?.code ?? '?',
  );
}

const [x, y, z] = [fact('x'), fact('y'), fact('z')] as const;
const constant = (value: string): Measure => ({ kind: 'constant', value });
const minusOne = (of: Measure): Measure => ({ kind: 'difference', of: [of, constant('1')] });

describe('[ME8] rounding at any stage', () => {
  it.each([
    ['half-up', '2.5', '3'],
    ['half-even', '2.5', '2'],
    ['down', '2.9', '2'],
    ['up', '2.1', '3'],
  ] as const)('%s: %s is read further as %s', (mode, value, expected) => {
    expect(measured({ kind: 'rounded', of: x, rounding: { mode, digits: 0 } }, { x: value })).toEqual([
      expected,
    ]);
  });
});

describe('[ME9] logarithm, root and value by band', () => {
  it('there is no logarithm of zero and no root of less', () => {
    expect(measured({ kind: 'logarithm', of: x, base: '10' }, { x: '100' }, { x: '0' })).toEqual([
      '2',
      'logarithm-of-nonpositive',
    ]);
    expect(measured({ kind: 'root', of: minusOne(x), degree: 2 }, { x: '10' }, { x: '0' })).toEqual([
      '3',
      'root-of-negative',
    ]);
  });

  it('the band that holds the number gives its value; nobody guesses outside all bands', () => {
    const coefficient: Measure = {
      kind: 'banded',
      of: x,
      bands: [
        { to: '1000', toIncluded: true, value: '1' },
        { from: '1000', fromIncluded: false, to: '2000', value: '0.9' },
      ],
    };
    expect(measured(coefficient, { x: '1000' }, { x: '1001' }, { x: '2000' })).toEqual([
      '1',
      '0.9',
      'outside-all-bands',
    ]);
  });
});

describe('[ME10] [ME12] means of several', () => {
  const mean = (absent: 'no-number' | 'zero' | 'leave-out', minimum?: number): Measure => ({
    kind: 'mean',
    form: 'arithmetic',
    of: [
      { measure: x, weight: '3' },
      { measure: y, weight: '1' },
    ],
    absent,
    minimum,
  });

  it('a missing part is no number, counts 0 or leaves its weight to the others, as the book says', () => {
    const facts = { x: '80', y: null };
    expect(measured(mean('no-number'), facts)).toEqual(['fact-missing']);
    expect(measured(mean('zero'), facts)).toEqual(['60']);
    expect(measured(mean('leave-out'), facts)).toEqual(['80']);
  });

  it('fewer numbers than the minimum give none, zeros put in do not count', () => {
    expect(measured(mean('zero', 2), { x: '80', y: null })).toEqual(['too-few-parts']);
    expect(measured(mean('leave-out', 1), { x: null, y: null })).toEqual(['too-few-parts']);
    expect(measured(mean('leave-out'), { x: null, y: null })).toEqual(['fact-missing']);
  });
});

describe('[ME11] the best few, or all but the extremes', () => {
  const best = (count: number, better: 'higher' | 'lower' = 'higher'): Measure => ({
    kind: 'selected',
    of: [x, y, z],
    keep: { best: count, better },
    take: 'sum',
    absent: 'leave-out',
  });

  it('the best two of three, of fewer all there are', () => {
    expect(measured(best(2), { x: '7', y: '9', z: '8' })).toEqual(['17']);
    expect(measured(best(2, 'lower'), { x: '7', y: '9', z: '8' })).toEqual(['15']);
    expect(measured(best(2), { x: '7', y: null, z: null })).toEqual(['7']);
  });

  it('dropping the extremes leaves one of equal ones, and never nobody', () => {
    const middle: Measure = {
      kind: 'selected',
      of: [x, y, z],
      keep: { dropLowest: 1, dropHighest: 1 },
      take: 'mean',
      absent: 'leave-out',
    };
    expect(measured(middle, { x: '9', y: '9', z: '1' })).toEqual(['9']);
    expect(measured(middle, { x: '9', y: '1', z: null })).toEqual(['5']);
  });
});

describe('[ME13] what stands in for what is missing', () => {
  it('a round that was not held counts 95', () => {
    expect(measured({ kind: 'first-known', of: [x, constant('95')] }, { x: null }, { x: '90' })).toEqual([
      '95',
      '90',
    ]);
  });

  it('when nothing is known the first reason is told', () => {
    expect(measured({ kind: 'first-known', of: [x, y] }, { x: null, y: null })).toEqual(['fact-missing']);
  });
});

describe('[ME14] [ME15] figures of the cohort', () => {
  const figure = (take: Extract<Measure, { kind: 'cohort' }>['take'], share?: string): Measure => ({
    kind: 'cohort',
    of: x,
    take,
    share,
  });
  const units = ['2', '4', '4', '4', '5', '5', '7', '9'].map((value) => ({ x: value }));

  it.each([
    ['mean', undefined, '5'],
    ['sum', undefined, '40'],
    ['count', undefined, '8'],
    ['least', undefined, '2'],
    ['greatest', undefined, '9'],
    ['median', undefined, '4.5'],
    ['percentile', '0.25', '4'],
    ['percentile', '0.9', '7.6'],
    ['deviation', undefined, '2'],
  ] as const)('%s %s of 2 4 4 4 5 5 7 9 is %s', (take, share, expected) => {
    expect(measured(figure(take, share), ...units)[0]).toBe(expected);
  });

  it('a sample deviation needs two, and a unit without the number is no yardstick', () => {
    expect(measured(figure('sample-deviation'), { x: '1' }, { x: null })[0]).toBe('nothing-to-compare');
    expect(measured(figure('mean'), { x: '1' }, { x: null })).toEqual(['1', '1']);
  });

  it('a winsorised z-score is made of these parts', () => {
    const spread: Measure = {
      kind: 'ratio',
      of: [{ kind: 'difference', of: [x, figure('mean')] }, figure('deviation')],
      whenZero: { value: '0' },
    };
    const clamped: Measure = {
      kind: 'greatest',
      of: [constant('-1'), { kind: 'least', of: [constant('1.5'), spread] }],
    };
    expect(measured(clamped, ...units)).toEqual(['-1', '-0.5', '-0.5', '-0.5', '0', '0', '1', '1.5']);
    expect(measured(clamped, { x: '3' }, { x: '3' })).toEqual(['0', '0']);
  });

  it('places count those strictly better', () => {
    expect(measured({ kind: 'place', of: x, better: 'lower' }, ...units)).toEqual([
      '1',
      '2',
      '2',
      '2',
      '5',
      '5',
      '7',
      '8',
    ]);
  });
});

describe('[CH3] a figure of the cohort in a condition', () => {
  it('sees all units, though the indicator concerns only some', () => {
    const mean: Measure = { kind: 'cohort', of: x, take: 'mean' };
    const above = { kind: 'compare', left: x, comparison: 'more-than', right: mean } as const;
    const indicator = indicatorOf(
      { method: 'judged', reasonRequired: false },
      {
        measure: mean,
        points: '100',
        appliesTo: { units: ['u0'] },
        notApplicable: { policy: 'zero', when: above },
      },
    );
    const { units } = compile(bookOf([indicator])).assess([
      unitOf('u0', { x: '10' }),
      unitOf('u1', { x: '4' }),
    ]);
    // Beside itself alone it would not be above the mean.
    expect(units[0]?.indicators[0]).toMatchObject({ state: 'not-applicable', points: '0' });
  });
});

describe('[ME16] sums of judges', () => {
  const marks = (...scores: string[]): PanelScore[] =>
    scores.map((score, index) => ({ judge: index === 0 ? 'u0' : `j${index}`, score }));
  const dive = (changes: Partial<Extract<Measure, { kind: 'panel-mean' }>>): Measure => ({
    kind: 'panel-mean',
    fact: 'marks',
    drop: { high: 1, low: 1, fromJudges: 7 },
    minimumJudges: 5,
    ...changes,
  });

  it('the sum of the five middle marks of seven', () => {
    expect(
      measured(dive({ sumFor: 5 }), { marks: marks('8', '9', '8.5', '8.5', '8.5', '8.5', '8.5') }),
    ).toEqual(['42.5']);
  });

  it('an absent judge costs nobody points: the mean of those there counts for him', () => {
    expect(measured(dive({ sumFor: 5 }), { marks: marks('8', '8', '8', '8', '9') })).toEqual(['41']);
  });

  it('a score for oneself does not count', () => {
    expect(measured(dive({ withoutSelf: true, minimumJudges: 2 }), { marks: marks('10', '8', '9') })).toEqual(
      ['8.5'],
    );
    expect(measured(dive({ withoutSelf: true, minimumJudges: 3 }), { marks: marks('10', '8', '9') })).toEqual(
      ['too-few-judges'],
    );
  });
});
