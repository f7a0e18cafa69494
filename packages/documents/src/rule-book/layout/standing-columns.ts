import type { Text } from '@heng/rules';
import { effects } from '../cells/effects.js';
import { condition } from '../cells/formulas.js';
import { decimal, identifier, plainText, share, wholeNumber } from '../cells/plain.js';
import { texts } from '../cells/references.js';
import { oneOf, yesNo } from '../cells/words.js';

import { column, columnFor, getAt, type Column } from './column.js';

const id = column(
  'id',
  ['标识', 'Id', '代码'],
  identifier,
  ['字母开头；可留空，由系统编号', 'a letter first; blank is numbered'],
  { width: 16 },
);
const title = column('title.zh', ['名称', 'Title'], plainText, ['', ''], { width: 30 });
const english = column(
  'title.en',
  ['英文名称', 'English title'],
  plainText,
  ['可留空，与中文相同', 'blank: as in Chinese'],
  { width: 28 },
);

export const vetoColumns: readonly Column[] = [
  title,
  id,
  column(
    'when',
    ['条件', 'When'],
    condition,
    ['如 [瞒报] 成立；[通报数] ≥ 1', 'such as [concealed] holds; [criticisms] >= 1'],
    { width: 44 },
  ),
  column(
    'effects',
    ['处理', 'Effects'],
    effects,
    [
      '每行一个：最高等次 [合格]、降等 1、指标计零 [A1]、不授奖、取消称号',
      'one a line: grade-at-most [x], grade-down 1, zero [A1], no-award, withdraw-title',
    ],
    { width: 34 },
  ),
  english,
];

export const groupColumns: readonly Column[] = [
  title,
  id,
  columnFor(
    (_, book) => {
      const by = getAt(book, ['cohorts', 'by']);
      return by === 'attribute' ? 'values' : by === 'list' ? 'units' : null;
    },
    'members',
    ['属性值或单位', 'Values or units'],
    texts,
    ['按属性：属性的值；按名单：单位代码', 'values of the attribute, or unit codes'],
    { width: 50 },
  ),
  english,
];

const modes = oneOf({
  down: ['舍去', 'down'],
  'half-up': ['四舍五入', 'half-up'],
  'half-even': ['四舍六入五成双', 'half-even'],
  up: ['进位', 'up'],
});
const scopes = oneOf({ cohort: ['每组', 'cohort', '组内'], all: ['全部', 'all'] });
const edges = oneOf({ in: ['都进', 'in'], out: ['都不进', 'out'] });

const places = (path: string, zh: string, en: string, note: Text): readonly Column[] => [
  column(`${path}.ratio`, [`${zh}比例`, `${en} ratio`], share, [note.zh, note.en]),
  column(`${path}.count`, [`${zh}个数`, `${en} count`], wholeNumber, [
    '两者都填取小',
    'both given: the smaller',
  ]),
  column(`${path}.rounding`, [`${zh}取整`, `${en} rounding`], modes, [
    '比例算出的名额怎么取整',
    'how a ratio becomes whole',
  ]),
  column(`${path}.minimum`, [`${zh}至少`, `${en} minimum`], wholeNumber, [
    '至少几个，没有填 0',
    'at least; 0 for none',
  ]),
  column(`${path}.scope`, [`${zh}范围`, `${en} scope`], scopes, [
    '每组各算，还是全部一起算',
    'each group, or all together',
  ]),
  column(`${path}.tieAtEdge`, [`${zh}末位并列`, `${en} tie at edge`], edges, [
    '最后一个名额并列时',
    'where the last place is tied',
  ]),
];

export const gradeColumns: readonly Column[] = [
  title,
  id,
  column('atLeast', ['不低于', 'At least'], decimal, [
    '分数线；最后一等留空',
    'the line; blank for the last grade',
  ]),
  column('atMost', ['不高于', 'At most'], decimal, ['越少越好的才填', 'where less is better']),
  ...places('quota', '名额', 'Quota', {
    zh: '20% 写 0.2；没有名额限制全部留空',
    en: '20% is 0.2; all blank: no quota',
  }),
  column('withoutVeto', ['无否决', 'Without veto'], yesNo, [
    '是：触发否决的不能得',
    'yes: not for a unit with a veto',
  ]),
  ...places('lastPlaces', '末位', 'Last', {
    zh: '末位多少不得高于本等次；没有就全部留空',
    en: 'the last places get no better grade; all blank: none',
  }),
  english,
];
