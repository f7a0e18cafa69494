import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readCatalogue } from './read-catalogue.js';
import { scoringMethodsPages } from './scoring-methods-pages.js';

const docs = new URL('../../../docs/', import.meta.url);

// Pictures of entries that are no more would stay for ever.
await mkdir(new URL('scoring-methods/', docs), { recursive: true });
for (const name of await readdir(new URL('scoring-methods/', docs))) {
  if (name.endsWith('.svg')) await rm(new URL(`scoring-methods/${name}`, docs));
}
const pages = scoringMethodsPages(await readCatalogue());
for (const [path, content] of pages) {
  const file = fileURLToPath(new URL(path, docs));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
}
process.stdout.write(`${pages.size} files written under docs/\n`);
