import type { RuleBook } from '@heng/rules';
import { refused } from '../console/refusal.js';
import { bookOf } from './truth-folder.js';

/**
 * A rule book with other values at JSON pointers; null takes the place out.
 * @throws Refusal when a pointer leads nowhere, or the changed book does not run
 */
export function changedBook(book: RuleBook, change: Readonly<Record<string, unknown>>): RuleBook {
  const copy: unknown = structuredClone(book);
  for (const [path, value] of Object.entries(change)) {
    const steps = path.slice(1).split('/');
    const last = steps.pop() ?? '';
    const holder = steps.reduce<unknown>((here, step) => (isHolder(here) ? here[step] : undefined), copy);
    if (!isHolder(holder)) throw leadsNowhere(path);
    if (value === null) Reflect.deleteProperty(holder, last);
    else holder[last] = value;
  }
  return bookOf(copy, 'counterChecks');
}

const isHolder = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const leadsNowhere = (path: string) =>
  refused(
    'counterChecks',
    [`${path} 在规则书里不存在。`, `${path} is not in the rule book.`],
    ['请改正路径。', 'Correct the path.'],
  );
