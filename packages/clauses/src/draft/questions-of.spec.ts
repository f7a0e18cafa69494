import type { DraftContext } from './draft-context.js';
import { draftIndicator } from './draft-indicator.js';
import type { Question, QuestionCode } from './question.js';
import { questionsOf } from './questions-of.js';
import { readClause } from './read-clause.js';
import { scoredDraft, withUsualChoices } from './scored-draft.js';

type Given = Parameters<typeof scoredDraft>[2];

/** Choice → the points by hand, and what its consequence must say. */
type Decision = {
  readonly code: QuestionCode;
  readonly text: string;
  readonly context: DraftContext;
  readonly with: Pick<Given, 'values' | 'others' | 'previous'>;
  /** The values as a choice asks for them, where they differ. */
  readonly withFor?: Readonly<Record<string, Pick<Given, 'values' | 'others' | 'previous'>>>;
  readonly choices: Readonly<Record<string, readonly [points: string | null, says: RegExp, value?: string]>>;
};

const decisions: readonly Decision[] = [
  {
    code: 'full-points-from-context',
    text: '缺席1次扣1分，扣完为止。',
    context: { indicator: '会议' },
    with: { values: { '会议：缺席的次数': '2' } },
    choices: { number: ['6', /如填 10.*得 \d+ 分/u, '8'] },
  },
  {
    code: 'floor-unstated',
    text: '缺席1次扣3分。',
    context: { indicator: '会议', points: '4' },
    with: { values: { '会议：缺席的次数': '3' } },
    choices: {
      zero: ['0', /为 2 次时得 0 分/u],
      negative: ['-2', /如填 4.*为 2 次时得 -2 分/u, '2'],
      limit: ['1', /如填 4.*为 2 次时得 0 分/u, '3'],
    },
  },
  {
    code: 'cap-unstated',
    text: '每举办1次活动加2分。',
    context: { indicator: '活动', points: '6' },
    with: { values: { '活动：举办活动的次数': '9' } },
    choices: { points: ['6', /为 2 次时得 4 分/u], number: ['4', /如填 3.*为 2 次时得 3 分/u, '4'] },
  },
  {
    code: 'partial-gap',
    text: '结案率达70%得5分，每低1个百分点扣1分，扣完为止。',
    context: { indicator: '结案率', points: '5' },
    with: { values: { 结案率: '67.5' } },
    choices: {
      proportional: ['2.5', /为 69.4% 时得 4.4 分/u],
      down: ['3', /为 69.4% 时得 5 分/u],
      up: ['2', /为 69.4% 时得 4 分/u],
    },
  },
  {
    code: 'percent-or-point',
    text: '覆盖率达80%得5分，每低1%扣1分，扣完为止。',
    context: { indicator: '覆盖率', points: '5' },
    with: { values: { 覆盖率: '78.4' } },
    choices: { point: ['3.4', /得 4.4 分/u], percent: ['3', /得 4.25 分/u] },
  },
  {
    code: 'boundary-open',
    text: '得票率80%-90%得8分，60%-80%得6分，60%以下得4分。',
    context: { indicator: '得票率', points: '8' },
    with: { values: { 得票率: '80' } },
    choices: {
      upper: ['8', /为 60% 时得 6 分|为 80% 时得 8 分/u],
      lower: ['6', /为 60% 时得 4 分|为 80% 时得 6 分/u],
    },
  },
  {
    code: 'uncovered-case',
    text: '得票率80%-90%得8分，60%-70%得6分。',
    context: { indicator: '得票率', points: '8' },
    with: { values: { 得票率: '75' } },
    choices: {
      zero: ['0', /得 0 分/u],
      lowest: ['6', /得 6 分/u],
      number: ['3', /如填 0.5.*得 0.5 分/u, '3'],
    },
  },
  {
    code: 'target-elsewhere',
    text: '完成目标任务的得满分，未完成的按比例得分。',
    context: { indicator: '培训人数', points: '10' },
    with: { values: { 培训人数的目标: '200', 培训人数的完成数: '150' } },
    withFor: { number: { values: { 培训人数的完成数: '150' } } },
    choices: { fact: ['7.5', /得 [\d.]+ 分/u], number: ['5', /如填 10.*得 [\d.]+ 分/u, '300'] },
  },
  {
    code: 'base-unstated',
    text: '引用市级考核得分，相应进行折算。',
    context: { indicator: '履职', points: '10' },
    with: { values: { 履职原始得分: '60' } },
    choices: {
      hundred: ['6', /为 87 分时得 8.7 分/u],
      number: ['5', /如填 120.*为 87 分时得 7.25 分/u, '120'],
    },
  },
  {
    code: 'amount-unstated',
    text: '出现违纪的，每有1人，扣分。',
    context: { indicator: '纪律', points: '6' },
    with: { values: { '纪律：出现违纪的人数': '2' } },
    withFor: { judge: { values: {} } },
    choices: { number: ['2', /如填 1.*得 [\d.]+ 分/u, '2'], judge: [null, /得 0 分|得 6 分/u] },
  },
  {
    code: 'split-unstated',
    text: '制定工作方案，建立工作台账，年终有总结的得3分。',
    context: { indicator: '基础工作', points: '3' },
    with: { values: { 制定工作方案: true, 建立工作台账: true, 年终有总结: false } },
    withFor: { judge: { values: { 基础工作得分: '2.5' } } },
    choices: { equal: ['2', /得 2 分/u], all: ['0', /得 0 分/u], judge: ['2.5', /得 0 分/u] },
  },
  {
    code: 'tie-unstated',
    text: '考核排名前1名得满分，其后每名递减0.2分。',
    context: { indicator: '培训', points: '4' },
    with: {
      values: { '培训：考核名次': '2' },
      others: [{ '培训：考核名次': '1' }, { '培训：考核名次': '2' }],
    },
    choices: { highest: ['3.8', /得 [\d.]+ 分/u], mean: ['3.7', /得 [\d.]+ 分/u] },
  },
  {
    code: 'same-item-highest-or-sum',
    text: '受省级表彰的每次加3分，受市级表彰的每次加1分，最高加5分。',
    context: { indicator: '表彰', points: '5', role: 'bonus' },
    with: {
      values: {
        表彰记录: [
          { title: '甲', level: 'l1', matter: '甲' },
          { title: '甲', level: 'l2', matter: '甲' },
        ],
      },
    },
    choices: { highest: ['3', /同一事项.*得 3 分/u], all: ['4', /同一事项.*得 4 分/u] },
  },
  {
    code: 'once-or-each',
    text: '重大事故责任人未受到责任追究的，扣5分。',
    context: { indicator: '责任落实', points: '15' },
    with: { values: { 重大事故责任人未受到责任追究: true } },
    withFor: { each: { values: { 重大事故责任人未受到责任追究的次数: '2' } } },
    choices: { once: ['10', /得 10 分/u], each: ['5', /得 \d+ 分/u] },
  },
  {
    code: 'and-or',
    text: '无工作计划和专门部署的不得分。',
    context: { indicator: '部署', points: '4' },
    with: { values: { 无工作计划: true, 无专门部署: false } },
    choices: { any: ['0', /得 0 分/u], all: ['4', /得 4 分/u] },
  },
  {
    code: 'vague-condition',
    text: '工作成效显著的得2分。',
    context: { indicator: '成效', points: '2' },
    with: { values: { 工作成效显著: false } },
    choices: { department: ['0', /得 0 分/u], define: ['0', /得 0 分/u, '有市级以上表彰'] },
  },
  {
    code: 'discretionary',
    text: '根据完成情况酌情扣分。',
    context: { indicator: '工作落实', points: '4' },
    with: { values: { 根据完成情况扣分: '1.5' } },
    withFor: { number: { values: { 根据完成情况: true } } },
    choices: { judge: ['2.5', /得 0 分/u], number: ['2', /如填 1.*得 3 分/u, '2'] },
  },
  {
    code: 'contradiction',
    text: '有方案0.5分，有总结0.5分，工作开展4分。',
    context: { indicator: '评议', points: '4' },
    with: { values: { '评议：有方案': true, '评议：有总结': true, '评议：工作开展': true } },
    choices: { cap: ['4', /得 4 分/u], scale: ['4', /得 3.6 分/u] },
  },
  {
    code: 'marginal-or-whole',
    text: '捐款100—1000元的，每100元加1分；捐款1001—5000元的，每400元加1分',
    context: { indicator: '捐款', points: '30', role: 'bonus' },
    with: { values: { 捐款: '1800' } },
    choices: { marginal: ['12', /得 [\d.]+ 分/u], whole: ['4.5', /得 [\d.…]+ 分/u] },
  },
  {
    code: 'which-quantity',
    text: '年度排名前1名得满分，其后每名递减0.5分。',
    context: { indicator: '升旗', points: '3' },
    with: { values: { 升旗名次: '2' }, others: [{ 升旗名次: '1' }] },
    withFor: {
      higher: { values: { 升旗: '80' }, others: [{ 升旗: '90' }] },
      lower: { values: { 升旗: '80' }, others: [{ 升旗: '90' }] },
    },
    choices: { place: ['2.5', /得/u], higher: ['2.5', /得/u], lower: ['3', /得/u] },
  },
  {
    code: 'target',
    text: '每低1个百分点扣1分，扣完为止。',
    context: { indicator: '入户率', points: '5' },
    with: { values: { 入户率: '88', 入户率的目标: '90' } },
    withFor: { number: { values: { 入户率: '88' } } },
    choices: { fact: ['3', /得 [\d.]+ 分/u], number: ['1', /如填 90.*得 [\d.]+ 分/u, '92'] },
  },
  {
    code: 'unread',
    text: '未编制养护计划的扣9分，未执行养护计划的扣72o',
    context: { indicator: '养护计划', points: '72' },
    with: { values: { 养护计划得分: '60' } },
    choices: { judge: ['60', /得 0 分/u] },
  },
  {
    code: 'judge',
    text: '',
    context: { indicator: '科普', points: '3' },
    with: { values: { 科普得分: '2' } },
    withFor: { 'yes-no': { values: { '科普（做到）': true } } },
    choices: { judge: ['2', /得 0 分/u], 'yes-no': ['3', /“否”时得 0 分/u] },
  },
];

