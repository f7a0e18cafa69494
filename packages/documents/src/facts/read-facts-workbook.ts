import type { RuleBook } from '@heng/rules';
import { readSheets } from '../workbook/read-sheets.js';
import { factsFromTable, headOf } from './facts-from-table.js';
import { notesSheet } from './write-facts-workbook.js';
import { documentProblem, nowhere } from '../document-problem.js';
import { refusedFacts, type ReadFacts } from './read-facts.js';

/** Reads the facts of all units from the first sheet of an .xlsx workbook that has a head, after checking that it is safe to open. */
export async function readFactsWorkbook(bytes: Uint8Array, book: RuleBook): Promise<ReadFacts> {
  const read = await readSheets(bytes, (sheet) => sheet !== notesSheet);
  if (!read.ok) return refusedFacts(read.problems);
  const others = read.tables.filter((each) => headOf(each, book) !== null).slice(1);
  if (others.length > 0) return refusedFacts(others.map(({ sheet }) => secondTable(sheet)));
  const table = read.tables.find((each) => headOf(each, book) !== null) ?? read.tables[0];
  return factsFromTable(table ?? { sheet: null, rows: [] }, book);
}

/** Its units would silently be left out. */
const secondTable = (sheet: string | null) =>
  documentProblem(
    'SECOND_TABLE',
    { ...nowhere, sheet },
    [
      '这个工作表也有单位代码，一次只读一个。',
      'This sheet has unit codes as well; only one is read at a time.',
    ],
    ['请把各单位合并到一个工作表，或删去这一个。', 'Put all units on one sheet, or delete this one.'],
  );
