import { compile, lintRuleBook, type AssessedUnit, type FactValue, type RuleBook } from '@heng/rules';
import type { Answers } from '../question.js';
import { proposeRuleBook, rowsOfProposal, type ProposalHead } from './propose-rule-book.js';
import type { InputRegulation, InputRow, InputSection } from './regulation-input.js';

let address = 0;
const row = (
  item: string,
  points: string | null,
  standard: string | null,
  more: Partial<InputRow> = {},
): InputRow => ({
  number: null,
  item,
  requirement: null,
  points,
  standard,
  department: '办公室',
  evidence: null,
  remark: null,
  place: { address: `表!B${(address += 1)}` },
  ...more,
});
const section = (
  title: string,
  points: string | null,
  rows: readonly InputRow[],
  more: Partial<InputSection> = {},
): InputSection => ({
  title,
  points,
  role: 'base',
  rows,
  sections: [],
  place: { address: `表!A${address}` },
  ...more,
});
const regulation = (
  sections: readonly InputSection[],
  more: Partial<InputRegulation> = {},
): InputRegulation => ({
  title: '考核细则',
  year: 2026,
  issuer: '县妇联',
  total: null,
  sections,
  notes: [],
  ...more,
});

const taking = (input: InputRegulation, answers: Answers = {}, head: ProposalHead = {}) =>
  proposeRuleBook(input, answers, { suggestions: 'take', ...head });

function bookOf(input: InputRegulation, answers: Answers = {}): RuleBook {
  const { book, problems, openQuestions } = taking(input, answers);
  if (book === null) throw new Error(`${openQuestions} open; ${JSON.stringify(problems)}`);
  return book;
}

/** The total of a unit with these facts, by title. */
function totalOf(book: RuleBook, values: Readonly<Record<string, FactValue>>): string | undefined {
  const unit: AssessedUnit = {
    code: 'X',
    name: 'X',
    type: 'Unit',
    facts: Object.fromEntries(
      book.facts.map(({ id, title }) => [id, { verified: values[title.zh] ?? null }]),
    ),
  };
  return compile(book).assess([unit]).units[0]?.total;
}

const plain = () =>
  regulation(
    [
      section('一、组织', '6', [
        row('会议', '2', '缺席1次扣1分，扣完为止。'),
        row('建家率', '3', '建家率达70%得3分，60%得2分，50%得1分'),
        row('台账', '1', '台账齐全得1分。'),
      ]),
      section('加分', '5', [row('表彰', null, '受省级表彰的加3分，受市级表彰的加1分。')], { role: 'bonus' }),
      section('一票否决', null, [row('重大案件', null, '一票否决。')], { role: 'veto' }),
    ],
    { total: { points: '6' } },
  );

