import fc from 'fast-check';
import { compile } from '../src/engine/compile.js';
import { Rational } from '../src/exact/rational.js';
import type { Score } from '../src/format/score.js';
import { lintRuleBook } from '../src/lint/lint-rule-book.js';
import { bookOf, fact, indicatorOf, unitOf } from './book-of.js';

const decimal = (min: number, max: number) =>
  fc.integer({ min, max }).map((halves) => Rational.of(BigInt(halves), 2n).toText());
const better = fc.constantFrom('higher' as const, 'lower' as const);
const points = decimal(-4, 20);

/** Three bands that touch at 5 and 10. */
const tiers = fc
  .tuple(
    fc.constantFrom('step' as const, 'interpolate' as const, 'marginal' as const),
    fc.array(points, { minLength: 3, maxLength: 3 }),
  )
  .map(([form, pay]): Score => {
    const worth = (index: number) =>
      form === 'marginal' ? { rate: pay[index] ?? '0' } : { points: pay[index] ?? '0' };
    return {
      method: 'tiers',
      form,
      bands: [
        { ...(form === 'interpolate' ? { from: '-100' } : {}), to: '5', ...worth(0) },
        { from: '5', to: '10', ...worth(1) },
        { from: '10', ...worth(2) },
      ],
    };
  });

const side = fc.record({
  points: decimal(-4, 4),
  per: fc.constantFrom('1', '2', '0.5'),
  partial: fc.constantFrom('proportional' as const, 'down' as const, 'up' as const),
});
const scores: fc.Arbitrary<Score> = fc.oneof(
  tiers,
  fc.record({
    method: fc.constant('steps' as const),
    base: decimal(0, 10),
    origin: decimal(0, 20),
    above: side,
    below: side,
  }),
  fc.record({
    method: fc.constant('steps' as const),
    base: decimal(0, 10),
    origin: decimal(0, 20),
    above: side,
  }),
  fc.record({
    method: fc.constant('ranked' as const),
    form: fc.constant('table' as const),
    better,
    tied: fc.constantFrom('highest' as const, 'mean' as const),
    points: fc.array(points, { minLength: 1, maxLength: 4 }),
    beyond: points,
  }),
  fc.record({
    method: fc.constant('threshold' as const),
    comparison: fc.constantFrom(
      'at-least' as const,
      'more-than' as const,
      'at-most' as const,
      'less-than' as const,
      'equal' as const,
    ),
    at: decimal(-4, 40),
    metPoints: points,
    unmetPoints: points,
  }),
  fc.record({
    method: fc.constant('linear' as const),
    intercept: points,
    slope: decimal(-4, 4),
    low: fc.constant('0'),
    high: fc.constant('10'),
  }),
  fc.record({
    method: fc.constant('proportion' as const),
    target: decimal(1, 20),
    capShare: fc.constantFrom('1', '0.5', null),
    minimumShare: fc.constantFrom('0', '0.4'),
  }),
  fc.record({
    method: fc.constant('inverse' as const),
    form: fc.constantFrom('target-over-actual' as const, 'excess-share' as const),
    target: decimal(1, 20),
  }),
);

const values = Array.from({ length: 41 }, (_, index) => Rational.of(BigInt(index - 6), 2n).toText());

/** A unit's points while its value alone grows, beside five that stay as they are. */
function pointsAsTheValueGrows(score: Score): readonly Rational[] {
  const indicator = indicatorOf(score, { points: '10', finish: { floor: '-100', cap: '100' } });
  const engine = compile(bookOf([indicator]));
  const others = ['0', '5', '10', '10', '20'].map((x, index) => unitOf(`other${index}`, { x }));
  return values.flatMap((x) => {
    const own = engine.assess([...others, unitOf('own', { x })]).units[5]?.indicators[0]?.points;
    return own ? [Rational.parse(own)] : [];
  });
}

const turns = (row: readonly Rational[]): boolean => {
  const directions = new Set(row.slice(1).map((each, index) => each.compare(row[index] ?? each)));
  return directions.has(1) && directions.has(-1);
};

const isWarned = (score: Score): boolean =>
  lintRuleBook(bookOf([indicatorOf(score, { points: '10', measure: fact('x') })])).some(
    ({ code }) => code === 'NOT_MONOTONE',
  );

it('[SC14] points never rise and fall while the value only grows, unless the linter said so', () => {
  fc.assert(
    fc.property(scores, (score) => {
      fc.pre(!isWarned(score));
      expect(turns(pointsAsTheValueGrows(score))).toBe(false);
    }),
    { numRuns: 120 },
  );
});

it('[SC14] where the linter warns of bands or places, some values show it', () => {
  fc.assert(
    fc.property(tiers, (score) => {
      fc.pre(isWarned(score));
      expect(turns(pointsAsTheValueGrows(score))).toBe(true);
    }),
    { numRuns: 30 },
  );
});
