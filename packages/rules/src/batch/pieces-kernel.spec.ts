import fc from 'fast-check';
import { bookOf, byPercent } from '../../test/book-of.js';
import { Rational, roundToInteger } from '../exact/rational.js';
import type { Rounding } from '../format/primitives.js';
import { gridOf, onGrid, type Grid } from './grid.js';
import { piecesCompute, type Edge, type Piece } from './pieces-kernel.js';
import { BeyondKernel } from './registers.js';

const ratio = (of: fc.Arbitrary<number>, over: number) =>
  of.map((value) => Rational.of(BigInt(value), BigInt(over)));
const rounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
    digits: fc.integer({ min: 0, max: 4 }),
  }),
  fc.constantFrom<Rounding>({ mode: 'half-up', step: '0.5' }, { mode: 'half-even', step: '0.3' }),
);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc.record({
      constant: ratio(fc.integer({ min: -900, max: 900 }), 20),
      slope: fc.constant(Rational.zero),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      constant: fc.constant(Rational.zero),
      slope: ratio(fc.integer({ min: -60, max: 60 }), 24),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      constant: ratio(fc.integer({ min: -90, max: 90 }), 4),
      slope: ratio(fc.integer({ min: -60, max: 60 }), 12),
    }),
  },
);

/** Measures of very different size, with and without denominators, so that every form of the kernel comes about. */
const task = fc
  .record({
    size: fc.constantFrom(40, 5000, 3_000_000, 4_000_000_000),
    hasDen: fc.boolean(),
    pieces: fc.array(piece, { minLength: 1, maxLength: 4 }),
    edges: fc.array(fc.integer({ min: -8, max: 40 }), { minLength: 3, maxLength: 3 }),
    included: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    rounding,
    scale: fc.constantFrom(1, 10, 400),
    raw: fc.array(fc.tuple(fc.integer(), fc.integer({ min: 1, max: 60 }), fc.integer({ min: -2, max: 2 })), {
      minLength: 1,
      maxLength: 30,
    }),
  })
  .map((parts) => {
    const edges = parts.edges
      .slice(0, parts.pieces.length - 1)
      .map((at, index): Edge => ({
        at: Rational.of(BigInt(at), 4n),
        included: parts.included[index] ?? true,
      }))
      // At one point the edge that takes it in comes before the one that leaves it out.
      .sort((a, b) => a.at.compare(b.at) || Number(b.included) - Number(a.included));
    // Half of the measures lie on an edge or a hair beside it.
    const values = parts.raw.map(([any, d, beside], index) => {
      const den = parts.hasDen ? d : 1;
      const edge = edges[index % Math.max(1, edges.length)]?.at ?? Rational.one;
      const near =
        Number(roundToInteger(edge.times(Rational.of(BigInt(parts.scale * den))), 'down')) + beside;
      const num = index % 2 === 0 ? near : any % (parts.size + 1);
      return { num: Math.max(-parts.size, Math.min(parts.size, num)), den };
    });
    return { ...parts, edges, values };
  });

/** The same in exact arithmetic; null outside all pieces. */
function exactly(x: Rational, edges: readonly Edge[], pieces: readonly Piece[], grid: Grid): number | null {
  const passed = edges.filter(({ at, included }) => x.compare(at) > (included ? -1 : 0)).length;
  const found = pieces[passed] ?? null;
  return found === null ? null : onGrid(found.constant.plus(found.slope.times(x)), grid);
}

describe('points by straight pieces', () => {
  it('[EX1] are those of exact arithmetic for every size of measure, form of piece and mode of rounding', () => {
    const forms = { done: 0, beyond: 0 };
    fc.assert(
      fc.property(task, ({ size, hasDen, pieces, edges, rounding: rule, scale, values }) => {
        const book = bookOf([byPercent('I', '30', 'x')]);
        const [indicator] = book.sections[0]?.indicators ?? [];
        if (indicator === undefined) throw new Error('the book has one indicator');
        const grid = gridOf(book, { ...indicator, finish: { rounding: rule, floor: '-20' } }, 'base', []);
        const factor = Rational.of(1n, BigInt(scale));
        const den = hasDen ? Float64Array.from(values, (value) => value.den) : null;
        const of = { den, factor, low: -size, high: size, denLow: 1, denHigh: hasDen ? 60 : 1 };
        const points = new Float64Array(values.length);
        try {
          const compute = piecesCompute(of, { edges, pieces }, grid);
          compute(
            Float64Array.from(values, ({ num }) => num),
            den,
            points,
            0,
            values.length,
          );
        } catch (error) {
          if (!(error instanceof BeyondKernel)) throw error;
          forms.beyond += 1;
          return;
        }
        forms.done += 1;
        const expected = values.map(({ num, den: d }) =>
          exactly(Rational.of(BigInt(num), BigInt(d)).times(factor), edges, pieces, grid),
        );
        expect(Array.from(points, (value) => (Number.isNaN(value) ? null : value + 0))).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
    expect(forms.done).toBeGreaterThan(forms.beyond);
  });
});
