import { bookOf, booleanFact, byPercent, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Fact } from '../format/fact.js';
import type { AppliesTo } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Veto, VetoEffect } from '../format/rule-book.js';
import type { Score } from '../format/score.js';
import { compile } from './compile.js';

const title = { zh: 't', en: 't' };

describe('[TO3] whom an indicator is for', () => {
  const isFor = (appliesTo: AppliesTo, changes: Partial<AssessedUnit>) => {
    const book = bookOf([byPercent('I', '10', 'x', { appliesTo })]);
    return compile(book).assess([unitOf('u', { x: '1' }, changes)]).units[0]?.indicators.length === 1;
  };
  const town: AppliesTo = { attributes: { kind: ['town', 'street'] } };

  it.each<[string, AppliesTo, Partial<AssessedUnit>, boolean]>([
    ['everybody', {}, {}, true],
    ['its type', { types: ['T', 'V'] }, {}, true],
    ['another type', { types: ['V'] }, {}, false],
    ['a unit by name', { units: ['w', 'u'] }, {}, true],
    ['other units by name', { units: ['w'] }, {}, false],
    ['one of the values of an attribute', town, { attributes: { kind: 'street' } }, true],
    ['another value', town, { attributes: { kind: 'village' } }, false],
    ['a unit without that attribute', town, { attributes: { size: 'large' } }, false],
    ['a unit without any attribute', town, {}, false],
    ['its type but not its attribute', { types: ['T'], ...town }, { attributes: { kind: 'village' } }, false],
    [
      'all attributes',
      { attributes: { kind: ['town'], size: ['large'] } },
      { attributes: { kind: 'town', size: 'large' } },
      true,
    ],
    [
      'one of two attributes',
      { attributes: { kind: ['town'], size: ['large'] } },
      { attributes: { kind: 'town' } },
      false,
    ],
  ])('%s', (_title, appliesTo, changes, expected) => expect(isFor(appliesTo, changes)).toBe(expected));
});

describe('[CH1] who is compared with', () => {
  it('not a unit that the indicator is not for', () => {
    const best: Score = { method: 'relative', to: 'best', better: 'higher' };
    const book = bookOf([indicatorOf(best, { appliesTo: { units: ['u', 'v'] } })]);
    const units = [unitOf('u', { x: '4' }), unitOf('v', { x: '8' }), unitOf('w', { x: '100' })];
    expect(
      compile(book)
        .assess(units)
        .units.map((unit) => unit.indicators[0]?.points),
    ).toEqual(['5', '10', undefined]);
  });

  it('nor one of which the book says that it is not concerned', () => {
    const best: Score = { method: 'relative', to: 'best', better: 'higher' };
    const notApplicable = {
      policy: 'exclude' as const,
      when: { kind: 'compare' as const, left: fact('y'), comparison: 'less-than' as const, right: '10' },
    };
    const book = bookOf([indicatorOf(best, { notApplicable })]);
    const units = [unitOf('u', { x: '4', y: '10' }), unitOf('v', { x: '100', y: '9' })];
    expect(compile(book).assess(units).units[0]?.indicators[0]?.points).toBe('10');
  });

  it('by attribute, a unit without it is among the others', () => {
    const groups = [{ id: 'T', title, values: ['town'] }];
    const book = bookOf([byPercent('I', '10', 'x')], {
      cohorts: { by: 'attribute', attribute: 'kind', groups },
    });
    const units = [unitOf('u', { x: '1' }, { attributes: { size: 'large' } }), unitOf('v', { x: '1' })];
    expect(
      compile(book)
        .assess(units)
        .units.map(({ cohort }) => cohort),
    ).toEqual(['other', 'other']);
  });
});

