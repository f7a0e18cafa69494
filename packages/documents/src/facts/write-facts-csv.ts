import type { FactsDocument, RuleBook } from '@heng/rules';
import { csvText } from '../csv-text.js';
import { factsToRows } from './facts-to-rows.js';

/** Facts as CSV in UTF-8 with its mark, without which Excel and WPS show Chinese as noise. Without units it is a template. */
export function writeFactsCsv(document: FactsDocument, book: RuleBook): string {
  const { about, heads, rows } = factsToRows(document, book);
  return csvText([...about, heads, ...rows]);
}
