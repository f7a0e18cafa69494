import type { Saying } from '../saying.js';
import type { Bound, Statement } from '../statement.js';

/** What a composer sees: the text, all sayings, and what the table around the clause says. */
export type Scope = {
  readonly text: string;
  readonly sayings: readonly Saying[];
  readonly indicator: string;
  /** The demand in the indicator, when it names exactly one: 同步组建率达98%以上. */
  readonly demand: Bound | null;
  /** The item's full points, when the context knows them. */
  readonly points: string | null;
};

/** What a composer made of the sayings from its place up to `next`. */
export type Composed = {
  readonly statements: readonly Statement[];
  readonly next: number;
  /** Another reading would have been possible. */
  readonly isGuess?: boolean;
  /** The construction fits only in part: a person should look. */
  readonly isDoubtful?: boolean;
};

/** Reads the sayings from `at` on as one construction, or says that they are not of its kind. */
export type Composer = (scope: Scope, at: number) => Composed | null;
