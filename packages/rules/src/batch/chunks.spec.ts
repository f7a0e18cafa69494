import fc from 'fast-check';
import { ChunkQueue, chunksOf } from './chunks.js';

const cohortsOf = (sizes: readonly number[]) =>
  Int32Array.from([0, ...sizes].map((_, end, all) => all.slice(0, end + 1).reduce((a, b) => a + b, 0)));
const sizes = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });

describe('chunks of whole cohorts', () => {
  it('hold every cohort once, in order', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 50 }), (list, length) => {
        const chunks = [...chunksOf(cohortsOf(list), length)];
        expect(chunks[0]).toBe(0);
        expect(chunks.at(-1)).toBe(list.length);
        expect(chunks).toEqual([...new Set(chunks)].sort((a, b) => a - b));
      }),
    );
  });

  it('are as long as asked, all but the last, and no cohort longer than that', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 1, max: 50 }), (list, length) => {
        const chunks = chunksOf(cohortsOf(list), length);
        const units = (first: number, last: number) => list.slice(first, last).reduce((a, b) => a + b, 0);
        for (let chunk = 0; chunk + 1 < chunks.length; chunk += 1) {
          const [first, last] = [chunks[chunk]!, chunks[chunk + 1]!];
          if (chunk + 2 < chunks.length) expect(units(first, last)).toBeGreaterThanOrEqual(length);
          expect(units(first, last - 1)).toBeLessThan(length);
        }
      }),
    );
  });

  it('leave a cohort whole that is larger than a chunk', () => {
    expect([...chunksOf(cohortsOf([5, 100, 5, 5]), 10)]).toEqual([0, 2, 4]);
  });

  it('are none where there are no units', () => {
    expect(new ChunkQueue(chunksOf(cohortsOf([]))).next()).toBeNull();
  });
});

describe('the queue of chunks', () => {
  const chunks = chunksOf(cohortsOf([4, 4, 4]), 4);

  it('gives each chunk to one thread only, and all again when rewound', () => {
    const mine = new ChunkQueue(chunks);
    const theirs = new ChunkQueue(chunks, mine.counter);
    const taken = () => [mine.next(), theirs.next(), mine.next(), theirs.next(), mine.next()];
    const all = [{ first: 0, last: 1 }, { first: 1, last: 2 }, { first: 2, last: 3 }, null, null];
    expect(taken()).toEqual(all);
    mine.rewind();
    expect(taken()).toEqual(all);
  });

  it('gives nothing more to any thread once it is stopped', () => {
    const mine = new ChunkQueue(chunks);
    mine.next();
    new ChunkQueue(chunks, mine.counter).stop();
    expect(mine.next()).toBeNull();
    mine.rewind();
    expect(mine.next()).toEqual({ first: 0, last: 1 });
  });
});
