import type { MethodCode } from './method-code.js';
import type { Span, Statement } from './statement.js';

/** What the table around a clause says about its item. */
export type NaturalContext = {
  /** Name, requirement or note of the item. */
  readonly indicator?: string | null | undefined;
  /** The item's full points, as an exact decimal or a plain number. */
  readonly points?: string | number | null | undefined;
};

/** What the author of a clause left open; the closed list of `cases/README.md`. */
export type AmbiguityCode =
  | 'full-points-from-context'
  | 'floor-unstated'
  | 'cap-unstated'
  | 'partial-gap'
  | 'percent-or-point'
  | 'boundary-open'
  | 'uncovered-case'
  | 'target-elsewhere'
  | 'base-unstated'
  | 'amount-unstated'
  | 'split-unstated'
  | 'tie-unstated'
  | 'same-item-highest-or-sum'
  | 'once-or-each'
  | 'and-or'
  | 'vague-condition'
  | 'discretionary'
  | 'contradiction'
  | 'marginal-or-whole'
  | 'veto-effect-unstated';

export type Ambiguity = { readonly code: AmbiguityCode; readonly span: Span };

/** Numbers by name, as in `cases/README.md`; exact decimals are strings, a deduction as a `fail` is negative. */
export type ParameterValue = string | boolean | null | readonly ParameterValue[] | Parameters;
export type Parameters = { readonly [name: string]: ParameterValue };

/**
 * `certain`: every word that looks like scoring was understood by the grammar.
 * `likely`: understood, with a reading that its wording alone does not force.
 * `unsure`: something that looks like scoring was not understood, or was guessed.
 */
export type Confidence = 'certain' | 'likely' | 'unsure';

export type Executable = 'yes' | 'needs-decision' | 'discretionary' | 'not-a-scoring-clause';

/** A clause as it was read. */
export type NaturalReading = {
  readonly statements: readonly Statement[];
  /** Distinct codes in order of first appearance. */
  readonly methods: readonly MethodCode[];
  readonly parameters: Parameters;
  readonly ambiguities: readonly Ambiguity[];
  readonly executable: Executable;
  readonly confidence: Confidence;
  /** What looks like scoring and was not understood. Never empty in silence: it makes the reading `unsure`. */
  readonly unread: readonly Span[];
};
