import { compile, deriveFacts, type AssessedUnit, type Results, type RuleBook } from '@heng/rules';
import { cellOf } from './cells.js';
import { changedBook } from './changed-book.js';
import type { Row } from './csv-rows.js';
import { runCheck, type CheckResult } from './run-check.js';
import type { TruthFolder } from './truth-folder.js';
import type { Check, CounterCheck, TableAssessment } from './truth-table.js';
import { unitsOfRows } from './units-of-rows.js';

export type Checked<T> = { readonly check: T; readonly result: CheckResult; readonly isAsExpected: boolean };

export type TableResult = {
  readonly checks: readonly Checked<Check>[];
  readonly counterChecks: readonly Checked<CounterCheck>[];
  /** Over the checks that count. */
  readonly matched: number;
  readonly of: number;
  readonly isAsExpected: boolean;
};

/** Runs every assessment of a published table and compares it with what was published. @throws Refusal when the folder contradicts itself */
export function checkTable(folder: TruthFolder): TableResult {
  const { assessments, counterChecks: wrong = [] } = folder.table;
  const results = checkAssessments(folder, assessments, folder.books);
  const checks = assessments
    .flatMap((assessment) => assessment.checks)
    .map((check): Checked<Check> => {
      const result = results.get(check.id) ?? nothing;
      const { matched, of } = check.expected;
      return { check, result, isAsExpected: result.matched >= matched && result.of === of };
    });
  const counterChecks = wrong.map((check): Checked<CounterCheck> => {
    const result = checkWrongReading(folder, check);
    const { matched, of } = check.expected;
    return { check, result, isAsExpected: result.matched === matched && result.of === of };
  });
  const counted = checks.filter(({ check }) => check.counted !== false);
  return {
    checks,
    counterChecks,
    matched: total(counted.map(({ result }) => result.matched)),
    of: total(counted.map(({ result }) => result.of)),
    isAsExpected: [...checks, ...counterChecks].every(({ isAsExpected }) => isAsExpected),
  };
}

/** The table under a book that says something else: shows that the check would notice. */
function checkWrongReading(folder: TruthFolder, { book, change, check, where }: CounterCheck): CheckResult {
  const original = folder.books.get(book);
  if (original === undefined) throw new Error(`${book} was not read`);
  const books = new Map([...folder.books, [book, changedBook(original, change)]]);
  const needed = neededFor(check, folder.table.assessments, folder.books).map((assessment) => ({
    ...assessment,
    where: { ...assessment.where, ...where },
  }));
  return checkAssessments(folder, needed, books).get(check) ?? nothing;
}

/** The assessment that holds a check and those whose results it reads. */
function neededFor(
  check: string,
  assessments: readonly TableAssessment[],
  books: ReadonlyMap<string, RuleBook>,
): TableAssessment[] {
  const idOf = (file: string) => books.get(file)?.id ?? '';
  const wanted = new Set<string>();
  return assessments
    .toReversed()
    .filter(({ checks, book }) => {
      const isNeeded = checks.some(({ id }) => id === check) || wanted.has(idOf(book));
      if (isNeeded)
        books.get(book)?.facts.forEach((fact) => {
          if (fact.kind === 'number' && fact.from !== undefined) wanted.add(fact.from.book);
        });
      return isNeeded;
    })
    .toReversed()
    .map((assessment) => ({ ...assessment, checks: assessment.checks.filter(({ id }) => id === check) }));
}

/** Results of the checks by id, over all splits. */
function checkAssessments(
  { rows: files }: TruthFolder,
  assessments: readonly TableAssessment[],
  books: ReadonlyMap<string, RuleBook>,
): ReadonlyMap<string, CheckResult> {
  const found = new Map<string, CheckResult>();
  const earlier = new Map<string, ReadonlyMap<string, Results>>();
  for (const assessment of assessments) {
    const book = books.get(assessment.book);
    if (book === undefined) throw new Error(`${assessment.book} was not read`);
    const engine = compile(book);
    const previous = previousUnits(files, assessment, book);
    for (const [split, rows] of splitRows(files.get(assessment.data) ?? [], assessment)) {
      const before = earlier.get(split) ?? new Map<string, Results>();
      const { assessed, inTable } = unitsOfRows(rows, assessment, book);
      const units = deriveFacts(book, assessed, before);
      const outcome = engine.assess(units, previous === null ? {} : { previous });
      earlier.set(split, new Map([...before, [book.id, { assessment: outcome, units }]]));
      const outcomes = new Map(outcome.units.map((unit) => [unit.code, unit]));
      for (const check of assessment.checks) {
        const result = runCheck(check, inTable, outcomes, assessment.data);
        found.set(check.id, together(found.get(check.id) ?? nothing, result));
      }
    }
  }
  return found;
}

function previousUnits(
  files: TruthFolder['rows'],
  assessment: TableAssessment,
  book: RuleBook,
): readonly AssessedUnit[] | null {
  if (assessment.previous === undefined) return null;
  const { data = assessment.data, where } = assessment.previous;
  const meant = [...splitRows(files.get(data) ?? [], { data, where }).values()].flat();
  return unitsOfRows(meant, { ...assessment, data }, book).assessed;
}

/** The rows that are meant, by the values of the columns that split them. */
function splitRows(
  rows: readonly Row[],
  { where = {}, split = [], data }: Pick<TableAssessment, 'where' | 'split' | 'data'>,
): ReadonlyMap<string, readonly Row[]> {
  const parts = new Map<string, Row[]>();
  for (const row of rows) {
    if (!Object.entries(where).every(([column, values]) => values.includes(cellOf(row, column, data))))
      continue;
    const key = JSON.stringify(split.map((column) => cellOf(row, column, data)));
    const part = parts.get(key);
    if (part === undefined) parts.set(key, [row]);
    else part.push(row);
  }
  return parts;
}

const nothing: CheckResult = { matched: 0, of: 0, mismatches: [] };

const together = (one: CheckResult, other: CheckResult): CheckResult => ({
  matched: one.matched + other.matched,
  of: one.of + other.of,
  mismatches: [...one.mismatches, ...other.mismatches],
});

const total = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0);
