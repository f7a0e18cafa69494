import fc from 'fast-check';
import { unitsFor } from '../../../test/facts-arbitrary.js';
import { changed, smallBook } from '../../../test/small-book.js';
import { compile } from '../../engine/compile.js';
import { Rational } from '../../exact/rational.js';
import type { Measure } from '../../format/measure.js';
import type { RuleBook } from '../../format/rule-book.js';
import { parseRuleBook } from '../../parse/parse-rule-book.js';
import { measureRange } from './measure-range.js';
import { contains } from './range.js';

/** Expressions of every kind over the facts of the small book; some have no number, but none is refused. */
const measures = fc.letrec<{ leaf: Measure; node: Measure }>((tie) => ({
  leaf: fc.oneof(
    fc
      .constantFrom('villages', 'done', 'rate', 'funded', 'late')
      .map((fact): Measure => ({ kind: 'fact', fact })),
    fc.constantFrom('-2', '0', '0.5', '3').map((value): Measure => ({ kind: 'constant', value })),
    fc.constantFrom<Measure>(
      { kind: 'count', fact: 'awards' },
      { kind: 'panel-mean', fact: 'scores', minimumJudges: 1 },
      { kind: 'panel-mean', fact: 'scores', minimumJudges: 1, sumFor: 3 },
      { kind: 'vote-share', fact: 'votes', options: ['good'], minimumValid: 1 },
      { kind: 'previous', of: { kind: 'fact', fact: 'rate' } },
      { kind: 'indicator-points', indicator: 'A1' },
      { kind: 'section-points', section: 'B' },
      { kind: 'section-points', section: 'C' },
      { kind: 'section-points', section: 'D' },
    ),
  ),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom('sum', 'product', 'greatest', 'least'), some(tie('node')))
      .map(([kind, of]): Measure => ({ kind, of })),
    fc.tuple(tie('node'), tie('node')).map((of): Measure => ({ kind: 'difference', of })),
    fc
      .tuple(tie('node'), tie('node'))
      .map((of): Measure => ({ kind: 'ratio', of, whenZero: 'cannot-compute' })),
    tie('node').map((of): Measure => ({ kind: 'rounded', of, rounding: { mode: 'half-up', digits: 0 } })),
    fc
      .tuple(tie('node'), fc.constantFrom('e', '2', '10'))
      .map(([of, base]): Measure => ({ kind: 'logarithm', of, base })),
    fc
      .tuple(tie('node'), fc.integer({ min: 2, max: 3 }))
      .map(([of, degree]): Measure => ({ kind: 'root', of, degree })),
    fc
      .tuple(tie('node'), fc.constantFrom('2', '3', '0.5', '-1', '1.5'))
      .map(([of, exponent]): Measure => ({ kind: 'power', of, exponent })),
    tie('node').map((of): Measure => ({ kind: 'exponential', of })),
    tie('node').map((of): Measure => ({
      kind: 'banded',
      of,
      bands: [
        { to: '1', value: '-4' },
        { from: '1', to: '60', value: '2' },
        { from: '60', value: '0.8' },
      ],
    })),
    fc
      .tuple(
        fc.constantFrom('arithmetic', 'geometric', 'harmonic'),
        some(fc.record({ measure: tie('node'), weight: fc.constantFrom('1', '2') })),
        fc.constantFrom('no-number', 'zero', 'leave-out'),
      )
      .map(([form, of, absent]): Measure => ({ kind: 'mean', form, of, absent })),
    fc
      .tuple(
        some(tie('node')),
        fc.constantFrom(
          { best: 1, better: 'higher' as const },
          { best: 2, better: 'lower' as const },
          { dropLowest: 1, dropHighest: 1 },
        ),
        fc.constantFrom('sum', 'mean'),
        fc.constantFrom('no-number', 'zero', 'leave-out'),
      )
      .map(([of, keep, take, absent]): Measure => ({ kind: 'selected', of, keep, take, absent })),
    fc.tuple(tie('node'), tie('node')).map((of): Measure => ({ kind: 'first-known', of })),
    fc
      .tuple(
        tie('node'),
        fc.constantFrom(
          'mean',
          'sum',
          'count',
          'least',
          'greatest',
          'median',
          'deviation',
          'sample-deviation',
        ),
      )
      .map(([of, take]): Measure => ({ kind: 'cohort', of, take })),
    tie('node').map((of): Measure => ({ kind: 'cohort', of, take: 'percentile', share: '0.25' })),
    tie('node').map((of): Measure => ({ kind: 'place', of, better: 'lower' })),
  ),
}));

