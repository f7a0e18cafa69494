import type { Fact, FactsDocument, RuleBook } from '@heng/rules';
import { writeSheets } from '../workbook/write-sheets.js';
import { factsToRows } from './facts-to-rows.js';

export const factsSheet = '数据';
export const notesSheet = '说明';

/** Facts as a workbook with a page of notes on every fact; without units it is a template. @throws RangeError, see `writeSheets` */
export function writeFactsWorkbook(document: FactsDocument, book: RuleBook): Promise<Uint8Array> {
  const { about, heads, rows } = factsToRows(document, book);
  return writeSheets([
    { name: factsSheet, about, heads, rows, frozenColumns: 2, widths: [16, 20, 12, 16] },
    {
      name: notesSheet,
      heads: ['名称', '标识', '怎么填', '单位', '填报人', '口径', '佐证'],
      rows: book.facts.map((fact) => [
        fact.title.zh,
        fact.id,
        howToFill(fact),
        fact.kind === 'number' ? fact.unit.zh : fact.kind === 'percent' ? '%' : '',
        fact.enteredBy.zh,
        fact.definition?.zh ?? '',
        fact.evidence?.zh ?? '',
      ]),
      frozenColumns: 1,
      widths: [36, 28, 50, 8, 24, 50, 30],
    },
  ]);
}

function howToFill(fact: Fact): string {
  const list = (options: readonly { readonly title: { readonly zh: string } }[]) =>
    options.map(({ title }) => title.zh).join('、');
  switch (fact.kind) {
    case 'number':
    case 'percent':
      return '填数；没有数据留空；没有这项业务填“不涉及：理由”';
    case 'boolean':
      return '填“是”或“否”';
    case 'choice':
      return `选填：${list(fact.options)}`;
    case 'date':
      return '日期，如 2026-12-31';
    case 'records':
      return `JSON 清单，没有填“无”；层级：${fact.levels.map(({ id, title }) => `${title.zh}=${id}`).join('、')}`;
    case 'ballots':
      return `各项票数，如“${fact.options.map(({ title }) => `${title.zh}=0`).join('; ')}”`;
    case 'panel':
      return `评委打分（满分 ${fact.scale}），如“王某=92; 李某=88(回避)”`;
    case 'raters':
      return `各方打分（满分 ${fact.scale}），如“${fact.groups.map(({ title }) => `${title.zh}=90`).join('; ')}”`;
  }
}
