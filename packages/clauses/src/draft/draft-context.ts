import type { Fact, Rounding } from '@heng/rules';

/** What the table around a clause says, and what the book already collects. */
export type DraftContext = {
  /** Name of the item. */
  readonly indicator?: string | null | undefined;
  /** What is asked of the item, when the table says it beside its name. */
  readonly requirement?: string | null | undefined;
  /** Full points as an exact decimal; of a deduction, the most that can be lost. */
  readonly points?: string | null | undefined;
  readonly department?: string | null | undefined;
  readonly evidence?: string | null | undefined;
  /** Facts of the book so far: what has the same title and kind is asked once. */
  readonly facts?: readonly Fact[] | undefined;
  /** The book's rounding of indicators. */
  readonly rounding?: Rounding | null | undefined;
  /** What the section does to the score; base when absent. */
  readonly role?: 'base' | 'bonus' | 'deduction' | undefined;
  /** The id of the indicator, from which those of its facts are made; `item` when absent. */
  readonly id?: string | undefined;
  /** Ids of the book's grades from best to worst, for vetoes; those of `defaultGrades` when absent. */
  readonly grades?: readonly string[] | undefined;
};
