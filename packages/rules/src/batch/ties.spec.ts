import fc from 'fast-check';
import { bookOf, byPercent, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { Grade } from '../format/rule-book.js';
import { compileBatch } from './batch.js';
import { batchFactsOf } from './columns.js';
import { schemaOf } from './schema.js';

const text = (word: string) => ({ zh: word, en: word });
const places = fc.record({
  count: fc.integer({ min: 0, max: 5 }),
  rounding: fc.constant('down' as const),
  minimum: fc.constant(0),
  scope: fc.constantFrom('cohort' as const, 'all' as const),
  tieAtEdge: fc.constantFrom('in' as const, 'out' as const),
});
const grades = fc.tuple(places, places, places).map(([first, second, last]): Grade[] => [
  { id: 'first', title: text('first'), quota: first },
  { id: 'second', title: text('second'), quota: second, atLeast: '1' },
  { id: 'third', title: text('third'), lastPlaces: last },
  { id: 'rest', title: text('rest') },
]);
const units = fc
  .array(
    fc.record({ x: fc.constantFrom('0', '50', '100'), y: fc.nat(2), parent: fc.constantFrom('p', 'q') }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.map(({ x, y, parent }, index) => unitOf(`u${index}`, { x, y: String(y) }, { parent })));

describe('the batch where most units are tied', () => {
  it.each(['competition', 'dense'] as const)(
    '[RK3, GR3, GR8] ranks (%s) and gives places like the explaining evaluator',
    (ties) => {
      fc.assert(
        fc.property(units, grades, fc.boolean(), (list, given, breaks) => {
          const book = bookOf([byPercent('I', '10', 'x')], {
            cohorts: { by: 'parent' },
            grades: given,
            ranking: {
              on: 'exact',
              ties,
              tieBreaks: breaks
                ? [{ kind: 'measure', of: { kind: 'fact', fact: 'y' }, better: 'lower' }]
                : [],
            },
          });
          const facts = batchFactsOf(book, list);
          const batch = compileBatch(book, schemaOf(book, facts)).bind(facts);
          batch.run();
          expect(list.map((_, index) => batch.outcome(index))).toEqual(compile(book).assess(list).units);
        }),
        { numRuns: 200 },
      );
    },
  );
});
