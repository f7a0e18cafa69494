import { bookOf, booleanFact, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import { describeSteps } from '../explain/describe-steps.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Score } from '../format/score.js';

const option = (id: string) => ({ id, title: { zh: id, en: id } });
const facts: Fact[] = [
  ...['x', 'y', 'z'].map((id) => numberFact(id)),
  ...['a', 'b', 'c'].map(booleanFact),
  { ...booleanFact('prize'), kind: 'choice', options: ['first', 'none'].map(option) },
  {
    ...booleanFact('awards'),
    kind: 'records',
    levels: ['national', 'county', 'village'].map(option),
    genres: ['article', 'report'].map(option),
  },
];
type Facts = Record<string, FactValue | null>;
const none: Partial<Indicator> = { measure: { kind: 'none' } };

/** What the first unit's score step says, and its outcome, among units of one cohort. */
function told(score: Score, units: readonly Facts[], changes: Partial<Indicator> = {}) {
  const book = bookOf([indicatorOf(score, { finish: { floor: '-99', cap: '99' }, ...changes })], { facts });
  const assessment = compile(book).assess(units.map((values, index) => unitOf(`u${index}`, values)));
  const explanation = assessment.explain('u0', 'I');
  const outcome = assessment.units[0]?.indicators[0];
  return {
    data: explanation.steps.find(({ code }) => code === 'score')?.data,
    sentences: describeSteps(explanation, book, 'zh-CN'),
    outcome: outcome?.points ?? outcome?.reason,
  };
}

const x = (value: string): Facts => ({ x: value });
const item = (id: string) => ({ fact: id, title: { zh: id, en: id }, points: '2.50' });
const twoSided: Score = {
  method: 'steps',
  base: '5',
  origin: '10',
  above: { points: '1', per: '2', partial: 'down', limit: '3' },
  below: { points: '-0.5', per: '1', partial: 'proportional' },
};
const proportion = (target: string | Measure, more: object = {}): Score => ({
  method: 'proportion',
  target,
  capShare: '1',
  ...more,
});
const inverse = (form: 'target-over-actual' | 'excess-share', target: string | Measure): Score => ({
  method: 'inverse',
  form,
  target,
});
const atLeast = (at: Measure): Score => ({ method: 'threshold', comparison: 'at-least', at });
/** The forms differ in what more they take, so the whole is only known to be a score here. */
const ranked = (form: string, more: object): Score =>
  ({ method: 'ranked', form, better: 'higher', tied: 'highest', ...more }) as Score;
const relative = (
  to: 'best' | 'mean' | 'beyond-mean',
  better: 'higher' | 'lower',
  more: object = {},
): Score => ({
  method: 'relative',
  to,
  better,
  ...more,
});
const efficacy = (more: object = {}): Score => ({
  method: 'efficacy',
  c: '0.4',
  d: '0.6',
  better: 'higher',
  low: 'cohort',
  high: 'cohort',
  whenEqual: '0.8',
  ...more,
});
const awards: Score = {
  method: 'records-worth',
  fact: 'awards',
  worth: [
    { level: 'national', points: '5' },
    { level: 'county', points: '1' },
  ],
  genres: [
    { genre: 'article', coefficient: '0.5' },
    { genre: 'report', coefficient: '2' },
  ],
  sameMatter: 'all',
};

describe('[XP1] the step of a score holds every number it used', () => {
  it.each<[string, Score, Facts[], Record<string, string>, Partial<Indicator>?]>([
    [
      'proportion',
      proportion('20'),
      [x('5')],
      { measure: '5', target: '20', share: '0.25', outcome: 'proportional', points: '2.5' },
    ],
    [
      'proportion exactly at its cap is not told as capped',
      proportion('20'),
      [x('20')],
      { measure: '20', target: '20', share: '1', outcome: 'proportional', points: '10' },
    ],
    [
      'proportion beyond its cap',
      proportion('20', { capShare: '1.2' }),
      [x('30')],
      { measure: '30', target: '20', share: '1.5', outcome: 'capped', cap: '1.2', points: '12' },
    ],
    [
      'proportion under its minimum',
      proportion('20', { minimumShare: '0.6' }),
      [x('11')],
      { measure: '11', target: '20', share: '0.55', outcome: 'below-minimum', minimum: '0.6', points: '0' },
    ],
    [
      'a target that is worked out says how',
      proportion({ kind: 'sum', of: [fact('y'), fact('z')] }),
      [{ x: '2', y: '3', z: '5' }],
      {
        measure: '2',
        target: '8',
        targetShown: '3 + 5',
        share: '0.25',
        outcome: 'proportional',
        points: '2.5',
      },
    ],
    [
      'a target that is a plain number does not',
      proportion(fact('y')),
      [{ x: '2', y: '8' }],
      { measure: '2', target: '8', share: '0.25', outcome: 'proportional', points: '2.5' },
    ],
    [
      'one less the rate',
      { method: 'inverse', form: 'complement' },
      [x('0.25')],
      { outcome: 'complement', measure: '0.25', points: '7.5' },
    ],
    [
      'within what is allowed',
      inverse('excess-share', '5'),
      [x('5')],
      { measure: '5', target: '5', outcome: 'within', points: '10' },
    ],
    [
      'target over actual',
      inverse('target-over-actual', '5'),
      [x('8')],
      { measure: '8', target: '5', outcome: 'target-over-actual', points: '6.25' },
    ],
    [
      'the share in excess',
      inverse('excess-share', '5'),
      [x('8')],
      { measure: '8', target: '5', outcome: 'excess-share', points: '4' },
    ],
    [
      'a bound that is worked out',
      atLeast({ kind: 'product', of: [fact('y'), fact('z')] }),
      [{ x: '6', y: '2', z: '3' }],
      { outcome: 'met', measure: '6', at: '6', atShown: '2 × 3', points: '10' },
    ],
    [
      'steps on the origin itself',
      twoSided,
      [x('10')],
      { measure: '10', origin: '10', distance: '0', outcome: 'base', points: '5' },
    ],
    [
      'steps above the origin, exactly to the limit',
      twoSided,
      [x('16.5')],
      {
        measure: '16.5',
        origin: '10',
        distance: '6.5',
        outcome: 'above',
        steps: '3',
        limited: 'no',
        change: '3',
        points: '8',
      },
    ],
    [
      'steps beyond the limit',
      twoSided,
      [x('18')],
      {
        measure: '18',
        origin: '10',
        distance: '8',
        outcome: 'above',
        steps: '4',
        limited: 'yes',
        change: '3',
        points: '8',
      },
    ],
    [
      'steps below the origin',
      twoSided,
      [x('8.5')],
      {
        measure: '8.5',
        origin: '10',
        distance: '1.5',
        outcome: 'below',
        steps: '1.5',
        limited: 'no',
        change: '-0.75',
        points: '4.25',
      },
    ],
    [
      'a side without a rule leaves the base',
      { method: 'steps', base: '5', origin: '10', above: { points: '1', per: '1', partial: 'down' } },
      [x('9')],
      { measure: '9', origin: '10', distance: '1', outcome: 'base', points: '5' },
    ],
    [
      'what a checklist holds and lacks',
      { method: 'checklist', items: ['a', 'b', 'c'].map(item) },
      [{ a: true, b: false, c: true }],
      { held: 'a,c', lacking: 'b', points: '5' },
      none,
    ],
    [
      'a checklist of which nothing holds',
      { method: 'checklist', items: [item('a')] },
      [{ a: false }],
      { held: '', lacking: 'a', points: '0' },
      none,
    ],
    [
      'an option',
      { method: 'choice', fact: 'prize', worth: [{ option: 'first', points: '3' }] },
      [{ prize: 'first' }],
      { option: 'first', points: '3' },
      none,
    ],
    [
      'entries of records, dearest matter first, each with its level, genre and share',
      { ...awards, split: { by: 'equal' } },
      [
        {
          awards: [
            { title: 't', level: 'county', genre: 'report' },
            { title: 't', level: 'national', authors: 2, position: 2 },
            { title: 't', level: 'village' },
          ],
        },
      ],
      {
        entries: '2.5,2,0',
        shares: '0.5,1,1',
        levels: 'national,county,village',
        genres: ',report,',
        count: '3',
        points: '4.5',
      },
      none,
    ],
    [
      'the place, those tied with it, and what each of the places is worth',
      ranked('step', { tied: 'mean', free: 1, points: '2' }),
      [x('5'), x('9'), x('5'), x('1')],
      { measure: '5', place: '2', tied: '2', count: '4', each: '8,6', points: '7' },
    ],
    [
      'the best of the cohort',
      relative('best', 'higher'),
      [x('3'), x('4')],
      { measure: '3', count: '2', best: '4', outcome: 'ratio', points: '7.5' },
    ],
    [
      'a cohort in which nobody did anything',
      relative('best', 'higher'),
      [x('0'), x('0')],
      { measure: '0', count: '2', best: '0', outcome: 'all-zero', points: '0' },
    ],
    [
      'the lowest of the cohort',
      relative('best', 'lower'),
      [x('4'), x('3')],
      { measure: '4', count: '2', best: '3', outcome: 'ratio', points: '7.5' },
    ],
    [
      'none of what is unwanted',
      relative('best', 'lower'),
      [x('0'), x('3')],
      { measure: '0', count: '2', best: '0', outcome: 'none-at-all', points: '10' },
    ],
    [
      'the mean of the cohort',
      relative('mean', 'higher'),
      [x('1'), x('3')],
      { measure: '1', count: '2', mean: '2', outcome: 'ratio', share: '0.5', points: '5' },
    ],
    [
      'none of what is unwanted beside a mean',
      relative('mean', 'lower', { high: '1.5' }),
      [x('0'), x('4')],
      { measure: '0', count: '2', mean: '2', outcome: 'none-at-all', share: '1.5', points: '15' },
    ],
    [
      'how far beyond the mean',
      relative('beyond-mean', 'lower', { deduct: '2' }),
      [x('5'), x('3')],
      { measure: '5', count: '2', mean: '4', beyond: '1', points: '8' },
    ],
    [
      'not beyond the mean at all',
      relative('beyond-mean', 'lower', { deduct: '2' }),
      [x('3'), x('5')],
      { measure: '3', count: '2', mean: '4', beyond: '0', points: '10' },
    ],
    [
      'efficacy between two bounds',
      efficacy(),
      [x('2'), x('1'), x('5')],
      { measure: '2', low: '1', high: '5', count: '3', outcome: 'between', position: '0.25', points: '7' },
    ],
    [
      'efficacy beyond a bound',
      efficacy({ low: '3', high: '5' }),
      [x('2')],
      { measure: '2', low: '3', high: '5', outcome: 'beyond', position: '0', points: '6' },
    ],
    [
      'efficacy of equals',
      efficacy(),
      [x('2'), x('2')],
      { measure: '2', low: '2', high: '2', count: '2', outcome: 'equal', points: '8' },
    ],
    [
      'the band',
      {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '60', points: '1' },
          { from: '60', share: '0.5' },
        ],
      },
      [x('60')],
      { measure: '60', band: '1', points: '5' },
    ],
    ['a judgement', { method: 'judged', reasonRequired: true }, [x('12')], { measure: '12', points: '10' }],
    [
      'a line before it is kept within its bounds',
      { method: 'linear', intercept: '100', slope: '-20', low: '0', high: '80' },
      [x('6')],
      { measure: '6', raw: '-20', points: '0' },
    ],
  ])('%s', (_title, score, units, data, ...[changes]) => {
    const { data: found } = told(score, units, changes);
    for (const [key, value] of Object.entries(data)) expect([key, found?.[key]]).toEqual([key, value]);
    // A count that only some methods need may stand beside them; nothing is told that another outcome would tell.
    expect(Object.keys(found ?? {}).filter((key) => !(key in data) && key !== 'count')).toEqual([]);
  });

  it.each<[string, Score, string]>([
    ['by steps', ranked('step', { free: 1, points: '2' }), '3 在同组 4 家中第 3 名，得 10 − 2 × 2 = 6 分'],
    [
      'by percent',
      ranked('percent', { share: '0.05' }),
      '3 在同组 4 家中第 3 名，得 10 × (1 − 0.05 × 2) = 9 分',
    ],
    [
      'by tiers',
      ranked('tier', {
        places: 'down',
        tiers: [
          { upTo: '0.5', share: '1' },
          { upTo: '1', share: '0.8' },
        ],
      }),
      '3 在同组 4 家中第 3 名，属第 2 档，得 10 × 0.8 = 8 分',
    ],
    ['by a table', ranked('table', { points: ['9', '7'], beyond: '4' }), '3 在同组 4 家中第 3 名，得 4 分'],
  ])('a place is told with the arithmetic of its points: %s', (_title, score, sentence) => {
    expect(told(score, [x('3'), x('9'), x('5'), x('1')]).sentences).toContain(sentence);
  });

  it('a free place loses nothing', () => {
    const score = ranked('step', { free: 2, points: '2' });
    expect(told(score, [x('9'), x('1')]).sentences).toContain(
      '9 在同组 2 家中第 1 名，得 10 − 2 × 0 = 10 分',
    );
  });
});

