import fc from 'fast-check';
import { bookOf, booleanFact, fact, indicatorOf } from '../../test/book-of.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { randomRule, type RandomRule } from '../../test/random-rules.js';
import { orderIndicators } from '../engine/book-index.js';
import { compile } from '../engine/compile.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { canonicalRule } from './canonical-rule.js';
import { clauseOf } from './clause-of.js';

const surroundings = { role: 'base', rounding: null } as const;

/** The book with its indicator in canonical form. */
function canonicalBook({ book, indicator, role }: RandomRule): RuleBook {
  const { finish: _finish, notApplicable: _notApplicable, ...kept } = indicator;
  const own: Indicator = {
    ...kept,
    ...canonicalRule(indicator, { role, rounding: book.rounding.indicator }),
  };
  const sections = book.sections.map((section): Section =>
    section.id === 'S' ? { ...section, indicators: [own] } : section,
  );
  return { ...book, sections };
}

describe('[XP4] the canonical form of a rule', () => {
  it('scores like the rule itself, whatever the facts are', () => {
    fc.assert(
      fc.property(
        randomRule().chain((random) =>
          fc.tuple(fc.constant(random), unitsFor(random.book, { from: 1, to: 4 })),
        ),
        ([random, units]) => {
          // A measure of the difference to the own assessment depends on all base indicators, itself among them.
          fc.pre(orderIndicators(random.book).ok);
          const assess = (book: RuleBook) =>
            compile(book)
              .assess(units, { previous: units })
              .units.map(({ total, rank, indicators }) => ({
                total,
                rank,
                indicators: indicators.map(({ points, state }) => ({ points, state })),
              }));
          expect(assess(canonicalBook(random))).toEqual(assess(random.book));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('is its own canonical form', () => {
    fc.assert(
      fc.property(randomRule(), ({ book, indicator, role }) => {
        const around = { role, rounding: book.rounding.indicator };
        const once = canonicalRule(indicator, around);
        expect(canonicalRule(once, around)).toEqual(once);
      }),
    );
  });

  it('leaves out what is usual: floor and cap of the role, the rounding of the book', () => {
    const rounding = { mode: 'half-up', digits: 2 } as const;
    const indicator = indicatorOf(
      { method: 'judged', reasonRequired: false },
      { points: '10.0', finish: { floor: '0.00', cap: '10', rounding, exceptions: [] } },
    );
    expect(canonicalRule(indicator, { role: 'base', rounding })).toEqual({
      points: '10',
      measure: fact('x'),
      score: { method: 'judged', reasonRequired: false },
      missing: 'wait',
    });
    expect(canonicalRule(indicator, { role: 'deduction', rounding: null }).finish).toEqual({
      floor: '0',
      cap: '10',
      rounding,
    });
  });

  it('takes a constant for the number that it is, and one part for the whole', () => {
    const indicator = indicatorOf(
      { method: 'threshold', comparison: 'at-least', at: { kind: 'constant', value: '3.50' } },
      { measure: { kind: 'sum', of: [fact('x')] } },
    );
    expect(canonicalRule(indicator, surroundings)).toMatchObject({
      measure: fact('x'),
      score: { at: '3.5' },
    });
  });
});

describe('the clause', () => {
  const clause = (indicator: Indicator, changes: Partial<RuleBook> = {}) =>
    clauseOf(indicator, bookOf([indicator], changes), 'zh-CN');
  const minus = { points: '-0.5', per: '1', partial: 'down' } as const;

  it('names points, unit, the parts of a step, the floor and what is missing', () => {
    const days: Indicator = indicatorOf(
      { method: 'steps', base: '2', origin: '0', above: minus },
      { points: '2', measure: { kind: 'days', fact: 'done', since: '2026-07-31' } },
    );
    const done = {
      ...booleanFact('done'),
      kind: 'date' as const,
      title: { zh: '修订日期', en: 'revised on' },
    };
    expect(clause(days, { facts: [done] })).toBe(
      '满分 2 分。修订日期晚于 2026 年 7 月 31 日的天数：基础分 2 分，每超过 1 天扣 0.5 分，不足 1 天的部分不计；扣完为止。没有数据的暂不计分。',
    );
  });

  it('says the rounding of the book where the indicator has none of its own', () => {
    const indicator = indicatorOf({ method: 'judged', reasonRequired: false });
    const rounding = { indicator: { mode: 'half-up', digits: 2 } as const, section: null, total: null };
    expect(clause(indicator, { rounding })).toContain('；得分四舍五入保留 2 位小数。');
    expect(clause(indicator)).not.toContain('小数');
  });

  it('says once what zero denominators mean where all mean the same, and beside each where not', () => {
    const ratio = (whenZero: 'cannot-compute' | 'not-applicable'): Measure => ({
      kind: 'ratio',
      of: [fact('x'), fact('y')],
      whenZero,
    });
    const both = (one: Measure, other: Measure) =>
      clause(
        indicatorOf(
          { method: 'judged', reasonRequired: false },
          { measure: { kind: 'difference', of: [one, other] } },
        ),
      );
    expect(both(ratio('cannot-compute'), ratio('cannot-compute'))).toMatch(/；分母为 0 的无法计算。$/);
    expect(both(ratio('cannot-compute'), ratio('not-applicable'))).toContain(
      '(x ÷ y（分母为 0 的无法计算）) − (x ÷ y（分母为 0 的视为不涉及）)',
    );
  });

  it('puts titles in 「」 that could be taken for words of the clause, and tells equal titles apart', () => {
    const titled = (id: string, zh: string) => ({ ...booleanFact(id), title: { zh, en: zh } });
    const item = (id: string, zh: string) => ({ fact: id, title: { zh, en: zh }, points: '1' });
    const facts = [
      titled('x', '年初部署'),
      titled('y', '甲、乙'),
      titled('z', '满分'),
      titled('a', '同名'),
      titled('b', '同名'),
    ];
    const list = [
      item('x', '年初部署'),
      item('y', '甲、乙'),
      item('z', '满分'),
      item('b', '同名'),
      item('x', '部署'),
    ];
    expect(
      clause(indicatorOf({ method: 'checklist', items: list }, { measure: { kind: 'none' } }), { facts }),
    ).toContain(
      '逐项计分后相加：年初部署得 1 分、「甲、乙」得 1 分、「满分」得 1 分、同名〔b〕得 1 分、「部署」（年初部署）得 1 分。',
    );
  });

  it('asks for the proof that its facts ask for', () => {
    const facts = [{ ...booleanFact('x'), evidence: { zh: '会议记录', en: 'minutes' } }];
    const score = { method: 'threshold', comparison: 'at-least', at: '1' } as const;
    expect(clause(indicatorOf(score), { facts })).toMatch(/。佐证材料：x凭「会议记录」。$/);
  });
});
