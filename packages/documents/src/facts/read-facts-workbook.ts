import type { RuleBook } from '@heng/rules';
import { readSheets } from '../workbook/read-sheets.js';
import { factsFromTable, headOf } from './facts-from-table.js';
import { notesSheet } from './write-facts-workbook.js';
import { refusedFacts, type ReadFacts } from './read-facts.js';

/** Reads the facts of all units from the first sheet of an .xlsx workbook that has a head, after checking that it is safe to open. */
export async function readFactsWorkbook(bytes: Uint8Array, book: RuleBook): Promise<ReadFacts> {
  const read = await readSheets(bytes, (sheet) => sheet !== notesSheet);
  if (!read.ok) return refusedFacts(read.problems);
  const table = read.tables.find((each) => headOf(each, book) !== null) ?? read.tables[0];
  return factsFromTable(table ?? { sheet: null, rows: [] }, book);
}
