import { compile } from '../../src/engine/compile.js';
import type { RuleBook } from '../../src/format/rule-book.js';
import { lintRuleBook } from '../../src/lint/lint-rule-book.js';
import { parseFacts } from '../../src/parse/parse-facts.js';
import { parseRuleBook } from '../../src/parse/parse-rule-book.js';
import type { Problem } from '../../src/parse/problem.js';
import { Dice } from '../oracle/dice.js';
import { healthyBooks } from './books.js';
import { hostileUnits } from './hostile-units.js';
import { mutated } from './mutations.js';

/** Milliseconds since some moment: by the wall, and of work done by this process. */
export type Clock = () => { readonly wall: number; readonly work: number };

/**
 * How long it has taken since `began`. The wall counts what other processes do to a busy machine, work what the threads of memory
 * management do beside us; neither is the reader's, so the smaller of the two is closer.
 */
function since(began: ReturnType<Clock>, clock: Clock): number {
  const { wall, work } = clock();
  return Math.min(wall - began.wall, work - began.work);
}

export type Trial = {
  readonly seed: number;
  readonly accepted: boolean;
  readonly codes: readonly string[];
  /** Milliseconds to read the book; the best of a few when the first reading was slow, as the machine may be busy. */
  readonly reading: number;
  /** Milliseconds for linting an accepted book and assessing a few units, two of them with all explanations. */
  readonly assessing: number;
  /** What should never happen; null when it did not. */
  readonly fault: string | null;
};

/** Reading a book may take this many milliseconds. */
export const mostReading = 20;
/** A book that takes longer than this for a handful of units should have been refused. */
const mostAssessing = 20_000;

/** The hostile book of a seed. */
export function hostileBook(seed: number): unknown {
  const dice = new Dice(seed);
  return mutated(dice.one(healthyBooks), dice);
}

/** Makes the hostile book of a seed, reads it, and runs it when it is accepted. */
export function tryBook(seed: number, clock: Clock): Trial {
  const dice = new Dice(seed);
  const json = mutated(dice.one(healthyBooks), dice);
  const none = { seed, accepted: false, codes: [], reading: 0, assessing: 0 };
  try {
    const { parsed, reading } = readTimed(json, clock);
    if (!parsed.ok) {
      const codes = [...new Set(parsed.problems.map(({ code }) => code))];
      const fault = parsed.problems.map(faultOf).find((each) => each !== null) ?? slow(reading);
      return {
        ...none,
        codes,
        reading,
        fault: parsed.problems.length === 0 ? 'refused without a problem' : fault,
      };
    }
    const began = clock();
    const fault = run(parsed.book, dice);
    const assessing = since(began, clock);
    return { ...none, accepted: true, reading, assessing, fault: fault ?? slow(reading) ?? stuck(assessing) };
  } catch (error) {
    return {
      ...none,
      fault: `threw ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    };
  }
}

function readTimed(json: unknown, clock: Clock) {
  let [parsed, best] = [parseRuleBook(null), Number.POSITIVE_INFINITY];
  for (let attempt = 0; attempt < 6 && best >= mostReading; attempt += 1) {
    const began = clock();
    parsed = parseRuleBook(json);
    best = Math.min(best, since(began, clock));
  }
  return { parsed, reading: best };
}

const slow = (reading: number): string | null =>
  reading < mostReading ? null : `reading took ${Math.round(reading)} ms`;

const stuck = (assessing: number): string | null =>
  assessing < mostAssessing ? null : `assessing took ${Math.round(assessing)} ms`;

const isChinese = /[\u4e00-\u9fff]/;

/** A problem has a code, a JSON pointer, and reason and remedy in both languages, none of them endless. */
function faultOf({ code, path, message, fix }: Problem): string | null {
  if (!/^[A-Z]+(_[A-Z]+)*$/.test(code)) return `code ${code}`;
  if (path !== '' && !path.startsWith('/')) return `${code}: path ${path.slice(0, 100)}`;
  for (const { zh, en } of [message, fix]) {
    if (!isChinese.test(zh) || en.trim() === '' || en === zh) return `${code}: said in one language only`;
    if (zh.length > 3000 || en.length > 3000) return `${code}: a message of ${zh.length} characters`;
  }
  return null;
}

/** Everything that is done with an accepted book; what is wrong, or null. */
function run(book: RuleBook, dice: Dice): string | null {
  for (const found of lintRuleBook(book)) {
    const fault = faultOf(found);
    if (fault) return `lint ${fault}`;
  }
  const units = hostileUnits(book, dice);
  const read = parseFacts({ format: 'heng-facts/1', units }, book);
  if (!read.ok) {
    const fault = read.problems.map(faultOf).find((each) => each !== null);
    if (fault) return `facts ${fault}`;
  }
  const assessment = compile(book).assess(units, { basis: 'latest', previous: units.slice(1) });
  for (const { code, indicators, sections } of assessment.units.slice(0, 2)) {
    assessment.explainTotal(code);
    for (const { id } of indicators) assessment.explain(code, id);
    for (const { id } of sections) assessment.explainSection(code, id);
  }
  return assessment.units.length === units.length ? null : 'a unit was lost';
}
