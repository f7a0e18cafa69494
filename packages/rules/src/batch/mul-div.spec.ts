import fc from 'fast-check';
import { divide, mulDiv, mulDivHolds, narrowHolds } from './mul-div.js';

const half = (a: bigint, b: bigint, c: bigint) => (2n * a * b + c) / (2n * c);

/** Factors, products and divisors over the whole proven range, small and large alike. */
const natural = (bits: number) =>
  fc.integer({ min: 0, max: bits }).chain((size) => fc.bigInt({ min: 0n, max: 2n ** BigInt(size) - 1n }));

/** Three numbers of which the quotient lies on a half or right beside it. */
const besideHalf = fc.tuple(natural(26), natural(24), fc.integer({ min: -2, max: 2 })).map(([q, k, off]) => {
  // a × b = (2q + 1) × k + off with c = 2k: the quotient is q + 1/2 + off / (2k).
  const c = 2n * (k + 1n);
  const product = (2n * q + 1n) * (k + 1n) + BigInt(off);
  return { a: product < 0n ? 0n : product, b: 1n, c };
});

/** Products of two large factors beside a half. */
const wide = fc.tuple(natural(52), natural(40), natural(50)).map(([a, b, c]) => ({ a, b, c: c + 1n }));

/** c divides a × b × 2 oddly: true ties with large factors. */
const ties = fc
  .tuple(natural(24), natural(24), natural(20))
  .map(([x, y, z]) => ({ a: (2n * x + 1n) * (z + 1n), b: 2n * y + 1n, c: 2n * (z + 1n) }));

describe('the exact division', () => {
  it.each([
    ['beside halves', besideHalf],
    ['true ties', ties],
    ['anything in range', wide],
  ] as const)('[EX1] mulDiv rounds a × b ÷ c half up like whole numbers of any length: %s', (_, triples) => {
    let tried = 0;
    fc.assert(
      fc.property(triples, ({ a, b, c }) => {
        const [x, y, z] = [Number(a), Number(b), Number(c)];
        fc.pre(mulDivHolds(x, y, z, z));
        tried += 1;
        expect(BigInt(mulDiv(x, y, z))).toBe(half(a, b, c));
      }),
      { numRuns: 4000, maxSkipsPerRun: 100 },
    );
    expect(tried).toBeGreaterThan(1000);
  });

  it('[EX1] the short form is exact wherever its bound holds, and a case beyond it is not', () => {
    const short = (n: number, c: number) => Math.floor((2 * n + c) / (2 * c));
    fc.assert(
      fc.property(fc.oneof(besideHalf, ties), ({ a, b, c }) => {
        const [n, z] = [Number(a * b), Number(c)];
        fc.pre(narrowHolds(n, z));
        expect(BigInt(short(n, z))).toBe(half(a, b, c));
      }),
      { numRuns: 4000, maxSkipsPerRun: 100 },
    );
    // Beyond the bound a quotient right under a half is lifted over it.
    expect(narrowHolds(7800009045880177, 855173)).toBe(false);
    expect(BigInt(short(7800009045880177, 855173))).not.toBe(half(7800009045880177n, 1n, 855173n));
  });

  it.each(['half-up', 'half-even', 'down', 'up'] as const)(
    '[EX1] divide rounds %s like whole numbers',
    (mode) => {
      fc.assert(
        fc.property(fc.oneof(besideHalf, ties), ({ a, b, c }) => {
          const n = a * b;
          fc.pre(n + 2n * c < 2n ** 53n);
          const [whole, rest] = [n / c, n % c];
          const up = {
            'half-up': 2n * rest >= c,
            'half-even': 2n * rest > c || (2n * rest === c && whole % 2n === 1n),
            down: false,
            up: rest > 0n,
          }[mode];
          expect(BigInt(divide(Number(n), Number(c), mode))).toBe(up ? whole + 1n : whole);
        }),
        { numRuns: 2000, maxSkipsPerRun: 100 },
      );
    },
  );
});
