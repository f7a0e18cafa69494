import { bookOf, booleanFact, byPercent, fact, numberFact, unitOf } from '../../test/book-of.js';
import type { Condition } from '../format/condition.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Comparison } from '../format/primitives.js';
import { compile } from './compile.js';

const title = (word: string) => ({ zh: word, en: word });
const option = (id: string) => ({ id, title: title(id) });
const facts: Fact[] = [
  numberFact('x'),
  numberFact('y'),
  ...['a', 'b'].map(booleanFact),
  { ...booleanFact('c'), kind: 'choice', options: ['p', 'q', 'r'].map(option) },
];
const [x, y] = [fact('x'), fact('y')] as const;
const [a, b]: [Condition, Condition] = [
  { kind: 'is-true', fact: 'a' },
  { kind: 'is-true', fact: 'b' },
];

/** Three-valued: whether it holds, and whether its negation does. */
function truthOf(when: Condition, values: Record<string, FactValue | null>): 'true' | 'false' | 'unknown' {
  const fires = (of: Condition) => {
    const veto = { id: 'v', title: title('v'), when: of, effects: [{ kind: 'no-award' } as const] };
    const book = bookOf([byPercent('I', '10', 'x')], { facts, vetoes: [veto] });
    return compile(book).assess([unitOf('u', values)]).units[0]?.noAward === true;
  };
  if (fires(when)) return 'true';
  return fires({ kind: 'not', of: when }) ? 'false' : 'unknown';
}

describe('[CO1] a comparison says whether its bound belongs to it', () => {
  it.each<[Comparison, string, string, string]>([
    ['at-least', 'false', 'true', 'true'],
    ['more-than', 'false', 'false', 'true'],
    ['at-most', 'true', 'true', 'false'],
    ['less-than', 'true', 'false', 'false'],
    ['equal', 'false', 'true', 'false'],
  ])('%s', (comparison, under, on, over) => {
    const when: Condition = { kind: 'compare', left: x, comparison, right: '5' };
    expect(['4.9', '5.0', '5.1'].map((value) => truthOf(when, { x: value }))).toEqual([under, on, over]);
  });
});

describe('[CO1] true, false and unknown', () => {
  const compare: Condition = { kind: 'compare', left: x, comparison: 'at-least', right: y };
  const isOption: Condition = { kind: 'is-option', fact: 'c', options: ['p', 'q'] };
  it.each<[string, Condition, Record<string, FactValue | null>, string]>([
    ['a yes', a, { a: true }, 'true'],
    ['a no', a, { a: false }, 'false'],
    ['nobody knows', a, { a: null }, 'unknown'],
    ['one of several options', isOption, { c: 'q' }, 'true'],
    ['another option', isOption, { c: 'r' }, 'false'],
    ['no option chosen', isOption, { c: null }, 'unknown'],
    ['a comparison with what is missing', compare, { x: '1', y: null }, 'unknown'],
    ['a comparison of what is missing', compare, { x: null, y: '1' }, 'unknown'],
    ['not true is false', { kind: 'not', of: a }, { a: true }, 'false'],
    ['not false is true', { kind: 'not', of: a }, { a: false }, 'true'],
    ['not unknown is unknown', { kind: 'not', of: a }, { a: null }, 'unknown'],
    ['twice negated it is what it was', { kind: 'not', of: { kind: 'not', of: a } }, { a: null }, 'unknown'],
    ['all true', { kind: 'all', of: [a, b] }, { a: true, b: true }, 'true'],
    ['one of all false', { kind: 'all', of: [a, b] }, { a: true, b: false }, 'false'],
    ['one of all unknown', { kind: 'all', of: [a, b] }, { a: true, b: null }, 'unknown'],
    ['one of all false and one unknown', { kind: 'all', of: [a, b] }, { a: null, b: false }, 'false'],
    ['none of any', { kind: 'any', of: [a, b] }, { a: false, b: false }, 'false'],
    ['one of any', { kind: 'any', of: [a, b] }, { a: false, b: true }, 'true'],
    ['none of any known, one unknown', { kind: 'any', of: [a, b] }, { a: false, b: null }, 'unknown'],
    ['one of any true and one unknown', { kind: 'any', of: [a, b] }, { a: null, b: true }, 'true'],
  ])('%s', (_title, when, values, expected) => expect(truthOf(when, values)).toBe(expected));
});
