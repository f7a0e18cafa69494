import { parseRuleBook } from '../src/parse/parse-rule-book.js';
import { healthyBooks } from './hostile/books.js';
import { runTrials } from './hostile/run-trials.js';

declare const process: { cpuUsage(): { readonly user: number; readonly system: number } };

const clock = () => {
  const { user, system } = process.cpuUsage();
  return { wall: Date.now(), work: (user + system) / 1000 };
};

describe('hostile rule books', () => {
  it('the books they are made from are read as they are, but for those with an error on purpose', () => {
    const refused = healthyBooks.filter((book) => !parseRuleBook(book).ok);
    expect(refused).toHaveLength(2);
  });

  it('[PA1] a thousand and a half are refused by name or run, each read in under 20 ms', () => {
    const found = runTrials(1500, 1, clock);
    expect(found.faults).toEqual([]);
    // Not all of one kind: many run, and the others are refused for many reasons.
    expect(found.accepted).toBeGreaterThan(200);
    expect(found.codes.size).toBeGreaterThan(30);
  });
});
