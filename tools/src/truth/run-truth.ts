import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Console, type Channels } from '../console/console.js';
import { padded } from '../console/columns.js';
import { languageOf } from '../console/language.js';
import { printRefusal, Refusal, refused } from '../console/refusal.js';
import { repositoryFolder } from '../data-place.js';
import { checkTable, type Checked, type TableResult } from './check-table.js';
import { printDetails } from './print-details.js';
import { readTruthFolder, truthFolders } from './truth-folder.js';
import type { Check } from './truth-table.js';

/** Where the published tables are kept. */
export const truthFolder = join(repositoryFolder, 'packages', 'rules', 'cases', 'truth');

export type TruthInput = Channels & { readonly args: readonly string[] };

/**
 * Reproduces published tables and prints `name  matched/total` for each.
 * @returns the exit code: 0 all as their table.json expects, 1 some less, 2 called wrongly
 */
export async function runTruth({ args, ...channels }: TruthInput): Promise<number> {
  const wished = languageOf(args, {});
  const console = new Console(wished.ok ? wished.language : 'zh', channels);
  try {
    const { folder, names, isVerbose } = wishesOf(args);
    const wanted = await wantedFolders(folder, names);
    const width = Math.max(0, ...wanted.map((name) => name.length));
    let isAsExpected = true;
    for (const name of wanted) {
      const read = await readTruthFolder(join(folder, name));
      const result = checkTable(read);
      console.print(lineOf(padded(name, width), result));
      if (isVerbose || !result.isAsExpected) printDetails(console, result, isVerbose);
      isAsExpected &&= result.isAsExpected;
    }
    return isAsExpected ? 0 : 1;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    printRefusal(console, error);
    return error.exitCode;
  }
}

function lineOf(name: string, { matched, of, checks }: TableResult): string {
  const beside = checks.filter(({ check }) => check.counted === false);
  return [`${name}  ${matched}/${of}`, ...beside.map(besideText)].join('  ');
}

const besideText = ({ check, result }: Checked<Check>): string =>
  `(${check.id} ${result.matched}/${result.of})`;

function wishesOf(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { verbose: { type: 'boolean' }, folder: { type: 'string' }, lang: { type: 'string' } },
    });
    return {
      folder: values.folder === undefined ? truthFolder : resolve(values.folder),
      names: positionals,
      isVerbose: values.verbose === true,
    };
  } catch (error) {
    throw refused(
      '',
      ['命令不对。', `${error instanceof Error ? error.message : 'Wrong call'}.`],
      [
        '用法：npm run truth -- [--verbose] [--folder 文件夹] [表名…]',
        'Usage: npm run truth -- [--verbose] [--folder DIR] [table …]',
      ],
      2,
    );
  }
}

async function wantedFolders(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const known = await truthFolders(folder);
  const unknown = names.find((name) => !known.includes(name));
  if (known.length > 0 && unknown === undefined) return names.length > 0 ? names : known;
  throw refused(
    folder,
    [
      unknown === undefined ? '这里没有公布的表。' : `没有“${unknown}”这张表。`,
      unknown === undefined ? 'There are no published tables here.' : `There is no table "${unknown}".`,
    ],
    [`有的表：${known.join('、')}。`, `There are: ${known.join(', ')}.`],
    2,
  );
}
