import fc from 'fast-check';
import { expectBothLanguages } from '../../test/expect-both-languages.js';
import { smallBook } from '../../test/small-book.js';
import type { Fact, FactValue } from '../format/fact.js';
import { checkFactValue } from './check-fact-value.js';

const facts = (): readonly Fact[] => [
  ...smallBook().facts,
  halves,
  {
    id: 'founded',
    title: { zh: '成立日期', en: 'founded' },
    kind: 'date',
    source: 'ledger',
    enteredBy: { zh: '县妇联', en: 'county' },
  },
];
const halves: Fact = {
  id: 'halves',
  title: { zh: '半分制', en: 'half points' },
  kind: 'number',
  unit: { zh: '分', en: 'points' },
  source: 'meeting',
  enteredBy: { zh: '评委', en: 'judges' },
  checks: { step: '0.5' },
};
const article = (more: object) => [{ title: '甲', level: 'city', ...more }];
const factOf = (id: string): Fact => {
  const fact = facts().find((each) => each.id === id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact;
};
const judges = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ judge: `评委${index}`, score: '90' }));

const cases: readonly (readonly [
  code: string,
  path: string,
  fact: string,
  wrong: unknown,
  right: FactValue,
])[] = [
  ['NOT_A_NUMBER', '', 'late', 3, '3'],
  ['NOT_A_NUMBER', '', 'late', '3 次', '3.5'],
  ['NOT_A_NUMBER', '', 'late', '1,000', '1000'],
  ['NOT_A_NUMBER', '', 'late', '', '0'],
  ['NOT_A_NUMBER', '', 'late', NaN, '0.0000000001'],
  ['NOT_A_NUMBER', '', 'late', '1e3', '999999999999999'],
  ['NOT_A_NUMBER', '', 'rate', '60%', '60'],
  ['NOT_WHOLE', '', 'done', '3.5', '3.0'],
  ['NOT_A_STEP', '', 'halves', '9.25', '-9.5'],
  ['NOT_A_STEP', '', 'halves', '0.1', '0'],
  [
    'POSITION_OVER_AUTHORS',
    '/0/position',
    'awards',
    article({ authors: 2, position: 3 }),
    article({ authors: 3, position: 3 }),
  ],
  ['POSITION_OVER_AUTHORS', '/0/position', 'awards', article({ position: 2 }), article({ position: 1 })],
  ['LESS_THAN', '/0/amount', 'awards', article({ amount: '-1' }), article({ amount: '0.5' })],
  ['WRONG_KIND', '/0/amount', 'awards', article({ amount: 2 }), article({ amount: '2' })],
  ['LESS_THAN', '', 'villages', '0', '1'],
  ['LESS_THAN', '', 'rate', '-0.1', '0'],
  ['MORE_THAN', '', 'rate', '100.1', '100'],
  ['NOT_YES_OR_NO', '', 'funded', 'true', true],
  ['NOT_YES_OR_NO', '', 'funded', 1, false],
  ['NOT_AN_OPTION', '', 'prize', 'frist', 'first'],
  ['WRONG_KIND', '', 'prize', ['first'], 'none'],
  ['NOT_A_DAY', '', 'founded', '2026-02-30', '2026-02-28'],
  ['NOT_A_DAY', '', 'founded', '2023-02-29', '2024-02-29'],
  ['NOT_A_DAY', '', 'founded', 20260228, '2026-12-31'],
  ['WRONG_KIND', '', 'awards', { title: '红旗' }, []],
  ['ABSENT', '/0/title', 'awards', [{ level: 'city' }], [{ title: '红旗', level: 'city' }]],
  [
    'NOT_AN_OPTION',
    '/1/level',
    'awards',
    [
      { title: '甲', level: 'city' },
      { title: '乙', level: 'moon' },
    ],
    [{ title: '甲', level: 'county' }],
  ],
  [
    'NOT_AN_OPTION',
    '/0/genre',
    'awards',
    [{ title: '甲', level: 'city', genre: 'poem' }],
    [{ title: '甲', level: 'city', genre: 'news' }],
  ],
  [
    'WRONG_FORM',
    '/0/date',
    'awards',
    [{ title: '甲', level: 'city', date: '2026-13-01' }],
    [{ title: '甲', level: 'city', date: '2026-12-01' }],
  ],
  [
    'TOO_BIG',
    '',
    'awards',
    Array.from({ length: 501 }, () => ({ title: '甲', level: 'city' })),
    Array.from({ length: 500 }, () => ({ title: '甲', level: 'city' })),
  ],
  ['WRONG_KIND', '', 'votes', ['good'], {}],
  ['NOT_A_NUMBER', '/good', 'votes', { good: 30 }, { good: '30' }],
  ['NOT_AN_OPTION', '/spoiled', 'votes', { good: '30', spoiled: '1' }, { good: '30', poor: '1' }],
  ['NOT_AN_OPTION', '/__proto__', 'votes', JSON.parse('{"__proto__":"1"}'), { poor: '0' }],
  ['NOT_WHOLE', '/good', 'votes', { good: '1.5' }, { good: '1.0' }],
  ['LESS_THAN', '/poor', 'votes', { poor: '-1' }, { poor: '0' }],
  ['MORE_THAN', '/leaders', 'ratings', { leaders: '100.5' }, { leaders: '100' }],
  ['NOT_AN_OPTION', '/toString', 'ratings', { toString: '90' }, { peers: '90.25' }],
  ['WRONG_KIND', '', 'scores', { judge: '张', score: '9' }, judges(3)],
  ['NOT_A_NUMBER', '/0/score', 'scores', [{ judge: '张', score: 92 }], [{ judge: '张', score: '92' }]],
  [
    'MORE_THAN',
    '/1/score',
    'scores',
    [...judges(1), { judge: '张', score: '101' }],
    [...judges(1), { judge: '张', score: '100' }],
  ],
  [
    'LESS_THAN',
    '/0/score',
    'scores',
    [{ judge: '张', score: '-1' }],
    [{ judge: '张', score: '0', recused: true }],
  ],
  ['JUDGE_TWICE', '/1/judge', 'scores', [...judges(1), ...judges(1)], judges(2)],
  ['TOO_BIG', '', 'scores', judges(501), judges(500)],
];

