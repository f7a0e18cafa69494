import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTypedBooks, regulationsFolder } from './read-typed-books.js';
import { regulationFiles } from './regulation-files.js';

const folder = regulationsFolder(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..'));
const books = await readTypedBooks(folder);

it('types ten books, each as a workbook and as a Word document', () => {
  expect(books).toHaveLength(10);
  expect(books.flatMap(regulationFiles)).toHaveLength(20);
});

it.each(books.map((book) => [book.id, book] as const))(
  'makes the files of %s again to the byte',
  async (_id, book) => {
    for (const { name, bytes } of regulationFiles(book)) {
      const kept = await readFile(join(folder, name));
      expect([name, kept.equals(bytes)]).toEqual([name, true]);
    }
  },
);