it('a plain table becomes a book that runs, with the points of the table', () => {
  const book = bookOf(plain());
  expect(book).toMatchObject({
    totalPoints: '6',
    year: 2026,
    issuer: { zh: '县妇联' },
    title: { zh: '考核细则' },
  });
  expect(book.sections.map(({ role, points }) => [role, points])).toEqual([
    ['base', '6'],
    ['bonus', '5'],
  ]);
  expect(
    totalOf(book, {
      '会议：缺席的次数': '1',
      建家率: '65',
      台账齐全: true,
      表彰记录: [{ title: '甲', level: 'l1' }],
    }),
  ).toBe('7');
  expect(lintRuleBook(book).filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('every row says what its rule says, in words of the rule', () => {
  const proposal = taking(plain());
  const [meeting] = proposal.sections.flatMap(rowsOfProposal);
  expect(meeting).toMatchObject({
    item: '会议',
    text: '缺席1次扣1分，扣完为止。',
    status: 'understood',
    points: '2',
  });
  expect(meeting?.clause?.zh).toContain('每 1 次扣 1 分');
  expect(meeting?.clause?.en).toContain('minus 1 per 1');
});

it('waits for the author while a question is open, and says how many', () => {
  const asking = proposeRuleBook(plain());
  expect(asking.book).toBeNull();
  const open = [
    ...asking.questions,
    ...asking.sections.flatMap(rowsOfProposal).flatMap(({ questions }) => questions),
  ];
  expect(asking.openQuestions).toBe(open.length);
  expect(open.length).toBeGreaterThan(0);
  const answers = Object.fromEntries(
    open.map(({ id, suggested, choices }) => [id, { choice: suggested ?? choices[0]?.id ?? '' }]),
  );
  const answered = proposeRuleBook(plain(), answers);
  // The same table in another place of the document asks under other ids.
  expect(answered.openQuestions).toBe(open.length);
  const input = plain();
  const first = proposeRuleBook(input);
  const all = [
    ...first.questions,
    ...first.sections.flatMap(rowsOfProposal).flatMap(({ questions }) => questions),
  ];
  const given = Object.fromEntries(
    all.map(({ id, suggested, choices }) => [id, { choice: suggested ?? choices[0]?.id ?? '' }]),
  );
  expect(proposeRuleBook(input, given)).toMatchObject({ openQuestions: 0, book: { totalPoints: '6' } });
});

describe('points that are missing or do not add up', () => {
  const short = () =>
    regulation([section('一、组织', '30', [row('会议', '20', '缺席1次扣1分，扣完为止。')])]);

  it.each([
    ['sum', '20', 1],
    ['rest', '30', 2],
  ])('of a section that states more than its rows the author takes the %s', (choice, total, count) => {
    const input = short();
    const [question] = taking(input).questions;
    if (question === undefined) throw new Error('nothing is asked');
    expect(question).toMatchObject({ code: 'contradiction', quote: '一、组织', suggested: 'sum' });
    const book = bookOf(input, { [question.id]: { choice } });
    expect(book.totalPoints).toBe(total);
    expect(book.sections[0]?.indicators).toHaveLength(count);
  });

  it('of a section that states less its rows can be scaled down', () => {
    const input = regulation([section('一、组织', '10', [row('甲', '8', null), row('乙', '12', null)])]);
    const [question] = taking(input).questions;
    const book = bookOf(input, { [question?.id ?? '']: { choice: 'scale' } });
    expect(book.sections[0]?.indicators?.map(({ points }) => points)).toEqual(['4', '6']);
  });

  it('rows without points share what is left of their section', () => {
    const input = regulation([
      section('一、组织', '10', [row('甲', '4', null), row('乙', null, null), row('丙', null, null)]),
    ]);
    const book = bookOf(input);
    expect(book.sections[0]?.indicators?.map(({ points }) => points)).toEqual(['4', '3', '3']);
  });

  it('rows of sections without points share what is left of the total, to the last hundredth', () => {
    const input = regulation(
      [section('一、组织', null, [row('甲', null, null), row('乙', null, null), row('丙', null, null)])],
      {
        total: { points: '100' },
      },
    );
    const book = bookOf(input);
    expect(book.sections[0]?.indicators?.map(({ points }) => points)).toEqual(['33.33', '33.33', '33.34']);
    expect(book.totalPoints).toBe('100');
  });

  it('a number can be given for each of them', () => {
    const input = regulation([
      section('一、组织', '10', [row('甲', '4', null), row('乙', null, null), row('丙', null, null)]),
    ]);
    const [question] = taking(input).questions.filter(({ code }) => code === 'amount');
    const book = bookOf(input, { [question?.id ?? '']: { choice: 'number', value: '2.5' } });
    expect(book.sections[0]?.indicators?.map(({ points }) => points)).toEqual(['4', '2.5', '2.5']);
  });

  it('the points that a clause states are those of a row without any', () => {
    const input = regulation([
      section('一、组织', null, [row('甲', null, '有方案2分，有总结1分。'), row('乙', '3', null)]),
    ]);
    expect(bookOf(input).sections[0]?.indicators?.map(({ points }) => points)).toEqual(['3', '3']);
  });
});

describe('what only adds or only costs', () => {
  it('a row that deducts within 加分 goes into a part of its own, and takes points', () => {
    const input = regulation([
      section('一、组织', '6', [row('台账', '6', '台账齐全得6分。')]),
      section(
        '奖扣分',
        '7',
        [row('表扬', null, '受省级表扬的加3分。'), row('批评', null, '被省级批评的每次扣2分。')],
        { role: 'bonus' },
      ),
    ]);
    const book = bookOf(input);
    expect(book.sections.map(({ role, points }) => [role, points])).toEqual([
      ['base', '6'],
      ['bonus', '7'],
      ['deduction', '7'],
    ]);
    const criticised = book.facts.find(({ title }) => title.zh.includes('批评'));
    const value: FactValue = criticised?.kind === 'records' ? [{ title: '甲', level: 'l1' }] : '1';
    expect(totalOf(book, { 台账齐全: true, [criticised?.title.zh ?? '']: value })).toBe('4');
  });

  it('a base row without points that only costs is a deduction, up to the total', () => {
    const input = regulation(
      [
        section('一、管理', null, [
          row('设置', '2', '每起扣0.5分，扣完为止。'),
          row('程序', null, '每发生1起扣1.5分。'),
        ]),
      ],
      {
        total: { points: '2' },
      },
    );
    const book = bookOf(input);
    expect(book.sections.map(({ role, points }) => [role, points])).toEqual([
      ['base', '2'],
      ['deduction', '2'],
    ]);
  });
});

it('grades come from a note that has them, and vetoes point at them', () => {
  const input = regulation(
    [
      section('一、组织', '100', [row('台账', '100', '台账齐全得100分。')]),
      section('否决', null, [row('重大案件', null, '发生的一票否决。')], { role: 'veto' }),
    ],
    { notes: [{ text: '80以上合格，60—80基本合格，60以下不合格。', place: { address: 'P9' } }] },
  );
  const book = bookOf(input);
  expect(book.grades.map(({ title, atLeast }) => [title.zh, atLeast])).toEqual([
    ['合格', '80'],
    ['基本合格', '60'],
    ['不合格', undefined],
  ]);
  expect(book.vetoes).toMatchObject([
    {
      title: { zh: expect.stringContaining('重大案件') },
      effects: [{ kind: 'grade-ceiling', grade: 'grade-2' }],
    },
  ]);
});

it('usual grades follow the total where the document has none', () => {
  const input = regulation([section('一、组织', '1000', [row('台账', '1000', '台账齐全得1000分。')])]);
  expect(bookOf(input).grades.map(({ atLeast }) => atLeast)).toEqual(['900', '800', '600', undefined]);
});

it('one quantity of two rows of an item is collected once', () => {
  const input = regulation([
    section('一、组织', '4', [
      row('培训', '2', '参训率达90%得2分。'),
      row('培训', '2', '参训率达98%得2分。'),
    ]),
  ]);
  expect(bookOf(input).facts.map(({ title }) => title.zh)).toEqual(['培训：参训率']);
});

it('what is in no rule is named with its place', () => {
  const input = regulation([
    section('一、组织', '4', [
      row('培训', '4', '考核排名前1名得满分，其后每名递减0.2分，人数70人以上的违纪总分乘0.9。'),
    ]),
    section('二、空', null, []),
  ]);
  const { leftOut } = taking(input);
  expect(leftOut.map(({ text }) => text)).toEqual(expect.arrayContaining(['二、空']));
  for (const each of leftOut) expect(each.reason.zh).not.toBe('');
});

it('names of JavaScript are only names', () => {
  const input = regulation([
    section('__proto__', '4', [
      row('constructor', '4', '缺席1次扣1分，扣完为止。', { place: { address: '__proto__' } }),
    ]),
  ]);
  expect(bookOf(input).sections[0]?.title.zh).toBe('__proto__');
});
