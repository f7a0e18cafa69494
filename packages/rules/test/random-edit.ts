import { canonicalJson } from '../src/exact/canonical-json.js';
import { RuleBook } from '../src/format/rule-book.js';
import { healthyBooks } from './hostile/books.js';
import { Dice } from './oracle/dice.js';
import { randomBook } from './oracle/random-book.js';

export type Path = readonly (string | number)[];
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- books are taken apart here as the JSON they are
export type Loose = any;

/** Every book at hand, of which the random ones use all of the grammar. */
export const manyBooks: readonly RuleBook[] = [
  ...healthyBooks.flatMap((book) => {
    const read = RuleBook.safeParse(book);
    return read.success ? [read.data] : [];
  }),
  ...Array.from({ length: 40 }, (_, seed) => randomBook(new Dice(seed + 1), null)),
];

/** A copy of a book with something done to it that leaves it a book. */
export function edited(book: RuleBook, edit: (book: Loose) => void): RuleBook {
  const copy = JSON.parse(JSON.stringify(book)) as Loose;
  edit(copy);
  return RuleBook.parse(copy);
}

const keyOf = (path: Path): string =>
  String([...path].reverse().find((step) => typeof step === 'string') ?? '');

/** Calls with every value of a document, the document first. */
export function walk(value: unknown, path: Path, visit: (path: Path, value: unknown) => void): void {
  visit(path, value);
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value))
    walk(item, [...path, Array.isArray(value) ? Number(key) : key], visit);
}

/** Values that stand at a key somewhere, so that an edit stays within the grammar. */
const seen = new Map<string, unknown[]>();
for (const book of manyBooks)
  walk(book, [], (path, value) => {
    const list = seen.get(keyOf(path));
    if (list === undefined) seen.set(keyOf(path), [value]);
    else if (list.length < 1000) list.push(value);
  });

export type Edit = { readonly after: RuleBook; readonly path: Path };

/**
 * One edit somewhere in a book that leaves it a book in form: another value, something taken away, or put in its neighbour's place.
 * @returns null where the choice makes no other book
 */
export function editAt(book: RuleBook, choice: number, what: number): Edit | null {
  const paths: Path[] = [];
  walk(book, [], (path) => void (path.length > 0 && paths.push(path)));
  const path = paths[choice % paths.length] ?? [];
  const copy = JSON.parse(JSON.stringify(book)) as Loose;
  const parent = path.slice(0, -1).reduce((value: Loose, step) => value[step] as Loose, copy);
  const last = path[path.length - 1] ?? '';
  const values = seen.get(keyOf(path)) ?? [];
  if (what % 4 === 0 && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (what % 4 === 1 && Array.isArray(parent) && parent.length > 1) {
    const [one, other] = [Number(last), (Number(last) + 1) % parent.length];
    [parent[one], parent[other]] = [parent[other], parent[one]];
  } else if (what % 4 === 2 && !Array.isArray(parent)) delete parent[last];
  else parent[last] = values[what % Math.max(values.length, 1)];
  const read = RuleBook.safeParse(copy);
  if (!read.success || canonicalJson(settled(read.data)) === canonicalJson(settled(book))) return null;
  return { after: read.data, path };
}

/** Without groups of settings that hold none: they say as much as absent ones. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, settled(item)] as const);
  return Object.fromEntries(entries.filter(([, item]) => JSON.stringify(item) !== '{}'));
}
