import type { Word } from '../cells/words.js';
import { factColumns } from './fact-columns.js';
import { partTables } from './part-tables.js';
import { gradeColumns, groupColumns, vetoColumns } from './standing-columns.js';
import { treeColumns } from './tree-columns.js';
import type { Column } from './column.js';

export type SheetKey =
  | 'notes'
  | 'example'
  | 'findings'
  | 'book'
  | 'facts'
  | 'tree'
  | 'scoring'
  | 'bands'
  | 'places'
  | 'worth'
  | 'items'
  | 'exceptions'
  | 'vetoes'
  | 'groups'
  | 'grades'
  | 'origins'
  | 'long';

/** Names of the sheets, in the order in which they are written. */
export const sheetNames: Readonly<Record<SheetKey, Word>> = {
  notes: ['说明', 'Notes'],
  example: ['示例', 'Example'],
  book: ['基本信息', 'Book'],
  facts: ['数据', 'Facts'],
  tree: ['指标', 'Indicators'],
  scoring: ['计分', 'Scoring'],
  bands: ['分档', 'Bands'],
  places: ['名次', 'Places'],
  worth: ['层级分值', 'Worth'],
  items: ['分项', 'Items'],
  exceptions: ['例外', 'Exceptions'],
  vetoes: ['否决', 'Vetoes'],
  groups: ['分组', 'Groups'],
  grades: ['等次', 'Grades'],
  origins: ['依据', 'Origins'],
  long: ['长文本', 'Long texts'],
  findings: ['问题清单', 'Findings'],
};

/** Sheets for people, which are not read. */
export const unreadSheets: readonly SheetKey[] = ['notes', 'example', 'findings'];

/** Sheets without which there is no rule book. */
export const neededSheets: readonly SheetKey[] = ['book', 'facts', 'tree', 'scoring', 'grades'];

/** Columns by sheet, without those that every sheet of its kind has. */
export const columnsOfSheet: Readonly<Partial<Record<SheetKey, readonly Column[]>>> = {
  facts: factColumns,
  tree: treeColumns,
  vetoes: vetoColumns,
  groups: groupColumns,
  grades: gradeColumns,
  ...Object.fromEntries(partTables.map(({ key, columns }) => [key, columns])),
};

/** Columns that are no part of an object: which indicator a row belongs to, what no column can say, what is there to be read by people. */
export const frameHeadings = {
  indicator: ['指标', 'Indicator', '指标标识'],
  parameter: ['参数', 'Parameter'],
  value: ['值', 'Value'],
  help: ['填写说明', 'Help'],
  item: ['项目', 'Item'],
  content: ['内容', 'Content'],
  english: ['英文', 'English'],
  rest: ['其他', 'Other'],
  clause: ['细则文字（自动生成，不读取）', 'Clause (generated, not read)'],
  remark: ['附注', 'Remark'],
  number: ['编号', 'Number'],
  text: ['文字', 'Text'],
} as const satisfies Readonly<Record<string, Word>>;
