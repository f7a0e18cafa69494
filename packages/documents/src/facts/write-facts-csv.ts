import Papa from 'papaparse';
import type { FactsDocument, RuleBook } from '@heng/rules';
import { factsToRows } from './facts-to-rows.js';

/** Facts as CSV in UTF-8 with its mark, without which Excel and WPS show Chinese as noise. Without units it is a template. */
export function writeFactsCsv(document: FactsDocument, book: RuleBook): string {
  const { heads, rows } = factsToRows(document, book);
  return `\uFEFF${Papa.unparse([[...heads], ...rows.map((row) => [...row])], { newline: '\r\n' })}\r\n`;
}
