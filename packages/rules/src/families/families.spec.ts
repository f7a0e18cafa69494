import { bookOf, booleanFact, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Score } from '../format/score.js';

const twoDecimals = { mode: 'half-up', digits: 2 } as const;
const level = (id: string) => ({ id, title: { zh: id, en: id } });
const awards: Fact = {
  ...booleanFact('awards'),
  kind: 'records',
  levels: ['national', 'provincial', 'municipal', 'county'].map(level),
  genres: ['article', 'report'].map(level),
} as Fact;
const prize: Fact = {
  ...booleanFact('prize'),
  kind: 'choice',
  options: ['none', 'first', 'second'].map(level),
} as Fact;
const facts: Fact[] = [
  ...['x', 'y', 'z'].map((id) => numberFact(id)),
  ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(booleanFact),
  awards,
  prize,
];

type Given = {
  score: Score;
  points?: string;
  values?: Record<string, FactValue | null>;
  others?: string[];
  changes?: Partial<Indicator>;
};

/** The first unit's points as text, or its state with the reason's code. */
function outcomeOf({ score, points = '10', values = {}, others = [], changes = {} }: Given): string {
  const book = bookOf([indicatorOf(score, { points, ...changes })], { facts });
  const units = [unitOf('own', values), ...others.map((x, index) => unitOf(`other${index}`, { x }))];
  const outcome = compile(book).assess(units).units[0]?.indicators[0];
  return outcome?.points ?? `${outcome?.state}: ${outcome?.reason?.code}`;
}

const ratio: Measure = { kind: 'ratio', of: [fact('x'), fact('y')], whenZero: 'cannot-compute' };
const none: Measure = { kind: 'none' };

type More = Omit<Given, 'score' | 'values'>;
/** The usual measure is the fact x. */
const measured = (score: Score, x: string | null, more: More = {}): Given => ({
  score,
  values: { x },
  ...more,
});
/** x ÷ y is the measure. */
const divided = (score: Score, x: string, y: string, more: More = {}): Given => ({
  score,
  values: { x, y },
  changes: { measure: ratio },
  ...more,
});
/** Scored by facts of its own. */
const unmeasured = (score: Score, values: NonNullable<Given['values']>, more: More = {}): Given => ({
  score,
  values,
  changes: { measure: none },
  ...more,
});

