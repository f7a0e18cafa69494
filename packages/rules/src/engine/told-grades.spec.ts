import { bookOf, booleanFact, byPercent, fact, numberFact, unitOf } from '../../test/book-of.js';
import type { Grade, RuleBook, Veto, VetoEffect } from '../format/rule-book.js';
import { compile } from './compile.js';

const title = (word: string) => ({ zh: word, en: word });
const grade = (id: string, changes: Partial<Grade> = {}): Grade => ({ id, title: title(id), ...changes });
const veto = (id: string, ...effects: VetoEffect[]): Veto => ({
  id,
  title: title(id),
  when: { kind: 'is-true', fact: id },
  effects,
});
const ceiling = (id: string): VetoEffect => ({ kind: 'grade-ceiling', grade: id });
const setTo = (id: string): VetoEffect => ({ kind: 'grade', grade: id });
const noAward: VetoEffect = { kind: 'no-award' };
const quota = (changes: Partial<NonNullable<Grade['quota']>>): NonNullable<Grade['quota']> => ({
  rounding: 'down',
  minimum: 0,
  scope: 'cohort',
  tieAtEdge: 'in',
  ...changes,
});

type Unit = string | { x: string; parent: string } | { x: string; fired: string[] };

const across = { cohorts: { by: 'parent' as const } };
const of = (x: string, parent: string) => ({ x, parent });

/** Each unit's grade and reasons, from its total, its parent and the vetoes that fire. */
function graded(grades: Grade[], units: readonly Unit[], changes: Partial<RuleBook> = {}) {
  const facts = [numberFact('x'), ...['v', 'w'].map(booleanFact)];
  const book = bookOf([byPercent('I', '100', 'x')], { facts, grades, ...changes });
  const assessed = units.map((unit, index) => {
    const own = typeof unit === 'string' ? { x: unit } : unit;
    const fired = 'fired' in own ? own.fired : [];
    return unitOf(
      `u${index}`,
      { x: own.x, v: fired.includes('v'), w: fired.includes('w') },
      'parent' in own ? { parent: own.parent } : {},
    );
  });
  return compile(book).assess(assessed).units;
}
const names = (...input: Parameters<typeof graded>) => graded(...input).map((unit) => unit.grade);
const reasons = (...input: Parameters<typeof graded>) => graded(...input).map((unit) => unit.gradeReasons);

const ladder = (best: Partial<Grade>) => [
  grade('best', best),
  grade('good', { atLeast: '60' }),
  grade('rest'),
];

describe('[GR6] every reason holds what it looked at', () => {
  const best = (code: string, data: object) => ({ code, data: { grade: 'best', ...data } });
  const given = { code: 'grade-given', data: { grade: 'good' } };

  it('a line that was not reached, from below and from above', () => {
    expect(reasons(ladder({ atLeast: '90.50' }), ['80'])[0]).toEqual([
      best('below-threshold', { atLeast: '90.50', total: '80' }),
      given,
    ]);
    expect(reasons(ladder({ atMost: '70' }), ['80'])[0]).toEqual([
      best('above-threshold', { atMost: '70', total: '80' }),
      given,
    ]);
  });

  it('the places of a quota, for who takes one and for who finds them taken', () => {
    expect(reasons(ladder({ quota: quota({ ratio: '0.50' }) }), ['90', '80'])).toEqual([
      [best('grade-given', { places: '1', size: '2', position: '1', ratio: '0.50' })],
      [best('quota-full', { places: '1', size: '2', position: '2', ratio: '0.50' }), given],
    ]);
    expect(reasons(ladder({ quota: quota({ count: 1 }) }), ['90'])[0]).toEqual([
      best('grade-given', { places: '1', size: '1', position: '1' }),
    ]);
  });

  it('a veto that bars a grade, caps it, sets it or lowers it', () => {
    const fired = [{ x: '95', fired: ['v', 'w'] }];
    const vetoes = (first: VetoEffect) => ({ vetoes: [veto('v', first), veto('w', noAward)] });
    expect(reasons(ladder({ withoutVeto: true }), fired, vetoes(noAward))[0]).toEqual([
      best('veto-bars-grade', { veto: 'v,w' }),
      given,
    ]);
    expect(reasons(ladder({}), fired, vetoes(ceiling('good')))[0]).toEqual([
      best('grade-ceiling', { veto: 'v' }),
      given,
    ]);
    expect(reasons(ladder({}), fired, vetoes(setTo('good')))[0]).toEqual([
      best('grade-set-by-veto', { veto: 'v' }),
      given,
    ]);
    expect(reasons(ladder({}), fired, vetoes({ kind: 'grade-down', steps: 1 }))[0]).toEqual([
      best('grade-given', {}),
      { code: 'grade-lowered', data: { from: 'best', to: 'good', veto: 'v' } },
    ]);
  });

  it('nothing is said of what was not in the way', () => {
    expect(reasons(ladder({ atLeast: '90', atMost: '100', withoutVeto: true }), ['90', '100'])).toEqual([
      [best('grade-given', {})],
      [best('grade-given', {})],
    ]);
  });
});

describe('[GR1] the last grade takes who is left', () => {
  it('whatever line or rule stands on it', () => {
    const grades = [grade('best', { atLeast: '90' }), grade('rest', { atLeast: '60', withoutVeto: true })];
    const units = [{ x: '10', fired: ['v'] }];
    expect(names(grades, units, { vetoes: [veto('v', noAward)] })).toEqual(['rest']);
  });
});

