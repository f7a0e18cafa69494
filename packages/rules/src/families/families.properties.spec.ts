import fc from 'fast-check';
import { bookOf, fact, indicatorOf, unitOf } from '../../test/book-of.js';
import { replay } from '../../test/replay.js';
import { fraction, show } from '../../test/fraction.js';
import { compile } from '../engine/compile.js';
import { Rational } from '../exact/rational.js';
import type { Score } from '../format/score.js';

const decimal = (min: number, max: number) =>
  fc.integer({ min: min * 100, max: max * 100 }).map((n) => Rational.of(BigInt(n), 100n).toText());
const positive = decimal(1, 50);
const share = fc.constantFrom('0', '0.25', '0.5', '0.8', '1');
const side = (sign: '' | '-') =>
  fc.record({
    points: positive.map((points) => sign + points),
    per: positive,
    partial: fc.constantFrom('proportional' as const, 'down' as const, 'up' as const),
  });

const bands = fc
  .uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 2, maxLength: 5 })
  .chain((edges) =>
    fc.tuple(
      fc.constant([...edges].sort((a, b) => a - b)),
      fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 6, maxLength: 6 }),
    ),
  )
  .map(([edges, points]) => {
    const rising = [...points].sort((a, b) => a - b).map(String);
    return [
      { to: String(edges[0]), points: rising[0] ?? '0', rate: '0' },
      ...edges.map((from, index) => {
        const to = edges[index + 1];
        return {
          from: String(from),
          ...(to === undefined ? {} : { to: String(to) }),
          points: rising[index + 1] ?? '0',
          rate: '0.1',
        };
      }),
    ];
  });

/** Scores for which a larger measure never earns less. */
const rising: fc.Arbitrary<Score> = fc.oneof(
  fc.record({
    method: fc.constant('proportion' as const),
    target: positive,
    capShare: fc.constant('1'),
    minimumShare: share,
  }),
  fc.record({
    method: fc.constant('threshold' as const),
    comparison: fc.constantFrom('at-least' as const, 'more-than' as const),
    at: decimal(0, 50),
  }),
  fc.record({
    method: fc.constant('linear' as const),
    intercept: decimal(-5, 5),
    slope: positive,
    low: fc.constant('0'),
    high: fc.constant('10'),
  }),
  side('').map((above): Score => ({ method: 'steps', base: '0', origin: '0', above })),
  side('-').map((below): Score => ({ method: 'steps', base: '10', origin: '40', below })),
  fc.record({
    method: fc.constant('tiers' as const),
    form: fc.constantFrom('step' as const, 'interpolate' as const, 'marginal' as const),
    bands,
  }),
  fc.constant<Score>({ method: 'judged', reasonRequired: true }),
  fc.record({
    method: fc.constant('relative' as const),
    to: fc.constantFrom('best' as const, 'mean' as const),
    better: fc.constant('higher' as const),
  }),
  fc.record({
    method: fc.constant('relative' as const),
    to: fc.constant('beyond-mean' as const),
    better: fc.constant('higher' as const),
    deduct: share,
  }),
  fc.record({
    method: fc.constant('efficacy' as const),
    c: fc.constant('0.4'),
    d: fc.constant('0.6'),
    better: fc.constant('higher' as const),
    low: fc.constant('cohort' as const),
    high: fc.constant('cohort' as const),
    whenEqual: share,
  }),
  fc.record({
    method: fc.constant('efficacy' as const),
    c: fc.constant('0.4'),
    d: fc.constant('0.6'),
    better: fc.constant('higher' as const),
    low: fc.constant('10'),
    high: fc.constant('60'),
    whenEqual: share,
  }),
  fc.constantFrom<Score>(
    {
      method: 'ranked',
      form: 'table',
      better: 'higher',
      tied: 'mean',
      points: ['10', '7.5', '5'],
      beyond: '1',
    },
    { method: 'ranked', form: 'step', better: 'higher', tied: 'highest', free: 1, points: '0.3' },
    { method: 'ranked', form: 'percent', better: 'higher', tied: 'mean', share: '0.02' },
    {
      method: 'ranked',
      form: 'tier',
      better: 'higher',
      tied: 'mean',
      places: 'larger-first',
      tiers: [
        { upTo: '1/3', share: '1' },
        { upTo: '2/3', share: '0.8' },
        { upTo: '1', share: '0.6' },
      ],
    },
  ),
);

