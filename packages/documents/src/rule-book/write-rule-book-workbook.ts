import type { Locale, RuleBook } from '@heng/rules';
import { ruleBookRows } from './write/rule-book-rows.js';
import { workbookOfRows } from './write/workbook-of-rows.js';

/**
 * A rule book as an .xlsx workbook that people edit and `readRuleBookWorkbook` reads back to the same book: headings and words in
 * one language with the other below, lists to choose from, and the clause of every indicator beside its rule.
 */
export const writeRuleBookWorkbook = (book: RuleBook, locale: Locale): Promise<Uint8Array> =>
  workbookOfRows(ruleBookRows(book, locale), locale);
