import { bookOf, booleanFact, byPercent, numberFact, unitOf } from '../../test/book-of.js';
import { describeReason } from '../explain/describe-reason.js';
import type { Grade, RuleBook, Veto, VetoEffect } from '../format/rule-book.js';
import { compile } from './compile.js';

const title = (word: string) => ({ zh: word, en: word });
const grade = (id: string, changes: Partial<Grade> = {}): Grade => ({ id, title: title(id), ...changes });
const quota = (changes: Partial<NonNullable<Grade['quota']>>): NonNullable<Grade['quota']> => ({
  rounding: 'down',
  minimum: 0,
  scope: 'cohort',
  tieAtEdge: 'in',
  ...changes,
});
const veto = (id: string, ...effects: VetoEffect[]): Veto => ({
  id,
  title: title(id),
  when: { kind: 'is-true', fact: id },
  effects,
});

const ladder = (excellent: Partial<Grade>): Grade[] => [
  grade('excellent', excellent),
  grade('good', { atLeast: '80' }),
  grade('qualified', { atLeast: '60' }),
  grade('unqualified'),
];
const facts = [numberFact('x'), booleanFact('v'), booleanFact('w')];

/** Grades in the order of units; a unit is its total, or its total and the vetoes that fire. */
function assess(
  units: readonly (string | [total: string, ...vetoes: string[]])[],
  grades: Grade[],
  changes: Partial<RuleBook> = {},
) {
  const book = bookOf([byPercent('I', '100', 'x')], { facts, grades, ...changes });
  const assessed = units.map((unit, index) => {
    const [x = '', ...fired] = typeof unit === 'string' ? [unit] : unit;
    return unitOf(
      `u${index}`,
      { x, v: fired.includes('v'), w: fired.includes('w') },
      { parent: index % 2 === 0 ? 'even' : 'odd' },
    );
  });
  return { book, assessment: compile(book).assess(assessed) };
}
const grades = (...args: Parameters<typeof assess>) =>
  assess(...args).assessment.units.map((unit) => unit.grade);
const ten = ['99', '98', '97', '96', '95', '94', '93', '92', '91', '90'];

describe('[GR1] a line is reached by the total exactly on it', () => {
  it('90, 80, 60 and below', () => {
    expect(grades(['90', '89.9999', '80', '60', '59.99'], ladder({ atLeast: '90' }))).toEqual([
      'excellent',
      'good',
      'good',
      'qualified',
      'unqualified',
    ]);
  });
  it('the line looks at the total rounded by the book', () => {
    const changes = {
      rounding: { indicator: null, section: null, total: { mode: 'half-up' as const, digits: 2 } },
    };
    expect(grades(['89.995'], ladder({ atLeast: '90' }), changes)).toEqual(['excellent']);
  });
});

describe('[GR2] places of a quota', () => {
  const count = (units: number, part: Partial<NonNullable<Grade['quota']>>) =>
    grades(
      Array.from({ length: units }, (_, index) => String(99 - index)),
      ladder({ quota: quota(part) }),
    ).filter((each) => each === 'excellent').length;
  it.each<[string, number, Partial<NonNullable<Grade['quota']>>, number]>([
    ['25 × 20% is 5', 25, { ratio: '0.2' }, 5],
    ['9 × 20% rounded down is 1', 9, { ratio: '0.2' }, 1],
    ['4 × 20% rounded down is none', 4, { ratio: '0.2' }, 0],
    ['but never under the minimum of 1', 4, { ratio: '0.2', minimum: 1 }, 1],
    ['a cohort of one has its one', 1, { ratio: '0.2', minimum: 1 }, 1],
    ['9 × 20% to the nearest is 2', 9, { ratio: '0.2', rounding: 'half-up' }, 2],
    ['11 × 20% rounded up is 3', 11, { ratio: '0.2', rounding: 'up' }, 3],
    ['a fixed number', 9, { count: 3 }, 3],
    ['more places than units', 2, { count: 3 }, 2],
    ['no place at all', 9, { count: 0 }, 0],
  ])('%s', (_title, units, part, expected) => expect(count(units, part)).toBe(expected));

  it('a line and a quota both bind', () => {
    expect(grades(['95', '91', '89'], ladder({ atLeast: '90', quota: quota({ count: 3 }) }))).toEqual([
      'excellent',
      'excellent',
      'good',
    ]);
    expect(grades(['95', '91', '90'], ladder({ atLeast: '90', quota: quota({ count: 1 }) }))).toEqual([
      'excellent',
      'good',
      'good',
    ]);
  });

  it('each cohort has its own places', () => {
    expect(
      grades(['99', '98', '97', '96'], ladder({ quota: quota({ count: 1 }) }), { cohorts: { by: 'parent' } }),
    ).toEqual(['excellent', 'excellent', 'good', 'good']);
  });

  it('or all cohorts share them', () => {
    expect(
      grades(['99', '98', '97', '96'], ladder({ quota: quota({ count: 1, scope: 'all' }) }), {
        cohorts: { by: 'parent' },
      }),
    ).toEqual(['excellent', 'good', 'good', 'good']);
  });
});

