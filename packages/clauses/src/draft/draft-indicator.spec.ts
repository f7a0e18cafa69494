import { clauseOf } from '@heng/rules';
import type { DraftContext } from './draft-context.js';
import { draftIndicator } from './draft-indicator.js';
import { readClause } from './read-clause.js';
import { scoredDraft, withUsualChoices } from './scored-draft.js';
import { trialBook } from './trial.js';

type Case = readonly [
  what: string,
  text: string,
  context: DraftContext,
  scores: readonly (readonly [values: Parameters<typeof scoredDraft>[2]['values'], points: string | null])[],
];

const cases: readonly Case[] = [
  [
    'a thing that is there or not earns its points',
    '逐级签订责任书，1分。',
    { indicator: '责任制' },
    [
      [{ 逐级签订责任书: true }, '1'],
      [{ 逐级签订责任书: false }, '0'],
      [{}, null],
    ],
  ],
  [
    'a rate that reaches its line earns the points, and one just below it none',
    '同步组建率达98%得2分，否则不得分。',
    { indicator: '经审组织', points: '2' },
    [
      [{ 同步组建率: '98' }, '2'],
      [{ 同步组建率: '97.9' }, '0'],
    ],
  ],
  [
    'losses that happen once come off the points of the item',
    '未制定方案扣1分，未开展培训扣0.5分。',
    { indicator: '培训工作', points: '2' },
    [
      [{ 未制定方案: false, 未开展培训: false }, '2'],
      [{ 未制定方案: true, 未开展培训: true }, '0.5'],
    ],
  ],
  [
    'a list of parts is added up',
    '有方案1分，有总结1分，有台账1分。',
    { indicator: '档案', points: '3' },
    [[{ '档案：有方案': true, '档案：有总结': false, '档案：有台账': true }, '2']],
  ],
  [
    'each occurrence costs, down to nothing',
    '缺席1次扣1分，扣完为止。',
    { indicator: '会议', points: '2' },
    [
      [{ '会议：缺席的次数': '1' }, '1'],
      [{ '会议：缺席的次数': '9' }, '0'],
    ],
  ],
  [
    'a rate times the points is in proportion and capped at them',
    '处置率×15分',
    { indicator: '处置率', points: '15' },
    [
      [{ 处置率: '87' }, '13.05'],
      [{ 处置率: '120' }, '15'],
    ],
  ],
  [
    'tiers take the highest that is reached, and nothing below the lowest',
    '建家率达70%得3分，60%得2分，50%得1分',
    { indicator: '建家率', points: '3' },
    [
      [{ 建家率: '70' }, '3'],
      [{ 建家率: '69' }, '2'],
      [{ 建家率: '50' }, '1'],
      [{ 建家率: '49.9' }, '0'],
    ],
  ],
  [
    'so much for each piece, up to the maximum',
    '每举办1次活动加2分，最高不超过6分',
    { indicator: '活动', points: '6' },
    [
      [{ '活动：举办活动的次数': '2' }, '4'],
      [{ '活动：举办活动的次数': '9' }, '6'],
    ],
  ],
  [
    'a distance below a line costs by its steps',
    '按期结案率达70%以上的，得50分；未达到70%的，每少一个百分点扣1分。',
    { indicator: '按期结案率', points: '50' },
    [
      [{ 按期结案率: '70' }, '50'],
      [{ 按期结案率: '67.5' }, '47.5'],
    ],
  ],
  [
    'a level is read from the name of the item',
    '每低1%扣1分',
    { indicator: '覆盖率达到80%', points: '5' },
    [[{ '覆盖率达到80%': '78' }, '3']],
  ],
  [
    'prices of losses by level are counted each, in an item of its own points',
    '错报1例扣3分，补报1例扣1分。',
    { indicator: '信息核查', points: '10' },
    [[{ '信息核查：错报1例的次数': '2', '信息核查：补报1例的次数': '1' }, '3']],
  ],
  [
    'the price that rises with each time goes on at the last',
    '第一次扣1分，第二次扣2分',
    { indicator: '迟报', points: '9' },
    [
      [{ 迟报的次数: '1' }, '8'],
      [{ 迟报的次数: '2' }, '6'],
      [{ 迟报的次数: '4' }, '2'],
    ],
  ],
  [
    'what goes beyond the target earns, up to its limit',
    '每超目标任务引进1个项目加2分，最高不超过6分',
    { indicator: '招商', points: '6' },
    [
      [{ '招商：引进项目的目标': '3', '招商：引进项目的实际个数': '5' }, '4'],
      [{ '招商：引进项目的目标': '3', '招商：引进项目的实际个数': '2' }, '0'],
    ],
  ],
  [
    'unfinished work earns in proportion to its target',
    '完成目标任务的得满分，未完成的按比例得分。',
    { indicator: '培训人数', points: '10' },
    [[{ 培训人数的目标: '200', 培训人数的完成数: '150' }, '7.5']],
  ],
  [
    'parts with points of their own do not go below nothing each',
    '违规设置1分，每起扣0.5分；重点任务0.5分，每项未完成扣0.1分。',
    { indicator: '规范管理', points: '1.5' },
    [[{ 违规设置的起数: '3', '重点任务：未完成的项数': '1' }, '0.4']],
  ],
  [
    'an event empties the item whatever else was done',
    '缺席1次扣1分；出现弄虚作假的不得分。',
    { indicator: '会议', points: '5' },
    [
      [{ '会议：缺席的次数': '1', 出现弄虚作假: false }, '4'],
      [{ '会议：缺席的次数': '0', 出现弄虚作假: true }, '0'],
    ],
  ],
  [
    'awards of a list count each matter once, at its highest',
    '受省级表彰的每次加3分，受市级表彰的每次加1分，最高加5分。',
    { indicator: '表彰', points: '5', role: 'bonus' },
    [
      [
        {
          表彰记录: [
            { title: '甲', level: 'l1', matter: '甲' },
            { title: '甲', level: 'l2', matter: '甲' },
          ],
        },
        '3',
      ],
      [
        {
          表彰记录: [
            { title: '甲', level: 'l1' },
            { title: '乙', level: 'l1' },
          ],
        },
        '5',
      ],
    ],
  ],
  [
    'criticism in a part that deducts is negative, to its limit',
    '受省级通报批评的每次扣3分，受市级通报批评的每次扣1分。',
    { indicator: '通报批评', points: '4', role: 'deduction' },
    [
      [{ 通报批评记录: [{ title: '甲', level: 'l1' }] }, '-3'],
      [
        {
          通报批评记录: [
            { title: '甲', level: 'l1' },
            { title: '乙', level: 'l1' },
          ],
        },
        '-4',
      ],
    ],
  ],
  [
    'rates that change with the level count each for its own part',
    '捐款100—1000元的，每100元加1分；捐款1001—5000元的，每400元加1分',
    { indicator: '捐款', points: '30', role: 'bonus' },
    [
      [{ 捐款: '1000' }, '10'],
      [{ 捐款: '1800' }, '12'],
    ],
  ],
  [
    'words instead of numbers become a choice',
    '(1)有独立办公用房15分(2)与其他单位共用办公用房9分(3)无办公用房0分',
    { indicator: '办公用房', points: '15' },
    [
      [{ 办公用房: 'o2' }, '9'],
      [{ 办公用房: 'o3' }, '0'],
    ],
  ],
  [
    'votes weigh by their worth',
    '得分={([好]得票数×100分)+([一般]得票数×60分)}÷有效票数',
    { indicator: '测评', points: '10' },
    [[{ 测评测评票: { o1: '5', o2: '5' } }, '8']],
  ],
  [
    'shares of bodies that score are weighed',
    '网上考核占80%，现场考核占20%。',
    { indicator: '考核', points: '10' },
    [[{ '考核（各方评分）': { g1: '90', g2: '50' } }, '8.2']],
  ],
  [
    'the highest and the lowest of many judges are dropped',
    '当参评人大于5人的，测评结果去掉一个最高分和一个最低分后求平均分；当参评人小于等于5人的，直接求平均分。',
    { indicator: '测评', points: '100' },
    [
      [
        {
          测评打分: ['100', '90', '80', '80', '80', '10'].map((score, at) => ({ judge: String(at), score })),
        },
        '82.5',
      ],
    ],
  ],
  [
    'what is left to the scorer is a number between nothing and the points',
    '根据完成情况酌情扣分。',
    { indicator: '工作落实', points: '4' },
    [[{ 根据完成情况扣分: '1.5' }, '2.5']],
  ],
];

