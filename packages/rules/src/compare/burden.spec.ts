import { bookOf, byPercent, numberFact } from '../../test/book-of.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import type { Fact } from '../format/fact.js';
import { askedTwice } from './asked-twice.js';
import { burdenChange, burdenOf } from './burden.js';
import { defaultMinutes } from './minutes-table.js';

const with_ = (id: string, changes: Partial<Fact>): Fact => ({ ...numberFact(id), ...changes }) as Fact;
const titled = (id: string, zh: string, changes: Partial<Fact> = {}): Fact =>
  with_(id, { title: { zh, en: id }, ...changes });
const proof = { zh: '照片', en: 'photograph' };
const office = { zh: '组织部', en: 'office' };

const book = bookOf([byPercent('A', '60', 'x'), byPercent('B', '40', 'y')], {
  facts: [
    with_('x', { evidence: proof }),
    with_('y', { source: 'department', enteredBy: office, minutes: '2.5' }),
    with_('z', { source: 'ledger' }),
    with_('w', { source: 'children' }),
    with_('v', { source: 'imported' }),
  ],
});

describe('burdenOf', () => {
  it('[CB5] adds up facts, attachments and minutes by level, for one and for all, by hand', () => {
    const { levels, asked } = burdenOf(book, { units: { assessed: 25, below: 300 } });
    expect(
      levels.map(({ level, facts, attachments, minutesEach, times, minutesAll }) => [
        level,
        facts,
        attachments,
        minutesEach,
        times,
        minutesAll,
      ]),
    ).toEqual([
      ['unit', 1, 1, '13', 25, '325'],
      ['department', 1, 0, '2.5', 25, '62.5'],
      ['below', 1, 0, '3', 300, '900'],
      ['office', 1, 0, '3', 1, '3'],
      ['nobody', 1, 0, '0', 0, '0'],
    ]);
    expect(asked).toEqual({ facts: 4, attachments: 1, minutesAll: '1290.5' });
  });

  it('gives no sum over all where nobody said how many there are', () => {
    expect(burdenOf(book).asked.minutesAll).toBeNull();
    expect(burdenOf(book).levels[0]).toMatchObject({ times: null, minutesAll: null, minutesEach: '13' });
  });

  it('takes another table of minutes', () => {
    const minutes = { kinds: { ...defaultMinutes.kinds, number: '0.5' }, evidence: '1' };
    expect(burdenOf(book, { minutes }).levels[0]).toMatchObject({ minutesEach: '1.5' });
  });

  it('tells who enters what, and where minutes come from', () => {
    const { levels, facts } = burdenOf(book);
    expect(levels[1]?.roles).toEqual([{ enteredBy: office, facts: 1, attachments: 0, minutesEach: '2.5' }]);
    expect(facts.map(({ id, minutesFrom, readBy }) => [id, minutesFrom, readBy])).toEqual([
      ['x', 'table', ['A']],
      ['y', 'book', ['B']],
      ['z', 'table', []],
      ['w', 'table', []],
      ['v', 'table', []],
    ]);
  });

  it('finds the facts that nobody reads, but not one that bounds another', () => {
    const bounded = {
      ...book,
      facts: [with_('x', { checks: { atMost: 'z' } } as Partial<Fact>), ...book.facts.slice(1)],
    };
    expect(burdenOf(book).unread).toEqual(['z', 'w', 'v']);
    expect(burdenOf(bounded).unread).toEqual(['w', 'v']);
  });

  it.each(Object.entries(defaultRuleBooks))('asks nothing twice and nothing in vain in %s', (_name, each) => {
    const { twice, unread, levels } = burdenOf(each, { units: { assessed: 1, below: 1 } });
    expect([twice, unread]).toEqual([[], []]);
    expect(levels.reduce((so, { facts }) => so + facts, 0)).toBe(each.facts.length);
  });
});

describe('askedTwice', () => {
  const twice = (...facts: Fact[]) =>
    askedTwice({ ...book, facts }).map(({ facts: ids, because }) => [because, ...ids]);

  it('finds one title under two ids', () => {
    expect(twice(titled('a', '村数'), titled('b', '村 数'))).toEqual([['same-title', 'a', 'b']]);
  });

  it('finds titles that differ only in words that say nothing, when they are counted in one unit', () => {
    expect(twice(titled('a', '本年培训场数'), titled('b', '培训的场数'))).toEqual([
      ['similar-title', 'a', 'b'],
    ]);
    expect(twice(titled('a', '培训人数'), titled('b', '培训次数'))).toEqual([]);
    expect(
      twice(
        titled('a', '妇女总数'),
        titled('b', '妇女数', { unit: { zh: '万人', en: '10,000' } } as Partial<Fact>),
      ),
    ).toEqual([]);
  });

  it('finds one definition, and one result of another assessment, under two ids', () => {
    const definition = { zh: '在册的村', en: 'villages on the register' };
    const from = {
      results: 'own',
      book: 'b',
      value: { of: 'total' },
      take: 'sum',
      rounding: { mode: 'down', digits: 0 },
    };
    expect(twice(titled('a', '甲', { definition }), titled('b', '乙', { definition }))).toEqual([
      ['same-definition', 'a', 'b'],
    ]);
    expect(
      twice(titled('a', '甲', { from } as Partial<Fact>), titled('b', '乙', { from } as Partial<Fact>)),
    ).toEqual([['same-results', 'a', 'b']]);
  });
});

describe('burdenChange', () => {
  it('tells what is asked for more and less than before', () => {
    const after = {
      ...book,
      facts: [...book.facts.slice(1), with_('u', { kind: 'boolean' } as Partial<Fact>)],
    };
    const { levels, added, dropped } = burdenChange(book, after);
    expect(levels[0]).toMatchObject({ level: 'unit', facts: 0, attachments: -1, minutesEach: '-12' });
    expect([added.map(({ id }) => id), dropped.map(({ id }) => id)]).toEqual([['u'], ['x']]);
  });
});
