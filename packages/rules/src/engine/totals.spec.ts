import {
  bookOf,
  booleanFact,
  byPercent,
  fact,
  indicatorOf,
  numberFact,
  sectionOf,
  unitOf,
} from '../../test/book-of.js';
import type { Condition } from '../format/condition.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook, Veto } from '../format/rule-book.js';
import type { AssessedUnit } from '../format/facts-document.js';
import { compile } from './compile.js';

const title = { zh: 't', en: 't' };
const first = (book: RuleBook, ...units: AssessedUnit[]) => {
  const unit = compile(book).assess(units).units[0];
  if (unit === undefined) throw new Error('no unit');
  return unit;
};
const pointsOf = (unit: ReturnType<typeof first>) =>
  Object.fromEntries(unit.indicators.map(({ id, points }) => [id, points]));

describe('[TO1] sections add up, are capped and rounded', () => {
  const bonus = (points: string, ...of: Indicator[]) => sectionOf('bonus', 'bonus', points, of);
  const deduct = (id: string, factId: string) =>
    indicatorOf(
      { method: 'steps', base: '0', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      { id, points: '10', measure: fact(factId), missing: 'zero' },
    );
  it('a bonus stops at the cap of its section, and again at that above it', () => {
    const book = bookOf([], {
      totalPoints: '10',
      sections: [
        sectionOf('base', 'base', '10', [byPercent('I', '10', 'x')]),
        {
          ...bonus('3', byPercent('B', '2', 'y')),
          sections: [{ ...bonus('2', byPercent('C', '2', 'y'), byPercent('D', '2', 'y')), id: 'inner' }],
        },
      ],
    });
    const unit = first(book, unitOf('u', { x: '50', y: '100' }));
    expect(unit.total).toBe('8');
    expect(unit.sections.map(({ id, points }) => [id, points])).toEqual([
      ['base', '5'],
      ['bonus', '3'],
      ['inner', '2'],
    ]);
  });
  it('deductions stop at theirs', () => {
    const book = bookOf([], {
      totalPoints: '10',
      sections: [
        sectionOf('base', 'base', '10', [byPercent('I', '10', 'x')]),
        sectionOf('d', 'deduction', '5', [deduct('D', 'y'), deduct('E', 'z')]),
      ],
    });
    expect(first(book, unitOf('u', { x: '100', y: '4', z: '3' })).total).toBe('5');
    expect(first(book, unitOf('u', { x: '100', y: '1', z: null })).total).toBe('9');
  });
  it('rounds indicator, section and total only where the book says so', () => {
    const rounding = { mode: 'half-up' as const, digits: 0 };
    const at = (stage: 'indicator' | 'section' | 'total' | null) => {
      const book = bookOf([byPercent('I', '10', 'x'), byPercent('J', '10', 'x')], {
        rounding: { indicator: null, section: null, total: null, ...(stage && { [stage]: rounding }) },
      });
      return first(book, unitOf('u', { x: '34' })).total;
    };
    expect([at(null), at('indicator'), at('section'), at('total')]).toEqual(['6.8', '6', '7', '7']);
  });
});

describe('[TO2] two totals: so far, and as it stands', () => {
  const book = bookOf([byPercent('I', '60', 'x'), byPercent('J', '40', 'y')]);
  it('a missing fact is left out so far and counts nothing as it stands', () => {
    const unit = first(book, unitOf('u', { x: '50', y: null }));
    expect(unit).toMatchObject({
      total: '30',
      soFar: { points: '30', outOf: '60' },
      asItStands: { points: '30', outOf: '100' },
    });
    expect(unit.indicators[1]).toMatchObject({
      state: 'missing',
      points: null,
      reason: { code: 'fact-missing', data: { fact: 'y' } },
    });
  });
  it('missing counted as zero is lost in both', () => {
    const strict = bookOf([byPercent('I', '60', 'x'), byPercent('J', '40', 'y', { missing: 'zero' })]);
    const unit = first(strict, unitOf('u', { x: '50', y: null }));
    expect(unit).toMatchObject({ soFar: { points: '30', outOf: '100' } });
    expect(unit.indicators[1]).toMatchObject({ state: 'missing', points: '0' });
  });
});

describe('[TO3] not applicable (M50)', () => {
  const with98 = (policy: Indicator['notApplicable']) =>
    bookOf([byPercent('I', '98', 'x'), byPercent('J', '2', 'y', policy && { notApplicable: policy })]);
  const none = {
    ...unitOf('u', { x: null }),
    facts: { x: { declared: '90', verified: '90' }, y: { notApplicable: '没有这项业务' } },
  };
  it('90 of 98 that apply is 91.84 of 100', () => {
    const asGiven = indicatorOf(
      { method: 'linear', intercept: '0', slope: '1', low: '0', high: '98' },
      { points: '98' },
    );
    const book = bookOf([asGiven, byPercent('J', '2', 'y', { notApplicable: { policy: 'exclude' } })], {
      rounding: { indicator: null, section: null, total: { mode: 'half-up', digits: 2 } },
    });
    expect(first(book, none)).toMatchObject({ total: '91.84', soFar: { points: '90', outOf: '98' } });
  });
  it.each<[Indicator['notApplicable'], string | null, string]>([
    [{ policy: 'exclude' }, null, '90'],
    [{ policy: 'full' }, '2', '90.2'],
    [{ policy: 'zero' }, '0', '88.2'],
    [{ policy: 'fixed', points: '1.5' }, '1.5', '89.7'],
  ])('%j', (policy, points, total) => {
    const unit = first(with98(policy), none);
    expect({ points: pointsOf(unit)['J'], total: unit.total, state: unit.indicators[1]?.state }).toEqual({
      points,
      total,
      state: 'not-applicable',
    });
  });
  it('the mean of the others in the cohort, not of those vetoed or missing', () => {
    const zeroed: Veto = {
      id: 'v',
      title,
      when: { kind: 'compare', left: fact('z'), comparison: 'at-least', right: '1' },
      effects: [{ kind: 'indicator-zero', indicators: ['J'] }],
    };
    const book = { ...with98({ policy: 'cohort-mean' }), vetoes: [zeroed] };
    const others = [
      unitOf('a', { x: '90', y: '100' }),
      unitOf('b', { x: '90', y: '50' }),
      unitOf('c', { x: '90', y: '100', z: '1' }),
      unitOf('d', { x: '90', y: null }),
    ];
    expect(pointsOf(first(book, none, ...others))['J']).toBe('1.5');
  });
  it('the mean of nobody cannot be computed', () => {
    expect(first(with98({ policy: 'cohort-mean' }), none).indicators[1]).toMatchObject({
      state: 'cannot-compute',
      points: null,
    });
  });
  it('a book that does not say what it means gets no guess', () => {
    expect(first(with98(undefined), none).indicators[1]).toMatchObject({
      state: 'cannot-compute',
      points: null,
      reason: { code: 'not-applicable-undeclared' },
    });
  });
  it('a condition of the book makes it not applicable as well, and unknown does not', () => {
    const book = with98({
      policy: 'exclude',
      when: { kind: 'compare', left: fact('z'), comparison: 'less-than', right: '10' },
    });
    expect(first(book, unitOf('u', { x: '90', y: '0', z: '9' })).indicators[1]?.state).toBe('not-applicable');
    expect(first(book, unitOf('u', { x: '90', y: '0', z: '10' })).indicators[1]?.state).toBe('scored');
    expect(first(book, unitOf('u', { x: '90', y: '0', z: null })).indicators[1]?.state).toBe('scored');
  });
  it('an indicator for other units is absent, and the total converted', () => {
    const book = bookOf([
      byPercent('I', '98', 'x'),
      byPercent('J', '2', 'y', { appliesTo: { units: ['琴江镇'] } }),
    ]);
    const unit = first(book, unitOf('u', { x: '90' }));
    expect({ ids: unit.indicators.map(({ id }) => id), total: unit.total }).toEqual({
      ids: ['I'],
      total: '90',
    });
    expect(first(book, unitOf('琴江镇', { x: '90', y: '100' })).total).toBe('90.2');
  });
  it('a unit not concerned stays out of the comparison', () => {
    const best = indicatorOf(
      { method: 'relative', to: 'mean', better: 'higher', high: '1' },
      { notApplicable: { policy: 'exclude' } },
    );
    const away = { ...unitOf('away', {}), facts: { x: { notApplicable: '无' } } };
    expect(first(bookOf([best]), unitOf('u', { x: '5' }), away).total).toBe('10');
  });
});

describe('[TO4] declared, verified and latest values', () => {
  const book = bookOf([byPercent('I', '60', 'x'), byPercent('J', '40', 'y')]);
  const unit: AssessedUnit = {
    ...unitOf('u', {}),
    facts: { x: { declared: '100', verified: '50' }, y: { declared: '50', verified: null } },
  };
  const total = (basis: 'declared' | 'verified' | 'latest') =>
    compile(book).assess([unit], { basis }).units[0]?.total;
  it('verified counts what was verified', () => expect(total('verified')).toBe('30'));
  it('declared counts what the unit said', () => expect(total('declared')).toBe('80'));
  it('latest takes verified, else declared', () => expect(total('latest')).toBe('50'));
  it('the self-gap compares what has a number on both sides', () => {
    expect(compile(book).assess([unit]).units[0]?.selfGap).toBe('30');
    expect(compile(book).assess([unit], { basis: 'latest' }).units[0]?.selfGap).toBe('30');
    expect(compile(book).assess([unit], { basis: 'declared' }).units[0]?.selfGap).toBeNull();
  });
  it('a gap of 10 or more costs half a point; nobody who declared nothing pays, nor is told it is not applicable', () => {
    const gap = indicatorOf(
      { method: 'threshold', comparison: 'at-least', at: '10', metPoints: '-0.5', unmetPoints: '0' },
      { id: 'G', points: '0.5', measure: { kind: 'self-gap' }, missing: 'zero' },
    );
    const strict = { ...book, sections: [...book.sections, sectionOf('d', 'deduction', '1', [gap])] };
    const of = (declared: string | null) =>
      first(strict, { ...unitOf('u', {}), facts: { x: { declared, verified: '50' } } }).indicators[2];
    expect(of('66.67')).toMatchObject({ points: '-0.5' });
    expect(of('66.66')).toMatchObject({ points: '0' });
    expect(of(null)).toMatchObject({ state: 'missing', points: '0', reason: { code: 'no-self-assessment' } });
  });
});

describe('[VE1] vetoes that set indicators to zero', () => {
  const named: Fact = {
    ...booleanFact('falsified'),
    kind: 'records',
    levels: ['I', 'J', 'K'].map((id) => ({ id, title })),
  };
  const when = {
    kind: 'compare',
    left: { kind: 'count', fact: 'falsified' },
    comparison: 'at-least',
    right: '1',
  } as const;
  const vetoes: Veto[] = [
    { id: 'v', title, when, effects: [{ kind: 'indicators-named-zero', fact: 'falsified' }] },
  ];
  const book = bookOf([byPercent('I', '50', 'x'), byPercent('J', '50', 'y')], {
    facts: [numberFact('x'), numberFact('y'), named],
    vetoes,
  });
  const falsified = (...ids: string[]): FactValue => ids.map((level) => ({ title: 't', level }));
  it('only the indicators that the entries name', () => {
    const unit = first(book, unitOf('u', { x: '100', y: '100', falsified: falsified('J') }));
    expect(unit.indicators).toMatchObject([
      { state: 'scored', points: '50' },
      { state: 'vetoed', points: '0', reason: { code: 'vetoed', data: { veto: 'v' } } },
    ]);
  });
  it('no entry, no veto; and a list nobody filled in fires nothing [CO1]', () => {
    expect(first(book, unitOf('u', { x: '100', y: '100', falsified: [] })).vetoes).toEqual([]);
    expect(first(book, unitOf('u', { x: '100', y: '100', falsified: null })).vetoes).toEqual([]);
  });
  it('the zero is told once, with the veto that set it', () => {
    const steps = compile(book)
      .assess([unitOf('u', { x: '1', y: '1', falsified: falsified('J') })])
      .explain('u', 'J').steps;
    expect(steps.map(({ code }) => code)).toEqual(['vetoed', 'points']);
  });
  it('who was vetoed to zero is no yardstick for the others [CH1]', () => {
    const best = bookOf([indicatorOf({ method: 'relative', to: 'best', better: 'higher' })], {
      facts: [numberFact('x'), named],
      vetoes,
    });
    const cheat = unitOf('cheat', { x: '1000', falsified: falsified('I') });
    expect(first(best, unitOf('u', { x: '5', falsified: [] }), cheat).total).toBe('10');
  });
});

describe('[CO1] conditions know true, false and unknown', () => {
  const exempt = (when: Condition, facts: Record<string, FactValue | null>) => {
    const choice: Fact = {
      ...booleanFact('c'),
      kind: 'choice',
      options: ['p', 'q'].map((id) => ({ id, title })),
    };
    const book = bookOf(
      [byPercent('I', '10', 'x', { finish: { exceptions: [{ when, points: 'full', because: title }] } })],
      { facts: [numberFact('x'), numberFact('y'), booleanFact('a'), booleanFact('b'), choice] },
    );
    return first(book, unitOf('u', { x: '0', ...facts })).total === '10';
  };
  const [a, b]: [Condition, Condition] = [
    { kind: 'is-true', fact: 'a' },
    { kind: 'is-true', fact: 'b' },
  ];
  it.each<[string, Condition, Record<string, FactValue | null>, boolean]>([
    ['true', a, { a: true }, true],
    ['false', a, { a: false }, false],
    ['unknown grants nothing', a, { a: null }, false],
    ['not unknown is unknown', { kind: 'not', of: a }, { a: null }, false],
    ['not false is true', { kind: 'not', of: a }, { a: false }, true],
    ['true or unknown is true', { kind: 'any', of: [a, b] }, { a: true, b: null }, true],
    ['true and unknown is unknown', { kind: 'all', of: [a, b] }, { a: true, b: null }, false],
    [
      'false and unknown is false, so its not is true',
      { kind: 'not', of: { kind: 'all', of: [a, b] } },
      { a: false, b: null },
      true,
    ],
    ['an option', { kind: 'is-option', fact: 'c', options: ['q'] }, { c: 'q' }, true],
    ['another option', { kind: 'is-option', fact: 'c', options: ['q'] }, { c: 'p' }, false],
    [
      'two measures compared',
      { kind: 'compare', left: fact('y'), comparison: 'equal', right: fact('x') },
      { y: '0' },
      true,
    ],
  ])('%s', (_title, when, facts, expected) => expect(exempt(when, facts)).toBe(expected));
});

describe('[CY1] dependencies', () => {
  it('a circle is an error that names its members', () => {
    const reads = (id: string, other: string) =>
      byPercent(id, '5', 'x', { measure: { kind: 'indicator-points', indicator: other } });
    expect(() => compile(bookOf([reads('A', 'B'), reads('B', 'A')]))).toThrow('A → B → A');
  });
  it('an unknown unit or indicator is refused by name', () => {
    const assessment = compile(bookOf([byPercent('I', '1', 'x')])).assess([unitOf('u', { x: '1' })]);
    expect(() => assessment.explain('v', 'I')).toThrow('unit v is not in this assessment');
    expect(() => assessment.explain('u', 'Z')).toThrow('indicator Z is not for unit u');
  });
});
