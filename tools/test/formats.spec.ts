import { readFile } from 'node:fs/promises';
import { parseFacts, parseRuleBook } from '@heng/rules';
import { exampleFiles, heng } from './heng.js';
import { inFolder } from './program.js';

const inExamples = (work: (file: (name: string) => string) => Promise<void>) =>
  inFolder(async (folder) => work(await exampleFiles(folder)));
const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));

describe('the examples of docs/formats.md', () => {
  it('are a rule book and facts that parse', () =>
    inExamples(async (file) => {
      const book = parseRuleBook(await read(file('book.json')));
      if (!book.ok) throw new Error(JSON.stringify(book.problems));
      expect(parseFacts(await read(file('facts.json')), book.book)).toMatchObject({ ok: true });
    }));

  it('score to the results printed there, in every digit', () =>
    inExamples(async (file) => {
      const { code, out } = await heng(
        ...['score', '--book', file('book.json'), '--facts', file('facts.json')],
        ...['--previous', file('last-year.json'), '--json'],
      );
      expect(code).toBe(0);
      const results = JSON.parse(out) as { units: { code: string; total: string }[] };
      expect(results).toEqual(await read(file('results.json')));
      // By hand: 60 × 11 ÷ 12 = 55 and 5 ≤ 6 earns 40; 60 × 8 ÷ 8 = 60 and no number of petitions.
      expect(results.units.map(({ code: unit, total }) => [unit, total])).toEqual([
        ['T01', '95'],
        ['T02', '60'],
      ]);
    }));

  it('give the same from the table as from JSON', () =>
    inExamples(async (file) => {
      const totals = async (facts: string) => {
        const { out } = await heng(
          ...['score', '--book', file('book.json'), '--facts', file(facts)],
          ...['--previous', file('last-year.json'), '--json'],
        );
        const { units } = JSON.parse(out) as { units: { code: string; total: string; grade: string }[] };
        return units.map(({ code, total, grade }) => [code, total, grade]);
      };
      expect(await totals('facts.csv')).toEqual(await totals('facts.json'));
    }));
});
