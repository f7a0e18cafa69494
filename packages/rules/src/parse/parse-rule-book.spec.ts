import fc from 'fast-check';
import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { changed, removed, smallBook } from '../../test/small-book.js';
import { problemsOf } from '../../test/wrong-book.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { canonicalJson } from '../exact/canonical-json.js';
import { compile } from '../engine/compile.js';
import { lintRuleBook } from '../lint/lint-rule-book.js';
import { parseRuleBook } from './parse-rule-book.js';

describe('any document', () => {
  it('the small book and the default books parse to themselves', () => {
    for (const book of [smallBook(), ...Object.values(defaultRuleBooks)]) {
      const parsed = parseRuleBook(JSON.parse(JSON.stringify(book)));
      expect(parsed.ok && canonicalJson(parsed.book)).toBe(canonicalJson(book));
    }
  });

  it('never throws on arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => {
        problemsOf(json).forEach(expectBothLanguages);
      }),
    );
  });

  it('a mutated book is refused with good places, or can be linted, compiled and run', () => {
    const books = [smallBook(), ...Object.values(defaultRuleBooks)];
    const places = books.map((book) => pointersIn(book));
    fc.assert(
      fc.property(fc.nat(books.length - 1), fc.nat(), fc.nat(), strange, (index, first, second, value) => {
        const [book, pointers] = [books[index], places[index] ?? []];
        const other = valueAt(book, pointers[second % pointers.length] ?? '');
        const json = changed(book, {
          [pointers[first % pointers.length] ?? '']: value === 'other' ? other : value,
        });
        const parsed = parseRuleBook(json);
        if (parsed.ok) {
          lintRuleBook(parsed.book).forEach(expectBothLanguages);
          compile(parsed.book).assess([
            { code: 'u', name: 'u', type: parsed.book.unitTypes[0] ?? '', facts: {} },
          ]);
        } else parsed.problems.forEach(expectBothLanguages);
      }),
      { numRuns: 300 },
    );
  });
});

/** Values that stand where they should not, and now and then another part of the same book. */
const strange = fc.oneof(
  { weight: 2, arbitrary: fc.constant('other') },
  fc.constantFrom(
    removed,
    null,
    0,
    12.5,
    '',
    '0',
    '-1',
    '1',
    'A1',
    'rate',
    'villages',
    [],
    {},
    true,
    NaN,
    Infinity,
  ),
  fc.jsonValue({ maxDepth: 3 }),
);

function pointersIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [
    `${path}/${key}`,
    ...pointersIn(inner, `${path}/${key}`),
  ]);
}

const valueAt = (value: unknown, pointer: string): unknown =>
  pointer
    .slice(1)
    .split('/')
    .reduce((here: unknown, step) => (here as Record<string, unknown>)[step], value);
