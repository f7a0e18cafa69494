import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile, parseFacts, parseRuleBook } from '@heng/rules';
import { Command } from 'commander';
import { registerSeed } from './seed.js';

describe('heng seed', () => {
  it('writes facts and rule books that can be read back and scored', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'heng-facts-'));
    try {
      const program = new Command().exitOverride();
      registerSeed(program);
      await program.parseAsync(['seed', '--facts', folder], { from: 'user' });
      const names = ['township', 'township-previous', 'unit-committee', 'village'];
      expect((await readdir(folder)).sort()).toEqual(
        names.flatMap((name) => [`${name}-book.json`, `${name}.json`]).sort(),
      );
      const read = async (file: string): Promise<unknown> =>
        JSON.parse(await readFile(join(folder, file), 'utf8'));
      for (const name of names) {
        const book = parseRuleBook(await read(`${name}-book.json`));
        if (!book.ok) throw new Error(JSON.stringify(book.problems[0]));
        const facts = parseFacts(await read(`${name}.json`), book.book);
        if (!facts.ok) throw new Error(JSON.stringify(facts.problems[0]));
        const { units } = compile(book.book).assess(facts.document.units);
        expect(units).toHaveLength({ 'unit-committee': 18, village: 352 }[name] ?? 25);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
