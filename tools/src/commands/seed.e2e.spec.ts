import { jest } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { demonstrationCounty } from '../demonstration/index.js';
import { registerSeed } from './seed.js';

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

it('loads the whole county once, however often it is seeded, and says so', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'heng-seed-'));
  try {
    const { organizations, accounts, cycles } = demonstrationCounty();
    const things = organizations.length + accounts.length + cycles.length;
    const first = await seed(dataDir);
    expect(first).toContain(`新增 ${things} 项`);
    expect(first).toContain(`${things} things added`);
    for (const { login } of accounts) expect(first).toContain(login);
    expect(await seed(dataDir)).toContain('; 0 things added');
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}, 180_000);
