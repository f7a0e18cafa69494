import { Rational } from '@heng/rules';
import type { Console } from '../console/console.js';
import { text } from '../console/language.js';
import type { Checked, TableResult } from './check-table.js';
import type { Mismatch } from './run-check.js';
import type { Check } from './truth-table.js';

/** Mismatches shown of one check unless all are asked for. */
const fewMismatches = 5;

/** Check by check with what does not fit; unless `all`, only checks with fewer matches than expected. */
export function printDetails(console: Console, result: TableResult, all: boolean): void {
  for (const checked of result.checks) if (all || !checked.isAsExpected) printCheck(console, checked, all);
  for (const { check, result: found, isAsExpected } of result.counterChecks) {
    if (!all && isAsExpected) continue;
    const { title, expected } = check;
    console.print(
      `  ${sign(isAsExpected)} ${found.matched}/${found.of}  ${console.in(text(`误读：${title.zh}`, `Wrong reading: ${title.en}`))}`,
    );
    if (!isAsExpected) console.print(`      ${console.in(expectedText(expected))}`);
  }
}

function printCheck(console: Console, { check, result, isAsExpected }: Checked<Check>, all: boolean): void {
  console.print(`  ${sign(isAsExpected)} ${result.matched}/${result.of}  ${console.in(check.title)}`);
  if (!isAsExpected) console.print(`      ${console.in(expectedText(check.expected))}`);
  const shown = all ? result.mismatches : result.mismatches.slice(0, fewMismatches);
  for (const mismatch of shown) console.print(`      ${mismatchText(console, mismatch)}`);
  const left = result.mismatches.length - shown.length;
  if (left > 0)
    console.print(
      `      ${console.in(text(`另有 ${left} 处，见 --verbose`, `${left} more, see --verbose`))}`,
    );
}

function mismatchText(console: Console, { place, unit, printed, computed }: Mismatch): string {
  const was = printed === '' ? none : text(printed, printed);
  const is = computed === null ? none : figureText(computed);
  const both = text(`公布 ${was.zh}，算得 ${is.zh}`, `published ${was.en}, computed ${is.en}`);
  return `${place} ${unit}: ${console.in(both)}`;
}

/** Enough decimals to see why it was rounded the other way. */
function figureText(computed: string) {
  const isNumber = /^-?\d+(\.\d+|\/\d+)?$/.test(computed);
  const short = isNumber && computed.length > 20 ? `${Rational.parse(computed).toFixedText(12)}…` : computed;
  return text(short, short);
}

const sign = (isAsExpected: boolean): string => (isAsExpected ? '✓' : '✗');
const none = text('（空）', '(none)');
const expectedText = ({ matched, of }: { matched: number; of: number }) =>
  text(`table.json 期望 ${matched}/${of}`, `table.json expects ${matched}/${of}`);
