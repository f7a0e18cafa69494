import type { Command } from 'commander';
import type { RuleBook } from '@heng/rules';
import {
  describeChange,
  diffRuleBooks,
  type Change,
  type RuleBookDiff,
  type Touches,
} from '@heng/rules/compare';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { refused } from '../console/refusal.js';
import { defaultBookNames, readBook } from './book-input.js';
import { tryOut } from './dry-run.js';
import { printMoves } from './trial-output.js';

type DiffOptions = {
  readonly facts?: string;
  readonly previous?: string;
  readonly map?: readonly string[];
  readonly json?: boolean;
};

/** `heng diff`: what changed between two rule books in sentences and, with facts, who moves by it. */
export function registerDiff(program: Command, console: Console): void {
  program
    .command('diff')
    .description('两本规则书有什么不同 / what changed between two rule books')
    .argument(
      '<BOOK1>',
      `原规则书，JSON 文件或 / the earlier rule book, a file or ${defaultBookNames.join(', ')}`,
    )
    .argument('<BOOK2>', '新规则书 / the later rule book')
    .option(
      '--facts <FACTS>',
      '原规则书的数据，用来看谁升谁降 / facts under the earlier rule book, to see who moves',
    )
    .option(
      '--previous <FACTS>',
      '再上一年的数据，供同比指标使用 / facts of the year before, for indicators that compare years',
    )
    .option(
      '--map <NEW=OLD...>',
      '数据换了标识时，新标识=原标识 / facts whose id changed: later id=earlier id',
    )
    .option('--json', '输出 heng-diff/1（见 docs/formats.md） / print heng-diff/1')
    .action(async (first: string, second: string, options: DiffOptions) => {
      const { facts } = options;
      if (facts === undefined && (options.previous !== undefined || options.map !== undefined))
        throw refused(
          '--facts',
          ['--previous 和 --map 只与 --facts 一起用。', '--previous and --map need --facts.'],
          ['请加上 --facts，或去掉它们。', 'Add --facts, or leave them out.'],
          2,
        );
      const [before, after] = [await readBook(first), await readBook(second)];
      const diff = diffRuleBooks(before, after);
      const run =
        facts === undefined
          ? null
          : await tryOut({ draft: after, last: before }, { ...options, facts }, console);
      if (options.json) {
        console.printJson({ format: 'heng-diff/1', ...documentOf(diff), dryRun: run });
        return;
      }
      printDiff(console, diff, before, after);
      if (run !== null) printMoves(console, run, after);
    });
}

/** Changes with their sentences, for readers that only want to show them. */
const documentOf = ({ changes, clauses }: RuleBookDiff) => ({
  changes: changes.map((change) => ({
    ...change,
    sentence: { zh: describeChange(change, 'zh-CN'), en: describeChange(change, 'en') },
  })),
  clauses,
});

const kinds: readonly (readonly [Touches, string, string])[] = [
  ['points', '影响得分', 'What can move points'],
  ['standing', '影响排名和等次', 'What can move ranks and grades'],
  ['entry', '影响填报', 'What changes for those who enter facts'],
  ['wording', '只改文字', 'What only reads differently'],
];

function printDiff(
  console: Console,
  { changes, clauses }: RuleBookDiff,
  before: RuleBook,
  after: RuleBook,
): void {
  console.print(
    console.in(
      text(
        `《${before.title.zh}》${before.version} → 《${after.title.zh}》${after.version}`,
        `"${before.title.en}" ${before.version} → "${after.title.en}" ${after.version}`,
      ),
    ),
  );
  if (changes.length === 0) {
    console.print(console.in(text('两本规则书完全相同。', 'The two rule books are the same.')));
    return;
  }
  for (const [touches, zh, en] of kinds) {
    const own = changes.filter((change: Change) => change.touches === touches);
    if (own.length === 0) continue;
    console.print(
      '',
      console.in(text(`${zh}（${own.length} 处）`, `${en} (${own.length})`)),
      ...own.map((change) => `  ${describeChange(change, console.locale)}`),
    );
  }
  if (clauses.length > 0) console.print('', console.in(text('条款前后对照', 'Clauses before and after')));
  for (const { indicator, title, before: old, after: now } of clauses) {
    console.print(
      `  ${indicator.after} ${console.in(title)}`,
      `    ${console.in(text('原', 'was'))}: ${console.in(old)}`,
      `    ${console.in(text('新', 'now'))}: ${console.in(now)}`,
    );
  }
}
