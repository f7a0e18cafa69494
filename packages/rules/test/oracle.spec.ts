import type { Indicator } from '../src/format/indicator.js';
import type { Measure } from '../src/format/measure.js';
import type { Section } from '../src/format/rule-book.js';
import { assessByHand, type Question } from './oracle/assess-by-hand.js';
import { big, rounded, written } from './oracle/big-fraction.js';
import {
  exponentialBySeries,
  logarithmBySquaring,
  powerByRoot,
  rootByHalving,
} from './oracle/irrational-by-hand.js';
import { prove, told } from './oracle/prove.js';
import { randomQuestion } from './oracle/random-question.js';

describe('[EX1 CH2 TO2 RK1 GR1] the engine and an oracle that knows nothing of it', () => {
  it('agree on every digit, state, place and grade of 3,000 random sheets', () => {
    const { found, sheets } = prove(3000, 1);
    expect(found === null ? '' : `seed ${found.seed}:\n${told(found.differences)}`).toBe('');
    expect(sheets).toBeGreaterThanOrEqual(3000);
  });
});

describe('[EX3] roots and logarithms of the oracle', () => {
  // From the published decimal expansions of √2, ∛2, ln 2, ln 10, log₁₀ 2 and log₂ 3 (OEIS A002193, A002580, A002162, A002392, A007524, A020857).
  it.each([
    ['√2', rootByHalving(big('2'), 2n), '1.4142135623730950488016887242096980785697'],
    ['∛2', rootByHalving(big('2'), 3n), '1.2599210498948731647672106072782283505703'],
    ['ln 2', logarithmBySquaring(big('2'), 'e'), '0.6931471805599453094172321214581765680755'],
    ['ln 10', logarithmBySquaring(big('10'), 'e'), '2.3025850929940456840179914546843642076011'],
    ['log₁₀ 2', logarithmBySquaring(big('2'), '10'), '0.3010299956639811952137388947244930267682'],
    ['log₂ 3', logarithmBySquaring(big('3'), '2'), '1.5849625007211561814537389439478165087598'],
    ['log₂ ⅛', logarithmBySquaring(big('0.125'), '2'), '-3'],
    ['log₁₀ 1000', logarithmBySquaring(big('1000'), '10'), '3'],
    ['e', exponentialBySeries(big('1')), '2.7182818284590452353602874713526624977572'],
    ['1 ÷ e', exponentialBySeries(big('-1')), '0.3678794411714423215955237701614608674458'],
    ['6.25 to the power of 1.5', powerByRoot(big('6.25'), '1.5'), '15.625'],
    ['√6.25', rootByHalving(big('6.25'), 2n), '2.5'],
  ])('%s is as published', (_, value, expected) => {
    expect(value && written(value)).toBe(expected);
  });
});

describe('[EX1] rounding of the oracle', () => {
  it.each([
    ['half-up', ['3', '-3', '2', '-2', '1']],
    ['half-even', ['2', '-2', '2', '-2', '0']],
    ['down', ['2', '-2', '1', '-1', '0']],
    ['up', ['3', '-3', '2', '-2', '1']],
  ] as const)('%s of 2.5, -2.5, 1.5, -1.5 and 0.5', (mode, expected) => {
    const values = ['2.5', '-2.5', '1.5', '-1.5', '0.5'];
    expect(values.map((value) => written(rounded(big(value), { mode, digits: 0 })))).toEqual(expected);
  });
});

