import type { Scored, ScoreContext } from '../engine/score-context.js';
import type { Measure } from '../format/measure.js';

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

/** One method family: scoring, the sentence of its step, and the clause that people read. All three stand in one file. */
export type Family<P> = {
  readonly score: (parameters: P, context: ScoreContext) => Scored;
  /** The sentence for the numbers that `score` returned as data. */
  readonly sentence: (data: Readonly<Record<string, string>>, parameters: P, words: Words) => string;
  /** The rule in words, without measure, finish or missing policy. */
  readonly clause: (parameters: P, words: Words) => string;
};

/** Data keys are written by `score` itself; an absent one is our own bug and shows as "?". */
export const get = (data: Readonly<Record<string, string>>, key: string): string => data[key] ?? '?';
