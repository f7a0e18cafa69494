import { readNatural } from './read-natural.js';

/** The same things said as the field says them; numbers and questions were judged by hand against `cases/README.md`. */
type Wording = readonly [sentence: string, text: string, expected: object, points?: number];

const wordings: readonly Wording[] = [
  [
    'what earns all points and a cheaper case stand one under the other',
    '按时报送总结材料的，得3分；逾期报送的，得1分；未报送的，不得分。',
    {
      methods: ['M13'],
      parameters: {
        grades: [
          ['按时报送总结材料的', '3'],
          ['逾期报送的', '1'],
          ['未报送的', '0'],
        ],
      },
      asks: [],
    },
    3,
  ],
  [
    'two sides of one band',
    '达90%及以上的得10分，达80%及以上不足90%的得8分，不足80%的不得分。',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['90', null, '10'],
          ['80', '90', '8'],
          [null, '80', '0'],
        ],
      },
      asks: [],
    },
    10,
  ],
  [
    'a band of points before what it earns',
    '95分以上得5分；90分至95分得4分；80分至90分得3分；80分以下得0分',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['95', null, '5'],
          ['90', '95', '4'],
          ['80', '90', '3'],
          [null, '80', '0'],
        ],
      },
      asks: ['boundary-open'],
    },
    5,
  ],
  [
    'a band of points, and a comma before what it earns',
    '考核得分80—89分的，得3分；90分以上的，得5分；80分以下不得分',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['80', '89', '3'],
          ['90', null, '5'],
          [null, '80', '0'],
        ],
      },
      asks: ['boundary-open', 'uncovered-case'],
    },
    5,
  ],
  [
    'the lower end before the sign',
    'X≥95%，得5分；90%≤X＜95%，得3分；X＜90%，得0分',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['95', null, '5'],
          ['90', '95', '3'],
          [null, '90', '0'],
        ],
      },
      asks: [],
    },
    5,
  ],
  [
    'letters of grades',
    '评为A级的得5分，B级得3分，C级得1分，D级不得分。',
    {
      methods: ['M13'],
      parameters: {
        grades: [
          ['评为A级的', '5'],
          ['B级', '3'],
          ['C级', '1'],
          ['D级', '0'],
        ],
      },
      asks: ['uncovered-case'],
    },
    5,
  ],
  [
    'named grades and their amounts in one list',
    '工作分为优、良、差三个等次，分别得10分、8分、3分',
    {
      methods: ['M13'],
      parameters: {
        grades: [
          ['优', '10'],
          ['良', '8'],
          ['差', '3'],
        ],
      },
      asks: [],
    },
    10,
  ],
  [
    'cases of which the first earns everything',
    '已建成的得5分，在建的得3分，未启动的不得分',
    {
      methods: ['M13'],
      parameters: {
        grades: [
          ['已建成的', '5'],
          ['在建的', '3'],
          ['未启动的', '0'],
        ],
      },
      asks: [],
    },
    5,
  ],
  [
    'bands of a delay, which are taken from all points',
    '按时完成得满分，逾期5天内扣1分，逾期5-10天扣2分，逾期10天以上不得分',
    {
      methods: ['M24'],
      parameters: {
        tiers: [
          [null, '5', '1'],
          ['5', '10', '2'],
          ['10', null, '0'],
        ],
      },
      asks: ['full-points-from-context', 'boundary-open'],
    },
    5,
  ],
  [
    'all points after a count as its ceiling',
    '组织一次志愿服务得1分，满分5分',
    { methods: ['M10'], parameters: { perUnit: '1', unit: '次', cap: '5' }, asks: [] },
    5,
  ],
  [
    'a number of pieces that earns everything',
    '每办一期得2分，满分10分，办够5期即得满分',
    { methods: ['M10'], parameters: { perUnit: '2', unit: '期', cap: '10' }, asks: [] },
    10,
  ],
  [
    'a sum after a count as its ceiling',
    '开展活动4次，每次1分，共4分',
    { methods: ['M10'], parameters: { perUnit: '1', unit: '次', cap: '4' }, asks: [] },
    4,
  ],
  [
    'a ceiling that is filled up',
    '召开会议每次得0.5分，计满2分为止',
    { methods: ['M10'], parameters: { perUnit: '0.5', unit: '次', cap: '2' }, asks: [] },
    2,
  ],
  [
    'the base of what goes beyond it',
    '完成10件得5分，每超1件加0.5分，最多加2分',
    {
      methods: ['M11'],
      parameters: { perUnit: '0.5', unit: '件', target: '10', points: '5', maxAdd: '2' },
      asks: [],
    },
    5,
  ],
  [
    'pieces that are more than before, not more than a target',
    '每新增一个示范点加2分',
    { methods: ['M10'], parameters: { perUnit: '2', unit: '个' }, asks: ['cap-unstated'] },
  ],
  [
    'what 99 of 100 are worth, as a question',
    '每培训100人次得1分，最高5分',
    {
      methods: ['M10'],
      parameters: { perUnit: '1', unit: '人次', per: '100', cap: '5' },
      asks: ['partial-gap'],
    },
    5,
  ],
  [
    'whole blocks by what is said of the rest',
    '每欠5户扣0.5分（不足5户不扣）。',
    {
      methods: ['M22'],
      parameters: { perOccurrence: '0.5', unit: '户', perBlock: '5' },
      asks: ['full-points-from-context', 'floor-unstated'],
    },
    6,
  ],
  [
    'a ceiling only of what stands before it',
    '每推荐1户得0.5分，最高不超过2分；在会上发言的每次加1分。',
    {
      methods: ['M10'],
      parameters: {
        cap: '2',
        parts: [
          { m: 'M10', perUnit: '0.5', unit: '户' },
          { m: 'M10', perUnit: '1', unit: '次' },
        ],
      },
      asks: ['cap-unstated'],
    },
  ],
  [
    'kinds of one event by how bad they are',
    '发生一般事故扣2分，较大事故扣5分，重大事故扣10分。',
    {
      methods: ['M24'],
      parameters: {
        levels: [
          ['发生一般事故', '2'],
          ['较大事故', '5'],
          ['重大事故', '10'],
        ],
      },
      asks: [
        'full-points-from-context',
        'floor-unstated',
        'same-item-highest-or-sum',
        'once-or-each',
        'vague-condition',
      ],
    },
    10,
  ],
  [
    'prizes in several sayings',
    '一等奖加3分，二等奖加2分，三等奖加1分',
    {
      methods: ['M32'],
      parameters: {
        levels: [
          ['一等奖', '3'],
          ['二等奖', '2'],
          ['三等奖', '1'],
        ],
      },
      asks: ['cap-unstated', 'same-item-highest-or-sum', 'once-or-each'],
    },
  ],
  [
    'prizes in one list',
    '获一、二、三等奖的分别加5、3、2分',
    {
      methods: ['M32'],
      parameters: {
        levels: [
          ['一等奖', '5'],
          ['二等奖', '3'],
          ['三等奖', '2'],
        ],
      },
      asks: ['cap-unstated', 'same-item-highest-or-sum', 'once-or-each'],
    },
  ],
  [
    'prizes of what may be handed in once',
    '每单位限报一个创新项目，经评审获一、二、三等奖的分别加5、3、2分。',
    {
      methods: ['M37'],
      parameters: {
        levels: [
          ['一等奖', '5'],
          ['二等奖', '3'],
          ['三等奖', '2'],
        ],
        maxItems: '1',
      },
      asks: ['cap-unstated', 'same-item-highest-or-sum', 'vague-condition'],
    },
  ],
  [
    'a count that opens a list of levels',
    '每发表一篇理论文章，国家级加3分，省级加2分，市级加1分',
    {
      methods: ['M34'],
      parameters: {
        levels: [
          ['每发表一篇理论文章，国家级', '3'],
          ['省级', '2'],
          ['市级', '1'],
        ],
      },
      asks: ['cap-unstated', 'same-item-highest-or-sum'],
    },
  ],
  [
    'the price that goes on rising',
    '第一次扣1分，第二次扣2分，第三次起每次扣3分。',
    {
      methods: ['M25'],
      parameters: { steps: ['1', '2', '3'] },
      asks: ['full-points-from-context', 'floor-unstated'],
    },
  ],
  [
    'the year before, named in the saying before',
    '信访总量比上年下降的得4分，每上升5%扣1分。',
    {
      methods: ['M47'],
      parameters: { gap: '5', gapUnit: '%', perGapDown: '1', points: '4' },
      asks: ['floor-unstated', 'partial-gap', 'percent-or-point', 'uncovered-case', 'base-unstated'],
    },
    4,
  ],
  [
    'a quotient and its points without an equals sign',
    '按实际完成数/任务数×10计分，最高不超过10分。',
    { methods: ['M05'], parameters: { points: '10', cap: '10' }, asks: ['target-elsewhere'] },
    10,
  ],
  [
    'a rate times all points',
    '以满意率乘以本项分值计分。',
    { methods: ['M04'], parameters: {}, asks: ['full-points-from-context'] },
    10,
  ],
  [
    'a mean of rates, which is compared with nothing',
    '各项指标完成率的平均值×20分',
    { methods: ['M04'], parameters: { points: '20' }, asks: ['cap-unstated'] },
    20,
  ],
  [
    'offices and their shares',
    '由组织部、宣传部、统战部分别按40分、35分、25分进行考核打分。',
    { methods: ['C6'], parameters: { items: ['40', '35', '25'] }, asks: [] },
    100,
  ],
  [
    'what a vote is worth',
    '测评票“好”“较好”“一般”“差”分别按100、85、60、0分计，得分=各档票数乘以相应分值之和÷有效票数。',
    {
      methods: ['M53'],
      parameters: {
        weights: [
          ['好', '100'],
          ['较好', '85'],
          ['一般', '60'],
          ['差', '0'],
        ],
      },
      asks: [],
    },
  ],
  [
    'shares of those who judge',
    '领导评价占30%，群众评价占40%，互评占30%',
    {
      methods: ['M55'],
      parameters: {
        weights: [
          ['领导评价', '30'],
          ['群众评价', '40'],
          ['互评', '30'],
        ],
      },
      asks: [],
    },
  ],
  [
    'the mean of those who mark',
    '领导评价10分。由县四套班子领导打分，取平均分。',
    { methods: ['M52'], parameters: { points: '10' }, asks: [] },
    10,
  ],
  [
    'ranks and a step for the others',
    '排名前三名的分别得10分、9分、8分，其余按名次依次递减0.5分。',
    {
      methods: ['M40', 'M41'],
      parameters: {
        parts: [
          {
            m: 'M40',
            ranks: [
              ['1', '10'],
              ['2', '9'],
              ['3', '8'],
            ],
          },
          { m: 'M41', step: '0.5' },
        ],
      },
      asks: ['floor-unstated', 'tie-unstated'],
    },
    10,
  ],
  [
    'ranks that go on without a word of rank',
    '在全市排名前5名的得5分，6-10名的得3分，其余得1分',
    {
      methods: ['M40'],
      parameters: {
        ranks: [
          ['1', '5'],
          ['6', '3'],
        ],
        other: '1',
      },
      asks: ['tie-unstated'],
    },
    5,
  ],
  [
    'the last three and as many amounts',
    '考核排名后三位的，分别扣3分、2分、1分',
    {
      methods: ['M40'],
      parameters: {
        ranks: [
          ['倒数3', '3'],
          ['倒数2', '2'],
          ['倒数1', '1'],
        ],
      },
      asks: ['tie-unstated'],
    },
  ],
  [
    'people of whom each costs, not places',
    '计划外发展1名扣2分，程序不规范每名扣1分。',
    {
      methods: ['M21'],
      parameters: {
        parts: [
          { m: 'M21', perOccurrence: '2', unit: '名' },
          { m: 'M21', perOccurrence: '1', unit: '名' },
        ],
      },
      asks: ['full-points-from-context', 'floor-unstated', 'vague-condition'],
    },
    5,
  ],
  [
    'what follows from a veto without the word',
    '班子成员被立案查处的，取消该单位当年评先评优资格。',
    { methods: ['C8'], parameters: {}, asks: [] },
  ],
  [
    'a ceiling of all additions',
    '加分总分不超过10分',
    { methods: ['C4'], parameters: { cap: '10' }, asks: [] },
  ],
  [
    'points below nothing, expressly',
    '实行倒扣，每发生一起扣5分',
    {
      methods: ['M21'],
      parameters: { perOccurrence: '5', unit: '起', negativeAllowed: true },
      asks: ['full-points-from-context'],
    },
  ],
  [
    'proof that must be there',
    '加分项目须提供文件或证书原件，否则不予认定',
    { methods: ['C11'], parameters: {}, asks: [] },
  ],
  [
    'the sum of the parts that follow',
    '该项总分10分，其中：制度建设4分，活动开展6分',
    { methods: ['M03'], parameters: { items: ['4', '6'], points: '10' }, asks: [] },
    10,
  ],
  [
    'a threshold below which nothing is said',
    '法治副校长聘任率100%，得2分。',
    { methods: ['M02'], parameters: { threshold: '100', pass: '2' }, asks: ['uncovered-case'] },
    2,
  ],
];

it.each(wordings.map(([sentence, text, expected, points]) => ({ sentence, text, expected, points })))(
  'reads $sentence',
  ({ text, expected, points }) => {
    const { methods, parameters, ambiguities } = readNatural(text, { points });
    expect({ methods, parameters, asks: ambiguities.map(({ code }) => code) }).toEqual(expected);
  },
);

it.each([
  ['a formula that is turned round', '按(1-返工率)×20计分'],
  ['half of the points', '达90%得满分，80%-90%得一半分'],
  ['two directions in one number', '完成任务得20分，每超（欠）1%加（扣）0.5分'],
  ['a ceiling for two directions', '每超1个百分点加1分，每低1个百分点扣1分，加扣分最高不超过5分'],
  ['an amount that no level takes', '获得县级以上荣誉的，分别加1、2、3分'],
  ['points that come about in an unsaid way', '性别比在107以下的，计满分；高于107的，按幅度分段计分。'],
  ['a share that stands in no rule', '前30%得满分，中间40%得80%，后30%得60%'],
  ['a sentence about judging without a rule', '本项由县委组织部负责评分'],
])('is unsure of %s', (_what, text) => {
  expect(readNatural(text, { points: 20 }).confidence).toBe('unsure');
});
