import { bookOf, byPercent, fact, sectionOf, unitOf } from '../../test/book-of.js';
import type { Ranking, RuleBook, Section } from '../format/rule-book.js';
import { compile } from './compile.js';

type Facts = Record<string, string | null>;

const ranking = (changes: Partial<Ranking>): Ranking => ({
  on: 'exact',
  ties: 'competition',
  tieBreaks: [],
  ...changes,
});
const three = [byPercent('A', '50', 'x'), byPercent('B', '50', 'y'), byPercent('C', '50', 'z')];

/** Ranks in the order of units, with = for a tie and – for none. */
function ranks(book: RuleBook, ...units: Facts[]): string[] {
  return compile(book)
    .assess(units.map((facts, index) => unitOf(`u${index}`, facts)))
    .units.map(({ rank, tied }) => `${rank ?? '–'}${tied ? '=' : ''}`);
}

describe('[RK5] count-back', () => {
  const countBack = (by: 'points' | 'places', ties: Ranking['ties'] = 'competition') =>
    bookOf(three, {
      ranking: ranking({ ties, tieBreaks: [{ kind: 'count-back', indicators: ['A', 'B', 'C'], by }] }),
    });

  it('the better results and the better places are two different things', () => {
    // 150 each; the places of u0 are 2, 2, 1, those of u1 3, 1, 1.
    const units = [
      { x: '90', y: '30', z: '30' },
      { x: '60', y: '60', z: '30' },
      { x: '95', y: '0', z: '0' },
    ];
    expect(ranks(countBack('points'), ...units)).toEqual(['1', '2', '3']);
    expect(ranks(countBack('places'), ...units)).toEqual(['2', '1', '3']);
  });

  it('no number is the last place of all, and two without one are tied', () => {
    const units = [
      { x: '50', y: '50', z: null },
      { x: '50', y: '50', z: '0' },
    ];
    expect(ranks(countBack('places'), ...units)).toEqual(['2', '1']);
    expect(ranks(countBack('places'), { x: '50', y: null, z: null }, { x: null, y: null, z: '50' })).toEqual([
      '1=',
      '1=',
    ]);
    expect(ranks(countBack('points'), { x: '50', y: null, z: null }, { x: null, y: null, z: '50' })).toEqual([
      '1=',
      '1=',
    ]);
  });

  it('an indicator that is not for the unit is no number', () => {
    const towns = byPercent('C', '50', 'z', { appliesTo: { attributes: { kind: ['town'] } } });
    const book: RuleBook = {
      ...countBack('points'),
      sections: [
        sectionOf('base', 'base', '100', three.slice(0, 2)),
        sectionOf('more', 'bonus', '50', [towns]),
      ],
      totalPoints: '100',
    };
    const units = [
      unitOf('u0', { x: '50', y: '50', z: '0' }),
      unitOf('u1', { x: '50', y: '50', z: '0' }, { attributes: { kind: 'town' } }),
    ];
    for (const by of ['points', 'places'] as const) {
      const tieBreaks = [{ kind: 'count-back' as const, indicators: ['A', 'B', 'C'], by }];
      const { units: found } = compile({ ...book, ranking: ranking({ tieBreaks }) }).assess(units);
      expect(found.map(({ rank }) => rank)).toEqual([2, 1]);
    }
  });
});

describe('[RK2] tie-breaks', () => {
  const breaking = (...tieBreaks: Ranking['tieBreaks']) => bookOf(three, { ranking: ranking({ tieBreaks }) });
  const equal = (...firsts: [x: string | null, y: string | null][]) =>
    firsts.map(([x, y]) => ({ x, y, z: '0' }));

  it('an indicator without points stands behind one with 0', () => {
    const book = breaking({ kind: 'indicator', indicator: 'B' });
    expect(ranks(book, ...equal(['50', null], ['50', '0']))).toEqual(['2', '1']);
    expect(ranks(book, ...equal(['50', '0'], ['50', null]))).toEqual(['1', '2']);
    expect(ranks(book, ...equal(['50', null], ['50', null]))).toEqual(['1=', '1=']);
  });

  it('unit codes go by the alphabet, whatever the order given', () => {
    const book = breaking({ kind: 'unit-code' });
    const units = ['c', 'a', 'd', 'b'].map((code) => unitOf(code, { x: '50', y: '50', z: '50' }));
    const found = (given: typeof units) =>
      Object.fromEntries(
        compile(book)
          .assess(given)
          .units.map(({ code, rank }) => [code, rank]),
      );
    expect(found(units)).toEqual({ a: 1, b: 2, c: 3, d: 4 });
    expect(found([...units].reverse())).toEqual({ a: 1, b: 2, c: 3, d: 4 });
  });

  it('the section may stand inside another', () => {
    const inner = sectionOf('inner', 'base', '50', [byPercent('B', '50', 'y')]);
    const outer = { ...sectionOf('outer', 'base', '100', [byPercent('A', '50', 'x')]), sections: [inner] };
    const book = bookOf([], {
      totalPoints: '100',
      sections: [outer],
      ranking: ranking({ tieBreaks: [{ kind: 'section', section: 'inner' }] }),
    });
    expect(ranks(book, { x: '60', y: '40' }, { x: '40', y: '60' })).toEqual(['2', '1']);
  });

  it('the first that differs decides, and the others are not asked', () => {
    const book = breaking(
      { kind: 'indicator', indicator: 'A' },
      { kind: 'measure', of: fact('z'), better: 'lower' },
    );
    expect(ranks(book, { x: '60', y: '40', z: '0' }, { x: '40', y: '60', z: '0' })).toEqual(['1', '2']);
  });
});

