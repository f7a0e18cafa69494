import fc from 'fast-check';
import { bookOf, byPercent, fact, sectionOf, unitOf } from '../../test/book-of.js';
import type { Ranking } from '../format/rule-book.js';
import { compile } from './compile.js';

const ranking = (changes: Partial<Ranking>): Ranking => ({
  on: 'exact',
  ties: 'competition',
  tieBreaks: [],
  ...changes,
});

/** Ranks by unit, from totals out of 100 that are the fact `x`. */
function ranks(
  values: readonly string[],
  rule: Partial<Ranking>,
  more: readonly Record<string, string | null>[] = [],
) {
  const book = bookOf([byPercent('I', '100', 'x')], { ranking: ranking(rule) });
  return compile(book).assess(values.map((x, index) => unitOf(`u${index}`, { x, ...more[index] })));
}
const places = (...args: Parameters<typeof ranks>) => ranks(...args).units.map(({ rank }) => rank);

describe('[RK1] units are ordered by total', () => {
  it('best first, whatever the order given', () => expect(places(['70', '90', '80'], {})).toEqual([3, 1, 2]));

  it('on exact totals a ten-thousandth decides that rounding would hide', () => {
    const book = (on: 'exact' | 'rounded') =>
      bookOf([byPercent('I', '100', 'x')], {
        rounding: { indicator: null, section: null, total: { mode: 'half-up', digits: 2 } },
        ranking: ranking({ on }),
      });
    const units = [unitOf('a', { x: '88.8812' }), unitOf('b', { x: '88.8849' })];
    expect(
      compile(book('exact'))
        .assess(units)
        .units.map(({ rank, tied }) => [rank, tied]),
    ).toEqual([
      [2, false],
      [1, false],
    ]);
    expect(
      compile(book('rounded'))
        .assess(units)
        .units.map(({ rank, tied }) => [rank, tied]),
    ).toEqual([
      [1, true],
      [1, true],
    ]);
  });
});

describe('[RK2] tie-breaks are asked in order until one differs', () => {
  const section = (id: string, factId: string) =>
    sectionOf(id, 'base', '50', [byPercent(`${id}1`, '50', factId)]);
  const book = (tieBreaks: Ranking['tieBreaks']) =>
    bookOf([], {
      totalPoints: '100',
      sections: [section('A', 'x'), section('B', 'y')],
      ranking: ranking({ tieBreaks }),
    });
  const two = [unitOf('b', { x: '60', y: '80', z: '2' }), unitOf('a', { x: '80', y: '60', z: '1' })];
  const decide = (tieBreak: Ranking['tieBreaks'][number]) =>
    compile(book([tieBreak]))
      .assess(two)
      .units.map(({ rank }) => rank);
  it.each<[string, Ranking['tieBreaks'][number], number[]]>([
    ['the points of an indicator', { kind: 'indicator', indicator: 'B1' }, [1, 2]],
    ['the points of a section', { kind: 'section', section: 'A' }, [2, 1]],
    ['a measure, higher is better', { kind: 'measure', of: fact('z'), better: 'higher' }, [1, 2]],
    ['a measure, lower is better', { kind: 'measure', of: fact('z'), better: 'lower' }, [2, 1]],
    ['the unit code', { kind: 'unit-code' }, [2, 1]],
    ['no veto fired for either: still a tie', { kind: 'no-veto' }, [1, 1]],
    ['equal self-gaps: still a tie', { kind: 'self-gap' }, [1, 1]],
  ])('%s', (_title, tieBreak, expected) => expect(decide(tieBreak)).toEqual(expected));

  it('a unit without a veto stands before one with', () => {
    const vetoed = {
      ...book([{ kind: 'no-veto' }]),
      vetoes: [
        {
          id: 'v',
          title: { zh: 'v', en: 'v' },
          when: { kind: 'compare', left: fact('z'), comparison: 'at-least', right: '2' } as const,
          effects: [{ kind: 'no-award' } as const],
        },
      ],
    };
    expect(
      compile(vetoed)
        .assess(two)
        .units.map(({ rank }) => rank),
    ).toEqual([2, 1]);
  });

  it('the smaller gap to the own assessment stands first, whichever its sign, and no assessment stands last', () => {
    const declared = (code: string, x: string | null) => ({
      ...unitOf(code, {}),
      facts: {
        x: { declared: x, verified: '70' },
        y: { declared: x === null ? null : '70', verified: '70' },
      },
    });
    const units = [declared('far', '80'), declared('none', null), declared('near', '68')];
    expect(
      compile(book([{ kind: 'self-gap' }]))
        .assess(units)
        .units.map(({ rank }) => rank),
    ).toEqual([2, 3, 1]);
  });

  it('a measure without a number stands behind those with one', () => {
    const units = [unitOf('a', { x: '60', y: '60', z: null }), unitOf('b', { x: '60', y: '60', z: '0' })];
    expect(
      compile(book([{ kind: 'measure', of: fact('z'), better: 'higher' }]))
        .assess(units)
        .units.map(({ rank }) => rank),
    ).toEqual([2, 1]);
  });

  it('says which tie-break set a unit apart from the one before it', () => {
    const assessment = compile(book([{ kind: 'no-veto' }, { kind: 'indicator', indicator: 'B1' }])).assess(
      two,
    );
    const decidedBy = (code: string) =>
      assessment.explainTotal(code).steps.find((step) => step.code === 'rank')?.data['decidedBy'];
    expect([decidedBy('b'), decidedBy('a')]).toEqual([undefined, '1']);
  });
});

