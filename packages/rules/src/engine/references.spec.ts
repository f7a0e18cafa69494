import { bookOf, byPercent, fact, indicatorOf, sectionOf, unitOf } from '../../test/book-of.js';
import type { Condition } from '../format/condition.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Score } from '../format/score.js';
import {
  indicatorsOf,
  indicatorsThatCompareUnits,
  measuresOfScore,
  orderIndicators,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
} from './book-index.js';
import { compile } from './compile.js';

const title = { zh: 't', en: 't' };
const [x, y] = [fact('x'), fact('y')] as const;
const nothing = {
  facts: [],
  indicators: [],
  sections: [],
  selfGap: false,
  comparesUnits: false,
  previousFacts: [],
};
const plain: Score = { method: 'judged', reasonRequired: false };
const parts = [
  { measure: x, weight: '1' },
  { measure: y, weight: '1' },
];

describe('[CY1] what a measure reads', () => {
  it.each<[string, Measure, Partial<typeof nothing> | object]>([
    ['a fact', x, { facts: ['x'] }],
    ['a count', { kind: 'count', fact: 'x' }, { facts: ['x'] }],
    ['a panel', { kind: 'panel-mean', fact: 'x', minimumJudges: 1 }, { facts: ['x'] }],
    ['ballots', { kind: 'vote-mean', fact: 'x', worth: [], minimumValid: 1 }, { facts: ['x'] }],
    ['a share of ballots', { kind: 'vote-share', fact: 'x', options: [], minimumValid: 1 }, { facts: ['x'] }],
    ['raters', { kind: 'rater-mean', fact: 'x', weights: [], absent: 'zero' }, { facts: ['x'] }],
    ['a sum', { kind: 'sum', of: [x, y] }, { facts: ['x', 'y'] }],
    ['a product', { kind: 'product', of: [x, y] }, { facts: ['x', 'y'] }],
    ['a difference', { kind: 'difference', of: [x, y] }, { facts: ['x', 'y'] }],
    ['the greatest', { kind: 'greatest', of: [x, y] }, { facts: ['x', 'y'] }],
    ['the least', { kind: 'least', of: [x, y] }, { facts: ['x', 'y'] }],
    ['a ratio', { kind: 'ratio', of: [x, y], whenZero: 'cannot-compute' }, { facts: ['x', 'y'] }],
    ['a sample', { kind: 'sample-rate', positive: x, sample: y, minimumSample: '1' }, { facts: ['x', 'y'] }],
    ['a mean', { kind: 'mean', form: 'arithmetic', of: parts, absent: 'zero' }, { facts: ['x', 'y'] }],
    [
      'a selection',
      { kind: 'selected', of: [x, y], keep: { best: 1, better: 'higher' }, take: 'sum', absent: 'zero' },
      { facts: ['x', 'y'] },
    ],
    ['the first known', { kind: 'first-known', of: [x, y] }, { facts: ['x', 'y'] }],
    ['a rounding', { kind: 'rounded', of: x, rounding: { mode: 'down', digits: 0 } }, { facts: ['x'] }],
    ['a logarithm', { kind: 'logarithm', of: x, base: 'e' }, { facts: ['x'] }],
    ['a root', { kind: 'root', of: x, degree: 2 }, { facts: ['x'] }],
    ['a power', { kind: 'power', of: x, exponent: '2' }, { facts: ['x'] }],
    ['an exponential', { kind: 'exponential', of: x }, { facts: ['x'] }],
    ['bands', { kind: 'banded', of: x, bands: [] }, { facts: ['x'] }],
    [
      'a figure of the cohort',
      { kind: 'cohort', of: x, take: 'mean' },
      { facts: ['x'], comparesUnits: true },
    ],
    ['a place', { kind: 'place', of: x, better: 'higher' }, { facts: ['x'], comparesUnits: true }],
    ['last year', { kind: 'previous', of: { kind: 'sum', of: [x, y] } }, { previousFacts: ['x', 'y'] }],
    ['points of an indicator', { kind: 'indicator-points', indicator: 'A' }, { indicators: ['A'] }],
    ['points of a section', { kind: 'section-points', section: 'S' }, { sections: ['S'] }],
    ['the self-gap', { kind: 'self-gap' }, { selfGap: true }],
    ['a constant', { kind: 'constant', value: '1' }, {}],
    ['nothing', { kind: 'none' }, {}],
  ])('%s', (_title, measure, reads) => {
    expect(referencesOfMeasure(measure)).toEqual({ ...nothing, ...reads });
  });

  it('each thing once', () => {
    expect(referencesOfMeasure({ kind: 'sum', of: [x, x] }).facts).toEqual(['x']);
  });
});