describe('[VE1] vetoes with several effects, and records with several entries', () => {
  const named: Fact = {
    ...booleanFact('falsified'),
    kind: 'records',
    levels: ['I', 'J', 'K'].map((id) => ({ id, title })),
  };
  const facts = [numberFact('x'), numberFact('y'), named];
  const veto = (...effects: VetoEffect[]): Veto => ({
    id: 'v',
    title,
    when: { kind: 'compare', left: fact('x'), comparison: 'at-least', right: '100' },
    effects,
  });
  const states = (vetoes: Veto[], falsified: string[] | null) => {
    const book = bookOf(
      ['I', 'J', 'K'].map((id) => byPercent(id, '10', 'x')),
      { facts, vetoes },
    );
    const records = falsified && falsified.map((level) => ({ title: 't', level }));
    return compile(book)
      .assess([unitOf('u', { x: '100', falsified: records })])
      .units[0]?.indicators.map(({ state }) => state);
  };

  it('one that also bars awards still sets to zero', () => {
    expect(states([veto({ kind: 'no-award' }, { kind: 'indicator-zero', indicators: ['J'] })], [])).toEqual([
      'scored',
      'vetoed',
      'scored',
    ]);
    expect(
      states([veto({ kind: 'indicators-named-zero', fact: 'falsified' }, { kind: 'no-award' })], ['I']),
    ).toEqual(['vetoed', 'scored', 'scored']);
  });

  it('each of the indicators that the entries name, and none where nobody knows', () => {
    const vetoes = [veto({ kind: 'indicators-named-zero', fact: 'falsified' })];
    expect(states(vetoes, ['K', 'I'])).toEqual(['vetoed', 'scored', 'vetoed']);
    expect(states(vetoes, null)).toEqual(['scored', 'scored', 'scored']);
  });
});

describe('[ME7] [XP2] points of other parts', () => {
  const reading = (measure: Measure, facts: Record<string, string | null>) => {
    const mean = { by: 'mean', form: 'arithmetic', absent: 'no-number' } as const;
    const book = bookOf([
      byPercent('A', '10', 'x'),
      indicatorOf({ method: 'judged', reasonRequired: false }, { measure }),
    ]);
    const sections = [
      ...book.sections,
      {
        id: 'S',
        title,
        role: 'derived' as const,
        points: '10',
        combine: mean,
        indicators: [byPercent('B', '10', 'y')],
      },
    ];
    const { indicators } = compile({ ...book, sections }).assess([unitOf('u', facts)]).units[0] ?? {
      indicators: [],
    };
    const found = indicators.find(({ id }) => id === 'I');
    return found?.points ?? found?.reason;
  };

  it('are there, or are told to be missing by name', () => {
    const [indicator, section]: [Measure, Measure] = [
      { kind: 'indicator-points', indicator: 'A' },
      { kind: 'section-points', section: 'S' },
    ];
    expect(reading(indicator, { x: '40' })).toBe('4');
    expect(reading(indicator, { x: null })).toEqual({
      code: 'indicator-without-points',
      data: { indicator: 'A' },
    });
    expect(reading(section, { x: '40', y: '70' })).toBe('7');
    expect(reading(section, { x: '40', y: null })).toEqual({
      code: 'section-without-points',
      data: { section: 'S' },
    });
  });
});

describe('[TO4] the self-gap', () => {
  it('looks at base indicators only', () => {
    const book = bookOf([byPercent('A', '10', 'x')]);
    const bonus = {
      id: 'M',
      title,
      role: 'bonus' as const,
      points: '5',
      indicators: [byPercent('B', '5', 'y')],
    };
    const unit = {
      ...unitOf('u', {}),
      facts: { x: { declared: '50', verified: '40' }, y: { declared: '90', verified: '10' } },
    };
    expect(compile({ ...book, sections: [...book.sections, bonus] }).assess([unit]).units[0]?.selfGap).toBe(
      '1',
    );
  });
});

