import { bookOf, byPercent, sectionOf } from '../../test/book-of.js';
import type { Section } from '../format/rule-book.js';
import { sectionClauseOf } from './section-clause-of.js';

const parts = [byPercent('A', '100', 'x'), byPercent('B', '100', 'y')];
const clauses = (changes: Partial<Section>) => {
  const section = { ...sectionOf('S', 'base', '100', parts), ...changes };
  const book = bookOf([], { sections: [section] });
  return [sectionClauseOf(section, book, 'zh-CN'), sectionClauseOf(section, book, 'en')];
};

describe('the clause of a section', () => {
  it('is none where the parts are simply added up', () => {
    expect(clauses({})).toEqual([null, null]);
  });

  it('says how the parts are combined and what an absent one does', () => {
    const weights = [
      { part: 'A', weight: '0.6' },
      { part: 'B', weight: '0.4' },
    ];
    expect(clauses({ combine: { by: 'weighted-sum', weights, absent: 'leave-out', minimum: 1 } })).toEqual([
      '加权合计（I × 0.6 + I × 0.4）（缺项不计，至少 1 项有数）。',
      'weighted sum (I × 0.6 + I × 0.4) (what is missing is carried by the rest, at least 1 of them known).',
    ]);
    expect(
      clauses({
        combine: { by: 'selected', keep: { dropLowest: 1, dropHighest: 1 }, take: 'mean', absent: 'zero' },
      })[0],
    ).toBe('各项中去掉最高 1 项和最低 1 项后的平均（缺项按 0 计）。');
  });

  it('says its bounds and its rounding', () => {
    expect(clauses({ cap: '90', floor: '60', rounding: { mode: 'up', step: '0.5' } })).toEqual([
      '最高 90 分；最低 60 分；只入不舍到 0.5 的倍数。',
      'at most 90; at least 60; rounded up to a multiple of 0.5.',
    ]);
  });
});