describe('[GR5] of several vetoes the worst counts, and the first of equal ones is named', () => {
  const both = [{ x: '95', fired: ['v', 'w'] }];
  const named = (first: VetoEffect, second: VetoEffect) =>
    reasons(ladder({}), both, { vetoes: [veto('v', first), veto('w', second)] })[0];

  it.each<[string, VetoEffect, VetoEffect, string, string]>([
    ['two equal ceilings', ceiling('good'), ceiling('good'), 'grade-ceiling', 'v'],
    ['a lower ceiling after a higher one', ceiling('good'), ceiling('rest'), 'grade-ceiling', 'w'],
    ['a higher ceiling after a lower one', ceiling('rest'), ceiling('good'), 'grade-ceiling', 'v'],
    ['two equal grades', setTo('good'), setTo('good'), 'grade-set-by-veto', 'v'],
    ['a worse grade after a better one', setTo('good'), setTo('rest'), 'grade-set-by-veto', 'w'],
    ['a better grade after a worse one', setTo('rest'), setTo('good'), 'grade-set-by-veto', 'v'],
    ['a ceiling on the grade that was set', setTo('good'), ceiling('good'), 'grade-set-by-veto', 'v'],
    ['a ceiling under the grade that was set', setTo('good'), ceiling('rest'), 'grade-set-by-veto', 'w'],
  ])('%s', (_title, first, second, code, by) => {
    expect(named(first, second)?.[0]).toEqual({ code, data: { grade: 'best', veto: by } });
  });

  it('a set grade is not a ceiling for others, and a ceiling sets no grade', () => {
    const vetoes = [veto('v', ceiling('good')), veto('w', noAward)];
    expect(
      names(
        ladder({ atLeast: '90' }),
        [
          { x: '10', fired: ['v'] },
          { x: '95', fired: ['w'] },
        ],
        { vetoes },
      ),
    ).toEqual(['rest', 'best']);
  });
});

describe('[GR2] [GR3] places that all cohorts share', () => {
  const shared = (changes: Partial<NonNullable<Grade['quota']>>) =>
    ladder({ quota: quota({ scope: 'all', ...changes }) });

  it('tied across cohorts on the last place all are in, or out', () => {
    const units = [of('90', 'a'), of('80', 'b'), of('80', 'a'), of('70', 'b')];
    expect(names(shared({ count: 2, tieAtEdge: 'in' }), units, across)).toEqual([
      'best',
      'best',
      'best',
      'good',
    ]);
    expect(names(shared({ count: 2, tieAtEdge: 'out' }), units, across)).toEqual([
      'best',
      'good',
      'good',
      'good',
    ]);
  });

  it('a ratio is of all of them', () => {
    const units = [of('90', 'a'), of('80', 'b'), of('70', 'b'), of('65', 'b')];
    expect(names(shared({ ratio: '0.5' }), units, across)).toEqual(['best', 'best', 'good', 'good']);
  });

  it('neither a ratio nor a number is no place, but for the minimum', () => {
    expect(names(ladder({ quota: quota({}) }), ['90', '80'])).toEqual(['good', 'good']);
    expect(names(ladder({ quota: quota({ minimum: 1 }) }), ['90', '80'])).toEqual(['best', 'good']);
  });

  it('of a ratio and a number the smaller', () => {
    expect(names(ladder({ quota: quota({ ratio: '1', count: 1 }) }), ['90', '80'])).toEqual(['best', 'good']);
    expect(names(ladder({ quota: quota({ ratio: '0.5', count: 9 }) }), ['90', '80'])).toEqual([
      'best',
      'good',
    ]);
  });
});

describe('[GR8] last places', () => {
  const last = (changes: Partial<NonNullable<Grade['lastPlaces']>>) => [
    grade('best'),
    grade('poor', {
      lastPlaces: { count: 1, rounding: 'down', minimum: 0, scope: 'cohort', tieAtEdge: 'in', ...changes },
    }),
    grade('rest'),
  ];
  const units = [of('90', 'a'), of('60', 'a'), of('50', 'b'), of('40', 'b')];

  it('of each cohort, or of all together', () => {
    expect(names(last({}), units, across)).toEqual(['best', 'poor', 'best', 'poor']);
    expect(names(last({ scope: 'all' }), units, across)).toEqual(['best', 'best', 'best', 'poor']);
    expect(names(last({ scope: 'all', count: 2 }), units, across)).toEqual(['best', 'best', 'poor', 'poor']);
  });

  it('tied across cohorts with the last safe place', () => {
    const tied = [...units.slice(0, 2), of('60', 'b')];
    expect(names(last({ scope: 'all' }), tied, across)).toEqual(['best', 'poor', 'poor']);
    expect(names(last({ scope: 'all', tieAtEdge: 'out' }), tied, across)).toEqual(['best', 'best', 'best']);
  });

  it('as many places as units hold all of them, and no place holds nobody', () => {
    expect(names(last({ count: 9 }), ['90', '90'])).toEqual(['poor', 'poor']);
    expect(names(last({ count: 0 }), ['90', '90'])).toEqual(['best', 'best']);
  });

  it('ties among the last places alone are no tie with a safe one', () => {
    expect(names(last({ count: 2, tieAtEdge: 'out' }), ['90', '50', '50'])).toEqual(['best', 'poor', 'poor']);
  });
});

describe('[GR7] a figure of its own', () => {
  it('without lines nobody asks for it', () => {
    const gradesOn = { kind: 'difference', of: [fact('x'), fact('y')] } as const;
    const grades = [grade('best', { withoutVeto: true }), grade('rest')];
    const facts = [numberFact('x'), numberFact('y'), ...['v', 'w'].map(booleanFact)];
    expect(names(grades, ['90'], { gradesOn: { kind: gradesOn.kind, of: [...gradesOn.of] }, facts })).toEqual(
      ['best'],
    );
  });
});
