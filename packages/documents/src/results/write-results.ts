import { csvText } from '../csv-text.js';
import type { ResultsDocument } from '../results-document.js';
import { writeSheets } from '../workbook/write-sheets.js';
import { pointsHeads, pointsRows, rankingHeads, rankingRows } from './results-rows.js';

/** The ranking and every indicator's points as a workbook; figures are exact text. */
/** Made-up or provisional figures say so wherever they are shown. */
const aboutRows = ({ label }: ResultsDocument): string[][] =>
  label === undefined ? [] : [['#标签', label.zh, label.en]];

export const writeResultsWorkbook = (results: ResultsDocument): Promise<Uint8Array> =>
  writeSheets([
    {
      name: '排名',
      about: aboutRows(results),
      heads: rankingHeads,
      rows: rankingRows(results),
      frozenColumns: 5,
      widths: [12, 8, 8, 18, 24],
    },
    {
      name: '逐项得分',
      about: aboutRows(results),
      heads: pointsHeads,
      rows: pointsRows(results),
      frozenColumns: 2,
      widths: [18, 24, 10, 36],
    },
  ]);

/** The ranking as CSV in UTF-8 with its mark. A name that a spreadsheet would run as a formula is led by an apostrophe. */
export const writeResultsCsv = (results: ResultsDocument): string =>
  csvText([...aboutRows(results), rankingHeads, ...rankingRows(results)]);
