import Papa from 'papaparse';
import type { RuleBook } from '@heng/rules';
import { decodeText } from '../decode-text.js';
import { documentProblem, nowhere } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';
import type { Table } from '../table.js';
import { factsFromTable, headOf } from './facts-from-table.js';
import { refusedFacts, type ReadFacts } from './read-facts.js';

/** Reads the facts of all units from a CSV file: UTF-8 or GB18030, separated by comma, tab or semicolon. */
export function readFactsCsv(bytes: Uint8Array, book: RuleBook): ReadFacts {
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refusedFacts(decoded.problems);
  const tables = delimiters.map((delimiter) => tableOf(decoded.text, delimiter));
  // The one under which there is a head: guessing by frequency is misled by lists inside the cells.
  const table = tables.find((each) => headOf(each, book) !== null) ?? tables[0] ?? { sheet: null, rows: [] };
  const { rows } = table;
  if (rows.length > inputLimits.rows || rows.some(({ cells }) => cells.length > inputLimits.columns)) {
    return refusedFacts([tooLarge()]);
  }
  return factsFromTable(table, book);
}

const delimiters = [',', '\t', ';'];

function tableOf(text: string, delimiter: string): Table {
  const rows = Papa.parse<string[]>(text, { delimiter })
    .data.map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { sheet: null, rows };
}

const tooLarge = () =>
  documentProblem(
    'TABLE_TOO_LARGE',
    nowhere,
    [
      `表格超过 ${inputLimits.rows} 行或 ${inputLimits.columns} 列。`,
      `The table has more than ${inputLimits.rows} rows or ${inputLimits.columns} columns.`,
    ],
    ['请删去多余的行列。', 'Delete what is not needed.'],
  );
