import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Console } from '../console/console.js';
import { writeOut } from '../console/files.js';
import { text } from '../console/language.js';
import { refused } from '../console/refusal.js';
import { workbookName } from './workbook-name.js';

/** `heng template`: an empty workbook to write a rule book in. */
export function registerTemplate(program: Command, console: Console): void {
  program
    .command('template')
    .description(
      '空白的规则书工作簿，带下拉列表和示例 / an empty workbook for a rule book, with lists and an example',
    )
    .argument('<FILE>', '写到哪个 .xlsx；语言随 --lang / the .xlsx to write, in the language of --lang')
    .action(async (file: string) => {
      workbookName(file);
      if (existsSync(file)) throw thereAlready(file);
      const { ruleBookTemplate } = await import('@heng/documents');
      await writeOut(file, await ruleBookTemplate(console.locale));
      console.notice(
        text(
          `模板已写入 ${file}；填好后用 heng import 读入。`,
          `Template written to ${file}; heng import reads it.`,
        ),
      );
    });
}

/** An empty form must not take the place of one that somebody has filled in. */
const thereAlready = (file: string) =>
  refused(
    file,
    ['已有这个文件，模板没有写入。', 'This file is there already; the template was not written.'],
    ['请换一个文件名，或先移走它。', 'Choose another name, or move the file away first.'],
  );
