import { readNatural } from './read-natural.js';
import type { NaturalContext, NaturalReading } from './reading.js';

type Case = readonly [sentence: string, text: string, expected: object, context?: NaturalContext];

const read = (text: string, context?: NaturalContext) => {
  const { methods, parameters, ambiguities } = readNatural(text, context);
  return { methods, parameters, asks: ambiguities.map(({ code }) => code) };
};

const cases: readonly Case[] = [
  [
    'a thing that is there or not, with what the text says of the contrary case',
    '建立妇女之家得5分，未建立不得分。',
    { methods: ['M01'], parameters: { pass: '5', fail: '0' }, asks: [] },
  ],
  [
    'a threshold and all the points, which only the table knows',
    '女职工组织组建率达到98%及以上得满分，低于98%的不得分。',
    { methods: ['M02'], parameters: { threshold: '98', fail: '0' }, asks: ['full-points-from-context'] },
  ],
  [
    '达标 means the demand that the indicator names',
    '同步组建率达标得2分,未达标不得分',
    { methods: ['M02'], parameters: { threshold: '98', pass: '2', fail: '0' }, asks: [] },
    { indicator: '女职工组织同步组建率达98%以上', points: 2 },
  ],
  [
    'a list of things with their own points',
    '领导小组 1 分,计划 0.5 分、点评 1 分、总结 0.5 分。',
    { methods: ['M03'], parameters: { items: ['1', '0.5', '1', '0.5'] }, asks: [] },
    { points: 3 },
  ],
  [
    'each of several things earns the same',
    '有机构、有人员、有经费、有场所，各得1分。',
    { methods: ['M03'], parameters: { items: ['1', '1', '1', '1'] }, asks: [] },
  ],
  [
    'requirements that share one number ask for their shares',
    '设立婚姻家庭纠纷人民调解委员会,建立婚姻家庭纠纷人民调解员队伍。10分',
    { methods: ['M03'], parameters: { points: '10' }, asks: ['split-unstated'] },
  ],
  [
    'parts that do not add up contradict the total',
    '有方案0.5分,有总结0.5分,开展活动3分,总分3分',
    { methods: ['M03'], parameters: { items: ['0.5', '0.5', '3'], points: '3' }, asks: ['contradiction'] },
  ],
  [
    'each shortfall of a required number costs; the number bounds the loss',
    '全年开展活动不少于4次，每少1次扣2.5分。',
    {
      methods: ['M21'],
      parameters: { perOccurrence: '2.5', unit: '次' },
      asks: ['full-points-from-context'],
    },
    { points: 10 },
  ],
  [
    'each occurrence costs until nothing is left, in Chinese numerals and full-width digits',
    '出现一次扣０．５分，扣完为止，此项十五分。',
    {
      methods: ['M21'],
      parameters: { perOccurrence: '0.5', unit: '次', points: '15', floor: '0' },
      asks: ['full-points-from-context'],
    },
  ],
  [
    'an occurrence of two things written after the price',
    '私自退学扣0.2分/人，满分2分。',
    {
      methods: ['M21'],
      parameters: expect.objectContaining({ perOccurrence: '0.2' }),
      asks: expect.anything(),
    },
  ],
  [
    'whole blocks only',
    '案件每满200个扣0.1分，扣完为止。',
    {
      methods: ['M22'],
      parameters: { perOccurrence: '0.1', unit: '个', perBlock: '200', floor: '0' },
      asks: ['full-points-from-context'],
    },
  ],
  [
    'points for each step below a level',
    '两癌筛查率达到90%得10分，每低1个百分点扣0.5分，扣完为止。',
    {
      methods: ['M23'],
      parameters: {
        threshold: '90',
        gap: '1',
        gapUnit: '百分点',
        perGap: '0.5',
        points: '10',
        floor: '0',
      },
      asks: ['partial-gap'],
    },
  ],
  [
    '每低1% of a rate asks whether points or percent are meant',
    '完成率100%得10分，每低1%扣1分，扣完为止',
    {
      methods: ['M23'],
      parameters: expect.objectContaining({ threshold: '100', gap: '1', gapUnit: '%', perGap: '1' }),
      asks: ['partial-gap', 'percent-or-point'],
    },
  ],
  [
    'the same step in both directions is one rule',
    '完成年度目标任务的得基本分60分，每超过1个百分点加0.5分，每低1个百分点扣0.3分，最高不超过70分',
    {
      methods: ['M09'],
      parameters: {
        gap: '1',
        gapUnit: '百分点',
        perGapUp: '0.5',
        perGapDown: '0.3',
        points: '60',
        cap: '70',
      },
      asks: ['floor-unstated', 'partial-gap', 'target-elsewhere'],
    },
  ],
  [
    'a distance from the mean of the group',
    '平均年龄不大于市级部门平均年龄的，得2分；每超平均年龄1岁的，扣0.5分，扣完为止',
    {
      methods: ['M29'],
      parameters: { gap: '1', gapUnit: '岁', perGap: '0.5', points: '2', floor: '0' },
      asks: ['partial-gap'],
    },
  ],
  [
    'bands of a rate, the later ones without their subject',
    '建家率达70%得3分,60%得2分,50%得1分',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['70', null, '3'],
          ['60', null, '2'],
          ['50', null, '1'],
        ],
      },
      asks: [],
    },
  ],
  [
    'bands that touch ask to whom the bound belongs',
    '满意度95%以上的得10分，90%—95%得8分，85%—90%得6分，85%以下不得分。',
    { methods: ['M13'], parameters: expect.anything(), asks: ['boundary-open'] },
  ],
  [
    'bands and amounts in two lists',
    '年度投资计划10亿元以上、5-10亿元、1-5亿元、亿元以下分别加20、10、6、3分;',
    {
      methods: ['M13'],
      parameters: {
        tiers: [
          ['10', null, '20'],
          ['5', '10', '10'],
          ['1', '5', '6'],
          [null, '1', '3'],
        ],
      },
      asks: ['cap-unstated', 'boundary-open'],
    },
  ],
  [
    'a rate for each band asks how the rates combine',
    '捐款100—1000元的，每100元加1分；捐款1万元以上的， 每1000元加1分',
    {
      methods: ['M16'],
      parameters: {
        perUnit: '1',
        tiers: [
          ['100', '1000', '100'],
          ['10000', null, '1000'],
        ],
      },
      asks: expect.arrayContaining(['cap-unstated', 'marginal-or-whole']),
    },
  ],
  [
    'points for each piece, with a ceiling',
    '普法宣传活动每开展一场得2分，最高10分',
    { methods: ['M10'], parameters: { perUnit: '2', unit: '场', cap: '10' }, asks: [] },
  ],
  [
    'only what goes beyond the target earns',
    '每超目标任务引进1个省外亿元项目加2分,最高不超过6分',
    { methods: ['M11'], parameters: { perUnit: '2', unit: '个', cap: '6' }, asks: ['target-elsewhere'] },
  ],
  [
    'a bonus by level asks what happens to one matter at several levels',
    '受到省、市、县表彰的，每次分别加3分、2分、1分，最高5分。',
    {
      methods: ['M32'],
      parameters: {
        levels: [
          ['省', '3'],
          ['市', '2'],
          ['县', '1'],
        ],
        cap: '5',
      },
      asks: ['same-item-highest-or-sum'],
    },
  ],
  [
    'the same bonus asks nothing when the text settles it',
    '受到省、市、县表彰的，每次分别加3分、2分、1分，最高5分，同一事项取最高分。',
    { methods: ['M32'], parameters: expect.anything(), asks: [] },
  ],
  [
    'ranks and their points in two lists',
    '在全市排名1-5名的依次赋予60分、57分、54分、51分、48分',
    {
      methods: ['M40'],
      parameters: {
        ranks: [
          ['1', '60'],
          ['2', '57'],
          ['3', '54'],
          ['4', '51'],
          ['5', '48'],
        ],
      },
      asks: ['tie-unstated'],
    },
  ],
  [
    'the first three in full, then less for each rank',
    '按年度综合排名前3名得2分,其他依次递减0.1分;',
    {
      methods: ['M41'],
      parameters: { points: '2', topFull: '3', step: '0.1' },
      asks: ['floor-unstated', 'tie-unstated'],
    },
  ],
  [
    'others in proportion to the best',
    '第1名得6分，第2-5名按第1名的比例得分',
    { methods: ['M44'], parameters: { points: '6' }, asks: ['base-unstated'] },
  ],
  [
    'a formula with its ceiling',
    '得分=实际完成数/任务数×50,最高得50分。',
    { methods: ['M05'], parameters: { points: '50', cap: '50' }, asks: ['target-elsewhere'] },
  ],
  [
    'votes and their worth',
    '得分=([好]票数×100分+[较好]票数×80分)÷有效票数',
    { methods: ['M53'], parameters: { weights: expect.anything() }, asks: [] },
  ],
  [
    'weights of a sum',
    '网上考核占80%,现场考核占20%。',
    {
      methods: ['C1'],
      parameters: {
        weights: [
          ['网上考核', '80'],
          ['现场考核', '20'],
        ],
      },
      asks: [],
    },
  ],
  [
    'judges without the highest and the lowest',
    '去掉一个最高分和一个最低分后求平均分',
    { methods: ['M52'], parameters: { trimHigh: '1', trimLow: '1' }, asks: [] },
  ],
  [
    'the scorer chooses',
    '视情节轻重每次扣1-5分，扣完为止。',
    {
      methods: ['M58'],
      parameters: { range: ['1', '5'], floor: '0' },
      asks: expect.arrayContaining(['discretionary']),
    },
  ],
  [
    'a veto without its effect asks for it',
    '实行一票否决。',
    { methods: ['C8'], parameters: {}, asks: ['veto-effect-unstated'] },
  ],
  [
    'a veto stays what it is before a sentence with a price',
    '发生重大案件的一票否决,取消评优资格。迟报1次扣1分,扣完为止。',
    { methods: ['C8', 'M21'], parameters: expect.anything(), asks: expect.anything() },
  ],
  [
    'a bad event empties the item',
    '配合县河长办开展督查,得5分; 出现不配合现象不得分。',
    { methods: ['M27'], parameters: { points: '5', fail: '0' }, asks: [] },
  ],
  [
    'the price rises with repetition',
    '第一次扣1分，第二次扣2分，第三次及以上不得分。',
    { methods: ['M25'], parameters: { steps: ['1', '2', '0'] }, asks: ['full-points-from-context'] },
  ],
  [
    'whoever is not concerned',
    '该项工作不涉及的单位，得满分。',
    { methods: ['M50'], parameters: {}, asks: [] },
  ],
  [
    'evaluative words are named, and the place of the first of them',
    '资料不健全的扣1分。',
    {
      methods: ['M01'],
      parameters: { fail: '-1' },
      asks: ['full-points-from-context', 'vague-condition'],
    },
    { points: 2 },
  ],
  [
    'an ordinary sentence scores nothing',
    '各单位根据考核目标,实事求是搞好书面总结。',
    { methods: [], parameters: {}, asks: [] },
  ],
];

