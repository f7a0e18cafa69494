import fc from 'fast-check';
import { bookOf, booleanFact, byPercent, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook, TieBreak } from '../format/rule-book.js';
import type { Score } from '../format/score.js';
import { compileBatch, type Batch } from './batch.js';
import { batchFactsOf } from './columns.js';
import { schemaOf } from './schema.js';

const text = (word: string) => ({ zh: word, en: word });
const comparisons: Score[] = [
  {
    method: 'ranked',
    form: 'table',
    better: 'higher',
    tied: 'highest',
    points: ['10', '8', '5'],
    beyond: '2',
  },
  { method: 'ranked', form: 'step', better: 'lower', tied: 'mean', free: 1, points: '0.25' },
  {
    method: 'efficacy',
    c: '0.4',
    d: '0.6',
    better: 'higher',
    low: 'cohort',
    high: 'cohort',
    whenEqual: '1',
  },
  { method: 'relative', to: 'mean', better: 'higher', low: '0.5', high: '1' },
];
const tieBreaks: TieBreak[] = [
  { kind: 'no-veto' },
  { kind: 'indicator', indicator: 'Y' },
  { kind: 'section', section: 'base' },
  { kind: 'self-gap' },
  { kind: 'measure', of: fact('y'), better: 'lower' },
  { kind: 'count-back', indicators: ['X', 'Y'], by: 'points' },
  { kind: 'count-back', indicators: ['X', 'R'], by: 'places' },
  { kind: 'unit-code' },
];
const quota = { ratio: '0.2', rounding: 'half-up' as const, minimum: 1, scope: 'cohort' as const };

const book = fc
  .record({
    score: fc.constantFrom(...comparisons),
    missing: fc.constantFrom<Indicator['missing'][]>('wait', 'zero', 'cohort-mean'),
    ties: fc.constantFrom('competition' as const, 'dense' as const, 'forbidden' as const),
    better: fc.constantFrom({}, { better: 'lower' as const }),
    tieBreaks: fc.subarray(tieBreaks, { maxLength: 2 }),
    requires: fc.constantFrom<Partial<RuleBook['ranking']>>({}, { requires: { indicators: ['Y'] } }),
    out: fc.constantFrom<Partial<RuleBook['ranking']>>({}, { outOfCompetition: { types: ['S'] } }),
    tieAtEdge: fc.constantFrom('in' as const, 'out' as const),
    zeroes: fc.boolean(),
  })
  .map(({ score, missing, ties, better, tieBreaks: breaks, requires, out, tieAtEdge, zeroes }): RuleBook =>
    bookOf(
      [
        byPercent('X', '10', 'x'),
        byPercent('Y', '5', 'y', { missing }),
        indicatorOf(score, { id: 'R', measure: fact('z') }),
      ],
      {
        facts: [...['x', 'y', 'z'].map((id) => numberFact(id)), booleanFact('bad')],
        unitTypes: ['T', 'S'],
        rounding: {
          indicator: { mode: 'half-up', digits: 2 },
          section: null,
          total: { mode: 'half-up', digits: 0 },
        },
        cohorts: { by: 'parent' },
        vetoes: [
          {
            id: 'bad',
            title: text('bad'),
            when: { kind: 'is-true', fact: 'bad' },
            effects: zeroes
              ? [{ kind: 'indicator-zero', indicators: ['R'] }]
              : [{ kind: 'grade-ceiling', grade: 'good' }],
          },
        ],
        ranking: { on: 'rounded', ties, ...better, tieBreaks: breaks, ...requires, ...out },
        grades: [
          { id: 'best', title: text('best'), atLeast: '9', quota: { ...quota, tieAtEdge } },
          { id: 'good', title: text('good'), atLeast: '5' },
          { id: 'rest', title: text('rest') },
        ],
      },
    ),
  );

const value = fc.constantFrom('0', '25', '50', '75', '100');
const absentOr = (of: fc.Arbitrary<string>) => fc.option(of, { freq: 8, nil: null });
const unit = fc.record({
  x: value,
  y: absentOr(value),
  z: fc.nat(300).map(String),
  bad: fc.nat(9).map((n) => n === 0),
  alone: fc.nat(9).map((n) => n === 0),
  type: fc.constantFrom('T', 'T', 'S'),
});
// Two groups, of which one is large enough for units to be moved in it instead of ranking it anew.
const units = fc
  .array(unit, { minLength: 150, maxLength: 200, size: 'max' })
  .map((list) =>
    list.map(({ alone, type, ...facts }, index) =>
      unitOf(`u${index}`, facts, { type, parent: alone ? 'small' : 'large' }),
    ),
  );