it.each(cases)('%s', (_what, text, context, scores) => {
  for (const [values, points] of scores) expect(scoredDraft(text, context, { values })).toBe(points);
});

describe('beside the other units', () => {
  it('full points up to a rank, then less for each further one', () => {
    const text = '考核排名前3名得满分，其后每名递减0.2分。';
    const others = ['1', '2', '3', '4'].map((place) => ({ '培训：考核名次': place }));
    const values = { '培训：考核名次': '5' };
    expect(scoredDraft(text, { indicator: '培训', points: '4' }, { values, others })).toBe('3.6');
  });

  it('in proportion to the first', () => {
    const text = '按编制总数进行排名，第1名得6分，其余按第1名的比例得分';
    const answers = { 'base-unstated@0': { choice: 'lower' } };
    const score = (values: string, other: string) =>
      scoredDraft(
        text,
        { indicator: '编制', points: '6' },
        { answers, values: { 编制总数: values }, others: [{ 编制总数: other }] },
      );
    expect(score('50', '25')).toBe('3');
  });

  it('a distance from the mean of the group', () => {
    const text = '平均年龄不大于全县平均年龄的，得2分；每超平均年龄1岁的，扣0.5分';
    const context = { indicator: '平均年龄', points: '2' };
    expect(scoredDraft(text, context, { values: { 平均年龄: '42' }, others: [{ 平均年龄: '38' }] })).toBe(
      '1',
    );
  });
});

