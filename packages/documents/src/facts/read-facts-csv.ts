import Papa from 'papaparse';
import type { RuleBook } from '@heng/rules';
import { unguarded } from '../csv-text.js';
import { decodeText } from '../decode-text.js';
import { documentProblem, nowhere } from '../document-problem.js';
import { inputLimits } from '../input-limits.js';
import type { Table } from '../table.js';
import { factsFromTable, headOf } from './facts-from-table.js';
import { refusedFacts, type ReadFacts } from './read-facts.js';

/** Reads the facts of all units from a CSV file: UTF-8 or GB18030, separated by comma, tab or semicolon. */
export function readFactsCsv(bytes: Uint8Array, book: RuleBook): ReadFacts {
  if (bytes.byteLength > inputLimits.fileBytes) return refusedFacts([tooLarge()]);
  const decoded = decodeText(bytes);
  if (!decoded.ok) return refusedFacts(decoded.problems);
  const tables = delimiters.map((delimiter) => tableOf(decoded.text, delimiter));
  // The one under which there is a head: guessing by frequency is misled by lists inside the cells.
  const table = tables.find((each) => headOf(each, book) !== null) ?? tables[0];
  if (table === undefined) return factsFromTable({ sheet: null, rows: [] }, book);
  if (table.openQuote !== null) return refusedFacts([openQuote(table.openQuote)]);
  const { rows } = table;
  if (rows.length > inputLimits.rows || rows.some(({ cells }) => cells.length > inputLimits.columns)) {
    return refusedFacts([tooLarge()]);
  }
  return factsFromTable(table, book);
}

const delimiters = [',', '\t', ';'];

type CsvTable = Table & { readonly openQuote: number | null };

function tableOf(text: string, delimiter: string): CsvTable {
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, preview: inputLimits.rows + 1 });
  const fault = errors.find(({ type }) => type === 'Quotes');
  const rows = data
    .map((cells, index) => ({ number: index + 1, cells: cells.map((cell) => unguarded(cell.trim())) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  return { sheet: null, rows, openQuote: fault === undefined ? null : (fault.row ?? 0) + 1 };
}

/** The rest of the file would vanish into one cell. */
const openQuote = (row: number) =>
  documentProblem(
    'QUOTES',
    { ...nowhere, row },
    ['从这一行起，引号没有配对。', 'From this row on, quotes do not match.'],
    ['请用 Excel 或 WPS 重新另存为 CSV。', 'Save it as CSV again in Excel or WPS.'],
  );

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