describe('[SC1] 按比例 proportion', () => {
  const at = (target: string, more: object = {}): Score => ({
    method: 'proportion',
    target,
    capShare: '1',
    ...more,
  });
  it.each<[string, Given, string]>([
    ['M04: 92.5% of 30 points is 27.75', divided(at('1'), '925', '1000', { points: '30' }), '27.75'],
    ['M05: 7 of 10 for 15 points is 10.5', measured(at('10'), '7', { points: '15' }), '10.5'],
    ['M05: 13 of 10 is capped at 15', measured(at('10'), '13', { points: '15' }), '15'],
    ['exactly the target is full', measured(at('10'), '10', { points: '15' }), '15'],
    [
      'uncapped it goes on, unless the finish caps it',
      measured(at('10', { capShare: null }), '13', { points: '15', changes: { finish: { cap: '99' } } }),
      '19.5',
    ],
    [
      'capped at 1.2 times',
      measured(at('10', { capShare: '1.2' }), '15', { points: '10', changes: { finish: { cap: '12' } } }),
      '12',
    ],
    [
      'just under the minimum earns nothing',
      divided(at('1', { minimumShare: '0.8' }), '799', '1000', { points: '4' }),
      '0',
    ],
    [
      'on the minimum it counts',
      divided(at('1', { minimumShare: '0.8' }), '8', '10', { points: '4' }),
      '3.2',
    ],
    [
      'M20: the target may differ by unit',
      { score: { method: 'proportion', target: fact('y'), capShare: '1' }, values: { x: '1', y: '2' } },
      '5',
    ],
    [
      'a target of zero is no completion rate',
      { score: { method: 'proportion', target: fact('y'), capShare: '1' }, values: { x: '1', y: '0' } },
      'cannot-compute: zero-target',
    ],
    [
      'a missing target is missing',
      { score: { method: 'proportion', target: fact('y'), capShare: '1' }, values: { x: '1', y: null } },
      'missing: fact-missing',
    ],
    ['a missing value is missing, not 0', measured(at('10'), null), 'missing: fact-missing'],
    [
      'a zero denominator is neither 0 nor full',
      divided(at('1'), '0', '0'),
      'cannot-compute: zero-denominator',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC2] 越小越好 inverse', () => {
  const inverse = (form: 'complement' | 'target-over-actual' | 'excess-share', target?: string): Score => ({
    method: 'inverse',
    form,
    ...(target === undefined ? {} : { target }),
  });
  it.each<[string, Given, string]>([
    [
      'M06: 3 of 120 reworked, 20 points, 19.5',
      divided(inverse('complement'), '3', '120', { points: '20' }),
      '19.5',
    ],
    [
      'M07: 8 against 5 by target ÷ actual is 6.25',
      measured(inverse('target-over-actual', '5'), '8'),
      '6.25',
    ],
    ['M07: 8 against 5 by the share in excess is 4', measured(inverse('excess-share', '5'), '8'), '4'],
    ['up to the target is full', measured(inverse('excess-share', '5'), '5'), '10'],
    ['twice the target is nothing left, never less', measured(inverse('excess-share', '5'), '11'), '0'],
    [
      'excess over nothing cannot be shared',
      measured(inverse('excess-share', '0'), '1'),
      'cannot-compute: zero-target',
    ],
    ['nothing wanted and nothing there is full', measured(inverse('target-over-actual', '0'), '0'), '10'],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC3] 达标 threshold', () => {
  const at = (
    comparison: 'at-least' | 'more-than' | 'at-most' | 'less-than' | 'equal',
    bound: string,
    more: object = {},
  ): Score => ({ method: 'threshold', comparison, at: bound, ...more });
  it.each<[string, Given, string]>([
    ['M02: 98.0% reaches 98%', divided(at('at-least', '0.98'), '98', '100', { points: '2' }), '2'],
    [
      'M02: a hair under does not',
      divided(at('at-least', '0.98'), '979999', '1000000', { points: '2' }),
      '0',
    ],
    ['more than excludes the bound', measured(at('more-than', '3'), '3'), '0'],
    ['at most includes it', measured(at('at-most', '3'), '3'), '10'],
    ['less than excludes it', measured(at('less-than', '3'), '3'), '0'],
    ['equal is exact', divided(at('equal', '0.3'), '3', '10'), '10'],
    [
      'M01: yes is 1',
      { score: at('at-least', '1'), points: '2', values: { a: true }, changes: { measure: fact('a') } },
      '2',
    ],
    [
      'M01: no is 0',
      { score: at('at-least', '1'), points: '2', values: { a: false }, changes: { measure: fact('a') } },
      '0',
    ],
    [
      'M01: unmet may cost points where the floor allows',
      {
        score: at('at-least', '1', { unmetPoints: '-1' }),
        points: '2',
        values: { a: false },
        changes: { measure: fact('a'), finish: { floor: '-1' } },
      },
      '-1',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC4] 线性截断 linear', () => {
  const score: Score = { method: 'linear', intercept: '20', slope: '-10', low: '0', high: '10' };
  it.each([
    ['M08: (2 − 1.5) × 10 is 5', '1.5', '5'],
    ['not above the upper bound', '0.1', '10'],
    ['not below the lower bound', '2.5', '0'],
    ['on the bound', '1', '10'],
  ])('%s', (_title, x, expected) => expect(outcomeOf(measured(score, x))).toBe(expected));
});

describe('[SC5] 每……加减 steps', () => {
  const each = (base: string, points: string, more: object = {}): Score => ({
    method: 'steps',
    base,
    origin: '0',
    above: { points, per: '1', partial: 'down', ...more },
  });
  const gap = (partial: 'proportional' | 'down' | 'up'): Given =>
    divided(
      { method: 'steps', base: '1', origin: '0.2', below: { points: '-0.1', per: '0.01', partial } },
      '174',
      '1000',
      { points: '1' },
    );
  const target: Score = {
    method: 'steps',
    base: '48',
    origin: '0',
    above: { points: '0.5', per: '1', partial: 'down' },
    below: { points: '-0.5', per: '1', partial: 'down' },
  };
  it.each<[string, Given, string]>([
    ['M21: 4 points, 2 times 2 off, nothing is left', measured(each('4', '-2'), '2', { points: '4' }), '0'],
    ['M21: 扣完为止, never below 0', measured(each('4', '-2'), '9', { points: '4' }), '0'],
    [
      'M21: below 0 only where the book says so',
      measured(each('4', '-2'), '9', { points: '4', changes: { finish: { floor: '-6' } } }),
      '-6',
    ],
    [
      'M22: 750 in blocks of 200 is 3, 0.3 off',
      measured(each('1', '-0.1', { per: '200' }), '750', { points: '1' }),
      '0.7',
    ],
    [
      'M22: a full block counts on its edge',
      measured(each('1', '-0.1', { per: '200' }), '200', { points: '1' }),
      '0.9',
    ],
    ['M22: one under does not', measured(each('1', '-0.1', { per: '200' }), '199', { points: '1' }), '1'],
    ['M23: 2.6 points under, in proportion: 0.74', gap('proportional'), '0.74'],
    ['M23: 2.6 points under, parts dropped: 0.80', gap('down'), '0.8'],
    ['M23: 2.6 points under, parts counted whole: 0.70', gap('up'), '0.7'],
    ['M10: 3 cases earn 3', measured(each('0', '1'), '3', { points: '5' }), '3'],
    ['M10: 8 cases are capped at 5', measured(each('0', '1'), '8', { points: '5' }), '5'],
    [
      'M11: 3 courses where 1 is due: 5 + 2 × 2 = 9',
      measured(
        { method: 'steps', base: '5', origin: '1', above: { points: '2', per: '1', partial: 'down' } },
        '3',
        { points: '9' },
      ),
      '9',
    ],
    ['M09: 6 above the target: 48 + 3 = 51', measured(target, '6', { points: '60' }), '51'],
    ['M09: 4 below it: 46', measured(target, '-4', { points: '60' }), '46'],
    ['M09: on it: 48', measured(target, '0', { points: '60' }), '48'],
    [
      'M47: a side stops at its own limit',
      measured(each('1.5', '0.5', { limit: '0.5' }), '7', { points: '3' }),
      '2',
    ],
    [
      'M47: so does the losing side',
      measured(
        {
          method: 'steps',
          base: '1.5',
          origin: '0',
          below: { points: '-0.1', per: '1', partial: 'down', limit: '0.4' },
        },
        '-9',
        { points: '3' },
      ),
      '1.1',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC6] 分类计次 tally', () => {
  const score: Score = {
    method: 'tally',
    base: '3',
    terms: [
      { title: { zh: '逾期', en: 'late' }, of: fact('x'), points: '-0.3' },
      { title: { zh: '未办', en: 'undone' }, of: fact('y'), points: '-1' },
    ],
  };
  const given = (x: string | null, y: string | null): Given => unmeasured(score, { x, y }, { points: '3' });
  it.each([
    ['2 late and 1 undone leave 1.4', given('2', '1'), '1.4'],
    ['nothing amiss is full', given('0', '0'), '3'],
    ['扣完为止', given('10', '5'), '0'],
    ['one missing count makes it missing', given('2', null), 'missing: fact-missing'],
  ])('%s', (_title, input, expected) => expect(outcomeOf(input)).toBe(expected));

  it('M31: 1 fewer at −2 and 1 solved at +1 leave 5 of 6', () => {
    const mixed: Score = {
      ...score,
      base: '6',
      terms: score.terms.map((term, index) => ({ ...term, points: index === 0 ? '-2' : '1' })),
    };
    expect(outcomeOf(unmeasured(mixed, { x: '1', y: '1' }, { points: '6' }))).toBe('5');
  });
});

describe('[SC7] 分档 tiers', () => {
  const step: Score = {
    method: 'tiers',
    form: 'step',
    bands: [
      { to: '65', points: '0' },
      { from: '65', to: '70', points: '1' },
      { from: '70', to: '75', points: '2' },
      { from: '75', to: '80', points: '3' },
      { from: '80', points: '4' },
    ],
  };
  const line: Score = {
    method: 'tiers',
    form: 'interpolate',
    bands: [
      { to: '60', points: '0' },
      { from: '60', to: '100', points: '1' },
      { from: '100', points: '4' },
    ],
  };
  const marginal: Score = {
    method: 'tiers',
    form: 'marginal',
    bands: [
      { to: '1000', rate: '0.01' },
      { from: '1000', rate: '0.0025' },
    ],
  };
  it.each<[string, Score, string, string]>([
    ['M13: 77 is worth 3', step, '77', '3'],
    ['M13: an edge belongs to the band above it', step, '80', '4'],
    ['M13: a hair under the edge stays below', step, '79.9999999999', '3'],
    ['M13: under all bands that pay', step, '12', '0'],
    ['M14: 80 between 60 (1) and 100 (4) is 2.5', line, '80', '2.5'],
    ['M14: on the lower end', line, '60', '1'],
    ['M14: beyond the last it is flat', line, '120', '4'],
    ['M14: under the first it is nothing', line, '59', '0'],
    ['M16: 3000 is 10 + 2000 ÷ 400 = 15', marginal, '3000', '15'],
    ['M16: 1000 is 10, so more never pays less', marginal, '1000', '10'],
    ['M16: nothing is nothing', marginal, '0', '0'],
  ])('%s', (_title, score, x, expected) =>
    expect(outcomeOf(measured(score, x, { points: '20' }))).toBe(expected),
  );

  it('M15: 98% falls into the band of 90% of the base', () => {
    const coefficients: Score = {
      method: 'tiers',
      form: 'step',
      bands: [
        { to: '0.95', share: '0.7' },
        { from: '0.95', to: '0.97', share: '0.8' },
        { from: '0.97', to: '0.99', share: '0.9' },
        { from: '0.99', share: '1' },
      ],
    };
    expect(outcomeOf(divided(coefficients, '98', '100', { points: '1000' }))).toBe('900');
  });

  it('M17: 60 hours earn the highest band reached, not the sum of the bands', () => {
    const highest: Score = {
      method: 'tiers',
      form: 'step',
      bands: [
        { to: '10', points: '0' },
        { from: '10', to: '30', points: '2' },
        { from: '30', to: '60', points: '5' },
        { from: '60', points: '10' },
      ],
    };
    expect(outcomeOf(measured(highest, '60'))).toBe('10');
  });

  it('a value in no band cannot be computed rather than 0', () => {
    expect(
      outcomeOf(
        measured({ method: 'tiers', form: 'step', bands: [{ from: '1', to: '2', points: '1' }] }, '5'),
      ),
    ).toBe('cannot-compute: outside-all-bands');
  });
});

describe('[SC8] 逐项累加 checklist, 评审定等 choice, 酌情 judged', () => {
  const worth = ['1', '1', '0.5', '1', '0.5', '1', '1', '1'];
  const list: Score = {
    method: 'checklist',
    items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, index) => ({
      fact: id,
      title: { zh: id, en: id },
      points: worth[index] ?? '0',
    })),
  };
  const all = { a: true, b: true, c: true, d: true, e: true, f: false, g: false, h: false };
  const choose: Score = {
    method: 'choice',
    fact: 'prize',
    worth: [
      { option: 'none', points: '0' },
      { option: 'first', points: '2' },
      { option: 'second', points: '1' },
    ],
  };
  const judge: Score = { method: 'judged', reasonRequired: true };
  it.each<[string, Given, string]>([
    ['M03: 1 + 1 + 0.5 + 1 + 0.5 is 4', unmeasured(list, all), '4'],
    ['M03: none holds', unmeasured(list, { ...all, a: false, b: false, c: false, d: false, e: false }), '0'],
    [
      'M03: one unanswered item leaves it open',
      unmeasured(list, { ...all, h: null }),
      'missing: fact-missing',
    ],
    ['M37: first prize', unmeasured(choose, { prize: 'first' }), '2'],
    ['M37: none', unmeasured(choose, { prize: 'none' }), '0'],
    ['M58: the scorer’s points', measured(judge, '7.5'), '7.5'],
    ['M58: never more than full', measured(judge, '12'), '10'],
    ['M58: never less than 0', measured(judge, '-1'), '0'],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC9] 功效系数 efficacy', () => {
  const efficacy = (more: object = {}): Score => ({
    method: 'efficacy',
    c: '0.4',
    d: '0.6',
    better: 'higher',
    low: '50',
    high: '95',
    whenEqual: '1',
    ...more,
  });
  const cohort = { low: 'cohort', high: 'cohort' };
  it.each<[string, Given, string]>([
    [
      'M45: 72 between 50 and 95 is 79.56% (exactly 0.6 + 0.4 × 22/45)',
      measured(efficacy(), '72', { points: '1' }),
      '179/225',
    ],
    [
      'M45: the cohort’s lowest earns d',
      measured(efficacy(cohort), '38.7', { points: '2', others: ['42.7'] }),
      '1.2',
    ],
    [
      'M45: the cohort’s highest earns all',
      measured(efficacy(cohort), '42.7', { points: '2', others: ['38.7'] }),
      '2',
    ],
    [
      'where less is better the lowest earns all',
      measured(efficacy({ ...cohort, better: 'lower' }), '1', { points: '2', others: ['5'] }),
      '2',
    ],
    ['beyond the fixed ends it stops', measured(efficacy(), '200', { points: '10' }), '10'],
    ['below the fixed ends too', measured(efficacy(), '1', { points: '10' }), '6'],
    ['a cohort of one is equal to itself', measured(efficacy({ ...cohort, whenEqual: '0.8' }), '3'), '8'],
    [
      'a cohort of equals',
      measured(efficacy({ ...cohort, whenEqual: '0.8' }), '3', { others: ['3', '3'] }),
      '8',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC10] 按名次 ranked', () => {
  const common = { method: 'ranked', better: 'higher', tied: 'highest' } as const;
  const table: Score = { ...common, form: 'table', points: ['60', '57', '54', '51', '48'], beyond: '40' };
  const stepwise: Score = { ...common, form: 'step', free: 3, points: '0.2' };
  const percent: Score = { ...common, form: 'percent', share: '0.02' };
  const thirds = (places: 'half-up' | 'down' | 'up' | 'larger-first'): Score => ({
    ...common,
    form: 'tier',
    places,
    tiers: [
      { upTo: '1/3', share: '1' },
      { upTo: '2/3', share: '0.8' },
      { upTo: '1', share: '0.6' },
    ],
  });
  /** Others that leave the own value of 50 on place k. */
  const ahead = (k: number, count: number) =>
    Array.from({ length: count - 1 }, (_, index) => (index < k - 1 ? String(100 + index) : String(index)));
  const placed = (score: Score, k: number, count: number, more: More = {}) =>
    measured(score, '50', { ...more, others: ahead(k, count) });
  it.each<[string, Given, string]>([
    ['M40: first', placed(table, 1, 5, { points: '60' }), '60'],
    ['M40: fifth', placed(table, 5, 5, { points: '60' }), '48'],
    ['M40: beyond the table', placed(table, 6, 6, { points: '60' }), '40'],
    ['M41: seventh with 3 free, 4 − 0.8 = 3.2', placed(stepwise, 7, 9, { points: '4' }), '3.2'],
    [
      'M41: the 25th stops at the floor',
      placed({ ...stepwise, points: '0.4' } as Score, 25, 25, { points: '4' }),
      '0',
    ],
    ['M42: fifth, 200 × (1 − 2% × 4) = 184', placed(percent, 5, 8, { points: '200' }), '184'],
    ['ties take the higher points', measured(table, '50', { points: '60', others: ['50', '90'] }), '57'],
    [
      'or the mean of the places they fill',
      measured({ ...table, tied: 'mean' } as Score, '50', { points: '60', others: ['50', '90'] }),
      '55.5',
    ],
    [
      'where less is better the lowest is first',
      measured({ ...table, better: 'lower' } as Score, '1', { points: '60', others: ['2', '3'] }),
      '60',
    ],
    ['a cohort of one is first', measured(table, '1', { points: '60' }), '60'],
    ['M43: 25 in thirds is 9, 8, 8: the 9th is in the first', placed(thirds('larger-first'), 9, 25), '10'],
    ['M43: the 10th is in the second', placed(thirds('larger-first'), 10, 25), '8'],
    ['M43: the 17th is in the second', placed(thirds('larger-first'), 17, 25), '8'],
    ['M43: the 18th is in the third', placed(thirds('larger-first'), 18, 25), '6'],
    ['M43: rounded down the first third of 25 holds 8', placed(thirds('down'), 9, 25), '8'],
    [
      'M43: alone in the cohort, first tier when the larger goes first',
      measured(thirds('larger-first'), '50'),
      '10',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[SC11] 层级计分 records-worth', () => {
  const worth = [
    ['national', '5'],
    ['provincial', '3'],
    ['municipal', '2'],
    ['county', '1'],
  ].map(([id = '', points = '']) => ({ level: id, points }));
  const score = (more: object): Score => ({
    method: 'records-worth',
    fact: 'awards',
    worth,
    sameMatter: 'highest',
    ...more,
  });
  const entry = (at: string, matter?: string, genre?: string) => ({
    title: 't',
    level: at,
    ...(matter && { matter }),
    ...(genre && { genre }),
  });
  const given = (more: object, entries: ReturnType<typeof entry>[], points = '50'): Given =>
    unmeasured(score(more), { awards: entries }, { points });
  it.each<[string, Given, string]>([
    ['M32: different matters add up', given({}, [entry('national'), entry('county')]), '6'],
    [
      'M32: one matter counts at its highest',
      given({}, [entry('county', 'm'), entry('provincial', 'm'), entry('municipal', 'm')]),
      '3',
    ],
    [
      'all of them where the book says so',
      given({ sameMatter: 'all' }, [entry('county', 'm'), entry('provincial', 'm')]),
      '4',
    ],
    [
      'M34: the two highest levels of one matter, 5 + 3',
      given({ sameMatter: 'two-highest' }, [
        entry('national', 'm'),
        entry('provincial', 'm'),
        entry('county', 'm'),
      ]),
      '8',
    ],
    [
      'M34: the same level twice is one level',
      given({ sameMatter: 'two-highest' }, [entry('national', 'm'), entry('national', 'm')]),
      '5',
    ],
    [
      'M33: the highest in full, the rest by half',
      given({ sameMatter: 'diminishing', othersCoefficient: '0.5' }, [
        entry('municipal', 'm'),
        entry('provincial', 'm'),
      ]),
      '4',
    ],
    [
      'a genre has its coefficient',
      given({ genres: [{ genre: 'report', coefficient: '0.5' }] }, [entry('national', undefined, 'report')]),
      '2.5',
    ],
    ['only the best matters count', given({ bestMatters: 1 }, [entry('county'), entry('national')]), '5'],
    [
      'an entry without a matter is no other’s, whatever that one is called',
      given({}, [entry('county'), entry('national', '#0')]),
      '6',
    ],
    ['no entry is 0, not missing', given({}, []), '0'],
    ['M32: capped by the indicator’s points', given({}, [entry('national'), entry('national')], '6'), '6'],
    [
      'negative worth is deducted',
      given(
        {
          worth: worth.map(({ level: id, points }) => ({ level: id, points: `-${points}` })),
          sameMatter: 'all',
        },
        [entry('county'), entry('county')],
      ),
      '0',
    ],
  ])('%s', (_title, input, expected) => expect(outcomeOf(input)).toBe(expected));
});

describe('[SC12] 比最好者 relative to the best, [SC13] to the mean', () => {
  const best = (better: 'higher' | 'lower'): Score => ({ method: 'relative', to: 'best', better });
  const mean = (better: 'higher' | 'lower', more: object = {}): Score => ({
    method: 'relative',
    to: 'mean',
    better,
    ...more,
  });
  it.each<[string, Given, string]>([
    [
      'M44: 600 × 540 ÷ 580 = 558.62',
      measured(best('higher'), '540', {
        points: '600',
        others: ['580'],
        changes: { finish: { rounding: twoDecimals } },
      }),
      '558.62',
    ],
    ['M44: the best earns all', measured(best('higher'), '9', { others: ['3'] }), '10'],
    ['M44: nobody did anything, nobody earns', measured(best('higher'), '0', { others: ['0'] }), '0'],
    ['where less is better: lowest ÷ own', measured(best('lower'), '4', { others: ['1'] }), '2.5'],
    ['where less is better: none at all is full', measured(best('lower'), '0', { others: ['1'] }), '10'],
    ['where less is better and another has none', measured(best('lower'), '4', { others: ['0'] }), '0'],
    ['a cohort of one is its own best', measured(best('higher'), '2'), '10'],
    [
      'M46: half of the mean is half',
      measured(mean('higher', { low: '0', high: '1' }), '1', { others: ['3'] }),
      '5',
    ],
    ['M46: bounded above', measured(mean('higher', { low: '0', high: '1' }), '3', { others: ['1'] }), '10'],
    [
      'M46: a mean of nothing has no ratio',
      measured(mean('higher'), '0', { others: ['0'] }),
      'cannot-compute: zero-denominator',
    ],
    [
      'M46: none of what is unwanted takes the upper bound',
      measured(mean('lower', { high: '1' }), '0', { others: ['4'] }),
      '10',
    ],
    [
      'M29: 44.2 against a mean of 42.95 loses 0.625',
      measured({ method: 'relative', to: 'beyond-mean', better: 'lower', deduct: '0.5' }, '44.2', {
        points: '2',
        others: ['41.7'],
      }),
      '1.375',
    ],
    [
      'M29: up to the mean nothing is lost',
      measured({ method: 'relative', to: 'beyond-mean', better: 'lower', deduct: '0.5' }, '41.7', {
        points: '2',
        others: ['44.2'],
      }),
      '2',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));
});

describe('[FI1] exceptions, linked cap, floor, cap and rounding', () => {
  const proportion: Score = { method: 'proportion', target: '100', capShare: '1' };
  const excepted = (id: string, least: string, points: string): Partial<Indicator> => {
    const when = { kind: 'compare', left: fact(id), comparison: 'at-least', right: least } as const;
    return { finish: { exceptions: [{ when, points, because: { zh: 'b', en: 'b' } }] } };
  };
  const rounded = (mode: 'half-up' | 'half-even' | 'down' | 'up') => ({
    finish: { rounding: { mode, digits: 2 } as const },
  });
  it.each<[string, Given, string]>([
    ['half up at exactly half', measured(proportion, '10.05', { changes: rounded('half-up') }), '1.01'],
    ['half to even at exactly half', measured(proportion, '10.05', { changes: rounded('half-even') }), '1'],
    ['down', measured(proportion, '10.09', { changes: rounded('down') }), '1'],
    ['up', measured(proportion, '10.01', { changes: rounded('up') }), '1.01'],
    [
      'a negative half goes away from zero',
      measured(
        {
          method: 'steps',
          base: '0',
          origin: '0',
          above: { points: '-1.005', per: '1', partial: 'down' },
        },
        '1',
        { changes: { finish: { floor: '-5', rounding: { mode: 'half-up', digits: 2 } } } },
      ),
      '-1.01',
    ],
    [
      'M27: an exception replaces the points',
      measured(proportion, '80', {
        changes: excepted('x', '80', '0'),
      }),
      '0',
    ],
    [
      'M49: full may be the exception',
      measured(proportion, '60', {
        changes: excepted('x', '60', 'full'),
      }),
      '10',
    ],
    [
      'an exception whose fact is missing does not hold',
      {
        score: proportion,
        values: { x: '60', y: null },
        changes: excepted('y', '1', '0'),
      },
      '6',
    ],
    [
      '[FI2] rounding to a step does not lift points above the cap',
      measured(proportion, '100', {
        points: '2.3',
        changes: { finish: { rounding: { mode: 'half-up', step: '0.5' } } },
      }),
      '2.3',
    ],
    [
      '[FI2] nor drop them below the floor',
      measured(proportion, '0', {
        points: '2',
        changes: { finish: { floor: '0.3', rounding: { mode: 'half-up', step: '1' } } },
      }),
      '0.3',
    ],
  ])('%s', (_title, given, expected) => expect(outcomeOf(given)).toBe(expected));

  it('M26: the loss on one indicator may not exceed that on another', () => {
    const a = indicatorOf(
      { method: 'steps', base: '20', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      { id: 'A', points: '20' },
    );
    const b = indicatorOf(
      { method: 'steps', base: '17', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      { id: 'B', points: '17', measure: fact('y'), finish: { linkedCap: { indicator: 'A' } } },
    );
    const assessed = compile(bookOf([b, a])).assess([unitOf('u', { x: '3', y: '5' })]);
    expect(assessed.units[0]?.indicators.map(({ id, points }) => [id, points])).toEqual([
      ['B', '14'],
      ['A', '17'],
    ]);
  });
});