/** The same turned round: less is better. */
const falling: fc.Arbitrary<Score> = fc.oneof(
  fc.record({
    method: fc.constant('inverse' as const),
    form: fc.constantFrom('target-over-actual' as const, 'excess-share' as const),
    target: positive,
  }),
  fc.record({
    method: fc.constant('threshold' as const),
    comparison: fc.constantFrom('at-most' as const, 'less-than' as const),
    at: decimal(0, 50),
  }),
  side('-').map((above): Score => ({ method: 'steps', base: '10', origin: '0', above })),
  fc.record({
    method: fc.constant('relative' as const),
    to: fc.constant('best' as const),
    better: fc.constant('lower' as const),
  }),
  fc.record({
    method: fc.constant('relative' as const),
    to: fc.constant('mean' as const),
    better: fc.constant('lower' as const),
    high: fc.constant('2'),
  }),
  fc.record({
    method: fc.constant('efficacy' as const),
    c: fc.constant('0.4'),
    d: fc.constant('0.6'),
    better: fc.constant('lower' as const),
    low: fc.constant('cohort' as const),
    high: fc.constant('cohort' as const),
    whenEqual: share,
  }),
  fc.constant<Score>({
    method: 'ranked',
    form: 'table',
    better: 'lower',
    tied: 'highest',
    points: ['10', '5'],
    beyond: '0',
  }),
);

const measures = fc.array(decimal(0, 120), { minLength: 1, maxLength: 7 });
const rounding = fc.constantFrom(null, { mode: 'half-up' as const, digits: 2 });

function assess(
  score: Score,
  values: readonly string[],
  mode: { mode: 'half-up'; digits: number } | null = null,
) {
  const book = bookOf([indicatorOf(score)], { rounding: { indicator: mode, section: null, total: null } });
  const assessment = compile(book).assess(values.map((x, index) => unitOf(`u${index}`, { x })));
  const points = assessment.units.map((unit) => unit.indicators[0]?.points ?? null);
  return { assessment, points, indicator: book.sections[0]?.indicators?.[0] ?? indicatorOf(score) };
}

const sign = (text: string | null) => Rational.parse(text ?? '0');

describe('for every method, parameter and value', () => {
  it('[FI1] points stay between 0 and full', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), measures, rounding, (score, values, mode) => {
        for (const points of assess(score, values, mode).points) {
          if (points === null) continue;
          expect(sign(points).sign()).toBeGreaterThanOrEqual(0);
          expect(sign(points).compare(Rational.parse('10'))).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['[SC14] more never earns less where more is better', rising, 1],
    ['[SC14] less never earns less where less is better', falling, -1],
  ])('%s', (_title, scores, direction) => {
    fc.assert(
      fc.property(scores, measures, (score, values) => {
        const { points } = assess(score, values);
        const pairs = values.map((value, index) => ({
          value: Rational.parse(value),
          points: points[index] ?? null,
        }));
        const sorted = pairs
          .filter((pair) => pair.points !== null)
          .sort((a, b) => direction * a.value.compare(b.value));
        sorted.slice(1).forEach((pair, index) => {
          expect(sign(pair.points).compare(sign(sorted[index]?.points ?? '0'))).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('[CH2] the order in which units are given changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), measures, (score, values) => {
        const forth = assess(score, values).points;
        const back = assess(score, [...values].reverse()).points;
        expect(back.reverse()).toEqual(forth);
      }),
      { numRuns: 200 },
    );
  });

  it('[EX2] a second arithmetic finds the same points, to the digit', () => {
    fc.assert(
      fc.property(fc.oneof(rising, falling), measures, rounding, (score, values, mode) => {
        const { assessment, points, indicator } = assess(score, values, mode);
        values.forEach((_, index) => {
          const own = points[index] ?? null;
          if (own === null) return;
          expect(replay(assessment.explain(`u${index}`, 'I'), indicator)).toBe(show(fraction(own)));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('[SC1] a rate that does not end is kept exactly until the book rounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 9999 }), (part, whole) => {
        const score: Score = { method: 'proportion', target: '1', capShare: null };
        const book = bookOf([
          indicatorOf(score, {
            points: '7',
            measure: { kind: 'ratio', of: [fact('x'), fact('y')], whenZero: 'cannot-compute' },
            finish: { cap: '99999999' },
          }),
        ]);
        const [unit] = compile(book).assess([unitOf('u', { x: String(part), y: String(whole) })]).units;
        expect(show(fraction(unit?.total ?? ''))).toBe(show([7n * BigInt(part), BigInt(whole)]));
      }),
    );
  });
});