it.each(cases.map(([sentence, text, expected, context]) => ({ sentence, text, expected, context })))(
  'reads $sentence',
  ({ text, expected, context }) => {
    expect(read(text, context)).toEqual(expected);
  },
);

it('gives every part its place in the text as it was given', () => {
  const text = '一、 两癌筛查率达到 90%（含）得１０分，每低１个百分点扣０．５分。';
  const [whole, gap] = readNatural(text).statements;
  const at = ({ span }: { readonly span: { readonly start: number; readonly end: number } }) =>
    text.slice(span.start, span.end);
  expect(whole?.kind === 'item-points' && at(whole.points)).toBe('１０分');
  if (gap?.kind !== 'per-gap' || gap.threshold === null) throw new Error('not read as a distance');
  expect([at(gap.threshold), at(gap.step), at(gap.points)]).toEqual(['90%（含）', '１个百分点', '０．５分']);
  expect([gap.threshold.value, gap.points]).toMatchObject(['90', { kind: 'number', value: '0.5' }]);
});

describe('what was not understood', () => {
  const doubts = (text: string): Pick<NaturalReading, 'confidence' | 'unread'> => {
    const { confidence, unread } = readNatural(text);
    return { confidence, unread };
  };

  it('is told with its place, and makes the reading unsure', () => {
    const text = '完成的计5分，扣的分另计。';
    expect(doubts(text)).toEqual({ confidence: 'unsure', unread: [{ start: 7, end: 12 }] });
  });

  it('is a percentage beside no price that any rule explains', () => {
    expect(doubts('优秀比例为20%。').confidence).toBe('unsure');
  });

  it('is a calculation that the reading would pass over', () => {
    expect(doubts('每发现1例扣1分，乘以难度系数。').confidence).toBe('unsure');
  });

  it('is a second demand that the rule does not hold', () => {
    expect(doubts('覆盖率达到80%且满意率达到90%的得5分。').confidence).toBe('unsure');
  });

  it('is a number that only looks like points', () => {
    expect(doubts('未执行养护计划的扣72o').confidence).toBe('unsure');
  });

  it('is nothing in a plain sentence', () => {
    expect(doubts('逐级签订综治责任书,1分。')).toEqual({ confidence: 'certain', unread: [] });
  });
});
