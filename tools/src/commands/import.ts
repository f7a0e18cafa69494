import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { RuleBookFinding } from '@heng/documents';
import type { Severity, Text } from '@heng/rules';
import type { Console } from '../console/console.js';
import { readBytes, writeOut } from '../console/files.js';
import { text } from '../console/language.js';
import { refused, Refusal, type Complaint } from '../console/refusal.js';
import { workbookName } from './workbook-name.js';

type Options = { readonly out?: string; readonly corrected?: string };

const severities: Readonly<Record<Severity, Text>> = {
  error: text('错误', 'error'),
  warning: text('警告', 'warning'),
  advice: text('建议', 'advice'),
};

/** `heng import`: a rule book from a workbook, or everything that is wrong with it, cell by cell. */
export function registerImport(program: Command, console: Console): void {
  program
    .command('import')
    .description(
      '从 Excel 工作簿读入规则书，逐格指出问题 / read a rule book from an Excel workbook, naming every problem at its cell',
    )
    .argument('<FILE>', '规则书工作簿 .xlsx / the workbook')
    .option(
      '--out <BOOK.json>',
      '写成规则书 JSON；默认在屏幕上输出 / write the rule book as JSON; on the screen by default',
    )
    .option(
      '--corrected <FILE.xlsx>',
      '有错误时，把标出问题的工作簿写到这里 / where to write the workbook with every problem marked, if there is one',
    )
    .action(async (file: string, { out, corrected }: Options) => {
      if (corrected !== undefined) {
        workbookName(corrected);
        if (resolve(corrected) === resolve(file)) throw sameFile(corrected);
      }
      if (out !== undefined && resolve(out) === resolve(file)) throw sameFile(out);
      const bytes = await readBytes(file);
      const { readInWorker } = await import('@heng/documents');
      const ended = await readInWorker('rule-book-workbook', bytes, null);
      if (!ended.ok)
        throw new Refusal([{ place: file, message: ended.problem.message, fix: ended.problem.fix }]);
      const read = ended.value;
      if (!read.ok) {
        await writeMarked(read.corrected, corrected, console);
        throw new Refusal(read.findings.map((finding) => complaintOf(finding, file)));
      }
      for (const finding of read.findings) tell(finding, console);
      const { book } = read;
      if (out === undefined) console.printJson(book);
      else await writeOut(out, `${JSON.stringify(book, null, 2)}\n`);
      const to = out === undefined ? text('', '') : text(`，已写入 ${out}`, `, written to ${out}`);
      console.notice(
        text(
          `《${book.title.zh}》可以执行${to.zh}。提示 ${read.findings.length} 条。`,
          `"${book.title.en}" runs${to.en}. Findings: ${read.findings.length}.`,
        ),
      );
    });
}

async function writeMarked(
  marked: Uint8Array | undefined,
  file: string | undefined,
  console: Console,
): Promise<void> {
  if (file === undefined) return;
  if (marked === undefined) {
    console.notice(
      text(
        '这个文件打不开或太大，没有可标注的副本。',
        'The file cannot be opened or is too large; there is no marked copy.',
      ),
    );
    return;
  }
  await writeOut(file, marked);
  console.notice(
    text(
      `已标出问题的工作簿写入 ${file}，清单在最后一个工作表。`,
      `The marked workbook is ${file}; its last sheet is the list.`,
    ),
  );
}

function tell(finding: RuleBookFinding, console: Console): void {
  const severity = severities[finding.severity];
  console.noticePlace(`[${console.in(severity)}] ${finding.code}  ${placeOf(finding)}`);
  console.notice(
    { zh: `${finding.message.zh}${finding.fix.zh}`, en: `${finding.message.en} ${finding.fix.en}` },
    '  ',
  );
}

const complaintOf = (finding: RuleBookFinding, file: string): Complaint => ({
  place: [
    file,
    placeOf(finding),
    finding.severity === 'error'
      ? ''
      : `(${severities[finding.severity].zh} ${severities[finding.severity].en})`,
  ]
    .filter((part) => part !== '')
    .join(' '),
  message: finding.message,
  fix: finding.fix,
});

function placeOf({ place, cell }: RuleBookFinding): string {
  const at = cell ?? (place.row === null ? '' : `${place.row}:${place.row}`);
  const address = [place.sheet ?? '', at].filter((part) => part !== '').join('!');
  return [address, place.heading ?? ''].filter((part) => part !== '').join(' ');
}

const sameFile = (file: string) =>
  refused(
    file,
    ['读和写是同一个文件。', 'This is the file to read and the file to write.'],
    ['请写到另一个文件。', 'Write to another file.'],
    2,
  );