describe('[GR3] a tie on the last place', () => {
  const tied = ['99', '95', '95', '95', '90'];
  it('all in', () =>
    expect(
      grades(tied, ladder({ quota: quota({ count: 2, tieAtEdge: 'in' }) })).filter(
        (each) => each === 'excellent',
      ),
    ).toHaveLength(4));
  it('all out', () =>
    expect(grades(tied, ladder({ quota: quota({ count: 2, tieAtEdge: 'out' }) }))).toEqual([
      'excellent',
      'good',
      'good',
      'good',
      'good',
    ]));
  it('a tie inside the places is no tie at the edge', () => {
    expect(grades(['95', '95', '90'], ladder({ quota: quota({ count: 2, tieAtEdge: 'out' }) }))).toEqual([
      'excellent',
      'excellent',
      'good',
    ]);
  });
  it('a tie that tie-breaks resolved is none, within a cohort', () => {
    const changes = {
      ranking: {
        on: 'exact' as const,
        ties: 'competition' as const,
        tieBreaks: [{ kind: 'unit-code' as const }],
      },
    };
    expect(grades(tied, ladder({ quota: quota({ count: 2 }) }), changes)).toEqual([
      'excellent',
      'excellent',
      'good',
      'good',
      'good',
    ]);
  });
  it('nor across cohorts', () => {
    const changes = {
      cohorts: { by: 'parent' as const },
      ranking: {
        on: 'exact' as const,
        ties: 'competition' as const,
        tieBreaks: [{ kind: 'unit-code' as const }],
      },
    };
    expect(grades(tied, ladder({ quota: quota({ count: 2, scope: 'all' }) }), changes)).toEqual([
      'excellent',
      'excellent',
      'good',
      'good',
      'good',
    ]);
  });
  it('across cohorts the exact total decides where the book ranks on it', () => {
    const changes = {
      cohorts: { by: 'parent' as const },
      rounding: { indicator: null, section: null, total: { mode: 'half-up' as const, digits: 0 } },
    };
    expect(grades(['94.6', '95.4'], ladder({ quota: quota({ count: 1, scope: 'all' }) }), changes)).toEqual([
      'good',
      'excellent',
    ]);
  });
});

describe('[GR4] who is not eligible uses up no place', () => {
  it('a vetoed unit leaves its place to the next', () => {
    const rules = { vetoes: [veto('v', { kind: 'no-award' })] };
    expect(
      grades([['99', 'v'], '98', '97'], ladder({ quota: quota({ count: 1 }), withoutVeto: true }), rules),
    ).toEqual(['good', 'excellent', 'good']);
  });
  it('the number of places still counts every unit of the cohort', () => {
    const rules = { vetoes: [veto('v', { kind: 'no-award' })] };
    const units = ten.map((total, index): [string, ...string[]] => (index < 5 ? [total, 'v'] : [total]));
    expect(
      grades(units, ladder({ quota: quota({ ratio: '0.2' }), withoutVeto: true }), rules).filter(
        (each) => each === 'excellent',
      ),
    ).toHaveLength(2);
  });
});

