import type { Locale } from '@heng/rules';
import { exampleBook } from './write/example-book.js';
import { ruleBookRows, type SheetRows } from './write/rule-book-rows.js';
import { workbookOfRows } from './write/workbook-of-rows.js';

/** Items of the first page that are mostly as in the example. */
const kept = new Set([
  '版本',
  'Version',
  '总分',
  'Total points',
  '指标得分取整',
  'Rounding of indicators',
  '部分得分取整',
  'Rounding of sections',
  '总分取整',
  'Rounding of the total',
  '分组方式',
  'Groups by',
  '排名依据',
  'Ranking on',
  '并列名次',
  'Ties',
]);

/** An empty workbook to write a rule book in: lists to choose from, notes on every column, and a filled-in example on a page of its own. */
export function ruleBookTemplate(locale: Locale): Promise<Uint8Array> {
  const example = ruleBookRows(exampleBook, locale);
  const empty = Object.fromEntries(Object.keys(example).map((key) => [key, []])) as unknown as SheetRows;
  const items = example.book.map(({ item = '', content = '', help = '' }) => ({
    item,
    content: kept.has(item) ? content : '',
    help,
  }));
  const once = items.filter(({ item }, index) => items.findIndex((other) => other.item === item) === index);
  return workbookOfRows({ ...empty, book: once }, locale, example);
}