describe('[CY1] what a condition reads', () => {
  const compare = (right: string | Measure): Condition => ({
    kind: 'compare',
    left: x,
    comparison: 'at-least',
    right,
  });
  it.each<[string, Condition, string[]]>([
    ['a yes', { kind: 'is-true', fact: 'x' }, ['x']],
    ['an option', { kind: 'is-option', fact: 'x', options: ['a'] }, ['x']],
    ['a comparison with a number', compare('1'), ['x']],
    ['a comparison with a measure', compare(y), ['x', 'y']],
    ['all of several', { kind: 'all', of: [compare(y), { kind: 'is-true', fact: 'z' }] }, ['x', 'y', 'z']],
    ['any of several', { kind: 'any', of: [{ kind: 'is-true', fact: 'z' }, compare('1')] }, ['z', 'x']],
    ['a negation', { kind: 'not', of: compare(y) }, ['x', 'y']],
  ])('%s', (_title, condition, facts) => {
    expect(referencesOfCondition(condition)).toEqual({ ...nothing, facts });
  });
});

describe('[CY1] what an indicator reads', () => {
  const reads = (score: Score, changes: Partial<Indicator> = {}) =>
    referencesOf(indicatorOf(score, { measure: { kind: 'none' }, ...changes }));
  const when: Condition = { kind: 'is-true', fact: 'z' };

  it.each<[string, Score, string, string]>([
    ['a target', { method: 'proportion', target: y, capShare: null }, 'target', 'y'],
    ['what is allowed', { method: 'inverse', form: 'excess-share', target: y }, 'target', 'y'],
    ['a bound', { method: 'threshold', comparison: 'at-least', at: y }, 'at', 'y'],
    ['an origin', { method: 'steps', base: '0', origin: y }, 'origin', 'y'],
    [
      'a lower bound',
      { method: 'efficacy', c: '1', d: '0', better: 'higher', low: y, high: '9', whenEqual: '1' },
      'low',
      'y',
    ],
    [
      'an upper bound',
      { method: 'efficacy', c: '1', d: '0', better: 'higher', low: '1', high: y, whenEqual: '1' },
      'high',
      'y',
    ],
    ['a term', { method: 'tally', base: '0', terms: [{ title, of: y, points: '1' }] }, 'terms/0/of', 'y'],
  ])('%s that is a measure', (_title, score, path, id) => {
    expect(measuresOfScore(score)).toEqual([{ measure: fact(id), path }]);
    expect(reads(score).facts).toEqual([id]);
  });

  it.each<[string, Score]>([
    ['a target', { method: 'proportion', target: '1', capShare: null }],
    ['no target at all', { method: 'inverse', form: 'complement' }],
    ['a judgement', plain],
  ])('%s that is no measure reads nothing', (_title, score) => {
    expect(measuresOfScore(score)).toEqual([]);
    expect(reads(score)).toEqual(nothing);
  });

  it('the facts of methods that count by themselves', () => {
    const worth = [{ level: 'county', points: '1' }];
    const records = { method: 'records-worth', fact: 'x', worth, sameMatter: 'all' } as const;
    expect(reads({ method: 'checklist', items: [{ fact: 'x', title, points: '1' }] }).facts).toEqual(['x']);
    expect(reads({ method: 'choice', fact: 'y', worth: [{ option: 'a', points: '1' }] }).facts).toEqual([
      'y',
    ]);
    expect(reads(records)).toEqual({ ...nothing, facts: ['x'] });
    expect(reads({ ...records, notBefore: 'previous' })).toEqual({
      ...nothing,
      facts: ['x'],
      previousFacts: ['x'],
    });
  });

  it('its exceptions, its linked cap and when it is not applicable', () => {
    const finish = { exceptions: [{ when, points: '0', because: title }], linkedCap: { indicator: 'A' } };
    expect(reads(plain, { finish })).toEqual({ ...nothing, facts: ['z'], indicators: ['A'] });
    expect(reads(plain, { notApplicable: { policy: 'exclude', when } }).facts).toEqual(['z']);
    expect(reads(plain, { notApplicable: { policy: 'exclude' } })).toEqual(nothing);
  });

  it('an explanation names the indicators and sections whose points it read', () => {
    const of: Measure = {
      kind: 'sum',
      of: [
        { kind: 'indicator-points', indicator: 'A' },
        { kind: 'section-points', section: 'S' },
      ],
    };
    const book = bookOf([], {
      totalPoints: '30',
      sections: [
        sectionOf('R', 'base', '10', [byPercent('C', '10', 'x', { measure: of })]),
        sectionOf('S', 'base', '20', [byPercent('A', '10', 'x'), byPercent('B', '10', 'y')]),
      ],
    });
    const assessment = compile(book).assess([unitOf('u', { x: '50', y: '60' })]);
    expect(assessment.explain('u', 'C').reads).toEqual(['A', 'S']);
    expect(assessment.explain('u', 'A').reads).toEqual([]);
    expect(assessment.explainSection('u', 'S').reads).toEqual(['A', 'B']);
    expect(assessment.explainTotal('u').reads).toEqual(['R', 'S']);
  });
});

