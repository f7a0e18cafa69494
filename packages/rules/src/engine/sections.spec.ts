import { bookOf, byPercent, sectionOf, unitOf } from '../../test/book-of.js';
import { describeSteps } from '../explain/describe-steps.js';
import type { Combination, RuleBook, Section } from '../format/rule-book.js';
import { compile } from './compile.js';

/** A base section of two indicators worth 100 each, set by the facts x and y, that combines them as given. */
function bookThatCombines(combine: Combination, changes: Partial<Section> = {}): RuleBook {
  const parts = [byPercent('A', '100', 'x'), byPercent('B', '100', 'y')];
  const section = { ...sectionOf('S', 'base', '100', parts), combine, ...changes };
  return bookOf([], { totalPoints: '100', sections: [section] });
}

const assess = (book: RuleBook, x: string | null, y: string | null) => {
  const assessment = compile(book).assess([unitOf('u', { x, y })]);
  const unit = assessment.units[0];
  if (unit === undefined) throw new Error('no unit');
  return { assessment, unit, section: unit.sections[0] };
};

const sixtyForty: Combination = {
  by: 'weighted-sum',
  weights: [
    { part: 'A', weight: '0.6' },
    { part: 'B', weight: '0.4' },
  ],
  absent: 'zero',
};

describe('[TO5] sections that combine their parts', () => {
  it('60% of the year and 40% of the visit (C1)', () => {
    expect(assess(bookThatCombines(sixtyForty), '90', '80').unit.total).toBe('86');
  });

  it('a missing part counts 0, passes its points on, or leaves no number, as the book says', () => {
    expect(assess(bookThatCombines(sixtyForty), '90', null).unit.total).toBe('54');
    expect(assess(bookThatCombines({ ...sixtyForty, absent: 'leave-out' }), '90', null).unit.total).toBe(
      '90',
    );
    const none = assess(bookThatCombines({ ...sixtyForty, absent: 'no-number' }), '90', null);
    expect(none.section).toMatchObject({
      points: null,
      reason: { code: 'fact-missing', data: { fact: 'y' } },
    });
    expect(none.unit.total).toBe('0');
  });

  it.each([
    [{ by: 'mean', form: 'arithmetic', absent: 'zero' }, '100', '40', '70'],
    [{ by: 'mean', form: 'geometric', absent: 'zero' }, '100', '36', '60'],
    [{ by: 'mean', form: 'harmonic', absent: 'zero' }, '100', '36', '900/17'],
    [
      { by: 'selected', keep: { best: 1, better: 'higher' }, take: 'sum', absent: 'zero' },
      '100',
      '36',
      '100',
    ],
    [
      { by: 'selected', keep: { dropLowest: 0, dropHighest: 1 }, take: 'mean', absent: 'zero' },
      '100',
      '36',
      '36',
    ],
  ] as const)('%j of %s and %s is %s', (combine, x, y, expected) => {
    expect(assess(bookThatCombines(combine), x, y).unit.total).toBe(expected);
  });

  it('then floor, cap and rounding of the section', () => {
    const kept = bookThatCombines(sixtyForty, {
      floor: '60',
      cap: '85',
      rounding: { mode: 'half-up', step: '0.5' },
    });
    expect(assess(kept, '10', '10').unit.total).toBe('60');
    expect(assess(kept, '90', '80').unit.total).toBe('85');
    expect(assess(kept, '70', '70.7').unit.total).toBe('70.5');
  });

  it('explains the parts, the combination and the last steps in both languages', () => {
    const book = bookThatCombines(sixtyForty, { cap: '85' });
    const { assessment } = assess(book, '90', '80');
    const told = assessment.explainSection('u', 'S');
    expect(told).toMatchObject({ state: 'scored', points: '85', reads: ['A', 'B'] });
    expect(describeSteps(told, book, 'zh-CN')).toEqual([
      'I：90 分（分值 100）',
      'I：80 分（分值 100）',
      '加权合计（I × 0.6 + I × 0.4）（缺项按 0 计）：90 × 0.6 + 80 × 0.4 = 86',
      '封顶 85 分：85',
    ]);
    expect(describeSteps(told, book, 'en')[2]).toBe(
      'weighted sum (I × 0.6 + I × 0.4) (what is missing counts 0): 90 × 0.6 + 80 × 0.4 = 86',
    );
  });
});

