import type { Text } from '@heng/rules';
import type { Word } from '../cells/words.js';
import type { Column } from './column.js';
import { restKey } from './rest.js';
import { columnsOfSheet, frameHeadings, type SheetKey } from './sheets.js';

/** A column as it stands on a sheet, those of objects and the frame around them alike. */
export type FramedColumn = {
  readonly key: string;
  readonly heading: Word;
  readonly note: Text;
  readonly width: number;
  /** For columns of objects. */
  readonly column: Column | null;
};

const framed = (key: keyof typeof frameHeadings, zh: string, en: string, width: number): FramedColumn => ({
  key,
  heading: frameHeadings[key],
  note: { zh, en },
  width,
  column: null,
});

const indicator = framed('indicator', '属于哪个指标：名称或标识', 'the indicator: its title or id', 28);
const rest: FramedColumn = {
  ...framed(
    'rest',
    '各列写不下的内容，JSON；一般留空',
    'what no other column can say, as JSON; mostly blank',
    20,
  ),
  key: restKey,
};
const clause = framed(
  'clause',
  '由规则自动生成，供核对；导入时不读取',
  'made from the rule, for checking; not read back',
  60,
);

const frames: Readonly<Partial<Record<SheetKey, readonly FramedColumn[]>>> = {
  book: [
    framed('item', '项目名称，不要改', 'the item; leave it as it is', 20),
    framed('content', '填在这一列', 'fill in this column', 50),
    framed('english', '可留空，与中文相同', 'blank: as in Chinese', 40),
    framed('help', '怎么填', 'how to fill it in', 60),
  ],
  scoring: [
    indicator,
    framed('parameter', '计分方法的参数，名称见“说明”', 'a parameter of the method, see the notes', 20),
    framed('value', '填在这一列', 'fill in this column', 40),
    framed('help', '怎么填', 'how to fill it in', 60),
  ],
  long: [
    framed('number', '别的格里写 @编号 的，全文在此', 'the full text of a cell that says @number', 10),
    framed('text', '前后的竖线不要删', 'leave the bars at both ends', 100),
  ],
};

/** The columns of a sheet, in the order in which they are written. */
export function framedColumns(sheet: SheetKey): readonly FramedColumn[] {
  const frame = frames[sheet];
  if (frame !== undefined) return frame;
  const own = (columnsOfSheet[sheet] ?? []).map((column): FramedColumn => ({
    key: column.key,
    heading: column.heading,
    note: column.note,
    width: column.width ?? 12,
    column,
  }));
  if (sheet === 'tree') {
    const after = own.findIndex(({ key }) => key === 'missing') + 1;
    return [...own.slice(0, after), clause, ...own.slice(after), rest];
  }
  if (sheet === 'facts' || sheet === 'vetoes' || sheet === 'groups' || sheet === 'grades')
    return [...own, rest];
  return [indicator, ...own];
}

/** Columns without which a sheet says nothing. */
export const neededColumns: Readonly<Partial<Record<SheetKey, readonly string[]>>> = {
  book: ['item', 'content'],
  facts: ['title.zh', 'kind', 'source', 'enteredBy.zh'],
  tree: ['depth', 'title.zh', 'points', 'role', 'measure', 'score.method', 'scoredBy.zh', 'missing'],
  scoring: ['indicator', 'parameter', 'value'],
  bands: ['indicator'],
  places: ['indicator', 'points'],
  worth: ['indicator', 'of', 'points'],
  items: ['indicator', 'title.zh', 'of', 'points'],
  exceptions: ['indicator', 'when', 'points'],
  vetoes: ['title.zh', 'when', 'effects'],
  groups: ['title.zh', 'members'],
  grades: ['title.zh', 'atLeast'],
  origins: ['indicator', 'path', 'origin'],
};
