import { resolve, join } from 'node:path';
import { parseArgs } from 'node:util';
import { compareReading, labelledClauses, readNatural, type Comparison } from '@heng/clauses';
import { Console, type Channels } from '../console/console.js';
import { readText } from '../console/files.js';
import { languageOf } from '../console/language.js';
import { printRefusal, Refusal, refused } from '../console/refusal.js';
import { repositoryFolder } from '../data-place.js';
import { countOf, familyCounts, verdicts } from './count.js';
import { printDifferences } from './print-differences.js';

/** Where the labelled clauses are kept. */
export const clausesFile = join(repositoryFolder, 'packages', 'clauses', 'cases', 'clauses.jsonl');

export type ClausesInput = Channels & { readonly args: readonly string[] };

/**
 * Reads every labelled clause and prints how many readings are exact, partial, asked and wrong, then the same by family.
 * @returns the exit code: 0 nothing is silently wrong, 1 something is, 2 called wrongly
 */
export async function runClauses({ args, ...channels }: ClausesInput): Promise<number> {
  const wished = languageOf(args, {});
  const console = new Console(wished.ok ? wished.language : 'zh', channels);
  try {
    const { file, ids, isVerbose } = wishesOf(args);
    const clauses = labelledClauses(await readText(file)).filter(
      ({ id }) => ids.length === 0 || ids.includes(id),
    );
    const compared = clauses.map((clause) =>
      compareReading(clause, readNatural(clause.text, clause.context)),
    );
    const counted = compared.filter(({ clause }) => clause.uncertain !== true);
    printCounts(console, counted, compared.length - counted.length);
    if (isVerbose) for (const comparison of compared) printDifferences(console, comparison);
    return counted.some(({ isSilent }) => isSilent) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    printRefusal(console, error);
    return error.exitCode;
  }
}

function printCounts(console: Console, counted: readonly Comparison[], leftOut: number) {
  const { of, share } = countOf(counted, 'exact');
  const numbers = verdicts.map((verdict) => `${verdict} ${countOf(counted, verdict).count}`);
  console.print(`${numbers.join('  ')}  of ${of}  (${share}% exact, ${leftOut} uncertain left out)`);
  const added = counted.reduce((sum, { addedAmbiguities }) => sum + addedAmbiguities.length, 0);
  const silent = counted.filter(({ isSilent }) => isSilent).length;
  console.print(`silently wrong ${silent}  asked beyond the labels ${added}`);
  for (const { family, text } of familyCounts(counted)) console.print(`  ${family.padEnd(10)} ${text}`);
}

function wishesOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { verbose: { type: 'boolean' }, file: { type: 'string' }, lang: { type: 'string' } },
    });
    return {
      file: values.file === undefined ? clausesFile : resolve(values.file),
      ids: positionals,
      isVerbose: values.verbose === true,
    };
  } catch (error) {
    throw refused(
      '',
      ['命令不对。', `${error instanceof Error ? error.message : 'Wrong call'}.`],
      [
        '用法：npm run clauses -- [--verbose] [--file 文件] [条款号…]',
        'Usage: npm run clauses -- [--verbose] [--file FILE] [clause id …]',
      ],
      2,
    );
  }
}
