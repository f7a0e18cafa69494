import { jest } from '@jest/globals';
import { join } from 'node:path';
import { Command } from 'commander';
import { demonstrationCounty } from '../src/demonstration/index.js';
import { registerSeed } from '../src/commands/seed.js';
import { inFolder } from './program.js';

/** Runs `heng seed` and gives what it printed. */
async function seed(dataDir: string): Promise<string> {
  const printed: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
  try {
    const program = new Command().exitOverride();
    registerSeed(program);
    await program.parseAsync(['seed', '--data', dataDir], { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return printed.join('');
}

it(
  'loads the whole county once, however often it is seeded, and says so',
  () =>
    inFolder(async (folder) => {
      const dataDir = join(folder, 'data');
      const { organizations, accounts, cycles } = demonstrationCounty();
      const things = organizations.length + accounts.length + cycles.length;
      const first = await seed(dataDir);
      expect(first).toContain(`新增 ${things} 项`);
      expect(first).toContain(`${things} things added`);
      for (const { login } of accounts) expect(first).toContain(login);
      expect(await seed(dataDir)).toContain('; 0 things added');
    }),
  180_000,
);
