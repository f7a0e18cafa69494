import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AssessedUnit, FactsDocument, RuleBook } from '@heng/rules';
import type { Console } from '../console/console.js';
import { fileKind } from '../console/file-kind.js';
import { writeOut } from '../console/files.js';
import { text } from '../console/language.js';
import { refused } from '../console/refusal.js';
import { withBook } from './assess-input.js';
import { readBook } from './book-input.js';
import { readFacts } from './facts-input.js';

type Options = { readonly book: string; readonly out?: string };

/** `heng facts`: facts files to fill in, and from one format into another. */
export function registerFacts(program: Command, console: Console): void {
  const facts = program
    .command('facts')
    .description('数据文件：模板、转换 / facts files: template, conversion');

  withBook(facts.command('template'))
    .description('待填的数据文件 / a facts file to fill in')
    .option('--out <FILE>', '.xlsx、.csv 或 .json；默认在屏幕上输出 JSON / JSON on the screen by default')
    .action(async ({ book: given, out }: Options) => {
      if (out !== undefined) {
        fileKind(out);
        if (existsSync(out)) throw thereAlready(out);
      }
      const book = await readBook(given);
      const template = templateOf(book);
      if (out === undefined) console.printJson(template);
      else await writeFacts(out, template, book, console);
    });

  withBook(facts.command('convert'))
    .description('转换数据文件的格式 / a facts file in another format')
    .argument('<IN>', '.json、.csv 或 .xlsx')
    .argument('<OUT>', '.json、.csv 或 .xlsx')
    .action(async (from: string, to: string, { book: given }: Options) => {
      fileKind(to);
      if (resolve(from) === resolve(to)) throw sameFile(to);
      const book = await readBook(given);
      await writeFacts(to, await readFacts(from, book), book, console);
    });
}

/** One example unit with every fact still missing. */
function templateOf(book: RuleBook): FactsDocument {
  const { cohorts } = book;
  const unit: AssessedUnit = {
    code: 'CODE-1',
    name: '示例单位',
    type: book.unitTypes[0] ?? '',
    ...(cohorts.by === 'parent' ? { parent: 'CODE-0' } : {}),
    ...(cohorts.by === 'attribute'
      ? { attributes: { [cohorts.attribute]: cohorts.groups[0]?.values[0] ?? '' } }
      : {}),
    facts: Object.fromEntries(book.facts.map(({ id }) => [id, { declared: null, verified: null }])),
  };
  return { format: 'heng-facts/1', units: [unit] };
}

async function writeFacts(
  file: string,
  document: FactsDocument,
  book: RuleBook,
  console: Console,
): Promise<void> {
  await writeOut(file, await contentOf(file, document, book));
  const count = document.units.length;
  console.notice(
    text(`已把 ${count} 个单位的数据写入 ${file}`, `Facts of ${count} units written to ${file}`),
  );
}

async function contentOf(
  file: string,
  document: FactsDocument,
  book: RuleBook,
): Promise<string | Uint8Array> {
  const kind = fileKind(file);
  if (kind === '.json') return `${JSON.stringify(document, null, 2)}\n`;
  const { writeFactsCsv, writeFactsWorkbook } = await import('@heng/documents');
  return kind === '.csv' ? writeFactsCsv(document, book) : writeFactsWorkbook(document, book);
}

const sameFile = (file: string) =>
  refused(
    file,
    ['读和写是同一个文件。', 'This is the file to read and the file to write.'],
    ['请写到另一个文件。', 'Write to another file.'],
    2,
  );

/** An empty form must not take the place of one that somebody has filled in. */
const thereAlready = (file: string) =>
  refused(
    file,
    ['已有这个文件，模板没有写入。', 'This file is there already; the template was not written.'],
    ['请换一个文件名，或先移走它。', 'Choose another name, or move the file away first.'],
  );
