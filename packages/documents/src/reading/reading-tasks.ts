import type { RuleBook } from '@heng/rules';
import type { ReadFacts } from '../facts/read-facts.js';
import type { ReadRegulation } from '../regulation/read-regulation.js';
import type { ReadRuleBook } from '../rule-book/read-rule-book-workbook.js';

/** What can be read from a file of others, by name: the bytes, and what else the reader needs to know. */
export type ReadingTasks = {
  readonly 'facts-csv': { readonly needs: RuleBook; readonly gives: ReadFacts };
  readonly 'facts-workbook': { readonly needs: RuleBook; readonly gives: ReadFacts };
  /** Needs the name of the file, for its ending. */
  readonly regulation: { readonly needs: string; readonly gives: ReadRegulation };
  readonly 'rule-book-workbook': { readonly needs: null; readonly gives: ReadRuleBook };
};
export type ReadingTask = keyof ReadingTasks;

type Runners = {
  readonly [T in ReadingTask]: (
    bytes: Uint8Array,
    needs: ReadingTasks[T]['needs'],
  ) => Promise<ReadingTasks[T]['gives']>;
};

// Each reader is loaded only when it is asked for: a worker starts in a fraction of the time.
const runners: Runners = {
  'facts-csv': async (bytes, book) => (await import('../facts/read-facts-csv.js')).readFactsCsv(bytes, book),
  'facts-workbook': async (bytes, book) =>
    (await import('../facts/read-facts-workbook.js')).readFactsWorkbook(bytes, book),
  regulation: async (bytes, fileName) =>
    (await import('../regulation/read-regulation.js')).readRegulation(bytes, fileName),
  'rule-book-workbook': async (bytes) =>
    (await import('../rule-book/read-rule-book-workbook.js')).readRuleBookWorkbook(bytes),
};

/** Runs a task where it is called. Outside a worker only for files of our own. */
export const runReadingTask = <T extends ReadingTask>(
  task: T,
  bytes: Uint8Array,
  needs: ReadingTasks[T]['needs'],
): Promise<ReadingTasks[T]['gives']> => runners[task](bytes, needs);
