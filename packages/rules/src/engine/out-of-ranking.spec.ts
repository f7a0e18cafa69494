import { bookOf, byPercent, sectionOf, unitOf } from '../../test/book-of.js';
import { describeSteps } from '../explain/describe-steps.js';
import type { Grade, RuleBook } from '../format/rule-book.js';
import { compile } from './compile.js';

const title = (word: string) => ({ zh: word, en: word });
const grades: Grade[] = [
  {
    id: 'good',
    title: title('好'),
    quota: { ratio: '0.5', rounding: 'down', minimum: 0, scope: 'cohort', tieAtEdge: 'in' },
  },
  { id: 'rest', title: title('其他') },
];
const ofTotals = (book: RuleBook, ...totals: (string | null)[]) =>
  compile(book).assess(totals.map((x, index) => unitOf(`u${index}`, { x })));

describe('[RK5] count-back', () => {
  /** Two results of 50 points each; equal sums are common. */
  const book = (by: 'points' | 'places') =>
    bookOf([byPercent('A', '50', 'x'), byPercent('B', '50', 'y'), byPercent('C', '50', 'z')], {
      ranking: {
        on: 'exact',
        ties: 'competition',
        tieBreaks: [{ kind: 'count-back', indicators: ['A', 'B', 'C'], by }],
      },
    });
  const ranks = (by: 'points' | 'places', ...rows: [string | null, string | null, string | null][]) =>
    compile(book(by))
      .assess(rows.map(([x, y, z], index) => unitOf(`u${index}`, { x, y, z })))
      .units.map(({ rank, tied }) => `${rank}${tied ? '=' : ''}`);

  it('of equal totals the better best result is ahead, then the better second', () => {
    expect(ranks('points', ['60', '60', '60'], ['100', '40', '40'], ['100', '50', '30'])).toEqual([
      '3',
      '2',
      '1',
    ]);
    expect(ranks('points', ['60', '90', '30'], ['30', '60', '90'])).toEqual(['1=', '1=']);
  });

  it('without a number stands behind any number', () => {
    expect(ranks('points', ['50', '0', null], ['50', '0', '0'])).toEqual(['2', '1']);
  });

  it('by places: more first places are ahead, then more second ones', () => {
    // Places of u0: 1, 3, 1; of u1: 2, 1, 2; of u2: 3, 2, 3; u0 and u1 have 75 points each.
    expect(ranks('places', ['60', '30', '60'], ['50', '50', '50'], ['0', '40', '0'])).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('[RK2] a section without a number', () => {
  it('stands behind one with 0 points', () => {
    const mean = { by: 'mean', form: 'arithmetic', absent: 'no-number' } as const;
    const aside = { ...sectionOf('aside', 'derived', '10', [byPercent('B', '10', 'y')]), combine: mean };
    const book = bookOf([byPercent('A', '100', 'x')], {
      ranking: { on: 'exact', ties: 'competition', tieBreaks: [{ kind: 'section', section: 'aside' }] },
    });
    const { units } = compile({ ...book, sections: [...book.sections, aside] }).assess([
      unitOf('u0', { x: '50', y: null }),
      unitOf('u1', { x: '50', y: '0' }),
    ]);
    expect(units.map(({ rank }) => rank)).toEqual([2, 1]);
  });
});

describe('[RK7] less is better', () => {
  it('the smallest total is first', () => {
    const book = bookOf([byPercent('A', '100', 'x')], {
      ranking: { better: 'lower', on: 'exact', ties: 'competition', tieBreaks: [] },
    });
    expect(ofTotals(book, '12', '10', '10', '90').units.map(({ rank }) => rank)).toEqual([3, 1, 1, 4]);
  });
});

describe('[RK6] who is not ranked', () => {
  const book = bookOf([byPercent('A', '100', 'x')], {
    grades,
    ranking: { on: 'exact', ties: 'competition', tieBreaks: [], outOfCompetition: { units: ['u0'] } },
  });

  it('has no rank and no grade, and is in neither the cohort nor the quota', () => {
    const { units } = ofTotals(book, '99', '80', '70', '60');
    expect(units.map(({ rank, grade, cohortSize }) => [rank, grade, cohortSize])).toEqual([
      [null, null, 3],
      [1, 'good', 3],
      [2, 'rest', 3],
      [3, 'rest', 3],
    ]);
    expect(units[0]?.unranked).toEqual({ code: 'out-of-competition', data: {} });
  });

  it('a unit without points that the ranking requires says so in both languages', () => {
    const requiring = {
      ...book,
      ranking: { ...book.ranking, outOfCompetition: undefined, requires: { indicators: ['A'] } },
    };
    const assessment = ofTotals(requiring, '90', null);
    expect(assessment.units.map(({ rank }) => rank)).toEqual([1, null]);
    expect(describeSteps(assessment.explainTotal('u1'), requiring, 'zh-CN').at(-1)).toBe(
      '不排名次、不定等次：参加排名必须有“I”的得分',
    );
  });

  it.each([undefined, { by: 'sum', absent: 'zero' } as const])(
    'a required section of which nothing applies is not asked for, combined or not (%j)',
    (combine) => {
      const elsewhere = byPercent('B', '10', 'y', { appliesTo: { units: ['u1'] } });
      const aside = { ...sectionOf('aside', 'derived', '10', [elsewhere]), ...(combine ? { combine } : {}) };
      const requiring = bookOf([byPercent('A', '100', 'x')], {
        ranking: { on: 'exact', ties: 'competition', tieBreaks: [], requires: { sections: ['aside'] } },
      });
      const { units } = compile({ ...requiring, sections: [...requiring.sections, aside] }).assess([
        unitOf('u0', { x: '50' }),
        unitOf('u1', { x: '40', y: null }),
      ]);
      expect(units.map(({ rank }) => rank)).toEqual([1, null]);
    },
  );

  it('a required section needs a number in it', () => {
    const requiring = bookOf([byPercent('A', '100', 'x')], {
      ranking: { on: 'exact', ties: 'competition', tieBreaks: [], requires: { sections: ['base'] } },
    });
    expect(ofTotals(requiring, '0', null).units.map(({ rank }) => rank)).toEqual([1, null]);
  });
});

describe('[GR7] what grade lines are read against', () => {
  const lines: Grade[] = [
    { id: 'top', title: title('上'), atLeast: '90' },
    { id: 'rest', title: title('下') },
  ];
  const rounding = { indicator: null, section: null, total: { mode: 'half-up', digits: 0 } as const };

  it('the rounded total reaches a line that the exact one does not', () => {
    const book = bookOf([byPercent('A', '100', 'x')], { grades: lines, rounding });
    expect(ofTotals(book, '89.5').units[0]?.grade).toBe('top');
    expect(ofTotals({ ...book, gradesOn: 'exact' }, '89.5').units[0]?.grade).toBe('rest');
  });

  it('a figure of its own, where less can be better; without it no line is reached', () => {
    const book = bookOf([byPercent('A', '100', 'x')], {
      grades: [
        { id: 'free', title: title('上'), atMost: '2.5' },
        { id: 'rest', title: title('下') },
      ],
      gradesOn: { kind: 'fact', fact: 'y' },
    });
    const { units } = compile(book).assess([
      unitOf('u0', { x: '1', y: '2.5' }),
      unitOf('u1', { x: '1', y: '2.6' }),
      unitOf('u2', { x: '1', y: null }),
    ]);
    expect(units.map(({ grade }) => grade)).toEqual(['free', 'rest', 'rest']);
    expect(units[2]?.gradeReasons[0]).toEqual({ code: 'no-figure-for-grade', data: { grade: 'free' } });
  });
});

describe('[GR8] last places', () => {
  const held = (changes: Partial<NonNullable<Grade['lastPlaces']>>): RuleBook =>
    bookOf([byPercent('A', '100', 'x')], {
      grades: [
        { id: 'good', title: title('好'), atLeast: '60' },
        {
          id: 'poor',
          title: title('差'),
          lastPlaces: {
            ratio: '0.4',
            rounding: 'down',
            minimum: 0,
            scope: 'cohort',
            tieAtEdge: 'out',
            ...changes,
          },
        },
        { id: 'rest', title: title('其他') },
      ],
    });
  const given = (book: RuleBook, ...totals: string[]) =>
    ofTotals(book, ...totals).units.map(({ grade }) => grade);

  it('get no better grade, whatever their total', () => {
    expect(given(held({}), '95', '94', '93', '92', '91')).toEqual(['good', 'good', 'good', 'poor', 'poor']);
  });

  it('tied with the last safe place they are safe, or all fall in', () => {
    expect(given(held({}), '95', '94', '92', '92', '91')).toEqual(['good', 'good', 'good', 'good', 'poor']);
    expect(given(held({ tieAtEdge: 'in' }), '95', '94', '92', '92', '91')).toEqual([
      'good',
      'good',
      'poor',
      'poor',
      'poor',
    ]);
  });

  it('of a share and a number the smaller', () => {
    expect(given(held({ count: 1 }), '95', '94', '93', '92', '91')).toEqual([
      'good',
      'good',
      'good',
      'good',
      'poor',
    ]);
  });

  it('tells the place and the number of places', () => {
    const { units } = ofTotals(held({}), '95', '94', '93', '92', '91');
    expect(units[4]?.gradeReasons[0]).toEqual({
      code: 'last-places',
      data: { grade: 'good', places: '2', size: '5', position: '5' },
    });
  });
});

describe('[VE2] vetoes that read points', () => {
  it('a section under its line bars the best grade', () => {
    const book = bookOf([], {
      totalPoints: '100',
      sections: [
        sectionOf('S', 'base', '40', [byPercent('A', '40', 'x')]),
        sectionOf('T', 'base', '60', [byPercent('B', '60', 'y')]),
      ],
      vetoes: [
        {
          id: 'weak',
          title: title('弱'),
          when: {
            kind: 'compare',
            left: { kind: 'section-points', section: 'S' },
            comparison: 'less-than',
            right: '24',
          },
          effects: [{ kind: 'grade-ceiling', grade: 'rest' }],
        },
      ],
      grades: [
        { id: 'good', title: title('好'), atLeast: '60' },
        { id: 'rest', title: title('其他') },
      ],
    });
    const { units } = compile(book).assess([
      unitOf('u0', { x: '60', y: '100' }),
      unitOf('u1', { x: '59', y: '100' }),
    ]);
    expect(units.map(({ grade, vetoes }) => [grade, vetoes])).toEqual([
      ['good', []],
      ['rest', ['weak']],
    ]);
  });
});

it('[CH2] [GR6] units that tie for good stand at the same place in every reason, in whatever order they are given', () => {
  const book = bookOf([byPercent('A', '100', 'x')], { grades });
  const told = (codes: string[]) => {
    const { units } = compile(book).assess(
      codes.map((code) => unitOf(code, { x: code === 'last' ? '10' : '50' })),
    );
    return Object.fromEntries(units.map(({ code, gradeReasons }) => [code, gradeReasons]));
  };
  expect(told(['a', 'b', 'last'])).toEqual(told(['last', 'b', 'a']));
  expect(told(['a', 'b', 'last'])['b']?.[0]?.data['position']).toBe('1');
});
