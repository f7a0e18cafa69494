import type { Command } from 'commander';
import { nearestName, type RuleBook } from '@heng/rules';
import { dryRun, type DryRun } from '@heng/rules/compare';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import { refused } from '../console/refusal.js';
import { readBook } from './book-input.js';
import { readFacts, readPreviousFacts } from './facts-input.js';
import { printIndicators, printMoves } from './trial-output.js';

export type TrialOptions = {
  readonly facts: string;
  readonly previous?: string;
  readonly map?: readonly string[];
};

type DryRunCommandOptions = TrialOptions & {
  readonly book: string;
  readonly last: string;
  readonly json?: boolean;
};

/** `heng dry-run`: next year's draft on last year's facts, before anybody lives by it. */
export function registerDryRun(program: Command, console: Console): void {
  program
    .command('dry-run')
    .description(
      '用上年数据试算新规则书：谁升谁降、因为哪项指标 / try a draft on last year’s facts: who moves, and by which indicator',
    )
    .requiredOption('--book <DRAFT>', '新规则书（草案） / the draft')
    .requiredOption('--last <BOOK>', '上年的规则书 / the rule book of last year')
    .requiredOption(
      '--facts <FACTS>',
      '上年数据：.json、.csv 或 .xlsx / facts of last year: .json, .csv or .xlsx',
    )
    .option(
      '--previous <FACTS>',
      '再上一年的数据，供同比指标使用 / facts of the year before, for indicators that compare years',
    )
    .option(
      '--map <DRAFT=LAST...>',
      '数据换了标识时，新标识=上年标识 / facts whose id changed: id in the draft=id last year',
    )
    .option('--json', '输出 heng-dry-run/1（见 docs/formats.md） / print heng-dry-run/1')
    .action(async (options: DryRunCommandOptions) => {
      const [draft, last] = [await readBook(options.book), await readBook(options.last)];
      const run = await tryOut({ draft, last }, options, console);
      if (options.json) {
        console.printJson({ format: 'heng-dry-run/1', ...run });
        return;
      }
      console.print(
        console.in(
          text(
            `《${draft.title.zh}》（${draft.year} 年）用《${last.title.zh}》（${last.year} 年）的数据试算`,
            `"${draft.title.en}" (${draft.year}) on the facts of "${last.title.en}" (${last.year})`,
          ),
        ),
      );
      printMoves(console, run, draft);
      printIndicators(console, run);
    });
}

/** @throws Refusal when the facts cannot be read or a mapping names what is not there */
export async function tryOut(
  { draft, last }: { readonly draft: RuleBook; readonly last: RuleBook },
  options: TrialOptions,
  console: Console,
): Promise<DryRun> {
  const mapping = mappingOf(options.map ?? [], draft, last);
  const { units } = await readFacts(options.facts, last);
  const previous =
    options.previous === undefined
      ? null
      : await readPreviousFacts(options.previous, { own: last, current: last }, console);
  return dryRun(draft, { book: last, units, ...(previous && { previous: previous.units }) }, { mapping });
}

function mappingOf(pairs: readonly string[], draft: RuleBook, last: RuleBook): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair): [string, string] => {
      const [to = '', from = '', ...more] = pair.split('=');
      if (to === '' || from === '' || more.length > 0)
        throw refused(
          `--map ${pair}`,
          ['应写成“新标识=上年标识”。', 'This should be DRAFT=LAST.'],
          ['例如 --map village-count=villages。', 'For example --map village-count=villages.'],
          2,
        );
      assertFact(to, draft, pair, ['新规则书', 'the draft']);
      assertFact(from, last, pair, ['上年的规则书', 'the rule book of last year']);
      return [to, from];
    }),
  );
}

function assertFact(id: string, { facts }: RuleBook, pair: string, where: readonly [string, string]): void {
  const ids = facts.map((fact) => fact.id);
  if (ids.includes(id)) return;
  const near = nearestName(id, ids);
  throw refused(
    `--map ${pair}`,
    [`${where[0]}没有标识为“${id}”的数据。`, `There is no fact "${id}" in ${where[1]}.`],
    near === null ? ['请检查标识。', 'Check the id.'] : [`是否指“${near}”？`, `Did you mean "${near}"?`],
  );
}