function some<T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(of, { minLength: 1, maxLength: 3 });
}

/** The small book with an indicator that shows what the expression comes to, and sections that combine their parts. */
function bookWith(measure: Measure, combine: object): RuleBook | null {
  const parsed = parseRuleBook(
    changed(smallBook(), {
      '/sections/0/indicators/1/measure': measure,
      '/sections/0/indicators/1/score': {
        method: 'linear',
        intercept: '0',
        slope: '0',
        low: '0',
        high: '20',
      },
      '/sections/1/combine': combine,
    }),
  );
  if (parsed.ok) return parsed.book;
  // An expression may be more work than is allowed, and nothing else may be wrong with it.
  if (parsed.problems.every(({ code }) => code === 'TOO_MUCH_WORK')) return null;
  throw new Error(JSON.stringify(parsed.problems));
}

const combinations = fc.constantFrom(
  { by: 'sum', absent: 'zero' },
  { by: 'sum', absent: 'leave-out' },
  {
    by: 'weighted-sum',
    absent: 'leave-out',
    weights: ['B1', 'B2', 'B3', 'B4'].map((part, index) => ({ part, weight: String(2 * (index % 2)) })),
  },
);

const rate: Measure = { kind: 'fact', fact: 'rate' };
const constant = (value: string): Measure => ({ kind: 'constant', value });
const rates = [rate, rate, rate];
const ends: readonly (readonly [measure: Measure, low: string | null, high: string | null])[] = [
  [
    { kind: 'selected', of: rates, keep: { best: 2, better: 'higher' }, take: 'sum', absent: 'zero' },
    '0',
    '200',
  ],
  [
    {
      kind: 'selected',
      of: rates,
      keep: { dropLowest: 1, dropHighest: 1 },
      take: 'sum',
      absent: 'zero',
    },
    '0',
    // Of two parts none is dropped.
    '200',
  ],
  [
    {
      kind: 'selected',
      of: [constant('5'), constant('7')],
      keep: { best: 1, better: 'lower' },
      take: 'mean',
      absent: 'no-number',
    },
    '5',
    '7',
  ],
  [{ kind: 'first-known', of: [rate, constant('-3')] }, '-3', '100'],
  [{ kind: 'root', of: rate, degree: 2 }, '0', '10'],
  [{ kind: 'power', of: rate, exponent: '1.5' }, '0', '1000'],
  [{ kind: 'logarithm', of: constant('1000'), base: '10' }, '3', '3'],
  [{ kind: 'rounded', of: constant('2.5'), rounding: { mode: 'half-up', digits: 0 } }, '3', '3'],
  [
    {
      kind: 'banded',
      of: rate,
      bands: [
        { to: '0', value: '-9' },
        { from: '0', to: '100', value: '1' },
        { from: '100', value: '0.8' },
      ],
    },
    '0.8',
    '1',
  ],
  [{ kind: 'cohort', of: rate, take: 'sum' }, '0', null],
  [{ kind: 'cohort', of: rate, take: 'deviation' }, '0', '100'],
  [{ kind: 'cohort', of: rate, take: 'median' }, '0', '100'],
  [{ kind: 'place', of: rate, better: 'higher' }, '1', null],
  [{ kind: 'section-points', section: 'C' }, '0', '10'],
  [{ kind: 'section-points', section: 'D' }, '-5', '0'],
];

describe('the range of a measure', () => {
  it.each(ends)('[ME1] is as narrow as the facts tell: %j from %s to %s', (measure, low, high) => {
    const found = measureRange(measure, smallBook());
    expect([found.low?.toText() ?? null, found.high?.toText() ?? null]).toEqual([low, high]);
  });

  it('[ME1] holds every number that the measure comes to', () => {
    fc.assert(
      fc.property(
        measures.node,
        combinations,
        unitsFor(smallBook(), { from: 2, to: 5 }),
        (measure, combine, units) => {
          const book = bookWith(measure, combine);
          if (book === null) return;
          const range = measureRange(measure, book);
          const assessment = compile(book).assess(units, { previous: units });
          for (const { code } of units) {
            const found = assessment.explain(code, 'A2').steps.find((step) => step.code === 'measure');
            const value = found?.data['value'];
            if (value === undefined) continue;
            expect([value, contains(range, Rational.parse(value))]).toEqual([value, true]);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