describe('[GR5] vetoes and grades', () => {
  const ceiling = (id: string) => veto(id, { kind: 'grade-ceiling', grade: 'good' });
  it.each<[string, Veto[], [string, ...string[]], string]>([
    ['a ceiling keeps out of better grades', [ceiling('v')], ['99', 'v'], 'good'],
    ['a ceiling lifts nobody', [ceiling('v')], ['65', 'v'], 'qualified'],
    [
      'a veto may set the grade',
      [veto('v', { kind: 'grade', grade: 'unqualified' })],
      ['99', 'v'],
      'unqualified',
    ],
    [
      'of a ceiling and a set grade the worse counts',
      [ceiling('v'), veto('w', { kind: 'grade', grade: 'unqualified' })],
      ['99', 'v', 'w'],
      'unqualified',
    ],
    [
      'a set grade is no way around a ceiling',
      [veto('v', { kind: 'grade', grade: 'good' }), veto('w', { kind: 'grade-ceiling', grade: 'qualified' })],
      ['99', 'v', 'w'],
      'qualified',
    ],
    [
      'of two set grades the worse',
      [veto('v', { kind: 'grade', grade: 'qualified' }), veto('w', { kind: 'grade', grade: 'unqualified' })],
      ['99', 'v', 'w'],
      'unqualified',
    ],
    [
      'a set grade needs no line',
      [veto('v', { kind: 'grade', grade: 'qualified' })],
      ['10', 'v'],
      'qualified',
    ],
    ['down by one', [veto('v', { kind: 'grade-down', steps: 1 })], ['99', 'v'], 'good'],
    [
      'down twice by two vetoes',
      [veto('v', { kind: 'grade-down', steps: 1 }), veto('w', { kind: 'grade-down', steps: 1 })],
      ['99', 'v', 'w'],
      'qualified',
    ],
    ['never below the last', [veto('v', { kind: 'grade-down', steps: 5 })], ['99', 'v'], 'unqualified'],
    ['a veto that is not known does nothing', [ceiling('v')], ['99'], 'excellent'],
  ])('%s', (_title, vetoes, unit, expected) =>
    expect(grades([unit], ladder({ atLeast: '90' }), { vetoes })).toEqual([expected]),
  );

  it('a grade set by veto has no quota to pass and takes no place of one', () => {
    const rules = { vetoes: [veto('v', { kind: 'grade', grade: 'excellent' })] };
    expect(grades([['10', 'v'], '98', '97'], ladder({ quota: quota({ count: 1 }) }), rules)).toEqual([
      'excellent',
      'excellent',
      'good',
    ]);
  });

  it('most vetoes leave the total alone', () => {
    const { assessment } = assess([['99', 'v']], ladder({}), { vetoes: [ceiling('v')] });
    expect(assessment.units[0]).toMatchObject({ total: '99', rank: 1, vetoes: ['v'], noAward: false });
  });

  it.each(['no-award', 'withdraw-title'] as const)('%s is told apart from the grade', (kind) => {
    const { assessment } = assess([['99', 'v']], ladder({}), { vetoes: [veto('v', { kind })] });
    expect(assessment.units[0]).toMatchObject({ grade: 'excellent', noAward: true });
  });
});

describe('[GR6] every grade has its reasons', () => {
  const { book, assessment } = assess(
    [['99', 'v'], '98', '97', '79', '10'],
    ladder({ atLeast: '90', quota: quota({ ratio: '0.2' }), withoutVeto: true }),
    { vetoes: [veto('v', { kind: 'grade-ceiling', grade: 'good' })] },
  );
  it.each([
    [0, ['grade-ceiling', 'grade-given']],
    [1, ['grade-given']],
    [2, ['quota-full', 'grade-given']],
    [3, ['below-threshold', 'below-threshold', 'grade-given']],
    [4, ['below-threshold', 'below-threshold', 'below-threshold', 'grade-given']],
  ])('unit %i', (unit, codes) =>
    expect(assessment.units[unit]?.gradeReasons.map(({ code }) => code)).toEqual(codes),
  );

  it('that read as sentences', () => {
    const read = assessment.units[2]?.gradeReasons.map((reason) => describeReason(reason, book, 'zh-CN'));
    expect(read).toEqual(['excellent名额 1 个（5 家）已满，本单位列第 2', '评为good']);
  });
});
