import { join } from 'node:path';
import { repositoryFolder } from '../data-place.js';
import { bookTable } from './book-table.js';
import { figuresOfBooks } from './figures-of-books.js';

const folder = join(repositoryFolder, 'packages', 'documents', 'cases', 'regulations');
process.stdout.write(`${bookTable(await figuresOfBooks(folder)).join('\n')}\n`);
