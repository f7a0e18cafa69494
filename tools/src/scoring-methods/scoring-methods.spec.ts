import { readFile, readdir } from 'node:fs/promises';
import type { CatalogueEntry } from '@heng/rules/catalogue';
import { readCatalogue } from './read-catalogue.js';
import { scoringMethodsPages } from './scoring-methods-pages.js';

const docs = new URL('../../../docs/', import.meta.url);
let entries: CatalogueEntry[];
let pages: ReadonlyMap<string, string>;

beforeAll(async () => {
  entries = await readCatalogue();
  pages = scoringMethodsPages(entries);
}, 120_000);

it('docs/scoring-methods.md and its pictures are what the generator makes from the catalogue today', async () => {
  const written = await Promise.all(
    [...pages.keys()].map(async (path) => [path, await readFile(new URL(path, docs), 'utf8')] as const),
  );
  const stale = written.filter(([path, content]) => pages.get(path) !== content).map(([path]) => path);
  expect(stale).toEqual([]);
});

it('has no picture left over from an entry that is no more', async () => {
  const names = (await readdir(new URL('scoring-methods/', docs))).map((name) => `scoring-methods/${name}`);
  expect(names.filter((name) => !pages.has(name))).toEqual([]);
});

it('gives every entry a heading that the index leads to, and a picture under 4 kB', () => {
  const page = pages.get('scoring-methods.md') ?? '';
  for (const { code, name } of entries) {
    expect(page).toContain(`## ${code} ${name.zh} · ${name.en}`);
    expect(page).toContain(`](#${code.toLowerCase()})`);
    const picture = pages.get(`scoring-methods/${code}.svg`) ?? '';
    expect(picture).toMatch(/^<svg /);
    expect(Buffer.byteLength(picture)).toBeLessThan(4096);
  }
});

it('refuses to write a page whose example the engine denies', () => {
  const [first, ...others] = entries;
  if (first === undefined) throw new Error('no entries');
  const [worked, ...edges] = first.examples;
  if (worked === undefined) throw new Error('no example');
  const wrong = {
    ...first,
    examples: [{ ...worked, expected: { A: { indicators: { I: '1.99' } } } }, ...edges],
  };
  expect(() => scoringMethodsPages([wrong, ...others])).toThrow(/M01.*1\.99/);
});