describe('what the draft is made of', () => {
  const drafted = (text: string, context: DraftContext) => {
    const made = draftIndicator(readClause(text, context), context, withUsualChoices(text, context));
    if (!made.ok) throw new Error('open');
    return made;
  };

  it('names who enters a fact and on what proof', () => {
    const { facts, indicator } = drafted('缺席1次扣1分，扣完为止。', {
      indicator: '会议',
      points: '2',
      department: '办公室',
      evidence: '签到表',
      id: 'N1-2',
    });
    expect(facts).toMatchObject([
      {
        id: 'N1-2-f1',
        source: 'declared',
        enteredBy: { zh: '办公室' },
        evidence: { zh: '签到表' },
        unit: { zh: '次' },
        checks: { min: '0', integer: true },
      },
    ]);
    expect(indicator).toMatchObject({ id: 'N1-2', scoredBy: { zh: '办公室' }, points: '2' });
  });

  it('asks a quantity once that the book collects already', () => {
    const context = { indicator: '女职工组织同步组建率', points: '2', id: 'a' };
    const first = drafted('同步组建率达98%得2分。', context);
    const again = drafted('同步组建率达98%得2分。', { ...context, id: 'b', facts: first.facts });
    expect(again.facts).toEqual(first.facts);
  });

  it('tells two quantities apart that have one short name', () => {
    const first = drafted('同步组建率达98%得2分。', { indicator: '经审组织', points: '2', id: 'a' });
    const other = drafted('同步组建率达98%得2分。', {
      indicator: '女职工',
      points: '2',
      id: 'b',
      facts: first.facts,
    });
    expect([first, other].map(({ facts }) => facts.map(({ title }) => title.zh))).toEqual([
      ['同步组建率'],
      ['女职工：同步组建率'],
    ]);
  });

  it('a veto touches no points and no indicator stands for it', () => {
    const made = drafted('发生重大事故的，一票否决。', { indicator: '安全生产' });
    expect(made.indicator).toBeNull();
    expect(made.vetoes).toMatchObject([{ effects: [{ kind: 'grade-ceiling', grade: 'good' }] }]);
    expect(made.facts).toHaveLength(1);
  });

  it('a generated clause gives the rule that it was generated from', () => {
    const context = { indicator: '会议', points: '2' };
    const made = drafted('缺席1次扣1分，扣完为止。', context);
    const { indicator, facts } = made;
    if (indicator === null) throw new Error('no indicator');
    const book = trialBook(
      indicator,
      facts.map((fact) => ({ fact, trial: { good: '0', tries: [] } })),
      { context },
    );
    const clause = clauseOf(indicator, book, 'zh-CN');
    const reading = readClause(clause, { ...context, facts });
    expect(reading.kind).toBe('canonical');
    const again = draftIndicator(reading, { ...context, facts });
    expect(again).toMatchObject({
      ok: true,
      indicator: { score: indicator.score, measure: indicator.measure, points: '2' },
    });
  });

  it('what was not understood is judged by the department, and the reason is told', () => {
    const text = '未编制养护计划的扣9分，未执行养护计划的扣72o';
    const made = drafted(text, { indicator: '养护计划', points: '72' });
    expect(made).toMatchObject({ isByHand: true, indicator: { points: '72', score: { method: 'judged' } } });
    expect(made.byHand).toHaveLength(1);
    expect(made.notes.map(({ zh }) => zh).join()).toContain(text);
  });

  it('an item without a standard is judged between nothing and its points', () => {
    const made = drafted('', { indicator: '科普', points: '3', department: '科协' });
    expect(made).toMatchObject({ isByHand: true, indicator: { score: { method: 'judged' }, points: '3' } });
    expect(made.facts).toMatchObject([{ checks: { min: '0', max: '3' }, enteredBy: { zh: '科协' } }]);
  });
});
