import { condition, formula } from '../cells/formulas.js';
import { combination } from '../cells/combination.js';
import { decimal, identifier, plainText } from '../cells/plain.js';
import { attributes, reference, references, texts } from '../cells/references.js';
import { rounding } from '../cells/rounding.js';
import { oneOf } from '../cells/words.js';
import { column, columnFor, type Column, type Row } from './column.js';
import { depth } from './depth.js';
import { methods } from './methods.js';
import { unitTypes } from './unit-types.js';

export const isSection = (row: Row): boolean => typeof row['depth'] === 'number';
const forSection = (path: string) => (row: Row) => (isSection(row) ? path : null);
const forIndicator = (path: string) => (row: Row) => (isSection(row) ? null : path);
/** Sections have floor, cap and rounding of their own, indicators under `finish`. */
const finish = (name: string) => (row: Row) => (isSection(row) ? name : `finish.${name}`);

const roles = oneOf({
  base: ['基础', 'base', '基础分'],
  bonus: ['加分', 'bonus'],
  deduction: ['扣分', 'deduction', '减分'],
  derived: ['派生', 'derived', '不计入总分'],
});

const policies = oneOf({
  exclude: ['剔除折算', 'exclude', '剔除'],
  full: ['得满分', 'full', '满分'],
  zero: ['得零分', 'zero', '零分'],
  fixed: ['得固定分', 'fixed'],
  'cohort-mean': ['取同组平均', 'cohort-mean'],
});

const missing = oneOf({
  wait: ['等待补报', 'wait', '等待'],
  zero: ['按零分', 'zero', '零分'],
  'cohort-mean': ['取同组平均', 'cohort-mean'],
});

export const treeColumns: readonly Column[] = [
  column(
    'depth',
    ['层级', 'Level'],
    depth,
    ['一级、二级……是部分，其余是“指标”', 'level 1, level 2 … for sections, else "indicator"'],
    { width: 8 },
  ),
  column(
    'id',
    ['标识', 'Id', '编号', '代码'],
    identifier,
    ['字母开头；可留空，由系统编号', 'a letter first; blank is numbered'],
    { width: 10 },
  ),
  column(
    'title.zh',
    ['名称', 'Title', '指标名称', '考核内容'],
    plainText,
    ['部分或指标的名称', 'title of the section or indicator'],
    { width: 34 },
  ),
  column(
    'points',
    ['分值', 'Points', '满分'],
    decimal,
    ['部分的分值等于各指标分值之和', "a section's points are the sum of its parts"],
    { width: 8 },
  ),
  columnFor(forSection('role'), 'role', ['性质', 'Role'], roles, ['部分才填', 'for sections'], { width: 8 }),
  columnFor(
    forIndicator('measure'),
    'measure',
    ['计算式', 'Measure'],
    formula,
    [
      '[数据] ÷ [数据] 等，见“说明”；方法自取数据的填“无”',
      '[fact] ÷ [fact], see the notes; "none" where the method reads facts itself',
    ],
    { width: 44, offered: 'facts' },
  ),
  columnFor(
    forIndicator('score.method'),
    'score.method',
    ['计分方法', 'Method'],
    methods,
    ['从下拉列表选择，参数在“计分”表', 'choose from the list; parameters are on sheet Scoring'],
    { width: 14 },
  ),
  columnFor(
    forIndicator('scoredBy.zh'),
    'scoredBy.zh',
    ['评分部门', 'Scored by'],
    plainText,
    ['谁核定、评分', 'who verifies and scores'],
    { width: 18 },
  ),
  columnFor(
    forIndicator('missing'),
    'missing',
    ['缺数据时', 'If missing'],
    missing,
    ['缺数据怎么办', 'what a missing fact does'],
    { width: 12 },
  ),
  columnFor(
    forIndicator('notApplicable.policy'),
    'notApplicable.policy',
    ['不涉及时', 'If not applicable'],
    policies,
    ['没有这项业务的单位怎么办', 'what a unit without such business gets'],
    { width: 12 },
  ),
  columnFor(
    forIndicator('notApplicable.points'),
    'notApplicable.points',
    ['不涉及得分', 'Points if not applicable'],
    decimal,
    ['“得固定分”才填', 'for "fixed" only'],
  ),
  columnFor(
    forIndicator('notApplicable.when'),
    'notApplicable.when',
    ['不涉及条件', 'Not applicable when'],
    condition,
    ['另有条件才填，如 [辖区企业数] = 0', 'a condition of its own'],
    { width: 24 },
  ),
  columnFor(
    forIndicator('appliesTo.types'),
    'appliesTo.types',
    ['适用类型', 'Unit types'],
    unitTypes,
    ['留空为全部', 'blank: all'],
    { width: 18 },
  ),
  columnFor(
    forIndicator('appliesTo.attributes'),
    'appliesTo.attributes',
    ['适用属性', 'Unit attributes'],
    attributes,
    ['如 group=town、street', 'such as group=town, street'],
    { width: 18 },
  ),
  columnFor(
    forIndicator('appliesTo.units'),
    'appliesTo.units',
    ['适用单位', 'Units'],
    texts,
    ['单位代码，用；隔开', 'unit codes, separated by ;'],
    { width: 18 },
  ),
  columnFor(finish('floor'), 'floor', ['最低分', 'Floor'], decimal, [
    '留空：0；扣分为 −分值',
    'blank: 0, for deductions −points',
  ]),
  columnFor(finish('cap'), 'cap', ['最高分', 'Cap'], decimal, ['留空：分值', 'blank: the points']),
  columnFor(
    finish('rounding'),
    'rounding',
    ['取整', 'Rounding'],
    rounding,
    ['留空：用全书的', "blank: the book's own"],
    { width: 16 },
  ),
  columnFor(
    forIndicator('finish.linkedCap.indicator'),
    'linkedCap',
    ['扣分不超过', 'Loss at most that of'],
    reference(({ names }) => names.indicators),
    ['扣分不超过哪个指标的扣分', 'the loss never exceeds that on this indicator'],
    { width: 14, offered: 'indicators' },
  ),
  columnFor(
    forSection('combine'),
    'combine',
    ['汇总方式', 'Combined by'],
    combination,
    [
      '留空为求和；如 加权求和 [平时] = 0.6, [年终] = 0.4, 缺项 = 剔除',
      'blank: sum; weighted-sum [a] = 0.6, [b] = 0.4, absent = leave-out',
    ],
    { width: 22 },
  ),
  columnFor(forIndicator('answers'), 'answers', ['对应问题', 'Answers'], texts, [
    'P01—P40，可留空',
    'P01 to P40, may be blank',
  ]),
  columnFor(forIndicator('catalogue'), 'catalogue', ['方法编号', 'Catalogue'], texts, [
    'M01—M58，可留空',
    'M01 to M58, may be blank',
  ]),
  columnFor(forIndicator('library'), 'library', ['指标库', 'Library'], plainText, [
    '取自指标库的编号，可留空',
    'may be blank',
  ]),
  column(
    'title.en',
    ['英文名称', 'English title'],
    plainText,
    ['可留空，与中文相同', 'blank: as in Chinese'],
    { width: 28 },
  ),
  columnFor(
    forIndicator('scoredBy.en'),
    'scoredBy.en',
    ['英文评分部门', 'English scored by'],
    plainText,
    ['可留空', 'may be blank'],
    { width: 20 },
  ),
];

export const sectionReferences = references(({ names }) => names.sections);
