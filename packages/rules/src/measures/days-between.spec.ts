import fc from 'fast-check';
import { bookOf, indicatorOf, unitOf } from '../../test/book-of.js';
import { compile } from '../engine/compile.js';
import type { Fact } from '../format/fact.js';
import { daysBetween } from './days-between.js';

describe('[ME19] days', () => {
  it.each([
    ['2026-07-31', '2026-07-31', 0],
    ['2026-07-31', '2026-08-02', 2],
    ['2026-08-02', '2026-07-31', -2],
    ['2024-02-28', '2024-03-01', 2],
    ['2100-02-28', '2100-03-01', 1],
    ['2000-01-01', '2001-01-01', 366],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });

  it('agree with the calendar of the machine over four centuries', () => {
    const day = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [a, b].map((each) => each.toISOString().slice(0, 10)) as [string, string];
        expect(daysBetween(from, to)).toBe((Date.parse(to) - Date.parse(from)) / 86_400_000);
      }),
    );
  });

  it('lose 0.5 points for each day after the last one', () => {
    const handedIn: Fact = {
      id: 'handed-in',
      title: { zh: '报送日期', en: 'handed in' },
      kind: 'date',
      source: 'ledger',
      enteredBy: { zh: '办公室', en: 'office' },
    };
    const lateness = indicatorOf(
      { method: 'steps', base: '10', origin: '0', above: { points: '-0.5', per: '1', partial: 'down' } },
      { measure: { kind: 'days', fact: 'handed-in', since: '2026-12-25' } },
    );
    const book = bookOf([lateness], { facts: [handedIn] });
    const days = ['2026-12-20', '2026-12-25', '2026-12-28', null];
    const { units } = compile(book).assess(
      days.map((day, index) => unitOf(`u${index}`, { 'handed-in': day })),
    );
    expect(units.map(({ indicators }) => indicators[0]?.points)).toEqual(['10', '10', '8.5', null]);
  });
});
