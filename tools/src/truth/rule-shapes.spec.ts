import { compile, parseRuleBook, type AssessedUnit, type FactValue, type RuleBook } from '@heng/rules';

/**
 * Shapes of rules that published tables use and no table here has yet, in small books with numbers worked out by hand: that a new
 * table needs a folder only.
 */
const text = (word: string) => ({ zh: word, en: word });
const fact = (id: string) => ({ kind: 'fact', fact: id });
const constant = (value: string) => ({ kind: 'constant', value });
const asItIs = { method: 'linear', intercept: '0', slope: '1', low: '0', high: '100' };

const numberFact = (id: string) => ({
  id,
  title: text(id),
  kind: 'number',
  unit: text('points'),
  source: 'imported',
  enteredBy: text('source'),
});
const panelFact = (id: string) => ({
  id,
  title: text(id),
  kind: 'panel',
  scale: '10',
  source: 'imported',
  enteredBy: text('judges'),
});

type Part = Readonly<Record<string, unknown>>;
const indicator = (id: string, measure: unknown, changes: Part = {}): Part => ({
  id,
  title: text(id),
  points: '100',
  scoredBy: text('source'),
  measure,
  score: asItIs,
  missing: 'wait',
  ...changes,
});

/** A book of one base section `all` that parses, with these indicators. */
function bookOf(
  facts: readonly Part[],
  indicators: readonly Part[],
  section: Part = {},
  changes: Part = {},
): RuleBook {
  const points = String(indicators.reduce((sum, each) => sum + Number(each['points']), 0));
  const full = { points, ...section };
  const read = parseRuleBook({
    format: 'heng-rulebook/1',
    id: 'shape',
    title: text('shape'),
    issuer: text('source'),
    year: 2026,
    version: '1',
    effective: { from: '2026-01-01', to: '2026-12-31' },
    unitTypes: ['Unit'],
    totalPoints: full.points,
    rounding: { indicator: null, section: null, total: null },
    facts,
    sections: [{ id: 'all', title: text('all'), role: 'base', indicators, ...full }],
    vetoes: [],
    cohorts: { by: 'all' },
    ranking: { on: 'exact', ties: 'competition', tieBreaks: [] },
    grades: [{ id: 'listed', title: text('listed') }],
    ...changes,
  });
  if (!read.ok) throw new Error(read.problems.map(({ path, message }) => `${path} ${message.en}`).join('\n'));
  return read.book;
}

type Facts = Readonly<Record<string, FactValue | null>>;
const results = (book: RuleBook, units: Readonly<Record<string, Facts>>) =>
  compile(book)
    .assess(
      Object.entries(units).map(([code, facts]): AssessedUnit => ({
        code,
        name: code,
        type: 'Unit',
        facts: Object.fromEntries(Object.entries(facts).map(([id, verified]) => [id, { verified }])),
      })),
    )
    .units.map(({ code, total, rank }) => [code, total, rank]);

it('[ME14] standard scores: 50 and 10 for each deviation from the mean of all', () => {
  const x = fact('x');
  const standard = {
    kind: 'ratio',
    of: [
      { kind: 'difference', of: [x, { kind: 'cohort', of: x, take: 'mean' }] },
      { kind: 'cohort', of: x, take: 'deviation' },
    ],
    whenZero: 'cannot-compute',
  };
  const score = { ...asItIs, intercept: '50', slope: '10' };
  const book = bookOf([numberFact('x')], [indicator('z', standard, { score })]);
  // 2 4 4 4 5 5 7 9: mean 5, deviation 2.
  const values = ['2', '4', '4', '4', '5', '5', '7', '9'];
  expect(results(book, Object.fromEntries(values.map((value, at) => [`U${at}`, { x: value }])))).toEqual([
    ['U0', '35', 8],
    ['U1', '45', 5],
    ['U2', '45', 5],
    ['U3', '45', 5],
    ['U4', '50', 3],
    ['U5', '50', 3],
    ['U6', '60', 2],
    ['U7', '70', 1],
  ]);
});

it('[ME12] an index over the sources there are, at least three, rounded to whole points, the rest unranked', () => {
  const sources = ['a', 'b', 'c', 'd'];
  const mean = {
    kind: 'mean',
    form: 'arithmetic',
    absent: 'leave-out',
    minimum: 3,
    of: sources.map((id) => ({ measure: fact(id), weight: '1' })),
  };
  const book = bookOf(
    sources.map(numberFact),
    [indicator('index', mean)],
    {},
    {
      rounding: { indicator: null, section: null, total: { mode: 'half-up', digits: 0 } },
      ranking: { on: 'rounded', ties: 'competition', tieBreaks: [], requires: { indicators: ['index'] } },
    },
  );
  expect(
    results(book, {
      A: { a: '40', b: '41', c: '42', d: '43' }, // 41.5 → 42
      B: { a: '41', b: '42', c: '43' }, // 42
      C: { a: '40', b: '40', c: '44' }, // 41.33 → 41
      D: { a: '90', b: '90' }, // two sources only
    }),
  ).toEqual([
    ['A', '42', 1],
    ['B', '42', 1],
    ['C', '41', 3],
    ['D', '0', null],
  ]);
});

