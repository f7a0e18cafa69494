import type { Score, Text } from '@heng/rules';
import { json } from '../cells/json.js';
import { numberOrFormula } from '../cells/formulas.js';
import { day, decimal, share, wholeNumber } from '../cells/plain.js';
import { reference } from '../cells/references.js';
import { better, oneOf, wordsOr, yesNo, type Word } from '../cells/words.js';
import type { CellCodec } from '../cells/cell-codec.js';

/** One parameter of a method: a row of the sheet 计分. */
export type Parameter = {
  readonly name: Word;
  /** Inside `score`. */
  readonly path: readonly string[];
  readonly codec: CellCodec;
  readonly note: Text;
};

const parameter = (path: string, name: Word, codec: CellCodec, zh: string, en: string): Parameter => ({
  name,
  path: path.split('.'),
  codec,
  note: { zh, en },
});

const fact = reference(({ names }) => names.facts);
const readFact = parameter('fact', ['取数数据', 'Fact'], fact, '读取哪个数据', 'the fact it reads');
const cohortOr = wordsOr([['cohort', ['同组', 'cohort']]], numberOrFormula);

const side = (at: 'above' | 'below', zh: string, en: string): readonly Parameter[] => [
  parameter(
    `${at}.points`,
    [`${zh}每步分值`, `${en} points`],
    decimal,
    '每步加的分，扣分写负数；没有这一边就全留空',
    'points of a step, negative for a loss; all blank: no such side',
  ),
  parameter(
    `${at}.per`,
    [`${zh}每步幅度`, `${en} step`],
    decimal,
    '每多少算一步；比率 1% 写 0.01',
    'how much is a step; 0.01 for 1% of a ratio',
  ),
  parameter(
    `${at}.partial`,
    [`${zh}不足一步`, `${en} partial step`],
    oneOf({
      proportional: ['按比例', 'proportional'],
      down: ['舍去', 'down', '每满'],
      up: ['按一步', 'up', '不足按一计'],
    }),
    '不满一步怎么算',
    'what a part of a step counts',
  ),
  parameter(
    `${at}.limit`,
    [`${zh}最多`, `${en} limit`],
    decimal,
    '这一边最多加或扣多少分，可留空',
    'the most that this side adds or takes; may be blank',
  ),
];