const edit = fc.oneof(
  fc.record({ fact: fc.constant('x'), value }),
  fc.record({ fact: fc.constant('y'), value: absentOr(value) }),
  fc.record({ fact: fc.constant('z'), value: fc.nat(300).map(String) }),
  fc.record({ fact: fc.constant('bad'), value: fc.boolean() }),
);
const edits = fc.array(fc.record({ edit, unit: fc.nat(149), declared: fc.boolean() }), {
  minLength: 8,
  maxLength: 30,
  size: 'max',
});

/** With room for every value that an edit may bring. */
const planOf = (random: RuleBook, list: readonly AssessedUnit[]) => {
  const ends = [
    unitOf('least', { x: '0', y: '0', z: '0', bad: false }),
    unitOf('most', { x: '100', y: '100', z: '300', bad: true }),
  ];
  return compileBatch(random, schemaOf(random, batchFactsOf(random, [...list, ...ends]), { optional: true }));
};

/** A copy of all that the columns hold; the order of problems is that of ranks. */
const stateOf = (batch: Batch) => {
  const results = batch.results();
  if (results === null) throw new Error('totals are in integers here');
  const { totals, ranks, grades, vetoes, sections } = results;
  const columns = ['X', 'Y', 'R'].flatMap((id) => [batch.column(id).points, batch.column(id).states ?? []]);
  const all = [totals, ranks, grades, vetoes, ...sections.map(({ points }) => points), ...columns];
  return { columns: all.map((column) => Array.from(column)), tied: batch.problems() };
};

describe('edits in a large cohort', () => {
  it('[EX1] leave after each of them what a run of everything leaves', () => {
    fc.assert(
      fc.property(book, units, edits, (random, list, changes) => {
        const plan = planOf(random, list);
        const [batch, again] = [1, 2].map(() => plan.bind(batchFactsOf(random, list))) as [Batch, Batch];
        batch.run();
        for (const { edit: change, unit: index, declared } of changes) {
          const side = declared ? 'declared' : 'counts';
          batch.set(change.fact, index, change.value, side);
          again.set(change.fact, index, change.value, side);
          again.run();
          expect(stateOf(batch)).toEqual(stateOf(again));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('[EX1, XP1] leave the outcomes and explanations of the explaining evaluator', () => {
    fc.assert(
      fc.property(book, units, edits, (random, list, changes) => {
        const batch = planOf(random, list).bind(batchFactsOf(random, list));
        batch.run();
        const edited = list.map((each) => ({ ...each, facts: { ...each.facts } }));
        for (const { edit: change, unit: index, declared } of changes) {
          // What was told before must not be told again after the edit.
          batch.explain(index, 'R');
          batch.set(change.fact, index, change.value, declared ? 'declared' : 'counts');
          const target = edited[index]!;
          target.facts[change.fact] = {
            ...target.facts[change.fact],
            [declared ? 'declared' : 'verified']: change.value,
          };
        }
        const exact = compile(random).assess(edited);
        expect(edited.map((_, index) => batch.outcome(index))).toEqual(exact.units);
        for (const { unit: index } of changes)
          for (const id of ['X', 'Y', 'R'])
            expect(batch.explain(index, id)).toEqual(exact.explain(`u${index}`, id));
      }),
      { numRuns: 12 },
    );
  });

  it('[RK5] move two tied units that another one stood between in a single indicator', () => {
    const counted = bookOf([byPercent('X', '10', 'x'), byPercent('Y', '10', 'y')], {
      rounding: { indicator: { mode: 'half-up', digits: 1 }, section: null, total: null },
      ranking: {
        on: 'exact',
        ties: 'competition',
        tieBreaks: [{ kind: 'count-back', indicators: ['X', 'Y'], by: 'places' }],
      },
    });
    const others = Array.from({ length: 80 }, (_, index) =>
      unitOf(`o${index}`, { x: '10', y: String(index % 30) }),
    );
    const list = [
      unitOf('a', { x: '90', y: '50' }),
      unitOf('b', { x: '50', y: '90' }),
      unitOf('c', { x: '95', y: '0' }),
      ...others,
    ];
    const facts = batchFactsOf(counted, list);
    const batch = compileBatch(counted, schemaOf(counted, facts)).bind(facts);
    batch.run();
    // With c before it in X, a is twice second; b is once first.
    expect([0, 1].map((unit) => batch.outcome(unit).rank)).toEqual([2, 1]);
    batch.set('x', 2, '20');
    expect([0, 1].map((unit) => batch.outcome(unit).rank)).toEqual([1, 1]);
  });
});