describe('[CY1] the order in which indicators are computed', () => {
  const readsPoints = (id: string, other: string) =>
    byPercent(id, '5', 'x', { measure: { kind: 'indicator-points', indicator: other } });
  const order = (...sections: Parameters<typeof sectionOf>[]) => {
    const book = bookOf([], { sections: sections.map((section) => sectionOf(...section)) });
    const ordering = orderIndicators(book);
    return ordering.ok ? ordering.order.map(({ indicator }) => indicator.id) : ordering.cycle;
  };

  it('what is read comes first, else the order of the book', () => {
    expect(
      order(['S', 'base', '15', [readsPoints('A', 'C'), byPercent('B', '5', 'x'), byPercent('C', '5', 'x')]]),
    ).toEqual(['C', 'A', 'B']);
  });

  it('the indicators of a section that is read come first, and no others', () => {
    const section: Measure = { kind: 'section-points', section: 'T' };
    expect(
      order(
        ['S', 'base', '10', [byPercent('A', '5', 'x', { measure: section }), byPercent('B', '5', 'x')]],
        ['T', 'base', '5', [byPercent('C', '5', 'x')]],
      ),
    ).toEqual(['C', 'A', 'B']);
  });

  it('an inner section belongs to the one that holds it', () => {
    const inner = sectionOf('inner', 'base', '5', [byPercent('C', '5', 'x')]);
    const outer = { ...sectionOf('outer', 'base', '5', []), sections: [inner] };
    const reader = byPercent('A', '5', 'x', { measure: { kind: 'section-points', section: 'outer' } });
    const book = bookOf([], { sections: [sectionOf('S', 'base', '5', [reader]), outer] });
    const ordering = orderIndicators(book);
    expect(ordering.ok && ordering.order.map(({ indicator }) => indicator.id)).toEqual(['C', 'A']);
    expect(indicatorsOf(book).map(({ sections, path }) => [sections.map(({ id }) => id), path])).toEqual([
      [['S'], '/sections/0/indicators/0'],
      [['outer', 'inner'], '/sections/1/sections/0/indicators/0'],
    ]);
  });

  it('the self-gap reads the base indicators', () => {
    const gap = byPercent('G', '5', 'x', { measure: { kind: 'self-gap' } });
    expect(
      order(
        ['D', 'deduction', '5', [gap]],
        ['M', 'bonus', '5', [byPercent('B', '5', 'x')]],
        ['S', 'base', '5', [byPercent('A', '5', 'x')]],
      ),
    ).toEqual(['A', 'G', 'B']);
  });

  it('a circle is named by its members alone, not by those that lead to it', () => {
    expect(
      order(['S', 'base', '15', [readsPoints('A', 'B'), readsPoints('B', 'C'), readsPoints('C', 'B')]]),
    ).toEqual(['B', 'C', 'B']);
  });
});

describe('[CH1] indicators whose points can change with another unit’s facts', () => {
  const relative: Score = { method: 'relative', to: 'best', better: 'higher' };
  const efficacy = (low: string, high: string): Score => ({
    method: 'efficacy',
    c: '1',
    d: '0',
    better: 'higher',
    low,
    high,
    whenEqual: '1',
  });
  const found = (...indicators: Indicator[]) => [...indicatorsThatCompareUnits(bookOf(indicators))];

  it.each<[string, Indicator, boolean]>([
    ['a comparison with the best', indicatorOf(relative), true],
    [
      'a rank',
      indicatorOf({ method: 'ranked', form: 'percent', better: 'higher', tied: 'mean', share: '0.1' }),
      true,
    ],
    ['efficacy from the lowest of the cohort', indicatorOf(efficacy('cohort', '9')), true],
    ['efficacy up to the highest of the cohort', indicatorOf(efficacy('1', 'cohort')), true],
    ['efficacy between fixed bounds', indicatorOf(efficacy('1', '9')), false],
    [
      'a measure of the cohort',
      indicatorOf(plain, { measure: { kind: 'cohort', of: x, take: 'mean' } }),
      true,
    ],
    [
      'not applicable as the cohort’s mean',
      indicatorOf(plain, { notApplicable: { policy: 'cohort-mean' } }),
      true,
    ],
    ['not applicable as full', indicatorOf(plain, { notApplicable: { policy: 'full' } }), false],
    ['missing as the cohort’s mean', indicatorOf(plain, { missing: 'cohort-mean' }), true],
    ['a judgement', indicatorOf(plain), false],
  ])('%s', (_title, indicator, expected) => {
    expect(found(indicator)).toEqual(expected ? ['I'] : []);
  });

  it('and those that read their points, however far', () => {
    const reads = (id: string, other: string) =>
      indicatorOf(plain, { id, measure: { kind: 'indicator-points', indicator: other } });
    const both = indicatorOf(plain, {
      id: 'E',
      measure: { kind: 'sum', of: ['C', 'D'].map((indicator) => ({ kind: 'indicator-points', indicator })) },
    });
    const book = [
      reads('A', 'B'),
      reads('B', 'C'),
      indicatorOf(relative, { id: 'C' }),
      indicatorOf(plain, { id: 'D' }),
      both,
    ];
    expect(found(...book).sort()).toEqual(['A', 'B', 'C', 'E']);
  });
});