describe('[XP2] a score without points says why', () => {
  const missing: Measure = fact('y');
  const isMissing = { code: 'fact-missing', data: { fact: 'y' } };
  it.each<[string, Score, Facts[], { code: string; data: Record<string, string> }]>([
    ['a target nobody entered', inverse('excess-share', missing), [x('1')], isMissing],
    ['a bound nobody entered', atLeast(missing), [x('1')], isMissing],
    ['an origin nobody entered', { ...twoSided, origin: missing } as Score, [x('1')], isMissing],
    ['a lower bound nobody entered', efficacy({ low: missing }), [x('1')], isMissing],
    ['an upper bound nobody entered', efficacy({ high: missing }), [x('1')], isMissing],
    [
      'bounds that cross',
      efficacy({ low: '5', high: '2.50' }),
      [x('1')],
      { code: 'bounds-crossed', data: { low: '5', high: '2.5' } },
    ],
    [
      'a target of less than zero',
      proportion('-1'),
      [x('1')],
      { code: 'zero-target', data: { target: '-1' } },
    ],
    [
      'an excess over nothing',
      inverse('excess-share', '0'),
      [x('1')],
      { code: 'zero-target', data: { target: '0' } },
    ],
    [
      'a number in the gap between two bands',
      {
        method: 'tiers',
        form: 'step',
        bands: [
          { to: '60', points: '1' },
          { from: '70', points: '2' },
        ],
      },
      [x('65')],
      { code: 'outside-all-bands', data: { measure: '65' } },
    ],
    [
      'a mean of zero',
      relative('mean', 'higher', { high: '1' }),
      [x('0')],
      { code: 'zero-denominator', data: {} },
    ],
    [
      'none of what is unwanted where nothing bounds the ratio',
      relative('mean', 'lower'),
      [x('0'), x('1')],
      { code: 'zero-denominator', data: {} },
    ],
  ])('%s', (_title, score, units, reason) => expect(told(score, units).outcome).toEqual(reason));

  it('a cohort that lost cannot be compared with, where less is better either', () => {
    const change: Measure = { kind: 'difference', of: [fact('x'), fact('y')] };
    const lost = { x: '1', y: '2' };
    const score = relative('mean', 'lower', { high: '1' });
    expect(told(score, [lost, lost], { measure: change }).outcome).toEqual({
      code: 'zero-denominator',
      data: {},
    });
  });
});

