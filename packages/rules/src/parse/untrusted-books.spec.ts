import { changed, smallBook } from '../../test/small-book.js';
import {
  A1,
  A2,
  A3,
  A4,
  fact,
  itReports,
  measured,
  problemsOf,
  type Changes,
} from '../../test/wrong-book.js';
import { mostProblems } from './first-problems.js';

const nested = (depth: number): unknown =>
  depth === 0 ? fact('rate') : { kind: 'sum', of: [nested(depth - 1)] };

describe('[PA10] a rule book is untrusted: how deep, large and laborious it may be', () => {
  itReports([
    ['TOO_DEEP', '', { [`${A2}/measure`]: nested(20) }, { [`${A2}/measure`]: nested(15) }],
    [
      'MEASURE_TOO_LARGE',
      `${A2}/measure`,
      measured({ kind: 'sum', of: [sumOf(500), sumOf(498)] }),
      measured({ kind: 'sum', of: [sumOf(500), sumOf(497)] }),
    ],
    [
      'TOO_MUCH_WORK',
      A2,
      measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
      measured({ kind: 'power', of: fact('late'), exponent: '1.81' }),
    ],
    ['TOO_MUCH_WORK', A2, measured(logarithmOfPower('9.99')), measured(logarithmOfPower('1.81'))],
    [
      'TOO_MUCH_WORK',
      A2,
      measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
      {
        ...measured({ kind: 'power', of: fact('late'), exponent: '9.99' }),
        '/facts/8/checks': { min: '0', max: '99', step: '0.1' },
      },
    ],
    ['TOO_MUCH_WORK', A2, measured(fractions(300)), measured(fractions(60))],
    ['TOO_MUCH_WORK', A4, { ...squares('0'), '/rounding/indicator': null }, squares('0')],
    [
      'TOO_MUCH_WORK',
      A2,
      measured(nestedMeans(3, (of) => of)),
      measured(nestedMeans(3, (of) => ({ kind: 'rounded', of, rounding: { mode: 'down', digits: 10 } }))),
    ],
  ]);

  it('RESERVED_KEY: __proto__ is refused wherever it stands and changes nothing', () => {
    const json: unknown = JSON.parse(
      JSON.stringify(smallBook()).replace('"A1"', '"A1","__proto__":{"polluted":true}'),
    );
    expect(problemsOf(json)).toMatchObject([{ code: 'RESERVED_KEY', path: A1 }]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('TOO_DEEP: a hundred thousand brackets are refused, not walked', () => {
    let deep: unknown = [];
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    expect(problemsOf(deep)).toMatchObject([{ code: 'TOO_DEEP' }]);
    const round: unknown[] = [];
    round.push(round);
    expect(problemsOf(round)).toMatchObject([{ code: 'TOO_DEEP' }]);
  });

  it('TOO_LARGE: more values than a book can need are refused, before anything looks at them', () => {
    const rows = (count: number) => Array.from({ length: count }, () => Array.from({ length: 99 }, () => 0));
    expect(problemsOf(rows(121))).toMatchObject([{ code: 'TOO_LARGE' }]);
    expect(problemsOf(rows(120))[0]?.code).toBe('WRONG_KIND');
  });

  it('TOO_LARGE: a list of more than five hundred parts is refused, and says where', () => {
    const option = (index: number) => ({ id: `o${index}`, title: { zh: '选项', en: 'option' } });
    const withOptions = (count: number) =>
      changed(smallBook(), { '/facts/7/groups': Array.from({ length: count }, (_, index) => option(index)) });
    expect(problemsOf(withOptions(501))).toMatchObject([{ code: 'TOO_LARGE', path: '/facts/7/groups' }]);
    expect(problemsOf(withOptions(500)).map(({ code }) => code)).not.toContain('TOO_LARGE');
  });

  it('TOO_LARGE: more text than a book can need is refused', () => {
    const noted = (count: number) => changed(smallBook(), { '/notes': Array.from({ length: count }, note) });
    const note = () => ({ zh: '字'.repeat(2000), en: 'x'.repeat(4000) });
    expect(problemsOf(noted(400))).toMatchObject([{ code: 'TOO_LARGE' }]);
    expect(problemsOf(noted(300))).toEqual([]);
  });

  it('MORE_PROBLEMS: thousands of problems are cut, and the rest is counted', () => {
    const found = problemsOf({ ...smallBook(), facts: Array.from({ length: 5000 }, () => 0) });
    expect(found).toHaveLength(mostProblems + 1);
    expect(found[mostProblems]).toMatchObject({ code: 'MORE_PROBLEMS', path: '' });
    expect(found[mostProblems]?.message.en).toContain('4800');
  });
});

function sumOf(count: number): object {
  return { kind: 'sum', of: Array.from({ length: count }, () => fact('rate')) };
}

/** What is inside counts, whatever stands around it. */
function logarithmOfPower(exponent: string): object {
  const power = { kind: 'power', of: fact('late'), exponent };
  return { kind: 'logarithm', of: { kind: 'place', of: power, better: 'higher' }, base: 'e' };
}

/** So many fractions with denominators of their own. */
function fractions(count: number): object {
  const each = { kind: 'ratio', of: [fact('late'), fact('complaints')], whenZero: 'cannot-compute' };
  return { kind: 'product', of: Array.from({ length: count }, () => each) };
}

/** Each indicator multiplies the points of the one before by themselves twenty times. */
function squares(intercept: string): Changes {
  const points = (id: string) => ({
    kind: 'product',
    of: Array.from({ length: 20 }, () => ({ kind: 'indicator-points', indicator: id })),
  });
  const score = { method: 'linear', intercept, slope: '0.1', low: '0', high: '10' };
  return Object.fromEntries(
    [
      [A2, 'A1'],
      [A3, 'A2'],
      [A4, 'A3'],
    ].flatMap(([at, before]) => [
      [`${at}/measure`, points(before ?? '')],
      [`${at}/score`, score],
    ]),
  );
}

/** A share of the mean of shares of the mean … */
function nestedMeans(depth: number, rounded: (of: object) => object): object {
  if (depth === 0) return fact('late');
  const mean = rounded({ kind: 'cohort', of: nestedMeans(depth - 1, rounded), take: 'mean' });
  return { kind: 'ratio', of: [fact('late'), mean], whenZero: 'cannot-compute' };
}