describe('[ME6] last year’s values', () => {
  const change: Measure = { kind: 'difference', of: [fact('x'), { kind: 'previous', of: fact('x') }] };
  const score: Score = { method: 'linear', intercept: '0', slope: '1', low: '0', high: '100' };
  const points = (
    basis: 'declared' | 'verified' | 'latest',
    before: { declared: string; verified: string | null },
  ) => {
    const book = bookOf([indicatorOf(score, { points: '100', measure: change })]);
    const previous = [{ ...unitOf('u', {}), facts: { x: before } }];
    const [unit] = compile(book).assess([unitOf('u', { x: '30' })], { basis, previous }).units;
    return unit?.indicators[0]?.points;
  };

  it('are the verified ones, and the declared ones only where the run is not the official one', () => {
    const both = { declared: '10', verified: '20' };
    const declaredOnly = { declared: '10', verified: null };
    expect((['verified', 'declared', 'latest'] as const).map((basis) => points(basis, both))).toEqual([
      '10',
      '10',
      '10',
    ]);
    expect((['verified', 'declared', 'latest'] as const).map((basis) => points(basis, declaredOnly))).toEqual(
      [null, '20', '20'],
    );
  });
});

describe('[ME2] of several obstacles the first to tell', () => {
  const meeting: Fact = { ...numberFact('m'), source: 'meeting' } as Fact;
  const facts = [...['x', 'y', 'z', 'zero'].map((id) => numberFact(id)), meeting];
  const ratio: Measure = { kind: 'ratio', of: [fact('x'), fact('zero')], whenZero: 'cannot-compute' };
  const told = (...of: Measure[]) => {
    const book = bookOf(
      [byPercent('I', '10', 'x', { measure: { kind: 'sum', of }, notApplicable: { policy: 'exclude' } })],
      { facts },
    );
    const unit = { ...unitOf('u', { x: '1', zero: '0', y: null, z: null, m: null }) };
    const assessed = { ...unit, facts: { ...unit.facts, away: { notApplicable: '无' } } };
    const outcome = compile(book).assess([assessed]).units[0]?.indicators[0];
    return [outcome?.state, outcome?.reason?.data['fact']];
  };
  const [missing, missingToo, pending, away] = [fact('y'), fact('z'), fact('m'), fact('away')] as const;

  it('is not applicable, then missing, then pending, then what cannot be computed, wherever it stands', () => {
    expect(told(ratio, pending)).toEqual(['pending', 'm']);
    expect(told(pending, ratio)).toEqual(['pending', 'm']);
    expect(told(pending, missing)).toEqual(['missing', 'y']);
    expect(told(missing, pending, ratio)).toEqual(['missing', 'y']);
    expect(told(missing, away)).toEqual(['not-applicable', 'away']);
    expect(told(away, missing, ratio)).toEqual(['not-applicable', 'away']);
  });

  it('of equal ones it is the first that stands there', () => {
    expect(told(missing, missingToo)).toEqual(['missing', 'y']);
    expect(told(missingToo, missing)).toEqual(['missing', 'z']);
  });
});

describe('[ME14] figures of a cohort', () => {
  const figure = (take: Extract<Measure, { kind: 'cohort' }>['take'], ...values: (string | null)[]) => {
    const measure: Measure = {
      kind: 'cohort',
      of: fact('y'),
      take,
      ...(take === 'percentile' && { share: '0.5' }),
    };
    const score: Score = { method: 'linear', intercept: '0', slope: '1', low: '0', high: '100' };
    const book = bookOf([indicatorOf(score, { points: '100', measure })]);
    const [unit] = compile(book).assess(values.map((y, index) => unitOf(`u${index}`, { x: '1', y }))).units;
    return unit?.indicators[0]?.points ?? unit?.indicators[0]?.reason?.code;
  };

  it('of nobody there is none, but a count is 0', () => {
    const takes = [
      'mean',
      'median',
      'percentile',
      'least',
      'greatest',
      'sum',
      'deviation',
      'sample-deviation',
    ] as const;
    expect(takes.map((take) => figure(take, null))).toEqual(takes.map(() => 'nothing-to-compare'));
    expect(figure('count', null)).toBe('0');
  });

  it('a deviation divides by n, that of a sample by n − 1', () => {
    expect(figure('deviation', '1', '1', '5', '5')).toBe('2');
    expect(figure('sample-deviation', '1', '2', '3')).toBe('1');
    expect(figure('sample-deviation', '7')).toBe('nothing-to-compare');
    expect(figure('deviation', '7')).toBe('0');
  });
});