describe('[TO6] what a combined section counts for', () => {
  it('all of it applies, and the share of the parts with a number is counted', () => {
    expect(assess(bookThatCombines(sixtyForty), '90', null).unit.soFar).toEqual({
      points: '54',
      outOf: '60',
    });
    expect(assess(bookThatCombines({ ...sixtyForty, absent: 'leave-out' }), '90', null).unit.soFar).toEqual({
      points: '90',
      outOf: '100',
    });
  });

  it('a part that is not applicable is left out of a mean, and the total needs no conversion', () => {
    const book = bookThatCombines({ by: 'mean', form: 'arithmetic', absent: 'zero' });
    const [section] = book.sections;
    const indicators = section?.indicators?.map((each) => ({
      ...each,
      notApplicable: { policy: 'exclude' as const },
    }));
    const excluding = { ...book, sections: [{ ...section, indicators } as Section] };
    const unit = unitOf(
      'u',
      { x: '90' },
      { facts: { x: { declared: '90', verified: '90' }, y: { notApplicable: '没有' } } },
    );
    expect(compile(excluding).assess([unit]).units[0]?.total).toBe('90');
  });
});

describe('[TO7] derived sections', () => {
  it('are shown, can be read and are in no total', () => {
    const book = bookOf([byPercent('A', '100', 'x')]);
    const sections = [...book.sections, sectionOf('aside', 'derived', '100', [byPercent('B', '100', 'y')])];
    const { unit } = assess({ ...book, sections }, '70', '30');
    expect(unit.total).toBe('70');
    expect(unit.sections.map(({ id, points }) => [id, points])).toEqual([
      ['base', '70'],
      ['aside', '30'],
    ]);
  });
});

describe('[TO8] bounds of the total', () => {
  it('the total is kept within them before it is rounded', () => {
    const book = bookOf([byPercent('A', '100', 'x')], { totalBounds: { floor: '60', cap: '99.5' } });
    expect(assess(book, '20', null).unit.total).toBe('60');
    expect(assess(book, '100', null).unit.total).toBe('99.5');
  });
});

describe('[FI3] missing counts as the mean of the cohort', () => {
  it('only those scored make the mean, and it counts in both totals', () => {
    const book = bookOf([byPercent('A', '100', 'x', { missing: 'cohort-mean' })]);
    const { units } = compile(book).assess(['80', '60', null].map((x, index) => unitOf(`u${index}`, { x })));
    expect(units[2]).toMatchObject({ total: '70', soFar: { points: '70', outOf: '100' } });
    expect(units[2]?.indicators[0]).toMatchObject({ state: 'missing', points: '70' });
  });

  it('with nobody scored there is nothing to count', () => {
    const book = bookOf([byPercent('A', '100', 'x', { missing: 'cohort-mean' })]);
    expect(compile(book).assess([unitOf('u', { x: null })]).units[0]?.indicators[0]?.points).toBeNull();
  });
});

describe('[XP3] sections explain themselves without a hole', () => {
  it('weights below one are no fraction, and a part without points says why', () => {
    const half: Combination = {
      by: 'mean',
      form: 'geometric',
      weights: [
        { part: 'A', weight: '0.25' },
        { part: 'B', weight: '0.25' },
      ],
      absent: 'leave-out',
    };
    const book = bookThatCombines(half);
    const whole = describeSteps(assess(book, '100', '36').assessment.explainSection('u', 'S'), book, 'en');
    expect(whole.at(-1)).toMatch(/\(100\^0\.25 × 36\^0\.25\)\^\(1\/0\.5\) = 60$/);
    const lacking = describeSteps(assess(book, '100', null).assessment.explainSection('u', 'S'), book, 'en');
    expect(lacking[1]).toBe('I: no points (missing: y)');
  });
});