describe('[RK3] ties that remain', () => {
  const values = ['90', '80', '90', '70'];
  it('competition: 1, 1, 3', () => expect(places(values, { ties: 'competition' })).toEqual([1, 3, 1, 4]));
  it('dense: 1, 1, 2', () => expect(places(values, { ties: 'dense' })).toEqual([1, 2, 1, 3]));
  it('both know that they are tied', () =>
    expect(ranks(values, {}).units.map(({ tied }) => tied)).toEqual([true, false, true, false]));
  it('forbidden: each tied unit is a named problem', () => {
    expect(ranks(values, { ties: 'forbidden' }).problems).toEqual([
      { code: 'tie-forbidden', data: { unit: 'u0' } },
      { code: 'tie-forbidden', data: { unit: 'u2' } },
    ]);
  });
  it('forbidden: a tie that a tie-break resolves is none', () => {
    expect(ranks(values, { ties: 'forbidden', tieBreaks: [{ kind: 'unit-code' }] }).problems).toEqual([]);
  });
});

describe('[RK4] ranking is within the cohort', () => {
  const title = { zh: 't', en: 't' };
  const units = [
    unitOf('a', { x: '70' }, { attributes: { kind: 'town' }, parent: 'p' }),
    unitOf('b', { x: '90' }, { attributes: { kind: 'street' }, parent: 'q' }),
    unitOf('c', { x: '80' }, { attributes: { kind: 'town' }, parent: 'p' }),
    unitOf('d', { x: '10' }),
  ];
  const standing = (cohorts: Parameters<typeof bookOf>[1]) =>
    compile(bookOf([byPercent('I', '100', 'x')], cohorts))
      .assess(units)
      .units.map(({ cohort, rank, cohortSize }) => [cohort, rank, cohortSize]);
  it('by attribute, with a group for those that fit none', () => {
    expect(
      standing({
        cohorts: {
          by: 'attribute',
          attribute: 'kind',
          groups: [
            { id: 'T', title, values: ['town'] },
            { id: 'S', title, values: ['street'] },
          ],
        },
      }),
    ).toEqual([
      ['T', 2, 2],
      ['S', 1, 1],
      ['T', 1, 2],
      ['other', 1, 1],
    ]);
  });
  it('by parent', () =>
    expect(standing({ cohorts: { by: 'parent' } }).map(([cohort]) => cohort)).toEqual([
      'p',
      'q',
      'p',
      'other',
    ]));
  it('by list', () =>
    expect(
      standing({ cohorts: { by: 'list', groups: [{ id: 'L', title, units: ['a', 'd'] }] } }).map(
        ([cohort, rank]) => [cohort, rank],
      ),
    ).toEqual([
      ['L', 1],
      ['other', 1],
      ['other', 2],
      ['L', 2],
    ]));
  it('all together', () => expect(standing({}).map(([, rank]) => rank)).toEqual([3, 1, 2, 4]));
});

it('[RK1] a rank is one more than the number of better totals in the cohort, in any order of units', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), (totals) => {
      const found = places(totals.map(String), {});
      expect(found).toEqual(totals.map((own) => 1 + totals.filter((other) => other > own).length));
      expect(places(totals.map(String).reverse(), {}).reverse()).toEqual(found);
    }),
  );
});
