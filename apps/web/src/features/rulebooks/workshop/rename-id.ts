import type { RuleBook } from '@heng/rules';

type Kind = 'fact' | 'indicator' | 'section' | 'grade';

/** The members that name a thing of each kind: one name, or a list of them. */
const naming: Readonly<Record<Kind, readonly string[]>> = {
  fact: ['fact', 'atMost'],
  indicator: ['indicator', 'indicators', 'part'],
  section: ['section', 'sections', 'part'],
  grade: ['grade'],
};
const lists: Readonly<Record<Kind, string>> = {
  fact: 'facts',
  indicator: 'indicators',
  section: 'sections',
  grade: 'grades',
};

/** The book with a thing called by another id, wherever the book names it. What comes from other books keeps its names. */
export function renameId(book: RuleBook, kind: Kind, from: string, to: string): RuleBook {
  const named = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(named);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, member(key, inner)]));
  };
  const member = (key: string, value: unknown): unknown => {
    // Facts worked out from another assessment name things of that book.
    if (key === 'from' && typeof value === 'object') return value;
    if (naming[kind].includes(key)) {
      if (value === from) return to;
      if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
        return value.map((each) => (each === from ? to : each));
    }
    if (key === lists[kind] && Array.isArray(value))
      return value.map((each: unknown) => {
        const inner = named(each);
        return isCalled(inner, from) ? { ...inner, id: to } : inner;
      });
    return named(value);
  };
  // The walk keeps the shape; it changes strings only.
  return named(book) as RuleBook;
}

const isCalled = (value: unknown, id: string): value is { readonly id: string } =>
  typeof value === 'object' && value !== null && (value as { id?: unknown }).id === id;