describe('the random sheets', () => {
  const questions = Array.from({ length: 120 }, (_, seed) => randomQuestion(seed + 1));

  it('ask for every measure, method, combination, veto, tie-break and policy of the grammar', () => {
    const seen = new Set<string>();
    for (const { book, below } of questions) {
      for (const what of [book, ...(below === null ? [] : [below.book])]) collect(what, seen);
    }
    expect([...expected].filter((word) => !seen.has(word))).toEqual([]);
  });

  it('are full of ties, states of every kind, halves and unranked units', () => {
    const sheets = questions.slice(0, 40).flatMap((question) => assessByHand(question));
    const states = new Set(sheets.flatMap(({ indicators }) => indicators.map(({ state }) => state)));
    expect([...states].sort()).toEqual([
      'cannot-compute',
      'missing',
      'not-applicable',
      'pending',
      'scored',
      'vetoed',
    ]);
    const share = (holds: (sheet: (typeof sheets)[number]) => boolean) =>
      sheets.filter(holds).length / sheets.length;
    expect(share(({ tied }) => tied)).toBeGreaterThan(0.1);
    expect(share(({ rank }) => rank === null)).toBeGreaterThan(0.02);
    expect(share(({ grade }) => grade !== null && grade !== 'grade0')).toBeGreaterThan(0.1);
    const scored = sheets.flatMap(({ indicators }) => indicators.filter(({ state }) => state === 'scored'));
    expect(scored.filter(({ points }) => points !== '0').length / scored.length).toBeGreaterThan(0.5);
  });

  it('come out the same for the same seed', () => {
    expect(randomQuestion(7)).toEqual(randomQuestion(7));
  });
});

/** Kinds, methods and forms, wherever they stand in a book. */
function collect(value: unknown, seen: Set<string>): void {
  if (Array.isArray(value)) value.forEach((each) => collect(each, seen));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      if (typeof part === 'string') seen.add(`${key} ${part}`);
      collect(part, seen);
    }
  }
}

const words = <T extends string>(key: string, list: Record<T, true>) =>
  Object.keys(list).map((word) => `${key} ${word}`);

/** Written as records, so that the compiler notices when the grammar grows. */
const expected = new Set([
  ...words<Measure['kind']>('kind', {
    fact: true,
    constant: true,
    sum: true,
    difference: true,
    product: true,
    greatest: true,
    least: true,
    ratio: true,
    'sample-rate': true,
    previous: true,
    count: true,
    'panel-mean': true,
    'vote-mean': true,
    'vote-share': true,
    'rater-mean': true,
    'indicator-points': true,
    'section-points': true,
    'self-gap': true,
    rounded: true,
    logarithm: true,
    root: true,
    power: true,
    exponential: true,
    days: true,
    banded: true,
    mean: true,
    selected: true,
    'first-known': true,
    cohort: true,
    place: true,
    none: true,
  }),
  ...words<Indicator['score']['method']>('method', {
    proportion: true,
    inverse: true,
    threshold: true,
    checklist: true,
    linear: true,
    steps: true,
    tally: true,
    tiers: true,
    choice: true,
    'records-worth': true,
    relative: true,
    efficacy: true,
    ranked: true,
    judged: true,
  }),
  ...words<NonNullable<Section['combine']>['by']>('by', {
    sum: true,
    'weighted-sum': true,
    mean: true,
    selected: true,
  }),
  ...words<Section['role']>('role', { base: true, bonus: true, deduction: true, derived: true }),
  ...words<Question['book']['cohorts']['by']>('by', { all: true, parent: true, attribute: true, list: true }),
  ...words<Question['book']['vetoes'][number]['effects'][number]['kind']>('kind', {
    'grade-ceiling': true,
    grade: true,
    'grade-down': true,
    'indicator-zero': true,
    'indicators-named-zero': true,
    'no-award': true,
    'withdraw-title': true,
  }),
  ...words<Question['book']['ranking']['tieBreaks'][number]['kind']>('kind', {
    'no-veto': true,
    indicator: true,
    section: true,
    'self-gap': true,
    measure: true,
    'count-back': true,
    'unit-code': true,
  }),
  ...words<NonNullable<Indicator['notApplicable']>['policy']>('policy', {
    exclude: true,
    full: true,
    zero: true,
    fixed: true,
    'cohort-mean': true,
  }),
  ...words<Indicator['missing']>('missing', { wait: true, zero: true, 'cohort-mean': true }),
]);
