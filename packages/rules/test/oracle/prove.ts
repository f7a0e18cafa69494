import type { Question } from './assess-by-hand.js';
import { differences, type Difference, type Evaluator } from './compare-with-engine.js';
import { randomQuestion, sheetsOf } from './random-question.js';

/** A sheet is one unit's whole assessment under one book. */
export type Proof = {
  readonly sheets: number;
  readonly books: number;
  /** The first question that was answered differently; null when there was none. */
  readonly found: {
    readonly seed: number;
    readonly question: Question;
    readonly differences: readonly Difference[];
  } | null;
};

export type ProofOptions = {
  /** Absent: the explaining one. */
  readonly evaluator?: Evaluator;
  /** Told about every 50,000 sheets. */
  readonly progress?: (sheets: number, seed: number) => void;
};

/** Asks questions, one seed after the other, until so many sheets agree or one differs. */
export function prove(wanted: number, firstSeed: number, { evaluator, progress }: ProofOptions = {}): Proof {
  let [sheets, books, told] = [0, 0, 0];
  for (let seed = firstSeed; sheets < wanted; seed += 1) {
    const question = randomQuestion(seed);
    const found = differences(question, evaluator);
    sheets += sheetsOf(question);
    books += 1;
    if (found.length > 0) return { sheets, books, found: { seed, question, differences: found } };
    if (sheets - told >= 50_000) progress?.((told = sheets), seed);
  }
  return { sheets, books, found: null };
}

/** Differences as lines to read. */
export const told = (found: readonly Difference[]): string =>
  found
    .slice(0, 20)
    .map(({ unit, place, engine, oracle }) => `  ${unit} ${place}: engine ${engine}, oracle ${oracle}`)
    .join('\n');
