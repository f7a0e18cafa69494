import { formula } from '../cells/formulas.js';
import { day, decimal, identifier, plainText, wholeNumber } from '../cells/plain.js';
import { attributes, references, texts } from '../cells/references.js';
import { rounding } from '../cells/rounding.js';
import { tieBreak } from '../cells/tie-break.js';
import { oneOf, wordsOr } from '../cells/words.js';
import { column, type Column } from './column.js';
import { unitTypes } from './unit-types.js';

const roundingOrNone = wordsOr([[null, ['不取整', 'none']]], rounding);

/** The rows of 基本信息, one an item; a text has its English beside it. */
export const bookItems: readonly Column[] = [
  column('title.zh', ['名称', 'Title', '标题'], plainText, ['细则的全称', 'full title']),
  column('issuer.zh', ['发布单位', 'Issuer'], plainText, ['谁发布', 'who issues it']),
  column('id', ['标识', 'Id'], identifier, [
    '字母开头，如 township-2026',
    'a letter first, such as township-2026',
  ]),
  column('year', ['年度', 'Year'], wholeNumber, ['如 2026', 'such as 2026']),
  column('version', ['版本', 'Version'], identifier, [
    '如 1.0，每改一次加大',
    'such as 1.0, higher with each change',
  ]),
  column('effective.from', ['起始日', 'From'], day, ['如 2026-01-01', 'such as 2026-01-01']),
  column('effective.to', ['截止日', 'To'], day, ['如 2026-12-31', 'such as 2026-12-31']),
  column('unitTypes', ['适用单位类型', 'Unit types'], unitTypes, [
    '如 乡镇妇联；街道妇联',
    'such as TownshipFederation',
  ]),
  column('totalPoints', ['总分', 'Total points'], decimal, [
    '等于各基础部分之和',
    'the sum of the base sections',
  ]),
  column('totalBounds.floor', ['总分最低', 'Total floor'], decimal, ['可留空', 'may be blank']),
  column('totalBounds.cap', ['总分最高', 'Total cap'], decimal, ['可留空', 'may be blank']),
  column('rounding.indicator', ['指标得分取整', 'Rounding of indicators'], roundingOrNone, [
    '如 四舍五入 2 位，或“不取整”',
    'half-up 2 digits, or "none"',
  ]),
  column('rounding.section', ['部分得分取整', 'Rounding of sections'], roundingOrNone, ['同上', 'as above']),
  column('rounding.total', ['总分取整', 'Rounding of the total'], roundingOrNone, ['同上', 'as above']),
  column(
    'cohorts.by',
    ['分组方式', 'Groups by'],
    oneOf({
      all: ['不分组', 'all'],
      parent: ['按上级', 'parent'],
      attribute: ['按属性', 'attribute'],
      list: ['按名单', 'list'],
    }),
    ['各组在“分组”表', 'the groups are on sheet Groups'],
  ),
  column('cohorts.attribute', ['分组属性', 'Group attribute'], identifier, [
    '“按属性”才填，如 group',
    'for "attribute"',
  ]),
  column(
    'ranking.on',
    ['排名依据', 'Ranking on'],
    oneOf({ rounded: ['取整后总分', 'rounded'], exact: ['精确总分', 'exact'] }),
    ['', ''],
  ),
  column('ranking.better', ['排名方向', 'Ranking better'], oneOf({ lower: ['越少越好', 'lower'] }), [
    '留空：越多越好',
    'blank: more is better',
  ]),
  column(
    'ranking.ties',
    ['并列名次', 'Ties'],
    oneOf({
      competition: ['1、1、3', '1-1-3', '跳号'],
      dense: ['1、1、2', '1-1-2', '不跳号'],
      forbidden: ['不许并列', 'forbidden'],
    }),
    ['', ''],
  ),
  column(
    'ranking.requires.indicators',
    ['排名须有指标', 'Ranking requires indicators'],
    references(({ names }) => names.indicators),
    ['这些指标没有得分就不排名，可留空', 'units without these are not ranked; may be blank'],
  ),
  column(
    'ranking.requires.sections',
    ['排名须有部分', 'Ranking requires sections'],
    references(({ names }) => names.sections),
    ['可留空', 'may be blank'],
  ),
  column('ranking.outOfCompetition.types', ['不排名的类型', 'Unranked types'], unitTypes, [
    '只考核、不排名，可留空',
    'assessed but not ranked; may be blank',
  ]),
  column('ranking.outOfCompetition.attributes', ['不排名的属性', 'Unranked attributes'], attributes, [
    '如 new=yes，可留空',
    'such as new=yes; may be blank',
  ]),
  column('ranking.outOfCompetition.units', ['不排名的单位', 'Unranked units'], texts, [
    '单位代码，可留空',
    'unit codes; may be blank',
  ]),
  column(
    'gradesOn',
    ['等次依据', 'Grades on'],
    wordsOr(
      [
        ['rounded', ['取整后总分', 'rounded']],
        ['exact', ['精确总分', 'exact']],
      ],
      formula,
    ),
    ['留空：取整后总分', 'blank: the rounded total'],
  ),
];

/** Items that stand in as many rows as there are entries, in order. */
export const repeatedItems: readonly Column[] = [
  column('ranking.tieBreaks', ['并列依次比较', 'Tie-break'], tieBreak, [
    '一行一条：无否决、指标 [A1]、部分 [A]、自评差、单位代码',
    'one a row: no-veto, indicator [A1], section [A], self-gap, unit-code',
  ]),
  column('notes', ['备注', 'Note'], plainText, ['一行一条，可留空', 'one a row; may be blank']),
];
