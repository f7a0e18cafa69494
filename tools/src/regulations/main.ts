import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTypedBooks, regulationsFolder } from './read-typed-books.js';
import { regulationFiles } from './regulation-files.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const folder = regulationsFolder(root);
for (const book of await readTypedBooks(folder)) {
  for (const { name, bytes } of regulationFiles(book)) {
    await writeFile(join(folder, name), bytes);
    process.stdout.write(`${name} ${bytes.length}\n`);
  }
}
