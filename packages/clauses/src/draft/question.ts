import type { Text } from '@heng/rules';
import type { AmbiguityCode, Span } from '../natural/index.js';

/** What is asked: an ambiguity of the clause, or something that a rule needs and the clause does not have. */
export type QuestionCode = AmbiguityCode | 'which-quantity' | 'target' | 'amount' | 'unread' | 'judge';

export type Choice = {
  readonly id: string;
  readonly label: Text;
  /** What follows in points, computed by the engine on the drafted rule. */
  readonly consequence: Text;
  /** The choice is complete only with the answer's `value`. */
  readonly needsValue: boolean;
};

/** One decision of the author, as multiple choice. */
export type Question = {
  /** Code and position: the same clause asks the same question under the same id. */
  readonly id: string;
  readonly code: QuestionCode;
  readonly span: Span;
  /** The words that it is about. */
  readonly quote: string;
  readonly ask: Text;
  readonly choices: readonly Choice[];
  /** What a choice with `needsValue` asks to be filled in. */
  readonly input?: { readonly kind: 'number' | 'text'; readonly unit?: Text };
  /** The choice that is usual, or null where nobody but the author can know. */
  readonly suggested: string | null;
};

export type Answer = { readonly choice: string; readonly value?: string };
/** Answers by the question's id. */
export type Answers = Readonly<Record<string, Answer>>;
