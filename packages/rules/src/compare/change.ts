import type { Text } from '../format/primitives.js';

/** What of a rule book a change is about. `id` is empty for what a book has only once. */
export type Place = {
  readonly kind: 'book' | 'fact' | 'section' | 'indicator' | 'veto' | 'cohorts' | 'ranking' | 'grade';
  readonly id: string;
  readonly title: Text;
};

/**
 * What a change can move. `points`: somebody's points. `standing`: groups, ranks and grades, while the points stay. `entry`: what is asked of
 * people and what is accepted from them. `wording`: what is read and nothing that is computed.
 */
export type Touches = 'points' | 'standing' | 'entry' | 'wording';

/** A value of a book with the words that its own book has for it, so that a sentence needs no book. */
export type Shown = { readonly value: unknown; readonly text: Text };

/**
 * - `added`, `removed`: a section, indicator, fact, veto or grade as a whole; the other side is null
 * - `moved`: to another section; both sides are the sections
 * - `reordered`: the same things in another order; both sides are the lists of those that stayed
 * - `renamed`, `identifier-changed`, `points-changed`
 * - `method-changed`: another method of scoring; `measure-changed`: another expression
 * - `parameter-changed`: anything else, named by `parameter`
 */
export type ChangeCode =
  | 'added'
  | 'removed'
  | 'moved'
  | 'reordered'
  | 'renamed'
  | 'identifier-changed'
  | 'points-changed'
  | 'method-changed'
  | 'measure-changed'
  | 'parameter-changed';

/** One difference between two rule books. Null on one side: there is nothing there. */
export type Change = {
  readonly code: ChangeCode;
  readonly place: Place;
  /** Where it is inside the place, with `*` for entries of lists: `score/target`, `score/bands/*\/to`. Empty for the place as a whole. */
  readonly parameter: string;
  /** The entries of lists that the path runs through, in the words of their book. */
  readonly entries: readonly Text[];
  readonly before: Shown | null;
  readonly after: Shown | null;
  /** JSON pointers into the two books; null where the thing is not in that book. */
  readonly path: { readonly before: string | null; readonly after: string | null };
  readonly touches: Touches;
};

/** The clause of an indicator that is in both books and reads differently. */
export type ClauseChange = {
  readonly indicator: { readonly before: string; readonly after: string };
  readonly title: Text;
  readonly before: Text;
  readonly after: Text;
};
