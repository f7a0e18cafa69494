import type { Command } from 'commander';
import type { Console } from '../console/console.js';
import { writeOut } from '../console/files.js';
import { text } from '../console/language.js';
import { defaultBookNames, readBook } from './book-input.js';
import { workbookName } from './workbook-name.js';

/** `heng export`: a rule book as a workbook that people read and edit. */
export function registerExport(program: Command, console: Console): void {
  program
    .command('export')
    .description('把规则书写成 Excel 工作簿 / write a rule book as an Excel workbook')
    .argument('<BOOK>', `规则书 JSON 文件或 / a rule book file or ${defaultBookNames.join(', ')}`)
    .argument('<FILE>', '写到哪个 .xlsx；语言随 --lang / the .xlsx to write, in the language of --lang')
    .action(async (given: string, file: string) => {
      workbookName(file);
      const book = await readBook(given);
      const { writeRuleBookWorkbook } = await import('@heng/documents');
      await writeOut(file, await writeRuleBookWorkbook(book, console.locale));
      console.notice(
        text(
          `《${book.title.zh}》已写入 ${file}；改好后用 heng import 读回。`,
          `"${book.title.en}" written to ${file}; heng import reads it back.`,
        ),
      );
    });
}
