import { lintRuleBook, parseRuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { blankBook, copyOf, idFor, titleFor } from './new-rule-book.js';

const word = (name: string) => ({ zh: `词${name}`, en: name });
const wish = { id: 'new-2027', title: { zh: '新规则书', en: 'New' }, year: 2027 };

describe('a new rule book', () => {
  it('is valid from the start and has no error', () => {
    const parsed = parseRuleBook(blankBook(wish, '县妇联', word));
    expect(parsed).toMatchObject({ ok: true });
    if (!parsed.ok) return;
    expect(lintRuleBook(parsed.book).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each(Object.entries(defaultRuleBooks))(
    'copies the default book %s into the next year',
    (_name, book) => {
      const copy = copyOf(book, wish);
      expect(parseRuleBook(copy)).toMatchObject({ ok: true });
      expect(copy).toMatchObject({
        ...wish,
        version: '1.0',
        effective: { from: '2027-01-01', to: '2027-12-31' },
      });
      expect(copy.sections.length).toBe(book.sections.length);
    },
  );

  it('moves the days of the rules with the year, and no number', () => {
    const { township } = defaultRuleBooks;
    const days = (book: unknown) => JSON.stringify(book).match(/"(since|from|to)":"\d{4}-/g) ?? [];
    const copy = copyOf(township, wish);
    expect(days(copy).length).toBe(days(township).length);
    expect(days(copy).filter((day) => day.includes('2026'))).toEqual([]);
    expect(copyOf(township, { ...wish, year: township.year }).sections).toEqual(township.sections);
  });

  it('gets a free id and a title of its year', () => {
    expect(idFor('default-township', 2027, new Set())).toBe('default-township-2027');
    expect(idFor('default-township-2027', 2028, new Set(['default-township-2028']))).toBe(
      'default-township-2028-2',
    );
    expect(titleFor({ zh: '2026 年细则', en: 'Rules 2026' }, 2026, 2027)).toEqual({
      zh: '2027 年细则',
      en: 'Rules 2027',
    });
  });
});