/** All parameters of each method that are no lists, in the order in which they are written. */
export const scoreParameters: Readonly<Record<Score['method'], readonly Parameter[]>> = {
  proportion: [
    parameter(
      'target',
      ['目标', 'Target'],
      numberOrFormula,
      '达到多少得满分；比率写 0.95 或 95%，也可写 [数据]',
      'what earns full points; a ratio as 0.95, or [fact]',
    ),
    parameter(
      'capShare',
      ['最多得', 'At most'],
      wordsOr([[null, ['不封顶', 'uncapped']]], share),
      '最多得满分的几倍；1 为完成率封顶，或“不封顶”',
      'highest share of the points; 1, or "uncapped"',
    ),
    parameter(
      'minimumShare',
      ['低于不得分', 'Nothing below'],
      share,
      '完成率低于多少不得分，可留空',
      'completion below earns nothing; may be blank',
    ),
  ],
  inverse: [
    parameter(
      'form',
      ['算法', 'Form'],
      oneOf({
        complement: ['满分×(1−值)', 'complement'],
        'target-over-actual': ['满分×目标÷值', 'target-over-actual'],
        'excess-share': ['超出按比例扣', 'excess-share'],
      }),
      '超出目标怎么扣',
      'what is lost above the target',
    ),
    parameter('target', ['目标', 'Target'], numberOrFormula, '不超过它得满分', 'full points up to this'),
  ],
  threshold: [
    parameter(
      'comparison',
      ['比较', 'Comparison'],
      oneOf({
        'at-least': ['达到', 'at-least', '≥', '不低于'],
        'more-than': ['高于', 'more-than', '>'],
        'at-most': ['不超过', 'at-most', '≤'],
        'less-than': ['低于', 'less-than', '<'],
        equal: ['等于', 'equal', '='],
      }),
      '怎样算达标',
      'what is met',
    ),
    parameter('at', ['标准', 'At'], numberOrFormula, '是否类的“是”为 1', 'a yes is 1'),
    parameter('metPoints', ['达标得分', 'If met'], decimal, '留空为满分', 'blank: full points'),
    parameter('unmetPoints', ['不达标得分', 'If unmet'], decimal, '留空为 0', 'blank: 0'),
  ],
  checklist: [],
  linear: [
    parameter('intercept', ['截距', 'Intercept'], decimal, '值为 0 时的分', 'points at 0'),
    parameter('slope', ['斜率', 'Slope'], decimal, '每增加 1 加多少分', 'points for each 1'),
    parameter('low', ['下限', 'Low'], decimal, '最低得分', 'lowest points'),
    parameter('high', ['上限', 'High'], decimal, '最高得分', 'highest points'),
  ],
  steps: [
    parameter('base', ['起点得分', 'Base'], decimal, '正好在起点时的分', 'points at the origin'),
    parameter('origin', ['起点', 'Origin'], numberOrFormula, '从多少开始算', 'where steps are counted from'),
    ...side('above', '高于起点', 'Above'),
    ...side('below', '低于起点', 'Below'),
  ],
  tally: [
    parameter(
      'base',
      ['基础分', 'Base'],
      decimal,
      '各项都为 0 时的分；各项在“分项”表',
      'points when all are 0; the terms are on sheet Items',
    ),
  ],
  tiers: [
    parameter(
      'form',
      ['算法', 'Form'],
      oneOf({
        step: ['分档定分', 'step'],
        interpolate: ['档间插值', 'interpolate'],
        marginal: ['阶梯累进', 'marginal'],
      }),
      '各档在“分档”表',
      'the bands are on sheet Bands',
    ),
  ],
  choice: [readFact],
  'records-worth': [
    readFact,
    parameter(
      'sameMatter',
      ['同一事项', 'Same matter'],
      oneOf({
        all: ['全部计', 'all'],
        highest: ['只计最高', 'highest'],
        'two-highest': ['计最高两级', 'two-highest'],
        diminishing: ['其余酌减', 'diminishing'],
      }),
      '同一事项有几条时怎么计',
      'what entries about one matter count',
    ),
    parameter(
      'othersCoefficient',
      ['其余系数', 'Others coefficient'],
      decimal,
      '“其余酌减”才填',
      'for "diminishing"',
    ),
    parameter('bestMatters', ['最多计几项', 'Best matters'], wholeNumber, '可留空', 'may be blank'),
    parameter(
      'period.from',
      ['起始日', 'From'],
      day,
      '只计这段时间的，可留空',
      'only entries dated within; may be blank',
    ),
    parameter('period.to', ['截止日', 'To'], day, '可留空', 'may be blank'),
    parameter(
      'notBefore',
      ['上年已计', 'Counted last year'],
      oneOf({ previous: ['不再计', 'not-again'] }),
      '上年计过的不再计，可留空',
      'not what counted last year; may be blank',
    ),
    parameter(
      'amount.most',
      ['每条数量最多', 'Most a record'],
      decimal,
      '按条目数量计分时的上限，可留空',
      'the most of an amount; may be blank',
    ),
    parameter(
      'split',
      ['合写分配', 'Split'],
      json,
      '多家合写怎么分，写 JSON，可留空',
      'shares of joint works, as JSON; may be blank',
    ),
  ],
  relative: [
    parameter(
      'to',
      ['与谁比', 'To'],
      oneOf({
        best: ['同组最好', 'best'],
        mean: ['同组平均', 'mean'],
        'beyond-mean': ['差于平均扣分', 'beyond-mean'],
      }),
      '',
      '',
    ),
    parameter('better', ['方向', 'Better'], better, '', ''),
    parameter('low', ['下限份额', 'Low share'], share, '可留空', 'may be blank'),
    parameter('high', ['上限份额', 'High share'], share, '可留空', 'may be blank'),
    parameter('deduct', ['每单位扣', 'Deduct'], decimal, '“差于平均扣分”才填', 'for "beyond-mean"'),
  ],
  efficacy: [
    parameter('better', ['方向', 'Better'], better, '', ''),
    parameter('low', ['不允许值', 'Low'], cohortOr, '数、[数据] 或“同组”', 'a number, [fact] or "cohort"'),
    parameter('high', ['满意值', 'High'], cohortOr, '数、[数据] 或“同组”', 'a number, [fact] or "cohort"'),
    parameter('c', ['系数c', 'C'], share, '得分 = 满分 × (d + c × 位置)', 'points × (d + c × position)'),
    parameter('d', ['系数d', 'D'], share, '', ''),
    parameter('whenEqual', ['全组相同时', 'When equal'], share, '得满分的份额', 'share of the points'),
  ],
  ranked: [
    parameter(
      'form',
      ['算法', 'Form'],
      oneOf({
        table: ['名次对应分', 'table'],
        step: ['逐名递减', 'step'],
        percent: ['按比例递减', 'percent'],
        tier: ['按名次分段', 'tier'],
      }),
      '各名次在“名次”表',
      'the places are on sheet Places',
    ),
    parameter('better', ['方向', 'Better'], better, '', ''),
    parameter(
      'tied',
      ['并列', 'Tied'],
      oneOf({ highest: ['取高名次', 'highest'], mean: ['取平均', 'mean'] }),
      '',
      '',
    ),
    parameter('beyond', ['表外得分', 'Beyond'], decimal, '“名次对应分”才填', 'for "table"'),
    parameter('free', ['前几名满分', 'Free places'], wholeNumber, '“逐名递减”才填', 'for "step"'),
    parameter('points', ['每名减', 'Points a place'], decimal, '“逐名递减”才填', 'for "step"'),
    parameter('share', ['每名减份额', 'Share a place'], share, '“按比例递减”才填', 'for "percent"'),
    parameter(
      'places',
      ['名额取整', 'Places rounded'],
      oneOf({
        'half-up': ['四舍五入', 'half-up'],
        down: ['舍去', 'down'],
        up: ['进位', 'up'],
        'larger-first': ['多出归前', 'larger-first'],
      }),
      '“按名次分段”才填',
      'for "tier"',
    ),
  ],
  judged: [parameter('reasonRequired', ['扣分写理由', 'Reason required'], yesNo, '', '')],
};