describe('[SC8] [SC11] what the book does not name is worth nothing', () => {
  it('an option without a worth', () => {
    const score: Score = { method: 'choice', fact: 'prize', worth: [{ option: 'first', points: '3' }] };
    expect(told(score, [{ prize: 'none' }], none).outcome).toBe('0');
  });

  it('a level without a worth', () => {
    expect(told(awards, [{ awards: [{ title: 't', level: 'village' }] }], none).outcome).toBe('0');
  });

  it('each genre has its own coefficient, and an entry without a genre none', () => {
    const worth = (genre?: string) =>
      told(awards, [{ awards: [{ title: 't', level: 'national', ...(genre && { genre }) }] }], none).outcome;
    expect([worth(), worth('article'), worth('report')]).toEqual(['5', '2.5', '10']);
  });
});

describe('[SC13] beside the mean of the cohort', () => {
  it('where more is better, who is under the mean loses by the distance', () => {
    const score = relative('beyond-mean', 'higher', { deduct: '2' });
    expect([told(score, [x('3'), x('5')]).outcome, told(score, [x('5'), x('3')]).outcome]).toEqual([
      '8',
      '10',
    ]);
  });

  it('where nobody has any of what is unwanted everybody takes the upper bound', () => {
    expect(told(relative('mean', 'lower', { high: '1.2' }), [x('0'), x('0')]).outcome).toBe('12');
  });

  it('the lower bound lifts, the upper one holds, and without bounds the ratio is what it is', () => {
    const share = (own: string, more: object) =>
      told(relative('mean', 'higher', more), [x(own), x('3')]).outcome;
    expect([share('1', {}), share('1', { low: '0.8' }), share('9', {}), share('9', { high: '1.2' })]).toEqual(
      ['5', '8', '15', '12'],
    );
  });
});
