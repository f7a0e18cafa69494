import type { RuleBook } from '../format/rule-book.js';
import { township } from './township.js';
import { unitCommittee } from './unit-committee.js';
import { village } from './village.js';

/** The three complete default rule books. They are plain data: `JSON.stringify` gives the exchange file. */
export const defaultRuleBooks = { township, unitCommittee, village } as const satisfies Record<
  string,
  RuleBook
>;
