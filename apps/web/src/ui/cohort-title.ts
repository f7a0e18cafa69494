import type { RuleBook, Text } from '@heng/rules';

/** The published name of a cohort; a cohort by parent or of all units has none. */
export function cohortTitle(book: RuleBook, cohort: string): Text | null {
  if (book.cohorts.by !== 'attribute' && book.cohorts.by !== 'list') return null;
  return book.cohorts.groups.find(({ id }) => id === cohort)?.title ?? null;
}
