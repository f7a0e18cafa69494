import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TypedBook } from './typed-book.js';

/** Where the typed books and the files made of them lie. */
export const regulationsFolder = (root: string): string =>
  join(root, 'packages', 'documents', 'cases', 'regulations');

/** The typed books, by name. @throws ZodError for a book that is not as it should be */
export async function readTypedBooks(folder: string): Promise<readonly TypedBook[]> {
  const names = (await readdir(join(folder, 'books'))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) =>
      TypedBook.parse(JSON.parse(await readFile(join(folder, 'books', name), 'utf8'))),
    ),
  );
}
