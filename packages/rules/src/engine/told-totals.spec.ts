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
import type { Fact } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Combination, RuleBook, Section, Veto } from '../format/rule-book.js';
import { compile } from './compile.js';

const title = { zh: 't', en: 't' };
const away = (facts: Record<string, string>) => ({
  ...unitOf('u0', {}),
  facts: Object.fromEntries(Object.entries(facts).map(([id, because]) => [id, { notApplicable: because }])),
});
const deduction = (id: string, of: string, changes: Partial<Indicator> = {}) =>
  indicatorOf(
    { method: 'steps', base: '0', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
    { id, points: '10', measure: fact(of), ...changes },
  );

describe('[XP1] the steps from sections to the total, rank and grade', () => {
  const veto: Veto = {
    id: 'v',
    title,
    when: { kind: 'compare', left: fact('z'), comparison: 'at-least', right: '1' },
    effects: [{ kind: 'no-award' }],
  };
  const book = bookOf([], {
    totalPoints: '60',
    sections: [
      sectionOf('S', 'base', '60', [
        byPercent('A', '30', 'x'),
        byPercent('B', '30', 'y', { notApplicable: { policy: 'exclude' } }),
      ]),
      sectionOf('M', 'bonus', '5', [byPercent('C', '5', 'x')]),
      sectionOf('D', 'deduction', '10', [deduction('E', 'z')]),
      sectionOf('aside', 'derived', '30', [byPercent('F', '30', 'x')]),
    ],
    vetoes: [veto],
    rounding: { indicator: null, section: null, total: { mode: 'half-up', digits: 1 } },
    totalBounds: { cap: '58' },
  });
  const unit = { ...unitOf('u0', { x: '33', z: '2' }), name: '甲镇' };
  const notConcerned = { ...unit, facts: { ...unit.facts, y: { notApplicable: '无' } } };

  it('each with its numbers, in the order in which one would redo them', () => {
    const assessment = compile(book).assess([notConcerned, unitOf('u1', { x: '40', y: '40', z: '0' })]);
    expect(assessment.units[0]).toMatchObject({ code: 'u0', name: '甲镇', total: '19.5', noAward: true });
    expect(assessment.explainTotal('u0')).toEqual({
      unit: 'u0',
      indicator: '',
      state: 'scored',
      points: '19.5',
      full: '60',
      reads: ['S', 'M', 'D'],
      steps: [
        { code: 'section', data: { section: 'S', points: '9.9', full: '60' } },
        { code: 'section', data: { section: 'M', points: '1.65', full: '5' } },
        { code: 'section', data: { section: 'D', points: '-2', full: '10' } },
        { code: 'base', data: { points: '9.9', full: '30' } },
        { code: 'conversion', data: { base: '9.9', applicable: '30', total: '60', points: '19.8' } },
        { code: 'sum', data: { base: '19.8', bonus: '1.65', deduction: '-2', points: '19.45' } },
        { code: 'rounding', data: { from: '19.45', to: '19.5', mode: 'half-up', digits: '1' } },
        { code: 'veto', data: { veto: 'v' } },
        { code: 'rank', data: { rank: '2', cohort: 'all', count: '2', tied: 'no' } },
        { code: 'grade-given', data: { grade: 'all' } },
        { code: 'grade', data: { grade: 'all' } },
      ],
    });
  });

  it('no conversion, rounding or veto where nothing was converted, rounded or vetoed', () => {
    const { steps } = compile(book)
      .assess([unitOf('u0', { x: '40', y: '40', z: '0' })])
      .explainTotal('u0');
    expect(steps.map(({ code }) => code)).toEqual([
      ...['section', 'section', 'section', 'base', 'sum', 'rank', 'grade-given', 'grade'],
    ]);
  });

  it('a bound that was reached', () => {
    const { steps } = compile(book)
      .assess([unitOf('u0', { x: '100', y: '100', z: '0' })])
      .explainTotal('u0');
    expect(steps.find(({ code }) => code === 'cap')?.data).toEqual({ from: '65', to: '58', cap: '58' });
  });

  it('without a rounding of the total none is told', () => {
    const unrounded = { ...book, rounding: { indicator: null, section: null, total: null } };
    const { steps, points } = compile(unrounded).assess([notConcerned]).explainTotal('u0');
    expect(points).toBe('19.45');
    expect(steps.map(({ code }) => code)).not.toContain('rounding');
  });

  it('[RK6] who is not ranked ends with the reason, without rank and grade', () => {
    const outside: RuleBook = { ...book, ranking: { ...book.ranking, requires: { indicators: ['B'] } } };
    const assessment = compile(outside).assess([notConcerned]);
    const { steps } = assessment.explainTotal('u0');
    expect(steps.at(-1)).toEqual({
      code: 'unranked',
      data: { reason: 'required-without-points', indicator: 'B' },
    });
    expect(assessment.units[0]).toMatchObject({ tied: false, gradeReasons: [], cohortSize: 0 });
  });
});

describe('[XP1] the steps of a section', () => {
  const sectionSteps = (
    section: Partial<Section>,
    facts: Record<string, string | null>,
    more: Partial<RuleBook> = {},
  ) => {
    const whole = { ...sectionOf('S', 'base', '40', []), ...section };
    const book = bookOf([], { totalPoints: '40', sections: [whole], ...more });
    return compile(book)
      .assess([unitOf('u0', facts)])
      .explainSection('u0', 'S');
  };
  const pair = [byPercent('A', '20', 'x'), byPercent('B', '20', 'y')];

  it('a plain sum names its parts, and why one has no points', () => {
    const told = sectionSteps({ indicators: pair }, { x: '50', y: null });
    expect(told).toMatchObject({ state: 'scored', points: '10', full: '40', reads: ['A', 'B'] });
    expect(told.steps).toEqual([
      { code: 'part', data: { part: 'A', full: '20', points: '10' } },
      {
        code: 'part',
        data: { part: 'B', full: '20', points: '', state: 'missing', reason: 'fact-missing', fact: 'y' },
      },
      { code: 'combine', data: { by: 'sum', shown: '10', points: '10' } },
    ]);
  });

  it('deductions stand in brackets, a section of nothing makes 0', () => {
    const deductions = {
      role: 'deduction' as const,
      points: '4',
      indicators: [deduction('D', 'x'), deduction('E', 'y')],
    };
    const told = sectionSteps(deductions, { x: '3', y: '0' });
    expect(told.steps.find(({ code }) => code === 'combine')?.data).toEqual({
      by: 'sum',
      shown: '(-3) + 0',
      points: '-3',
    });
    expect(sectionSteps({ indicators: pair }, { x: null, y: null }).steps.at(-1)?.data).toEqual({
      by: 'sum',
      shown: '0',
      points: '0',
    });
  });

  it.each<[string, Combination, Record<string, string | null>, Record<string, string>]>([
    [
      'a combined sum',
      { by: 'sum', absent: 'zero' },
      { x: '50', y: '40' },
      { by: 'sum', shown: '10 + 8', points: '18' },
    ],
    [
      'points of a missing part passed on',
      { by: 'sum', absent: 'leave-out' },
      { x: '50', y: null },
      { by: 'sum', shown: '(10) × 40 ÷ 20', points: '20' },
    ],
    [
      'nothing to pass on',
      { by: 'sum', absent: 'leave-out' },
      { x: '50', y: '40' },
      { by: 'sum', shown: '10 + 8', points: '18' },
    ],
    [
      'a mean',
      { by: 'mean', form: 'arithmetic', absent: 'zero' },
      { x: '50', y: '40' },
      { by: 'mean', form: 'arithmetic', shown: '(10 + 8) ÷ 2', points: '9' },
    ],
    [
      'the best one',
      { by: 'selected', keep: { best: 1, better: 'higher' }, take: 'sum', absent: 'zero' },
      { x: '50', y: '40' },
      { by: 'selected', take: 'sum', best: '1', better: 'higher', shown: '10 + [8]', points: '10' },
    ],
    [
      'the mean of all but the lowest',
      { by: 'selected', keep: { dropLowest: 1, dropHighest: 0 }, take: 'mean', absent: 'zero' },
      { x: '50', y: '40' },
      {
        by: 'selected',
        take: 'mean',
        dropLowest: '1',
        dropHighest: '0',
        shown: '(10 + [8]) ÷ 1',
        points: '10',
      },
    ],
  ])('%s', (_title, combine, facts, data) => {
    const { steps } = sectionSteps({ indicators: pair, combine }, facts);
    expect(steps.find(({ code }) => code === 'combine')?.data).toEqual(data);
  });

  it('a combination without a number says why, and what applies', () => {
    const told = sectionSteps(
      { indicators: pair, combine: { by: 'mean', form: 'arithmetic', absent: 'no-number' } },
      { x: '50', y: null },
    );
    expect(told).toMatchObject({ state: 'missing', points: null });
    expect(told.steps.at(-1)).toEqual({ code: 'missing', data: { fact: 'y', reason: 'fact-missing' } });
  });

  it('floor, cap and rounding only where they changed something', () => {
    const rounding = { mode: 'half-up', step: '0.5' } as const;
    const told = (x: string) =>
      sectionSteps({ indicators: pair, rounding, floor: '2' }, { x, y: '0' }).steps.slice(3);
    expect(told('8')).toEqual([{ code: 'floor', data: { from: '1.6', to: '2', floor: '2' } }]);
    expect(told('51')).toEqual([
      { code: 'rounding', data: { from: '10.2', to: '10', mode: 'half-up', step: '0.5' } },
    ]);
    expect(told('50')).toEqual([]);
  });

  it('there is no geometric mean of points below zero', () => {
    const told = sectionSteps(
      {
        role: 'deduction',
        indicators: [deduction('D', 'x'), deduction('E', 'y')],
        combine: { by: 'mean', form: 'geometric', absent: 'zero' },
      },
      { x: '3', y: '2' },
    );
    expect(told).toMatchObject({ state: 'cannot-compute', points: null });
    expect(told.steps.at(-1)).toEqual({ code: 'cannot-compute', data: { reason: 'no-mean' } });
  });

  it('a section that there is not', () => {
    const assessment = compile(bookOf(pair)).assess([unitOf('u0', { x: '1', y: '1' })]);
    expect(() => assessment.explainSection('u0', 'Z')).toThrow('there is no section Z');
    expect(() => assessment.explainTotal('u9')).toThrow('unit u9 is not in this assessment');
  });
});

describe('[TO5] [TO6] sections inside sections', () => {
  const inner = (id: string, of: string, changes: Partial<Indicator> = {}) =>
    sectionOf(id, 'base', '50', [byPercent(`${id}1`, '50', of, changes)]);
  const nested = (combine: Combination | undefined, changes: Partial<Indicator> = {}) =>
    bookOf([], {
      totalPoints: '100',
      sections: [
        {
          ...sectionOf('S', 'base', '100', []),
          ...(combine && { combine }),
          sections: [inner('P', 'x', changes), inner('Q', 'y', changes)],
        },
      ],
    });
  const assess = (book: RuleBook, facts: Parameters<typeof unitOf>[1]) => {
    const assessment = compile(book).assess([unitOf('u0', facts)]);
    return { unit: assessment.units[0], told: assessment.explainSection('u0', 'S') };
  };

  it('a section without any number is a missing part of the one above', () => {
    const leaveOut: Combination = { by: 'sum', absent: 'leave-out' };
    expect(assess(nested(leaveOut), { x: '80', y: null }).unit?.total).toBe('80');
    const { told } = assess(nested({ by: 'sum', absent: 'no-number' }), { x: '80', y: null });
    expect(told).toMatchObject({ state: 'missing', points: null, reads: ['P', 'Q'] });
    expect(told.steps.at(-1)?.data).toEqual({ section: 'Q', reason: 'section-without-points' });
  });

  it('counts 0 in a plain sum', () => {
    expect(assess(nested(undefined), { x: '80', y: null }).unit?.total).toBe('40');
  });

  it('a section of which nothing applies is no part at all', () => {
    const book = nested(
      { by: 'mean', form: 'arithmetic', absent: 'no-number' },
      { notApplicable: { policy: 'exclude' } },
    );
    const unit = {
      ...unitOf('u0', { x: '80' }),
      facts: { x: { declared: '80', verified: '80' }, y: { notApplicable: '无' } },
    };
    const told = compile(book).assess([unit]).explainSection('u0', 'S');
    expect(told).toMatchObject({ state: 'scored', points: '40' });
  });

  it('of a combination nothing of which applies nothing counts and nothing is out of it', () => {
    const book = nested(
      { by: 'mean', form: 'arithmetic', absent: 'no-number' },
      { notApplicable: { policy: 'exclude' } },
    );
    const assessment = compile(book).assess([away({ x: '无', y: '无' })]);
    expect(assessment.units[0]).toMatchObject({ total: '0', soFar: { points: '0', outOf: '0' } });
    expect(assessment.explainSection('u0', 'S')).toMatchObject({ state: 'not-applicable', points: null });
  });

  it('of a mean the share of its parts with a number is counted', () => {
    const mean: Combination = { by: 'mean', form: 'arithmetic', absent: 'zero' };
    expect(assess(nested(mean), { x: '80', y: null }).unit).toMatchObject({
      total: '20',
      soFar: { points: '20', outOf: '50' },
    });
  });

  it('what applies to nobody in a combination is converted at the end, as elsewhere', () => {
    const mean: Combination = { by: 'mean', form: 'arithmetic', absent: 'zero' };
    const notConcerned = { notApplicable: { policy: 'exclude' as const } };
    const book = bookOf([], {
      totalPoints: '100',
      sections: [
        sectionOf('S', 'base', '50', [byPercent('A', '50', 'x')]),
        { ...inner('T', 'y', notConcerned), combine: mean },
      ],
    });
    const unit = { ...unitOf('u0', { x: '80' }) };
    const facts = { ...unit.facts, y: { notApplicable: '无' } };
    expect(compile(book).assess([{ ...unit, facts }]).units[0]?.total).toBe('80');
  });

  it.each<[string, Combination, string, string]>([
    ['a sum', { by: 'sum', absent: 'zero' }, '80/3', '20'],
    [
      'a weighted sum',
      {
        by: 'weighted-sum',
        absent: 'zero',
        weights: ['A', 'B', 'C'].map((part) => ({ part, weight: '1' })),
      },
      '80/3',
      '20',
    ],
    ['a sum that passes on what is missing', { by: 'sum', absent: 'leave-out' }, '80', '60'],
  ])('%s leaves out what is not applicable, and the total is converted', (_title, combine, total, outOf) => {
    // A is known (16 of 20), B missing and C not applicable (40 each): 16 ÷ 60 × 100, and with B passed on 48 ÷ 60 × 100.
    const changes = { notApplicable: { policy: 'exclude' as const } };
    const parts = [byPercent('A', '20', 'x'), byPercent('B', '40', 'y'), byPercent('C', '40', 'z', changes)];
    const book = bookOf([], {
      totalPoints: '100',
      sections: [{ ...sectionOf('S', 'base', '100', parts), combine }],
    });
    const unit = unitOf('u0', { x: '80', y: null });
    const facts = { ...unit.facts, z: { notApplicable: '无' } };
    const [found] = compile(book).assess([{ ...unit, facts }]).units;
    expect([found?.total, found?.soFar.outOf]).toEqual([total, outOf]);
  });

  it('a deduction section that combines stops at its points as well', () => {
    const book = bookOf([], {
      totalPoints: '10',
      sections: [
        sectionOf('base', 'base', '10', [byPercent('I', '10', 'x')]),
        {
          ...sectionOf('D', 'deduction', '2', [deduction('E', 'y'), deduction('F', 'z')]),
          combine: { by: 'sum', absent: 'zero' },
        },
      ],
    });
    expect(compile(book).assess([unitOf('u0', { x: '100', y: '2', z: '1' })]).units[0]?.total).toBe('8');
  });
});

describe('[XP2] [TO3] [FI3] what has no number says what that does to the totals', () => {
  const last = (
    changes: Partial<Indicator>,
    facts: Record<string, string | null>,
    more: Partial<RuleBook> = {},
  ) => {
    const book = bookOf([byPercent('I', '10', 'x', changes)], more);
    return compile(book)
      .assess([unitOf('u0', facts), unitOf('u1', { x: '81' }), unitOf('u2', { x: '82' })])
      .explain('u0', 'I').steps;
  };
  const when: Condition = { kind: 'compare', left: fact('y'), comparison: 'less-than', right: '10' };

  it.each<[string, Partial<Indicator>, Record<string, string | null>, object[]]>([
    [
      'missing, waiting',
      {},
      { x: null },
      [{ code: 'missing', data: { fact: 'x', reason: 'fact-missing', policy: 'wait' } }],
    ],
    [
      'missing, as zero',
      { missing: 'zero' },
      { x: null },
      [
        { code: 'missing', data: { fact: 'x', reason: 'fact-missing', policy: 'zero' } },
        { code: 'points', data: { points: '0', full: '10' } },
      ],
    ],
    [
      'missing, as the mean of the others',
      { missing: 'cohort-mean' },
      { x: null },
      [
        {
          code: 'missing',
          data: { fact: 'x', reason: 'fact-missing', policy: 'cohort-mean', mean: '8.15', count: '2' },
        },
        { code: 'points', data: { points: '8.15', full: '10' } },
      ],
    ],
    [
      'not applicable by a condition of the book',
      { notApplicable: { policy: 'full', when } },
      { x: '5', y: '9' },
      [
        { code: 'not-applicable', data: { reason: 'condition-not-applicable', policy: 'full' } },
        { code: 'points', data: { points: '10', full: '10' } },
      ],
    ],
    [
      'cannot be computed, whatever is said of missing facts',
      { missing: 'zero', measure: { kind: 'ratio', of: [fact('x'), fact('y')], whenZero: 'cannot-compute' } },
      { x: '5', y: '0' },
      [{ code: 'cannot-compute', data: { reason: 'zero-denominator', policy: 'wait' } }],
    ],
  ])('%s', (_title, changes, facts, steps) => expect(last(changes, facts)).toEqual(steps));

  it('the mean of the others is rounded like the indicator, by its own rule before the book’s', () => {
    const finish = { rounding: { mode: 'down', digits: 1 } as const };
    const more = { rounding: { indicator: { mode: 'up', digits: 0 } as const, section: null, total: null } };
    const points = (changes: Partial<Indicator>) =>
      last({ missing: 'cohort-mean', ...changes }, { x: null }, more).at(-1)?.data['points'];
    expect([points({ finish }), points({})]).toEqual(['8.1', '9']);
  });

  it('not applicable as the mean of nobody cannot be computed', () => {
    const book = bookOf([byPercent('I', '10', 'x', { notApplicable: { policy: 'cohort-mean' } })]);
    const assessment = compile(book).assess([away({ x: '无' }), unitOf('u1', { x: null })]);
    expect(assessment.units[0]?.indicators[0]).toMatchObject({
      state: 'cannot-compute',
      points: null,
      reason: { code: 'nothing-to-compare', data: {} },
    });
  });

  it('a unit that the indicator is not for is in nobody’s mean', () => {
    const indicator = byPercent('I', '10', 'x', {
      missing: 'cohort-mean',
      appliesTo: { units: ['u0', 'u1'] },
    });
    const units = [unitOf('u0', { x: null }), unitOf('u1', { x: '40' }), unitOf('u2', { x: '90' })];
    expect(compile(bookOf([indicator])).assess(units).units[0]?.indicators[0]?.points).toBe('4');
  });

  it('vetoed to zero', () => {
    const veto: Veto = {
      id: 'v',
      title,
      when: { kind: 'compare', left: fact('y'), comparison: 'at-least', right: '1' },
      effects: [{ kind: 'no-award' }, { kind: 'indicator-zero', indicators: ['I'] }],
    };
    expect(last({}, { x: '5', y: '1' }, { vetoes: [veto] })).toEqual([
      { code: 'vetoed', data: { veto: 'v', reason: 'vetoed', policy: 'zero' } },
      { code: 'points', data: { points: '0', full: '10' } },
    ]);
  });
});

describe('[FI1] the last steps of an indicator are told where they changed something', () => {
  const told = (
    indicators: Indicator[],
    facts: Record<string, string>,
    id: string,
    role: Section['role'] = 'base',
  ) => {
    const book = bookOf([], { totalPoints: '10', sections: [sectionOf('S', role, '10', indicators)] });
    const { steps } = compile(book)
      .assess([unitOf('u0', facts)])
      .explain('u0', id);
    return steps.filter(({ code }) => !['measure', 'score', 'points'].includes(code));
  };

  it('a rounding that changes nothing is not told', () => {
    const finish = { rounding: { mode: 'half-up', step: '0.5' } as const };
    expect(told([byPercent('I', '10', 'x', { finish })], { x: '51' }, 'I')).toEqual([
      { code: 'rounding', data: { from: '5.1', to: '5', mode: 'half-up', step: '0.5' } },
    ]);
    expect(told([byPercent('I', '10', 'x', { finish })], { x: '50' }, 'I')).toEqual([]);
  });

  it('the loss on one deduction caps that on another, a loss as large is not told', () => {
    const pair = [deduction('A', 'x'), deduction('B', 'y', { finish: { linkedCap: { indicator: 'A' } } })];
    expect(told(pair, { x: '3', y: '5' }, 'B', 'deduction')).toEqual([
      { code: 'linked-cap', data: { from: '-5', to: '-3', indicator: 'A', limit: '3' } },
    ]);
    expect(told(pair, { x: '3', y: '3' }, 'B', 'deduction')).toEqual([]);
    expect(told(pair, { x: '3', y: '2' }, 'B', 'deduction')).toEqual([]);
  });

  it('an exception says which it was and the numbers that made it hold', () => {
    const when = (right: string): Condition => ({
      kind: 'compare',
      left: fact('y'),
      comparison: 'at-least',
      right,
    });
    const exceptions = ['90', '80'].map((right) => ({
      when: when(right),
      points: 'full' as const,
      because: title,
    }));
    expect(told([byPercent('I', '10', 'x', { finish: { exceptions } })], { x: '50', y: '85' }, 'I')).toEqual([
      { code: 'exception', data: { index: '1', points: '10', shown: '85 ≥ 80' } },
    ]);
  });

  const shownOf = (when: Condition) => {
    const facts: Fact[] = [numberFact('x'), numberFact('y'), numberFact('z'), booleanFact('yes')];
    const finish = { exceptions: [{ when, points: '0', because: title }] };
    const book = bookOf([byPercent('I', '10', 'x', { finish })], { facts });
    const unit = unitOf('u0', { x: '6', y: '4', z: '2', yes: true });
    return compile(book)
      .assess([unit])
      .explain('u0', 'I')
      .steps.find(({ code }) => code === 'exception')?.data['shown'];
  };
  const [x, y, z] = [fact('x'), fact('y'), fact('z')] as const;
  const yes: Condition = { kind: 'is-true', fact: 'yes' };
  it.each<[string, Condition, string]>([
    [
      'two measures, each with what it comes to',
      { kind: 'compare', left: x, comparison: 'at-most', right: { kind: 'sum', of: [y, z] } },
      '6 ≤ 4 + 2 = 6',
    ],
    [
      'one of several',
      { kind: 'any', of: [yes, { kind: 'compare', left: x, comparison: 'less-than', right: '1' }] },
      '6 < 1',
    ],
    [
      'several',
      {
        kind: 'all',
        of: [
          { kind: 'compare', left: x, comparison: 'more-than', right: y },
          { kind: 'compare', left: z, comparison: 'equal', right: '2' },
        ],
      },
      '6 > 4; 2 = 2',
    ],
    [
      'a negation',
      { kind: 'not', of: { kind: 'compare', left: x, comparison: 'less-than', right: y } },
      '¬(6 < 4)',
    ],
    ['what only asks yes or no shows nothing', { kind: 'not', of: { kind: 'not', of: yes } }, ''],
  ])('the numbers of a condition: %s', (_title, when, shown) => expect(shownOf(when)).toBe(shown));
});