const asked = (decision: Decision): Question => {
  const { code, text, context } = decision;
  const questions = questionsOf(readClause(text, context), context);
  const question = questions.find((each) => each.code === code);
  if (question === undefined)
    throw new Error(`${code} is not asked, but ${questions.map((each) => each.id).join(', ')}`);
  return question;
};

describe.each(decisions.map((decision) => [decision.code, decision] as const))('%s', (_code, decision) => {
  const { text, context, choices } = decision;

  it('is asked with the words it is about', () => {
    const question = asked(decision);
    expect(text.slice(question.span.start, question.span.end)).toBe(question.quote);
    expect(question.ask.en).not.toBe('');
    if (question.suggested !== null)
      expect(question.choices.map(({ id }) => id)).toContain(question.suggested);
  });

  it.each(Object.entries(choices))(
    'the choice %s leads to the rule that it says',
    (id, [points, says, value]) => {
      const question = asked(decision);
      const choice = question.choices.find((each) => each.id === id);
      if (choice === undefined) throw new Error(`no choice ${id}`);
      expect(choice.needsValue).toBe(value !== undefined);
      expect(choice.consequence.zh).toMatch(says);
      const answers = { [question.id]: value === undefined ? { choice: id } : { choice: id, value } };
      const given = decision.withFor?.[id] ?? decision.with;
      expect(scoredDraft(text, context, { answers, ...given })).toBe(points);
    },
  );
});