it('[TO5] weights that go to the other parts where one is missing', () => {
  const book = bookOf(
    ['a', 'b', 'c'].map(numberFact),
    ['a', 'b', 'c'].map((id) => indicator(`part-${id}`, fact(id))),
    {
      points: '100',
      combine: {
        by: 'mean',
        form: 'arithmetic',
        absent: 'leave-out',
        minimum: 2,
        weights: [
          { part: 'part-a', weight: '50' },
          { part: 'part-b', weight: '30' },
          { part: 'part-c', weight: '20' },
        ],
      },
    },
  );
  expect(
    results(book, {
      A: { a: '80', b: '60', c: '40' }, // 40 + 18 + 8
      B: { a: '80', b: '60' }, // (4000 + 1800) ÷ 80
    }),
  ).toEqual([
    ['A', '66', 2],
    ['B', '72.5', 1],
  ]);
});

it('[ME11] low points in sailing: places, one past the last for who did not finish, the worst race discarded', () => {
  const races = ['r1', 'r2', 'r3'];
  const place = (id: string) => ({
    kind: 'first-known',
    of: [
      { kind: 'place', of: fact(id), better: 'lower' },
      { kind: 'sum', of: [{ kind: 'cohort', of: constant('1'), take: 'count' }, constant('1')] },
    ],
  });
  const net = {
    kind: 'selected',
    of: races.map(place),
    keep: { dropLowest: 0, dropHighest: 1 },
    take: 'sum',
    absent: 'no-number',
  };
  // Fewer is better: the total is the negative of what is published, and no more than 0.
  const book = bookOf(races.map(numberFact), [
    indicator('net', net, {
      points: '0',
      score: { method: 'linear', intercept: '0', slope: '-1', low: '-1000', high: '0' },
      finish: { floor: '-1000' },
    }),
  ]);
  expect(
    results(book, {
      A: { r1: '61.5', r2: '60.2', r3: '64.0' }, // 1 1 3 → 2
      B: { r1: '62.0', r2: null, r3: '61.0' }, // 2 5 1 → 3
      C: { r1: '63.0', r2: '60.9', r3: '62.0' }, // 3 2 2 → 4
      D: { r1: '65.0', r2: '61.0', r3: '66.0' }, // 4 3 4 → 7
    }),
  ).toEqual([
    ['A', '-2', 1],
    ['B', '-3', 2],
    ['C', '-4', 3],
    ['D', '-7', 4],
  ]);
});

it('[ME3] gymnastics: difficulty and the mean of the middle marks of execution, less penalties, and the best apparatus decides ties', () => {
  const pieces = ['beam', 'floor'];
  const piece = (id: string) => ({
    kind: 'difference',
    of: [
      {
        kind: 'sum',
        of: [
          fact(`difficulty-${id}`),
          {
            kind: 'rounded',
            of: {
              kind: 'panel-mean',
              fact: `execution-${id}`,
              drop: { high: 1, low: 1, fromJudges: 5 },
              minimumJudges: 5,
            },
            rounding: { mode: 'down', digits: 3 },
          },
        ],
      },
      fact(`penalty-${id}`),
    ],
  });
  const book = bookOf(
    pieces.flatMap((id) => [
      numberFact(`difficulty-${id}`),
      panelFact(`execution-${id}`),
      numberFact(`penalty-${id}`),
    ]),
    pieces.map((id) => indicator(id, piece(id))),
    {},
    {
      ranking: {
        on: 'exact',
        ties: 'competition',
        tieBreaks: [{ kind: 'count-back', indicators: pieces, by: 'points' }],
      },
    },
  );
  const marks = (...scores: string[]) => scores.map((score, at) => ({ judge: `J${at + 1}`, score }));
  expect(
    results(book, {
      A: {
        'difficulty-beam': '5.8',
        'execution-beam': marks('8.0', '8.1', '8.3', '8.6', '9.9'), // 25 ÷ 3 = 8.333
        'penalty-beam': '0.1',
        'difficulty-floor': '5.2',
        'execution-floor': marks('8', '8', '8', '8', '8'),
        'penalty-floor': '0',
      },
      B: {
        'difficulty-beam': '5.733',
        'execution-beam': marks('8', '8', '8', '8', '8'),
        'penalty-beam': '0',
        'difficulty-floor': '5.5',
        'execution-floor': marks('7', '8', '8', '8', '9'),
        'penalty-floor': '0',
      },
    }),
  ).toEqual([
    ['A', '27.233', 1], // 14.033 + 13.2
    ['B', '27.233', 2], // 13.733 + 13.5
  ]);
});

it('[SC12] the best of all is 100, the others in proportion, and a table of places beside it', () => {
  const best = {
    kind: 'product',
    of: [
      {
        kind: 'ratio',
        of: [fact('x'), { kind: 'cohort', of: fact('x'), take: 'greatest' }],
        whenZero: 'cannot-compute',
      },
      constant('100'),
    ],
  };
  const placed = {
    kind: 'banded',
    of: { kind: 'place', of: fact('y'), better: 'higher' },
    bands: [
      { to: '2', value: '100' },
      { from: '2', to: '4', value: '80' },
      { from: '4', value: '60' },
    ],
  };
  const book = bookOf(['x', 'y'].map(numberFact), [indicator('scaled', best), indicator('placed', placed)], {
    points: '100',
    combine: {
      by: 'weighted-sum',
      absent: 'no-number',
      weights: [
        { part: 'scaled', weight: '0.75' },
        { part: 'placed', weight: '0.25' },
      ],
    },
  });
  expect(
    results(book, {
      A: { x: '40', y: '7' }, // 100, 80
      B: { x: '30', y: '9' }, // 75, 100
      C: { x: '10', y: '7' }, // 25, 80
      D: { x: '20', y: '1' }, // 50, 60
    }),
  ).toEqual([
    ['A', '95', 1],
    ['B', '81.25', 2],
    ['C', '38.75', 4],
    ['D', '52.5', 3],
  ]);
});
