import { indicatorsOf } from '../engine/book-index.js';
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Text } from '../format/primitives.js';
import type { Grade, RuleBook, Section, Veto } from '../format/rule-book.js';

/** A part of a book with its place in it. */
export type Node<T> = {
  readonly id: string;
  readonly title: Text;
  readonly library: string | null;
  readonly path: string;
  /** The section it lies in; null at the top. */
  readonly parent: Section | null;
  readonly value: T;
};

export type Pair<T> = { readonly before: Node<T>; readonly after: Node<T> };

/** What two lists have in common, and what only one of them has. */
export type Matched<T> = {
  readonly pairs: readonly Pair<T>[];
  readonly removed: readonly Node<T>[];
  readonly added: readonly Node<T>[];
};

export type MatchedBooks = {
  readonly facts: Matched<Fact>;
  readonly sections: Matched<Section>;
  readonly indicators: Matched<Indicator>;
  readonly vetoes: Matched<Veto>;
  readonly grades: Matched<Grade>;
};

/**
 * Which part of one book is which part of the other: by id, else by the indicator of the library it is taken from, else by a title
 * that each book has only once among what is left. What matches by none of these is another thing.
 */
export function matchBooks(before: RuleBook, after: RuleBook): MatchedBooks {
  return {
    facts: matched(listed(before.facts, '/facts'), listed(after.facts, '/facts')),
    sections: matched(sectionNodes(before), sectionNodes(after)),
    indicators: matched(indicatorNodes(before), indicatorNodes(after)),
    vetoes: matched(listed(before.vetoes, '/vetoes'), listed(after.vetoes, '/vetoes')),
    grades: matched(listed(before.grades, '/grades'), listed(after.grades, '/grades')),
  };
}

function matched<T>(before: readonly Node<T>[], after: readonly Node<T>[]): Matched<T> {
  const partner = new Map<Node<T>, Node<T>>();
  const taken = new Set<Node<T>>();
  for (const keyOf of [byId, byLibrary, byTitle]) {
    const left = onlyOnes(
      before.filter((node) => !partner.has(node)),
      keyOf,
    );
    const right = onlyOnes(
      after.filter((node) => !taken.has(node)),
      keyOf,
    );
    for (const [key, node] of left) {
      const other = right.get(key);
      if (other === undefined) continue;
      partner.set(node, other);
      taken.add(other);
    }
  }
  return {
    pairs: before.flatMap((node) => {
      const other = partner.get(node);
      return other === undefined ? [] : [{ before: node, after: other }];
    }),
    removed: before.filter((node) => !partner.has(node)),
    added: after.filter((node) => !taken.has(node)),
  };
}

type KeyOf = (node: Node<unknown>) => string | null;
const byId: KeyOf = ({ id }) => id;
const byLibrary: KeyOf = ({ library }) => library;
const byTitle: KeyOf = ({ title }) => title.zh.normalize('NFKC').replace(/\s/g, '');

/** Nodes by a key that no other of them has: of two with one title nobody can say which is meant. */
function onlyOnes<T>(nodes: readonly Node<T>[], keyOf: KeyOf): ReadonlyMap<string, Node<T>> {
  const found = new Map<string, Node<T> | null>();
  for (const node of nodes) {
    const key = keyOf(node);
    if (key !== null) found.set(key, found.has(key) ? null : node);
  }
  return new Map([...found].flatMap(([key, node]) => (node === null ? [] : [[key, node]])));
}

const listed = <T extends { readonly id: string; readonly title: Text }>(
  values: readonly T[],
  path: string,
): Node<T>[] =>
  values.map((value, index) => ({
    id: value.id,
    title: value.title,
    library: null,
    path: `${path}/${index}`,
    parent: null,
    value,
  }));

function sectionNodes(book: RuleBook): Node<Section>[] {
  const walk = (sections: readonly Section[], parent: Section | null, path: string): Node<Section>[] =>
    sections.flatMap((section, index) => {
      const here = `${path}/${index}`;
      const { id, title } = section;
      const own: Node<Section> = { id, title, library: null, path: here, parent, value: section };
      return [own, ...walk(section.sections ?? [], section, `${here}/sections`)];
    });
  return walk(book.sections, null, '/sections');
}

const indicatorNodes = (book: RuleBook): Node<Indicator>[] =>
  indicatorsOf(book).map(({ indicator, sections, path }) => ({
    id: indicator.id,
    title: indicator.title,
    library: indicator.library ?? null,
    path,
    parent: sections[sections.length - 1] ?? null,
    value: indicator,
  }));
