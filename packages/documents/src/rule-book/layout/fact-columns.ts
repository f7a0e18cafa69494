import { decimal, identifier, plainText } from '../cells/plain.js';
import { json } from '../cells/json.js';
import { options } from '../cells/options.js';
import { reference } from '../cells/references.js';
import { oneOf, yesNo } from '../cells/words.js';
import { column, columnFor, type Column, type Row } from './column.js';

export const factKinds = oneOf({
  number: ['数值', 'number'],
  percent: ['百分数', 'percent'],
  boolean: ['是否', 'yes-no', '是/否'],
  choice: ['选项', 'choice', '单选'],
  date: ['日期', 'date'],
  records: ['清单', 'records', '记录'],
  ballots: ['票数', 'ballots'],
  panel: ['评委打分', 'panel'],
  raters: ['多方打分', 'raters'],
});

const sources = oneOf({
  declared: ['自报', 'declared', '申报'],
  department: ['部门', 'department'],
  ledger: ['台账', 'ledger'],
  inspection: ['抽查', 'inspection'],
  children: ['下级', 'children'],
  imported: ['导入', 'imported'],
  meeting: ['会议', 'meeting'],
});

const kindIs = ({ kind }: Row, ...kinds: readonly string[]): boolean => kinds.includes(String(kind));
const checks = (name: string) => (row: Row) => (kindIs(row, 'number', 'percent') ? `checks.${name}` : null);
/** What the options of each kind are called in the format. */
const optionsOf = (row: Row): string | null =>
  kindIs(row, 'choice', 'ballots')
    ? 'options'
    : kindIs(row, 'records')
      ? 'levels'
      : kindIs(row, 'raters')
        ? 'groups'
        : null;
const numbersOnly = (path: string) => (row: Row) => (kindIs(row, 'number') ? path : null);

export const factColumns: readonly Column[] = [
  column(
    'title.zh',
    ['名称', 'Title'],
    plainText,
    ['数据叫什么，全表唯一', 'what the fact is called, once only'],
    { width: 34 },
  ),
  column(
    'id',
    ['标识', 'Id', '代码'],
    identifier,
    ['字母开头；可留空，由系统编号', 'a letter first; blank is numbered'],
    { width: 24 },
  ),
  column('kind', ['类型', 'Kind'], factKinds, ['从下拉列表选择', 'choose from the list']),
  columnFor(numbersOnly('unit.zh'), 'unit.zh', ['计量单位', 'Unit'], plainText, [
    '数值才填，如 个、人、件',
    'for numbers, such as people',
  ]),
  column('source', ['来源', 'Source'], sources, ['数据从哪里来', 'where it comes from']),
  column('enteredBy.zh', ['填报人', 'Entered by'], plainText, ['谁来填', 'who enters it'], { width: 18 }),
  column(
    'evidence.zh',
    ['佐证', 'Evidence'],
    plainText,
    ['要什么材料；不要就留空', 'what proof; blank for none'],
    { width: 28 },
  ),
  column(
    'definition.zh',
    ['口径', 'Definition'],
    plainText,
    ['名称没说清的，在此说明', 'what the title does not say'],
    { width: 36 },
  ),
  columnFor(checks('min'), 'min', ['最小', 'Least'], decimal, ['小于它不能录入', 'less is refused']),
  columnFor(checks('max'), 'max', ['最大', 'Most'], decimal, ['大于它不能录入', 'more is refused']),
  columnFor(checks('integer'), 'integer', ['整数', 'Whole'], yesNo, [
    '是：只收整数',
    'yes: whole numbers only',
  ]),
  columnFor(checks('step'), 'step', ['步长', 'Step'], decimal, [
    '只收它的倍数，如 0.5',
    'multiples of this only',
  ]),
  columnFor(
    checks('atMost'),
    'atMost',
    ['不超过', 'At most'],
    reference(({ names }) => names.facts),
    ['不得大于哪个数据（如分母）', 'not above this fact'],
    { width: 22, offered: 'facts' },
  ),
  columnFor(
    optionsOf,
    'options',
    ['选项', 'Options', '层级', '选项或层级'],
    (row) => options(kindIs(row, 'records') ? 'level' : 'option'),
    ['选项、票种、清单层级或打分方，每行一个：优 [good]', 'one a line: Excellent [good]'],
    { width: 30 },
  ),
  columnFor(
    (row) => (kindIs(row, 'records') ? 'genres' : null),
    'genres',
    ['类别', 'Genres'],
    options('genre'),
    ['清单的类别，每行一个', 'genres of records, one a line'],
    { width: 20 },
  ),
  columnFor(
    (row) => (kindIs(row, 'panel', 'raters') ? 'scale' : null),
    'scale',
    ['打分满分', 'Scale'],
    decimal,
    ['打分类才填，如 100', 'for panels and raters'],
  ),
  column('minutes', ['填报分钟', 'Minutes'], decimal, [
    '一个单位填这项要几分钟（测算负担用）',
    'minutes for one unit to answer',
  ]),
  columnFor(
    numbersOnly('from'),
    'from',
    ['取自结果', 'From results'],
    json,
    ['取自其他考核结果的，写 JSON，见 docs/formats.md', 'from other assessments, as JSON'],
    { width: 24 },
  ),
  column(
    'title.en',
    ['英文名称', 'English title'],
    plainText,
    ['可留空，与中文相同', 'blank: as in Chinese'],
    { width: 28 },
  ),
  columnFor(numbersOnly('unit.en'), 'unit.en', ['英文单位', 'English unit'], plainText, [
    '可留空',
    'may be blank',
  ]),
  column('enteredBy.en', ['英文填报人', 'English entered by'], plainText, ['可留空', 'may be blank'], {
    width: 20,
  }),
  column('evidence.en', ['英文佐证', 'English evidence'], plainText, ['可留空', 'may be blank'], {
    width: 24,
  }),
  column('definition.en', ['英文口径', 'English definition'], plainText, ['可留空', 'may be blank'], {
    width: 24,
  }),
];
