import { documentProblem, nowhere, type Place } from '../../document-problem.js';
import type { Word } from '../cells/words.js';
import { framedColumns } from '../layout/frame.js';
import type { SheetKey } from '../layout/sheets.js';

const inTemplate = [
  '可先用 heng template 得到模板，再把内容复制进去。',
  '"heng template" gives a template to copy the content into.',
] as const;

export const notARuleBook = () =>
  documentProblem(
    'NOT_A_RULE_BOOK',
    nowhere,
    [
      '这不是规则书工作簿：没有“基本信息”“指标”等工作表。',
      'This is no workbook of a rule book: there are no sheets "Book" and "Indicators".',
    ],
    inTemplate,
  );

export const sheetMissing = ([zh, en]: Word, near: string | null) =>
  documentProblem(
    'SHEET_MISSING',
    { ...nowhere, sheet: near ?? zh },
    [`缺少工作表“${zh}”。`, `The sheet "${en}" (${zh}) is missing.`],
    near === null
      ? inTemplate
      : [`“${near}”是否就是它？请改名为“${zh}”。`, `Is "${near}" meant? Rename it to "${zh}".`],
  );

export const sheetLeftOut = (sheet: string | null, near: Word | null) =>
  documentProblem(
    'SHEET_LEFT_OUT',
    { ...nowhere, sheet },
    ['这个工作表不是规则书的一部分，没有读取。', 'This sheet is no part of a rule book and was not read.'],
    near === null
      ? [
          '不需要处理；如果它本该是规则书的内容，请照模板改名。',
          'Nothing to do, unless it was meant to be read: then name it as the template does.',
        ]
      : [`如果就是“${near[0]}”，请改名。`, `If it is "${near[0]}", rename it.`],
  );

export const sheetTwice = (sheet: string | null) =>
  documentProblem(
    'SHEET_TWICE',
    { ...nowhere, sheet },
    ['这个工作表出现了两次。', 'This sheet stands here twice.'],
    ['请只留一个。', 'Keep one.'],
  );

export const noHeads = (sheet: string | null, key: SheetKey) => {
  const needed = framedColumns(key).slice(0, 4);
  return documentProblem(
    'NO_HEADS',
    { ...nowhere, sheet },
    [
      `没有找到列名（${needed.map(({ heading }) => heading[0]).join('、')}……）。`,
      `There are no headings (${needed.map(({ heading }) => heading[1]).join(', ')} …).`,
    ],
    [
      '请在前 10 行中写上列名，照模板的写法。',
      'Put the headings into the first 10 rows, as in the template.',
    ],
  );
};

export const columnMissing = (sheet: string | null, row: number, [zh, en]: Word) =>
  documentProblem(
    'COLUMN_MISSING',
    { sheet, row, column: null, heading: zh },
    [`缺少“${zh}”这一列。`, `The column "${en}" (${zh}) is missing.`],
    ['请照模板补上这一列。', 'Add the column as in the template.'],
  );

export const columnMeant = (place: Place, near: string) =>
  documentProblem(
    'UNKNOWN_COLUMN',
    place,
    ['没有这个列名。', 'There is no such column.'],
    [`是否是“${near}”？`, `Did you mean "${near}"?`],
  );

export const columnLeftOut = (place: Place) =>
  documentProblem(
    'COLUMN_LEFT_OUT',
    place,
    ['没有这个列名，这一列没有读取。', 'There is no such column; it was not read.'],
    [
      '自己用的说明，列名可写“附注”；不需要的请删去。',
      'Call it "Remark" if it is for yourself; delete what is not needed.',
    ],
  );

export const columnTwice = (place: Place) =>
  documentProblem(
    'COLUMN_TWICE',
    place,
    ['这一列出现了两次。', 'This column stands here twice.'],
    ['请只留一列。', 'Keep one.'],
  );

export const noHeading = (place: Place) =>
  documentProblem(
    'NO_HEADING',
    place,
    ['这一格有内容，所在的列却没有列名。', 'This cell stands in a column without a heading.'],
    ['请补上列名，或清空这一格。', 'Give the column a heading, or clear the cell.'],
  );

export const tooManyRows = (sheet: string | null, rows: number, most: number) =>
  documentProblem(
    'TOO_MANY_ROWS',
    { ...nowhere, sheet },
    [
      `这个工作表有 ${rows} 行，规则书用不了这么多。`,
      `This sheet has ${rows} rows, more than a rule book can hold.`,
    ],
    [`请删到 ${most} 行以内。`, `Keep it under ${most} rows.`],
  );
