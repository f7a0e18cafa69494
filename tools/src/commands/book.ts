import type { Command } from 'commander';
import type { Console } from '../console/console.js';
import { writeOut } from '../console/files.js';
import { text } from '../console/language.js';
import { defaultBookNames, readBook } from './book-input.js';

/** `heng book`: a rule book as a file to read and to change. */
export function registerBook(program: Command, console: Console): void {
  program
    .command('book')
    .description('把规则书写成 JSON 文件 / write a rule book as a JSON file')
    .argument('<BOOK>', `规则书 JSON 文件或 / a rule book file or ${defaultBookNames.join(', ')}`)
    .requiredOption('--out <FILE>', '写到哪个文件 / file to write')
    .action(async (given: string, { out }: { readonly out: string }) => {
      const book = await readBook(given);
      await writeOut(out, `${JSON.stringify(book, null, 2)}\n`);
      console.notice(text(`《${book.title.zh}》已写入 ${out}`, `"${book.title.en}" written to ${out}`));
    });
}