describe('the check of one value', () => {
  it.each(cases)('%s at "%s" of %s', (code, path, id, wrong, right) => {
    const found = checkFactValue(factOf(id), wrong, null);
    expect(found).toMatchObject([{ code, path }]);
    found.forEach(expectBothLanguages);
    expect(checkFactValue(factOf(id), right, null)).toEqual([]);
  });

  it('MORE_THAN: a part may equal but not exceed its whole', () => {
    expect(checkFactValue(factOf('done'), '12', '12')).toEqual([]);
    const [found] = checkFactValue(factOf('done'), '13', '12');
    expect(found).toMatchObject({ code: 'MORE_THAN', path: '' });
    expect(found?.message.zh).toContain('villages');
  });

  it('compares exactly where a double could not', () => {
    expect(checkFactValue(factOf('done'), '999999999999999', '999999999999998')).toMatchObject([
      { code: 'MORE_THAN' },
    ]);
  });

  it('an unknown whole limits nothing', () => {
    expect(checkFactValue(factOf('done'), '13', null)).toEqual([]);
  });

  it('a number written without quotes is shown with quotes', () => {
    expect(checkFactValue(factOf('late'), 3, null)[0]?.fix.en).toContain('"3"');
  });

  it('a mistyped option is answered with the option that is probably meant', () => {
    expect(checkFactValue(factOf('prize'), 'frist', null)[0]?.fix.en).toContain('Is "first" meant?');
  });

  it('the book may widen a percentage beyond 0 to 100', () => {
    const growth: Fact = { ...factOf('rate'), kind: 'percent', checks: { min: '-100', max: '500' } };
    expect(checkFactValue(growth, '-20', null)).toEqual([]);
    expect(checkFactValue(growth, '501', null)).toMatchObject([{ code: 'MORE_THAN' }]);
  });

  it('never throws, whatever the value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...facts()), fc.anything(), fc.anything(), (fact, value, limit) => {
        checkFactValue(fact, value, limit as FactValue).forEach(expectBothLanguages);
      }),
    );
  });
});
