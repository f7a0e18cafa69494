import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { dataPlace } from '../data-place.js';
import { demonstrationCounty, demonstrationFacts, demonstrationPassword } from '../demonstration/index.js';

type SeedOptions = { readonly data?: string; readonly databaseUrl?: string; readonly facts?: string };

/** `heng seed`: the demonstration county into a database, or as documents into a folder. */
export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('装入演示县（或写出其文件） / load the demonstration county, or write it as files')
    .option('--data <dir>', '内置数据库的数据目录 / data folder of the embedded database')
    .option('--database-url <url>', '已有的 PostgreSQL 数据库 / a PostgreSQL database of your own')
    .option(
      '--facts <dir>',
      '只把演示数据和规则书写成 JSON / only write facts and rule books as JSON into this folder',
    )
    .action(async (options: SeedOptions) => {
      if (options.facts === undefined) await loadCounty(options);
      else await writeDocuments(resolve(options.facts));
    });
}

async function loadCounty(options: SeedOptions): Promise<void> {
  // The server is large; writing files and showing help do without it.
  const { loadDemonstration } = await import('@heng/api');
  const place = dataPlace({ ...options, mode: 'demonstration' });
  const county = demonstrationCounty();
  const added = await loadDemonstration({ ...place, county });
  // A database address may hold a password and is not repeated.
  const where = 'dataDir' in place ? place.dataDir : 'PostgreSQL';
  say(
    added === 0
      ? `演示数据已在（${where}），没有新增。`
      : `已装入演示数据（${where}）：新增 ${added} 项（组织、账号、考核）。`,
    added === 0
      ? `The demonstration was there already (${where}); 0 things added.`
      : `Demonstration loaded (${where}): ${added} things added (organisations, accounts, cycles).`,
  );
  say(
    `演示账号：${county.accounts.map(({ login }) => login).join('、')}；密码均为 ${demonstrationPassword}`,
    `Demonstration accounts as above; each has the password ${demonstrationPassword}`,
  );
}

/** Facts as `<name>.json` and the rule book they are under as `<name>-book.json`. */
async function writeDocuments(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const documents = demonstrationFacts();
  for (const { name, book, facts } of documents) {
    await writeFile(join(folder, `${name}.json`), `${JSON.stringify(facts, null, 2)}\n`);
    await writeFile(join(folder, `${name}-book.json`), `${JSON.stringify(book, null, 2)}\n`);
  }
  say(
    `已写出 ${documents.length * 2} 个文件到 ${folder}。试算：heng score --book ${join(folder, 'township-book.json')} --facts ${join(folder, 'township.json')}`,
    `${documents.length * 2} files written to ${folder}. To score: the command above.`,
  );
}

const say = (zh: string, en: string) => process.stdout.write(`${zh}\n${en}\n`);