describe('[RK3] units that stay tied keep the order given', () => {
  it('three alike are all first, and the fourth is the fourth', () => {
    const same = { x: '50', y: '50', z: '50' };
    const book = (ties: Ranking['ties']) => bookOf(three, { ranking: ranking({ ties }) });
    const units = [same, { x: '0', y: '0', z: '0' }, same, same];
    expect(ranks(book('competition'), ...units)).toEqual(['1=', '4', '1=', '1=']);
    expect(ranks(book('dense'), ...units)).toEqual(['1=', '2', '1=', '1=']);
    expect(
      compile(book('forbidden'))
        .assess(units.map((facts, index) => unitOf(`u${index}`, facts)))
        .problems.map(({ data }) => data['unit']),
    ).toEqual(['u0', 'u2', 'u3']);
  });
});

describe('[RK7] where the smallest total is first', () => {
  it('equal totals are tied, and tie-breaks are asked as ever', () => {
    const book = (...tieBreaks: Ranking['tieBreaks']) =>
      bookOf(three, { ranking: ranking({ better: 'lower', tieBreaks }) });
    const units = [
      { x: '60', y: '40', z: '0' },
      { x: '40', y: '60', z: '0' },
      { x: '10', y: '10', z: '0' },
    ];
    expect(ranks(book(), ...units)).toEqual(['2=', '2=', '1']);
    expect(ranks(book({ kind: 'indicator', indicator: 'B' }), ...units)).toEqual(['3', '2', '1']);
  });
});

describe('[RK6] what a ranking requires', () => {
  const mean = (absent: 'zero' | 'no-number'): Section => ({
    ...sectionOf('S', 'base', '100', [byPercent('A', '50', 'x'), byPercent('B', '50', 'y')]),
    combine: { by: 'mean', form: 'arithmetic', absent },
  });
  const requiring = (requires: Ranking['requires'], section: Section) =>
    bookOf([], { totalPoints: '100', sections: [section], ranking: ranking({ requires }) });
  const unranked = (book: RuleBook, facts: Facts) =>
    compile(book).assess([unitOf('u0', facts)]).units[0]?.unranked;

  it('a section whose combination has no number', () => {
    const reason = { code: 'required-without-points', data: { section: 'S' } };
    expect(unranked(requiring({ sections: ['S'] }, mean('no-number')), { x: '50', y: null })).toEqual(reason);
    expect(unranked(requiring({ sections: ['S'] }, mean('zero')), { x: '50', y: null })).toBeUndefined();
    expect(unranked(requiring({ sections: ['S'] }, mean('zero')), { x: null, y: null })).toEqual(reason);
  });

  it('a section that there is not has no number', () => {
    expect(unranked(requiring({ sections: ['Z'] }, mean('zero')), { x: '50', y: '50' })).toEqual({
      code: 'required-without-points',
      data: { section: 'Z' },
    });
  });

  it('a section of which nothing applies stands in nobody’s way', () => {
    const notConcerned = { notApplicable: { policy: 'exclude' as const } };
    const book = requiring(
      { sections: ['S'] },
      sectionOf('S', 'base', '100', [byPercent('A', '100', 'x', notConcerned)]),
    );
    const unit = { ...unitOf('u0', {}), facts: { x: { notApplicable: '无' } } };
    expect(compile(book).assess([unit]).units[0]).toMatchObject({ rank: 1, grade: 'all' });
  });

  it('an indicator that is not for the unit', () => {
    const other = byPercent('A', '100', 'x', { appliesTo: { units: ['somebody else'] } });
    const book = requiring({ indicators: ['A'] }, sectionOf('S', 'base', '100', [other]));
    expect(unranked(book, { x: '50' })).toEqual({
      code: 'required-without-points',
      data: { indicator: 'A' },
    });
  });
});
