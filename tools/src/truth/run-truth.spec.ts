import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTable } from './check-table.js';
import { runTruth, truthFolder } from './run-truth.js';
import { readTruthFolder, truthFolders } from './truth-folder.js';

const tables = await truthFolders(truthFolder);

/** What each source says can be reproduced, here once more so that no table shrinks unseen. */
const published: Readonly<Record<string, string>> = {
  'cn-shenzhen-street-index': '124/124',
  'diving-sydney-2000': '295/295',
  'formula-one-1988': '89/89',
  'freedom-house-2013-2024': '32695/32695',
  'olympic-medals-2024': '182/182',
  'undp-gii-2022': '1259/1259',
  'undp-hdi-2022': '2483/2483',
};

it('every published table is known here, and every known one is there', () => {
  expect(tables).toEqual(Object.keys(published));
});

it.each(tables)('[EX1] %s is reproduced, and each wrong reading of its rules is seen', async (name) => {
  const result = checkTable(await readTruthFolder(join(truthFolder, name)));
  const different = [...result.checks, ...result.counterChecks].filter(({ isAsExpected }) => !isAsExpected);
  expect(different).toEqual([]);
  expect(`${result.matched}/${result.of}`).toBe(published[name]);
  expect(result.counterChecks.length).toBeGreaterThan(0);
  for (const { check, result: wrong } of result.counterChecks) {
    expect(`${check.title.en}: ${wrong.matched < wrong.of}`).toBe(`${check.title.en}: true`);
  }
});

describe('with a copy of a table', () => {
  const name = 'cn-shenzhen-street-index';
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'heng-truth-'));
    await cp(join(truthFolder, name), join(folder, name), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const run = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const code = await runTruth({
      args: ['--folder', folder, ...args],
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
    });
    return { code, out: out.join(''), err: err.join('') };
  };
  const change = async (file: string, from: string, to: string) => {
    const path = join(folder, name, file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(from);
    await writeFile(path, text.replace(from, to));
  };

  it('prints matched and total of the table and what stands beside it', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    expect(out).toBe(
      'cn-shenzhen-street-index  124/124  (exact-2020 29/38)  (strict-rank-2020 38/38)  (exact-later 19/24)  (strict-rank-later 24/24)\n',
    );
  });

  it('a published number that was tampered with is found, with its line and what it should be', async () => {
    await change('dec2020.csv', '88.75', '88.77');
    const { code, out } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('123/124');
    expect(out).toContain('dec2020.csv:2 香蜜湖街道(福田): published 88.77, computed 88.75');
  });

  it('an input that was tampered with moves the ranks', async () => {
    await change('post9288845.csv', '94.8293', '97.8293');
    const { code, out } = await run('--verbose', '--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('published 2, computed 1');
  });

  it('a row that is lost is noticed, although all that is left fits', async () => {
    const path = join(folder, name, 'dec2020.csv');
    const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
    await writeFile(path, `${lines.slice(0, -1).join('\n')}\n`);
    const { code, out } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('table.json expects 38/38');
  });

  it('a row too many is noticed, although it fits', async () => {
    const path = join(folder, name, 'dec2020.csv');
    await writeFile(path, `${await readFile(path, 'utf8')}39,Nowhere,80.00,80.00,80.00\n`);
    const { code, out } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('✗ 39/39');
  });

  it('units with the same print may change places, others may not', async () => {
    await change('dec2020.csv', '20,石岩街道', '21,石岩街道');
    await change('dec2020.csv', '21,玉塘街道', '20,玉塘街道');
    const { code, out } = await run('--verbose', '--lang', 'en');
    expect(out).toContain('✓ 38/38  Rank of December 2020, either order');
    expect(out).toContain('✗ 36/38  Rank of December 2020, in this very order');
    expect(code).toBe(1);
  });

  it('a wrong reading of the rules that is not seen any more is a failure', async () => {
    await change(
      'table.json',
      '"/sections/0/combine/weights/0/weight": "0.8"',
      '"/sections/0/combine/weights/0/weight": "0.9"',
    );
    await change(
      'table.json',
      '"/sections/0/combine/weights/1/weight": "0.2"',
      '"/sections/0/combine/weights/1/weight": "0.1"',
    );
    const { code, out } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(out).toContain('✗ 38/38  Wrong reading: weights of 80% and 20%');
  });

  it('a rule book that does not run is refused with the place', async () => {
    await change('book.json', '"fact": "field"', '"fact": "feild"');
    const { code, err } = await run();
    expect(code).toBe(1);
    expect(err).toContain('book.json /sections/0/indicators/0/measure/fact');
    expect(err).toContain('feild');
  });

  it('a value that the book forbids is refused with its place', async () => {
    await change('dec2020.csv', '90.43', '190.43');
    const { code, err } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('dec2020.csv /units/0/facts/field');
  });

  it('a column that is not there is refused with the columns there are', async () => {
    await change('table.json', '"column": "rank"', '"column": "place"');
    const { code, err } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('There is no column "place".');
    expect(err).toContain('rank, street, index, field, satisfaction');
  });

  it('a table.json with an entry that means nothing is refused with its place', async () => {
    await change('table.json', '"eitherOrderIn"', '"anyOrderIn"');
    const { code, err } = await run('--lang', 'en');
    expect(code).toBe(1);
    expect(err).toContain('table.json /assessments/0/checks/1');
    expect(err).toContain('anyOrderIn');
  });

  it('a table that is not there is refused with those there are', async () => {
    const { code, err } = await run('--lang', 'en', 'shenzhen');
    expect(code).toBe(2);
    expect(err).toContain('There is no table "shenzhen".');
    expect(err).toContain(name);
  });
});
