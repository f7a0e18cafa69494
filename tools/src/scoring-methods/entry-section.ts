import type { CatalogueEntry } from '@heng/rules/catalogue';
import { asWritten } from './as-written.js';
import { checkedRun } from './checked-run.js';
import { clauseRows, tellingClauses } from './clause-rows.js';
import { edgeTable } from './edge-table.js';
import { factsTable } from './facts-table.js';
import { row } from './markdown.js';
import { stepsTable } from './steps-table.js';

/**
 * One entry of the page, Chinese with the English beside it. Everything with a number in it is computed now.
 * @throws when an example does not give what it expects: a page must not print what the engine would deny
 */
export function entrySection(entry: CatalogueEntry): string[] {
  const [worked, ...others] = entry.examples;
  if (worked === undefined) throw new Error(`${entry.code} has no example`);
  const run = checkedRun(entry, worked);
  if (run.kind === 'refused') throw new Error(`the worked example of ${entry.code} is refused`);
  return [
    `## ${entry.code} ${entry.name.zh} · ${entry.name.en}`,
    '',
    '| | 中文 | English |',
    '|---|---|---|',
    row('算法 formula', entry.formula.zh, entry.formula.en),
    ...(entry.family === 'composition' ? tellingClauses(run.book) : clauseRows(run.book)),
    row('须选定 to choose', entry.choices.zh, entry.choices.en),
    `| 来源 sources | ${entry.sources.map((code) => `[${code}](#sources)`).join(' ')} | |`,
    '',
    `![${entry.code} ${entry.name.zh}](scoring-methods/${entry.code}.svg)`,
    '',
    `**#1 算例 Worked example** ${worked.title.zh} · *${worked.title.en}*`,
    '',
    ...(worked.note ? [`${worked.note.zh} *${worked.note.en}*`, ''] : []),
    ...factsTable(worked, run),
    '',
    ...stepsTable(worked, run),
    '',
    ...asWritten(entry, run.book),
    ...edgeTable(entry, others, run.book),
  ];
}
