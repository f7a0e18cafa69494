import { lintRuleBook, parseRuleBook, type Problem, type RuleBook, type Severity } from '@heng/rules';
import { nowhere, type Place } from '../document-problem.js';
import { readSheetsAsFarAs } from '../workbook/read-sheets.js';
import { findingAt, findingOf, type RuleBookFinding } from './finding.js';
import { firstFindings } from './first-findings.js';
import { markWorkbook } from './mark-workbook.js';
import { findTables, isRead, sheetKeyOf } from './read/find-tables.js';
import { withLongTexts } from './read/long-texts.js';
import { readDocument } from './read/read-document.js';
import { Reading } from './read/reading.js';
import { notARuleBook } from './read/table-problems.js';

export type ReadRuleBook =
  | {
      readonly ok: true;
      readonly book: RuleBook;
      /** What the linter says, and what was left out. */
      readonly findings: readonly RuleBookFinding[];
    }
  | {
      readonly ok: false;
      readonly findings: readonly RuleBookFinding[];
      /** The same workbook with every place marked and a list of problems; absent when the file cannot be opened. */
      readonly corrected?: Uint8Array;
    };

/** The largest rule books we know unpack to 2 MB. */
const mostInflated = 20_000_000;

/**
 * Reads a rule book from an .xlsx workbook, or tells of everything that is wrong with it, each at its cell. Never throws at a
 * file and never reads half of one. For files of others use it through `readInWorker`.
 */
export async function readRuleBookWorkbook(bytes: Uint8Array): Promise<ReadRuleBook> {
  const read = await readSheetsAsFarAs(bytes, isRead, mostInflated);
  if (read.tables === null) return { ok: false, findings: read.problems.map((each) => findingOf(each)) };
  const reading = new Reading();
  const found = findTables(read.tables, reading);
  if (found === null) return { ok: false, findings: [findingOf(notARuleBook())] };
  // What stands on other sheets is nobody's concern here.
  const refused = read.problems.filter(({ place }) => sheetKeyOf(place.sheet ?? '') !== null);
  for (const problem of refused) reading.tell(findingOf(problem));
  // While whole sheets or columns are missing, what else is missing means nothing.
  if (reading.findings.some(({ code }) => ofStructure.has(code))) return refusal(bytes, reading);

  const sheets = withLongTexts(found, reading);
  const parsed = parseRuleBook(readDocument(sheets, reading));
  const told = new Set(reading.findings.map(({ place }) => placeKey(place)));
  const add = (problem: Problem, severity: Severity) => {
    const place = reading.placeOf(problem.path) ?? nowhere;
    // What the cell itself is refused for is enough; that its value is then missing goes without saying.
    if (severity === 'error' && told.has(placeKey(place)) && place.row !== null) return;
    reading.tell(findingAt(severity, problem.code, place, problem));
  };
  if (!parsed.ok) for (const problem of parsed.problems) add(problem, 'error');
  const isRefused = !parsed.ok || reading.findings.some(({ severity }) => severity === 'error');
  if (parsed.ok && !isRefused) {
    for (const finding of lintRuleBook(parsed.book)) {
      const place = reading.placeOf(finding.path) ?? nowhere;
      reading.tell(findingAt(finding.severity, finding.code, place, finding));
    }
    return { ok: true, book: parsed.book, findings: reading.findings };
  }
  return refusal(bytes, reading);
}

const ofStructure = new Set([
  'SHEET_MISSING',
  'SHEET_TWICE',
  'NO_HEADS',
  'COLUMN_MISSING',
  'COLUMN_TWICE',
  'UNKNOWN_COLUMN',
  'TOO_MANY_ROWS',
  'TOO_MANY_COLUMNS',
  'TOO_MANY_CELLS',
]);

async function refusal(bytes: Uint8Array, reading: Reading): Promise<ReadRuleBook> {
  const findings = firstFindings(reading.findings);
  const corrected = await markWorkbook(bytes, findings, reading.corrections);
  return { ok: false, findings, ...(corrected === null ? {} : { corrected }) };
}

const placeKey = ({ sheet, row, column }: Place): string => `${sheet ?? ''}!${row ?? ''}:${column ?? ''}`;