it('a veto without its effect leaves the points and limits the grade as the author says', () => {
  const [text, context] = ['发生重大事故的，一票否决。', { indicator: '安全生产' }];
  const [question] = questionsOf(readClause(text, context), context);
  if (question === undefined) throw new Error('nothing is asked');
  expect(question.code).toBe('veto-effect-unstated');
  const effects = question.choices.map(({ id }) => {
    const made = draftIndicator(readClause(text, context), context, { [question.id]: { choice: id } });
    return made.ok ? made.vetoes[0]?.effects[0] : null;
  });
  expect(effects).toEqual([
    { kind: 'grade-ceiling', grade: 'good' },
    { kind: 'grade', grade: 'unqualified' },
    { kind: 'no-award' },
    { kind: 'withdraw-title' },
  ]);
  expect(question.choices.map(({ consequence }) => consequence.zh)).toEqual([
    expect.stringContaining('最好等次不能评'),
    expect.stringContaining('等次定为最低'),
    expect.stringContaining('没有奖励资格'),
    expect.stringContaining('撤销称号'),
  ]);
});

it('what is measured is asked for where nobody names it, and is the name of the fact then', () => {
  const [text, context] = ['每低1个百分点扣1分，扣完为止。', { points: '5' }];
  const reading = readClause(text, context);
  const question = questionsOf(reading, context).find(({ code }) => code === 'which-quantity');
  if (question === undefined) throw new Error('it is not asked');
  expect(question).toMatchObject({ suggested: null, input: { kind: 'text' }, quote: text });
  const answers = { [question.id]: { choice: 'name', value: '入户率' } };
  expect(scoredDraft(text, context, { answers, values: { 入户率: '88', 入户率的目标: '90' } })).toBe('3');
});

it('an answer that does not fit leaves the question open', () => {
  const context = { indicator: '会议', points: '4' };
  const reading = readClause('缺席1次扣3分。', context);
  for (const answer of [
    { choice: 'nonsense' },
    { choice: 'limit' },
    { choice: 'limit', value: '-3' },
    { choice: 'limit', value: '三' },
  ]) {
    const made = draftIndicator(reading, context, { 'floor-unstated@0': answer });
    expect(made).toMatchObject({ ok: false, open: [{ id: 'floor-unstated@0' }] });
  }
});

it('all questions answered, there is a rule', () => {
  for (const { text, context } of decisions) {
    expect(draftIndicator(readClause(text, context), context, withUsualChoices(text, context)).ok).toBe(true);
  }
});
