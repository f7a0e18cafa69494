import type { Scored, ScoreContext } from '../engine/score-context.js';
import type { Measure } from '../format/measure.js';
import type { Text } from '../format/primitives.js';

/** What a family needs to speak: exact numbers in, text of one language out. */
export type Words = {
  readonly say: (zh: string, en: string) => string;
  /** A points figure or plain number, shortened with … when it does not end. */
  readonly number: (exact: string) => string;
  /** A value of the indicator's measure: a percentage when the measure is a share. */
  readonly value: (exact: string) => string;
  /** The indicator's measure in words, and any other measure or fact. */
  readonly measure: string;
  readonly textOf: (measure: Measure) => string;
  readonly fact: (id: string) => string;
  readonly option: (fact: string, option: string) => string;
  /** The indicator's full points. */
  readonly full: string;
  /** Whether the measure is a yes/no fact. */
  readonly yesNo: boolean;
};

/**
 * What a family needs to write its clause: exact numbers in, text of one language out, in the words that can be read back (explain/clause-keywords.ts).
 * Names are put in 「」 where they could be taken for something else.
 */
export type ClauseSpeech = {
  readonly say: (zh: string, en: string) => string;
  /** A plain number or points: −0.5. */
  readonly number: (exact: string) => string;
  /** A share as a percentage: 80%. */
  readonly percent: (exact: string) => string;
  /** A value of the indicator's measure with its unit: 5 天, 98%. */
  readonly amount: (exact: string) => string;
  /** A distance between two values of the indicator's measure: 5 天, 2 个百分点. */
  readonly span: (exact: string) => string;
  /** What one unit of a measure is called, and how many of its numbers it is: 1 个百分点 of a share is 0.01. Absent: the indicator's measure. */
  readonly step: (measure?: Measure) => { readonly text: string; readonly size: string };
  /** The words for the indicator's own value in a formula: 实际值, 实际值（以天计）. */
  readonly actual: string;
  /** A number of the book with its unit, or another measure. */
  readonly operand: (operand: string | Measure) => string;
  readonly textOf: (measure: Measure) => string;
  readonly fact: (id: string) => string;
  readonly option: (fact: string, option: string) => string;
  /** The ids of all that can be chosen of a fact: options, or the levels of records. */
  readonly choices: (fact: string) => readonly string[];
  /** A phrase of the rule's own, in 「」. */
  readonly phrase: (text: Text) => string;
  /** The phrase, with what it stands for in brackets; only what it stands for where both are one. */
  readonly called: (text: Text, what: string) => string;
  readonly day: (day: string) => string;
  /** The indicator's full points. */
  readonly full: string;
  /** Whether the measure is a yes/no fact. */
  readonly yesNo: boolean;
  /** Whether the measure counts the days after a day. */
  readonly isLateness: boolean;
};

/** One method family: scoring, the sentence of its step, and the clause that people read. All three stand in one file. */
export type Family<P> = {
  readonly score: (parameters: P, context: ScoreContext) => Scored;
  /** The sentence for the numbers that `score` returned as data. */
  readonly sentence: (data: Readonly<Record<string, string>>, parameters: P, words: Words) => string;
  /** The rule in words, without measure, finish or missing policy. */
  readonly clause: (parameters: P, words: ClauseSpeech) => string;
};

/** Data keys are written by `score` itself; an absent one is our own bug and shows as "?". */
export const get = (data: Readonly<Record<string, string>>, key: string): string => data[key] ?? '?';
