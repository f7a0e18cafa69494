import { bookOf, indicatorOf, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import { clauseOf } from '../explain/clause-of.js';
import { describeSteps } from '../explain/describe-steps.js';
import type { Fact, RecordEntry } from '../format/fact.js';
import type { RecordsWorth } from './records-worth.js';

const option = (id: string, zh: string) => ({ id, title: { zh, en: id } });
const articles: Fact = {
  id: 'articles',
  title: { zh: '稿件', en: 'articles' },
  kind: 'records',
  source: 'ledger',
  enteredBy: { zh: '宣传部', en: 'publicity' },
  levels: [option('county', '县'), option('city', '市')],
  genres: [option('one', '个访'), option('group', '集体访')],
};

function assess(
  changes: Partial<RecordsWorth>,
  entries: Partial<RecordEntry>[],
  before?: Partial<RecordEntry>[],
) {
  const score: RecordsWorth = {
    method: 'records-worth',
    fact: 'articles',
    worth: [
      { level: 'county', points: '5' },
      { level: 'city', points: '10' },
    ],
    sameMatter: 'all',
    ...changes,
  };
  const indicator = indicatorOf(score, { points: '100', measure: { kind: 'none' } });
  const book = bookOf([indicator], { facts: [articles] });
  const list = (of: Partial<RecordEntry>[]) =>
    of.map((entry) => ({ title: '稿', level: 'county', ...entry }));
  const previous = before === undefined ? undefined : [unitOf('u', { articles: list(before) })];
  const assessment = compile(book).assess(
    [unitOf('u', { articles: list(entries) })],
    previous ? { previous } : {},
  );
  return { book, indicator, told: assessment.explain('u', 'I') };
}
const earned = (...input: Parameters<typeof assess>) => assess(...input).told.points;

describe('[SC15] severity by level and kind (M24)', () => {
  it('a row for level and kind goes before a row for the level', () => {
    const worth = [
      { level: 'county', points: '2' },
      { level: 'county', genre: 'group', points: '10' },
    ];
    expect(earned({ worth }, [{ genre: 'one' }, { genre: 'group' }, {}])).toBe('14');
  });

  it('and takes no coefficient', () => {
    const worth = [
      { level: 'county', points: '2' },
      { level: 'county', genre: 'group', points: '10' },
    ];
    const genres = [
      { genre: 'one', coefficient: '0.5' },
      { genre: 'group', coefficient: '0.5' },
    ];
    expect(earned({ worth, genres }, [{ genre: 'one' }, { genre: 'group' }])).toBe('11');
  });
});

describe('[SC15] joint works (M36)', () => {
  const second = [{ authors: 2, position: 2 }];

  it('in equal parts, all to the first, by a list, or all to each', () => {
    expect(earned({ split: { by: 'equal' } }, second)).toBe('2.5');
    expect(earned({ split: { by: 'first' } }, second)).toBe('0');
    expect(earned({ split: { by: 'listed', shares: [['0.6', '0.4']] } }, second)).toBe('2');
    expect(earned({}, second)).toBe('5');
  });

  it('a number of authors without a list shares equally; who does not say is alone', () => {
    const split = { by: 'listed', shares: [['0.6', '0.4']] } as const;
    expect(earned({ split: { ...split, shares: [['0.6', '0.4']] } }, [{ authors: 3, position: 3 }])).toBe(
      '5/3',
    );
    expect(earned({ split: { ...split, shares: [['0.6', '0.4']] } }, [{}])).toBe('5');
  });

  it('the sentence tells the share', () => {
    const { told, book } = assess({ split: { by: 'equal' } }, second);
    expect(describeSteps(told, book, 'zh-CN')[0]).toBe('县 2.5（合写占 0.5） = 2.5 分');
  });
});

describe('[SC15] points claimed by the unit (M38)', () => {
  it('each up to its limit, the best few of them', () => {
    const rule: Partial<RecordsWorth> = {
      worth: [{ level: 'county', points: '1' }],
      amount: { most: '2' },
      bestMatters: 2,
    };
    expect(earned(rule, [{ amount: '3' }, { amount: '1.5' }, { amount: '0.5' }])).toBe('3.5');
    expect(earned({ ...rule, amount: {} }, [{ amount: '3' }, {}])).toBe('4');
  });
});

describe('[SC15] the period that counts (C12)', () => {
  const period = { from: '2026-01-01', to: '2026-12-31' };

  it('both days belong to it', () => {
    const entries = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((date) => ({ date }));
    expect(earned({ period }, entries)).toBe('10');
  });

  it('an entry without a date leaves the indicator missing and is named', () => {
    const { told, book } = assess({ period }, [{ title: '无日期', date: undefined }]);
    expect(told.state).toBe('missing');
    expect(describeSteps(told, book, 'zh-CN')[0]).toContain('“无日期”没有日期');
  });

  it('what counted last year does not count again, by matter or title', () => {
    const before = [{ matter: '甲' }, { title: '乙' }];
    const entries = [{ matter: '甲' }, { title: '乙' }, { title: '丙' }];
    expect(earned({ notBefore: 'previous' }, entries, before)).toBe('5');
    expect(earned({ notBefore: 'previous' }, entries)).toBe('15');
    expect(earned({}, entries, before)).toBe('15');
  });
});

describe('clauses of records', () => {
  it('say every rule that changes a figure', () => {
    const { indicator, book } = assess(
      {
        genres: [{ genre: 'one', coefficient: '0.5' }],
        split: { by: 'equal' },
        amount: { most: '2' },
        period: { from: '2026-01-01', to: '2026-12-31' },
        notBefore: 'previous',
      },
      [],
    );
    expect(clauseOf(indicator, book, 'zh-CN')).toBe(
      '满分 100 分。稿件：县每项得 5 分、市每项得 10 分，个访的乘以系数 0.5，每项再乘以数量，数量最多按 2 计，合作完成的均分，只计日期在 2026 年 1 月 1 日至 2026 年 12 月 31 日之间的，上年已列的事项不再计，同一事项的各项都计；最高得 100 分。没有数据的暂不计分。',
    );
  });
});

it('[SC15] an entry without an amount is one, and is kept under the limit like any other', () => {
  expect(earned({ worth: [{ level: 'county', points: '1' }], amount: { most: '0.5' } }, [{}])).toBe('0.5');
});
