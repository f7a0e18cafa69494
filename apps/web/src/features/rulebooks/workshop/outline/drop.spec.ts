import type { RuleBook } from '@heng/rules';
import { smallBook } from '../../../../../test/small-book.js';
import { dropped, sidesFor } from './drop.js';

const [section] = smallBook.sections;
const [indicator] = section!.indicators!;
const book: RuleBook = {
  ...smallBook,
  sections: ['A', 'B', 'C'].map((id) => ({
    ...section!,
    id,
    indicators: [1, 2].map((number) => ({ ...indicator!, id: `${id}${number}` })),
  })),
};
const ids = ({ sections }: RuleBook) =>
  sections.map(({ id, indicators = [], sections: inner = [] }) =>
    [id, ...indicators.map((each) => each.id), ...inner.map((each) => `(${each.id})`)].join(' '),
  );
const i = (id: string) => ({ kind: 'indicator' as const, id });
const s = (id: string) => ({ kind: 'section' as const, id });

describe('dropping a line of the outline', () => {
  it('puts an indicator before or after another, in its own section or elsewhere', () => {
    expect(ids(dropped(book, i('A1'), i('A2'), 'after'))).toEqual(['A A2 A1', 'B B1 B2', 'C C1 C2']);
    expect(ids(dropped(book, i('C2'), i('A2'), 'before'))).toEqual(['A A1 C2 A2', 'B B1 B2', 'C C1']);
  });

  it('puts an indicator at the end of a section', () => {
    expect(ids(dropped(book, i('A1'), s('A'), 'into'))).toEqual(['A A2 A1', 'B B1 B2', 'C C1 C2']);
    expect(ids(dropped(book, i('A1'), s('B'), 'into'))).toEqual(['A A2', 'B B1 B2 A1', 'C C1 C2']);
  });

  it('moves a section beside or into another, never into itself', () => {
    expect(ids(dropped(book, s('A'), s('C'), 'after'))).toEqual(['B B1 B2', 'C C1 C2', 'A A1 A2']);
    expect(ids(dropped(book, s('C'), s('A'), 'before'))).toEqual(['C C1 C2', 'A A1 A2', 'B B1 B2']);
    const inner = dropped(book, s('C'), s('A'), 'into');
    expect(ids(inner)).toEqual(['A A1 A2 (C)', 'B B1 B2']);
    expect(ids(dropped(inner, s('B'), s('C'), 'before'))).toEqual(['A A1 A2 (B) (C)']);
    expect(dropped(inner, s('A'), s('C'), 'into')).toBe(inner);
  });

  it('refuses what makes no sense', () => {
    expect(sidesFor(s('A'), i('B1'))).toEqual([]);
    expect(sidesFor(i('A1'), i('A1'))).toEqual([]);
    expect(dropped(book, s('A'), i('B1'), 'after')).toBe(book);
  });
});
