import { InvalidArgumentError, type Command } from 'commander';
import { numberText, type RuleBook, type Text } from '@heng/rules';
import {
  burdenChange,
  burdenOf,
  type AskedTwice,
  type Burden,
  type BurdenChange,
  type BurdenLevel,
  type BurdenOptions,
} from '@heng/rules/compare';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { tableLines } from '../console/table.js';
import { defaultBookNames, readBook } from './book-input.js';

type BurdenCommandOptions = {
  readonly units?: number;
  readonly below?: number;
  readonly against?: string;
  readonly json?: boolean;
};

/** `heng burden`: what a rule book costs those who have to answer it. */
export function registerBurden(program: Command, console: Console): void {
  program
    .command('burden')
    .description('规则书给各级带来多少填报负担 / how much work a rule book makes for each level')
    .argument('<BOOK>', `规则书 JSON 文件或 / a rule book file or ${defaultBookNames.join(', ')}`)
    .option('--units <N>', '被考核单位个数，用来算合计 / number of assessed units, for the sums', wholeNumber)
    .option('--below <N>', '下级单位个数（村、社区） / number of bodies below them', wholeNumber)
    .option(
      '--against <BOOK>',
      '与另一本规则书比较，例如上年的 / compare with another rule book, such as last year’s',
    )
    .option('--json', '输出 heng-burden/1（见 docs/formats.md） / print heng-burden/1')
    .action(async (given: string, options: BurdenCommandOptions) => {
      const book = await readBook(given);
      const other = options.against === undefined ? null : await readBook(options.against);
      const { units: assessed, below } = options;
      const counts: BurdenOptions = {
        units: { ...(assessed !== undefined && { assessed }), ...(below !== undefined && { below }) },
      };
      const change = other === null ? null : burdenChange(other, book, counts);
      const burden = burdenOf(book, counts);
      if (options.json) {
        console.printJson({ format: 'heng-burden/1', ...burden, against: change });
        return;
      }
      console.print(console.in(book.title));
      printLevels(console, burden);
      printFindings(console, burden, book);
      if (change !== null && other !== null) printChange(console, change, other);
    });
}

function wholeNumber(given: string): number {
  if (/^\d{1,9}$/.test(given)) return Number(given);
  throw new InvalidArgumentError('A whole number is needed.');
}

const levels: Readonly<Record<BurdenLevel, Text>> = {
  unit: text('被考核单位', 'assessed unit'),
  department: text('部门', 'departments'),
  inspectors: text('抽查组', 'inspectors'),
  meeting: text('会议', 'meeting'),
  below: text('下级单位', 'bodies below'),
  office: text('导入（只做一次）', 'import (once)'),
  nobody: text('系统直取（不用填）', 'taken by the system'),
};

function printLevels(console: Console, { levels: own, asked }: Burden): void {
  const columns = [
    { title: console.in(text('谁来做', 'who')) },
    { title: console.in(text('填报人', 'role')) },
    { title: console.in(text('数据', 'facts')), align: 'right' },
    { title: console.in(text('附件', 'proofs')), align: 'right' },
    { title: console.in(text('每个单位（分钟）', 'minutes each')), align: 'right' },
    { title: console.in(text('合计（分钟）', 'minutes all')), align: 'right' },
  ] as const;
  const rows = own.flatMap((level) => [
    [
      console.in(levels[level.level]),
      '',
      String(level.facts),
      String(level.attachments),
      numberText(level.minutesEach),
      level.minutesAll === null ? '' : numberText(level.minutesAll),
    ],
    ...(level.roles.length < 2
      ? []
      : level.roles.map((role) => [
          '',
          console.in(role.enteredBy),
          String(role.facts),
          String(role.attachments),
          numberText(role.minutesEach),
          '',
        ])),
  ]);
  console.print('', ...tableLines(columns, rows), '');
  const all =
    asked.minutesAll === null
      ? text('；给出 --units 和 --below 可算出总用时', '; --units and --below give the time of all')
      : text(
          `，总用时约 ${numberText(asked.minutesAll)} 分钟`,
          `, about ${numberText(asked.minutesAll)} minutes in all`,
        );
  console.print(
    console.in(
      text(
        `要人填的数据 ${asked.facts} 项，要附件的 ${asked.attachments} 项${all.zh}。`,
        `${asked.facts} facts to be entered, ${asked.attachments} with proof${all.en}.`,
      ),
    ),
    console.in(
      text(
        '分钟是估计值：规则书写了的用规则书的，没写的按数据种类估（见 docs/formats.md）。',
        'Minutes are estimates: those of the book where it gives them, else by kind of fact (docs/formats.md).',
      ),
    ),
  );
}

const reasons: Readonly<Record<AskedTwice['because'], Text>> = {
  'same-title': text('名称相同', 'of one title'),
  'same-definition': text('口径相同', 'of one definition'),
  'same-results': text('取自同一个结果', 'taken from the same result'),
  'similar-title': text('名称相近，很可能重复', 'of nearly one title, probably the same'),
};

function printFindings(console: Console, { twice, unread }: Burden, book: RuleBook): void {
  const titleOf = (id: string) => {
    const fact = book.facts.find((each) => each.id === id);
    return fact ? `${id} ${console.in(fact.title)}` : id;
  };
  const list = (title: Text, lines: readonly string[]) => {
    if (lines.length > 0) console.print('', console.in(title), ...lines.map((line) => `  ${line}`));
  };
  list(
    text('问了两遍的数据：', 'Facts asked for twice:'),
    twice.map(
      ({ facts, because }) =>
        `${facts.map(titleOf).join(' / ')}${console.in(text('：', ': '))}${console.in(reasons[because])}`,
    ),
  );
  list(text('没有用到的数据：', 'Facts that nothing reads:'), unread.map(titleOf));
}

function printChange(
  console: Console,
  { levels: changed, added, dropped }: BurdenChange,
  other: RuleBook,
): void {
  const signed = (value: string) => (value.startsWith('-') || value === '0' ? value : `+${value}`);
  console.print(
    '',
    console.in(
      text(`与《${other.title.zh}》${other.version} 比较`, `Against "${other.title.en}" ${other.version}`),
    ),
    ...tableLines(
      [
        { title: console.in(text('谁来做', 'who')) },
        { title: console.in(text('数据', 'facts')), align: 'right' },
        { title: console.in(text('附件', 'proofs')), align: 'right' },
        { title: console.in(text('每个单位（分钟）', 'minutes each')), align: 'right' },
      ],
      changed.map(({ level, facts, attachments, minutesEach }) => [
        console.in(levels[level]),
        signed(String(facts)),
        signed(String(attachments)),
        signed(numberText(minutesEach)),
      ]),
    ),
    ...added.map(({ id, title }) => `+ ${id} ${console.in(title)}`),
    ...dropped.map(({ id, title }) => `- ${id} ${console.in(title)}`),
  );
}
