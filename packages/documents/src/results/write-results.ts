import Papa from 'papaparse';
import type { ResultsDocument } from '../results-document.js';
import { writeSheets } from '../workbook/write-sheets.js';
import { pointsHeads, pointsRows, rankingHeads, rankingRows } from './results-rows.js';

/** The ranking and every indicator's points as a workbook; figures are exact text. */
export const writeResultsWorkbook = (results: ResultsDocument): Promise<Uint8Array> =>
  writeSheets([
    {
      name: '排名',
      heads: rankingHeads,
      rows: rankingRows(results),
      frozenColumns: 5,
      widths: [12, 8, 8, 18, 24],
    },
    {
      name: '逐项得分',
      heads: pointsHeads,
      rows: pointsRows(results),
      frozenColumns: 2,
      widths: [18, 24, 10, 36],
    },
  ]);

/** The ranking as CSV in UTF-8 with its mark. A name that a spreadsheet would run as a formula is led by an apostrophe. */
export const writeResultsCsv = (results: ResultsDocument): string =>
  `\uFEFF${Papa.unparse([rankingHeads, ...rankingRows(results)], { newline: '\r\n', escapeFormulae: /^[=+@\t\r]|^-(?!\d)/ })}\r\n`;
