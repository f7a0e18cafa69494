import type { RuleBookSummary } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { ruleBookQuery } from '../rulebook-queries.js';

/** What a new rule book is made from. */
export const defaultSources = ['township', 'village', 'unitCommittee'] as const;
export type Source = 'blank' | (typeof defaultSources)[number] | `book ${string}`;

/** The book to start from; null for a blank one. The default books are large and loaded only when one is chosen. */
export const sourceQuery = (source: Source, queries: QueryClient) =>
  queryOptions({
    queryKey: ['rulebook-source', source],
    staleTime: Infinity,
    queryFn: async (): Promise<RuleBook | null> => {
      if (source === 'blank') return null;
      if (source.startsWith('book ')) {
        const { book } = await queries.fetchQuery(ruleBookQuery(source.slice('book '.length)));
        return book;
      }
      const { defaultRuleBooks } = await import('@heng/rules/books');
      return defaultRuleBooks[source as (typeof defaultSources)[number]];
    },
  });

/** The ids that are in use, so that a new book gets another. */
export const takenIds = (books: readonly RuleBookSummary[]): ReadonlySet<string> =>
  new Set(books.map(({ key }) => key));

/** The next version number of a book that the list does not have yet: 1.0, 1.1, 1.2. */
export function nextVersion(book: RuleBookSummary, books: readonly RuleBookSummary[]): string {
  const taken = new Set(books.filter(({ key }) => key === book.key).map(({ bookVersion }) => bookVersion));
  const [, stem = '', last = '0'] = /^(.*?)(\d+)$/.exec(book.bookVersion) ?? [];
  const isWhole = stem === '';
  for (let number = isWhole ? 1 : Number.parseInt(last, 10) + 1; ; number += 1) {
    const version = isWhole ? `${book.bookVersion}.${number}` : `${stem}${number}`;
    if (!taken.has(version)) return version;
  }
}

/** Books by what can be done with them: still in work, in force, replaced by an amendment. */
export function groupsOf(books: readonly RuleBookSummary[]) {
  const newest = (list: readonly RuleBookSummary[]) =>
    [...list].sort((a, b) => b.year - a.year || b.changedAt.localeCompare(a.changedAt));
  return {
    inWork: newest(books.filter(({ status }) => status !== 'published')),
    inForce: newest(
      books.filter(({ status, supersededBy }) => status === 'published' && supersededBy === null),
    ),
    replaced: newest(books.filter(({ supersededBy }) => supersededBy !== null)),
  };
}
