import { Option, type Command } from 'commander';
import {
  compile,
  type Basis,
  type ExplainableAssessment,
  type FactsDocument,
  type RuleBook,
} from '@heng/rules';
import type { Console } from '../console/console.js';
import { readBook } from './book-input.js';
import { readFacts, readPreviousFacts } from './facts-input.js';
import { otherResults, withDerivedFacts } from './other-results.js';

export type AssessOptions = {
  readonly book: string;
  readonly facts: string;
  readonly previous?: string;
  readonly previousBook?: string;
  readonly results?: readonly string[];
  readonly basis: Basis;
};

export type Assessed = {
  readonly book: RuleBook;
  readonly facts: FactsDocument;
  readonly assessment: ExplainableAssessment;
};

/** The options of every command that computes scores. */
export const withAssessOptions = (command: Command): Command =>
  withBook(command)
    .requiredOption('--facts <FACTS>', '数据：.json、.csv 或 .xlsx / facts: .json, .csv or .xlsx')
    .option(
      '--previous <FACTS>',
      '上年数据，供同比指标使用 / facts of last year, for indicators that compare years',
    )
    .option(
      '--previous-book <BOOK>',
      '上年数据所属的规则书，与今年不同时用 / the rule book of last year, where it differs',
    )
    .option(
      '--results <BOOK=FACTS...>',
      '本规则书的数据所来自的其他考核（下级、前一轮），按先后列出 / other assessments that facts come from (bodies below, earlier rounds), in order',
    )
    .addOption(
      new Option('--basis <BASIS>', '按哪一种值计算：核定、自评、最新 / which values count')
        .choices(['verified', 'declared', 'latest'])
        .default('verified'),
    );

export const withBook = (command: Command): Command =>
  command.requiredOption(
    '--book <BOOK>',
    '规则书：JSON 文件，或 default:township、default:unit-committee、default:village / the rule book: a JSON file or a default one',
  );

/** Reads what the options name and assesses it. @throws Refusal */
export async function assess(options: AssessOptions, console: Console): Promise<Assessed> {
  const book = await readBook(options.book);
  const facts = await readFacts(options.facts, book);
  const previous = options.previous === undefined ? null : await previousFacts(options, book, console);
  const results = await otherResults(options.results ?? [], options.basis);
  const assessment = compile(book).assess(withDerivedFacts(book, facts.units, results), {
    basis: options.basis,
    ...(previous ? { previous: previous.units } : {}),
  });
  return { book, facts, assessment };
}

async function previousFacts(
  { previous = '', previousBook }: AssessOptions,
  book: RuleBook,
  console: Console,
): Promise<FactsDocument> {
  const own = previousBook === undefined ? book : await readBook(previousBook);
  return readPreviousFacts(previous, { own, current: book }, console);
}
