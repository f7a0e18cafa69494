import type { RuleBook } from '../../src/format/rule-book.js';
import { parseRuleBook } from '../../src/parse/parse-rule-book.js';
import type { Question } from './assess-by-hand.js';
import { Dice } from './dice.js';
import { randomBook } from './random-book.js';
import { lastYearOf, randomUnits, unitCode } from './random-units.js';

/** A book and units to be assessed by it, now and then after another assessment. The same seed asks the same question. */
export function randomQuestion(seed: number): Question {
  const dice = new Dice(seed);
  if (!dice.happens(20)) return questionOf(dice, seed, null);
  const below = questionOf(dice, seed, null);
  const count = dice.between(8, 20);
  const units = below.units.map((unit) => ({ ...unit, parent: unitCode(dice.between(0, count)) }));
  return questionOf(dice, seed, { ...below, book: { ...below.book, id: 'below' }, units });
}

function questionOf(dice: Dice, seed: number, below: Question | null): Question {
  const book = acceptedBook(dice, seed, below);
  const units = randomUnits(dice, book, dice.between(20, 60));
  return {
    book,
    units,
    previous: dice.happens(85) ? lastYearOf(dice, book, units) : null,
    basis: dice.one(['verified', 'verified', 'verified', 'declared', 'latest'] as const),
    below,
  };
}

/** Books that are too much work are left to the parser's own tests, and the dice make another. */
function acceptedBook(dice: Dice, seed: number, below: Question | null): RuleBook {
  for (;;) {
    const parsed = parseRuleBook(randomBook(dice, below?.book ?? null));
    if (parsed.ok) return parsed.book;
    const others = parsed.problems.filter(({ code }) => code !== 'TOO_MUCH_WORK');
    if (others.length > 0) {
      const told = others.map(({ code, path, message }) => `${code} ${path} ${message.en}`);
      throw new Error(`seed ${seed} made a book that does not parse: ${told.join('; ')}`);
    }
  }
}

/** How many sheets a question asks for: one for each unit of each assessment. */
export const sheetsOf = ({ units, below }: Question): number =>
  units.length + (below === null ? 0 : sheetsOf(below));
