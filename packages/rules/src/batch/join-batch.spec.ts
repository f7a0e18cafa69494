import fc from 'fast-check';
import { taskBook } from '../../bench/task-book.js';
import { taskFacts } from '../../bench/task-facts.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { differences, resultBytes, wipe } from '../../test/result-bytes.js';
import { smallBook } from '../../test/small-book.js';
import { defaultRuleBooks } from '../books/index.js';
import type { RuleBook } from '../format/rule-book.js';
import { compileBatch, type Batch } from './batch.js';
import { chunksOf } from './chunks.js';
import { batchFactsOf, type BatchFacts } from './columns.js';
import { joinBatch } from './join-batch.js';
import { schemaOf } from './schema.js';

/** One batch alone and one among threads, both of the same facts. */
function bothOf(book: RuleBook, facts: BatchFacts, largestCohort = facts.count) {
  const plan = compileBatch(book, schemaOf(book, facts, { largestCohort }));
  const alone = plan.bind(facts);
  alone.run();
  return { alone, shared: plan.bind(facts, 'among-threads') };
}

// Node has it, and browsers; this package takes the types of neither.
declare const structuredClone: <T>(value: T) => T;

/** As a message to another thread arrives there: numbers shared, all else copied. */
const joined = (batch: Batch) => joinBatch(structuredClone(batch.share()));

/** Every chunk by the batch that `turns` name, in any order of chunks. */
function runInTurns(
  shared: Batch,
  helpers: readonly Batch[],
  turns: readonly number[],
  length: number,
): void {
  const chunks = chunksOf(shared.order.cohorts, length);
  const workers = [shared, ...helpers];
  const order = Array.from({ length: chunks.length - 1 }, (_, chunk) => chunk).sort(
    (a, b) => (turns[a % turns.length] ?? 0) - (turns[b % turns.length] ?? 0),
  );
  wipe(shared);
  for (const chunk of order) {
    const turn = turns[chunk % turns.length] ?? 0;
    workers[turn % workers.length]?.runCohorts(chunks[chunk]!, chunks[chunk + 1]!);
  }
  shared.finish();
}

const turns = fc.array(fc.nat(7), { minLength: 1, maxLength: 6 });

/** A grade with places across all cohorts, which only the results of all threads together can fill. */
const placesForAll = (book: RuleBook): RuleBook => ({
  ...book,
  grades: book.grades.map((grade, index) =>
    index === 0
      ? { ...grade, quota: { count: 2, scope: 'all', rounding: 'half-up', minimum: 0, tieAtEdge: 'out' } }
      : grade,
  ),
});

/** The second indicator is scored on the place among the units of all cohorts. */
const lookingAtAll = (book: RuleBook): RuleBook => ({
  ...book,
  sections: book.sections.map((section) => ({
    ...section,
    ...(section.indicators && {
      indicators: section.indicators.map((indicator) =>
        indicator.id === 'A2'
          ? {
              ...indicator,
              measure: { kind: 'place', of: indicator.measure, better: 'higher', among: 'all' } as const,
            }
          : indicator,
      ),
    }),
  })),
});

const books: RuleBook[] = [...Object.values(defaultRuleBooks), smallBook()];

describe.each(books.map((book) => [book.id, book] as const))('a shared batch of %s', (_id, book) => {
  it('[EX1] stands, byte for byte, where one thread would take it, however cohorts are dealt out', () => {
    const byParent: RuleBook = placesForAll({ ...book, cohorts: { by: 'parent' } });
    fc.assert(
      fc.property(
        unitsFor(byParent, { from: 1, to: 10 }),
        unitsFor(byParent, { from: 0, to: 10 }),
        turns,
        (units, previous, dealt) => {
          const { alone, shared } = bothOf(byParent, batchFactsOf(byParent, units, { previous }));
          expect(shared.whole()).toBeNull();
          runInTurns(shared, [joined(shared)], dealt, 1);
          expect(differences(shared, alone)).toEqual([]);
          expect(units.map((_, unit) => shared.outcome(unit))).toEqual(
            units.map((_, unit) => alone.outcome(unit)),
          );
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('a shared batch of the seeded task', () => {
  it.each([
    [16, 100],
    [250, 100],
  ])('[EX1] is the same by any chunks and threads, with cohorts of %i and chunks of %i', (group, length) => {
    const { alone, shared } = bothOf(taskBook, taskFacts(1000, group), group);
    const helpers = [joined(shared), joined(shared)];
    fc.assert(
      fc.property(turns, fc.integer({ min: 1, max: 2 * length }), (dealt, chunk) => {
        runInTurns(shared, helpers, dealt, chunk);
        expect(differences(shared, alone)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });

  it('[CH2] gives each unit the same wherever it is listed', () => {
    const facts = taskFacts(640, 16);
    const { alone } = bothOf(taskBook, facts, 16);
    const units = alone.asUnits();
    // A step of 37 visits every unit of 640 once and tears the cohorts apart.
    const placeOf = (index: number) => (index * 37) % 640;
    const mixed = units.map((_, index) => units[placeOf(index)]!);
    const { shared } = bothOf(taskBook, batchFactsOf(taskBook, mixed, { basis: 'declared' }), 16);
    runInTurns(shared, [joined(shared)], [1, 0, 1], 100);
    const found = resultBytes(shared);
    for (const [name, expected] of resultBytes(alone)) {
      const byUnit = Array.from(shared.order.positionOf, (position) => found.get(name)?.[position]);
      const asMixed = mixed.map((_, at) => expected[placeOf(at)]);
      expect([name, byUnit]).toEqual([name, asMixed]);
    }
  });

  it('shows what one thread edits to the others', () => {
    const { alone, shared } = bothOf(taskBook, taskFacts(64, 16), 16);
    const helper = joined(shared);
    for (const batch of [alone, shared]) batch.set('visits', 20, '7');
    alone.run();
    runInTurns(shared, [helper], [1], 16);
    expect(differences(shared, alone)).toEqual([]);
  });

  it('refuses memory of another plan, and says what to do', () => {
    const shared = bothOf(taskBook, taskFacts(64, 16), 16).shared.share();
    const other = { ...shared, buffers: shared.buffers.slice(1) };
    const more = { ...shared, buffers: [...shared.buffers, new SharedArrayBuffer(64)] };
    for (const wrong of [other, more])
      expect(() => joinBatch(wrong)).toThrow(/Let all threads compile the same/);
  });

  it.each<[string, RuleBook, RegExp]>([
    [
      'points are kept unrounded',
      { ...smallBook(), rounding: { indicator: null, section: null, total: null } },
      /not rounded/,
    ],
    ['an indicator looks at all units', lookingAtAll(smallBook()), /"A2" looks at all units/],
  ])('is left to one thread where %s, and says why', (_what, book, why) => {
    const { shared } = bothOf(book, batchFactsOf(book, []));
    expect(shared.whole()).toMatch(why);
    expect(() => shared.share()).toThrow(/cannot be shared: /);
  });

  it('is not shared unless it was bound for it', () => {
    const { alone } = bothOf(taskBook, taskFacts(16, 16), 16);
    expect(() => alone.share()).toThrow(/Bind the batch among threads/);
  });
});
