import fc from 'fast-check';
import { bookOf, byPercent, fact, indicatorOf, numberFact, sectionOf, unitOf } from '../../test/book-of.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { Dice } from '../../test/oracle/dice.js';
import { randomQuestion } from '../../test/oracle/random-question.js';
import { editAt } from '../../test/random-edit.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { compile } from '../engine/compile.js';
import { Rational, sum } from '../exact/rational.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Indicator } from '../format/indicator.js';
import type { RuleBook } from '../format/rule-book.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import { dryRun, type DryRun, type LastYear } from './dry-run.js';
import { totalParts } from './total-parts.js';

/** Else all indicators of the builder are called the same, and what is called the same is the same. */
const titled = (indicator: Indicator): Indicator => ({
  ...indicator,
  title: { zh: indicator.id, en: indicator.id },
});
const last = bookOf([byPercent('A', '60', 'x'), titled(byPercent('B', '40', 'y'))]);
const units = [
  unitOf('u1', { x: '100', y: '50' }),
  unitOf('u2', { x: '80', y: '100' }),
  unitOf('u3', { x: '50', y: '50' }),
];
const year: LastYear = { book: last, units };
const unit = (run: DryRun, code: string) => {
  const found = run.units.find((each) => each.code === code);
  if (found === undefined) throw new Error(`no unit ${code}`);
  return found;
};
const exactSum = (texts: readonly string[]) => sum(texts.map((text) => Rational.parse(text))).toText();

describe('dryRun', () => {
  it('moves nobody when nothing changes', () => {
    for (const { by, places, contributions, gradeChanged } of dryRun(last, year).units)
      expect([by, places, contributions, gradeChanged]).toEqual(['0', 0, [], false]);
  });

  it('[CB2] tells who moves and which indicator did it, by hand', () => {
    // u1: 60 + 20 = 80 → 30 + 35 = 65; u2: 48 + 40 = 88 → 24 + 70 = 94; u3: 30 + 20 = 50 → 15 + 35 = 50.
    const draft = bookOf([byPercent('A', '30', 'x'), byPercent('B', '70', 'y')]);
    const run = dryRun(draft, year);
    expect(run.scale).toBe('points');
    expect(
      run.units.map(({ code, before, after, by, places }) => [code, before.total, after.total, by, places]),
    ).toEqual([
      ['u1', '80', '65', '-15', 0],
      ['u2', '88', '94', '6', 0],
      ['u3', '50', '50', '0', 0],
    ]);
    // The mean of A falls by 30 × (100 + 80 + 50) ÷ 300 = 23; u1 loses 30.
    expect(unit(run, 'u1').contributions).toEqual([
      expect.objectContaining({
        source: expect.objectContaining({ draft: 'A' }),
        because: 'rule',
        before: '60',
        after: '30',
        by: '-30',
        againstGroup: '-7',
      }),
      expect.objectContaining({
        source: expect.objectContaining({ draft: 'B' }),
        because: 'rule',
        before: '20',
        after: '35',
        by: '15',
        againstGroup: '-5',
      }),
    ]);
  });

  it('[CB2] counts the whole points of an indicator that only one book has', () => {
    const draft = bookOf([byPercent('A', '60', 'x'), titled(byPercent('C', '40', 'z'))]);
    const run = dryRun(draft, {
      book: last,
      units: units.map((each) => ({ ...each, facts: { ...each.facts, z: { verified: '25' } } })),
    });
    const told = unit(run, 'u2').contributions.map(({ source, because, by }) => [
      'draft' in source ? (source.draft ?? source.last) : source.kind,
      because,
      by,
    ]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['B', 'dropped', '-40'],
        ['C', 'new', '10'],
      ]),
    );
  });

  it('says places won and lost only among the same units', () => {
    const draft = bookOf([byPercent('A', '90', 'x'), byPercent('B', '10', 'y')]);
    expect(dryRun(draft, year).units.map(({ places }) => places)).toEqual([1, -1, 0]);
    const grouped: RuleBook = {
      ...draft,
      cohorts: { by: 'list', groups: [{ id: 'g', title: { zh: '组', en: 'group' }, units: ['u1', 'u2'] }] },
    };
    const run = dryRun(grouped, year);
    expect(run.units.map(({ places }) => places)).toEqual([null, null, null]);
    expect(run.groups.map(({ id, title, units: codes }) => [id, title?.zh ?? null, codes])).toEqual([
      ['g', '组', ['u1', 'u2']],
      ['other', null, ['u3']],
    ]);
  });

  it('compares shares of the total where totals differ', () => {
    const draft = bookOf([byPercent('A', '120', 'x'), byPercent('B', '80', 'y')]);
    const run = dryRun(draft, year);
    expect(run.scale).toBe('share');
    expect(unit(run, 'u1')).toMatchObject({
      by: '0',
      before: { share: '0.8' },
      after: { total: '160', share: '0.8' },
      contributions: [],
    });
  });

  it('[CB3] counts apart what waits for facts that last year lacks: not as zero, not as full', () => {
    const draft = bookOf(
      [byPercent('A', '60', 'x'), titled(byPercent('N', '40', 'new', { missing: 'zero' }))],
      {
        facts: [...last.facts, numberFact('new')],
      },
    );
    const run = dryRun(draft, year);
    expect(run.lacking).toEqual([
      { id: 'new', title: { zh: 'new', en: 'new' }, because: 'not-collected', last: null },
    ]);
    expect(run.waiting.indicators).toMatchObject([
      { id: 'N', points: '40', everywhere: true, facts: ['new'] },
    ]);
    // 48 of 60 is 80 of 100; as zero it would be 48.
    expect(unit(run, 'u2').after.total).toBe('80');
    expect(
      unit(run, 'u2').contributions.map(({ source: { kind }, because, by }) => [kind, because, by]),
    ).toEqual(
      expect.arrayContaining([
        ['indicator', 'dropped', '-40'],
        ['conversion', 'follows', '32'],
      ]),
    );
    expect(run.all.indicators.find(({ id }) => id === 'N')?.draft).toMatchObject({
      units: { waiting: 3, missing: 0 },
      points: null,
    });
  });

  it('[CB3] makes whatever reads the points of what waits wait too', () => {
    const draft = bookOf(
      [
        byPercent('N', '40', 'new'),
        indicatorOf(
          { method: 'proportion', target: '40', capShare: '1' },
          { id: 'M', points: '60', measure: { kind: 'indicator-points', indicator: 'N' } },
        ),
      ],
      { facts: [...last.facts, numberFact('new')] },
    );
    expect(dryRun(draft, year).waiting.indicators.map(({ id }) => id)).toEqual(['N', 'M']);
  });

  it('[CB3] waits for last year where nobody gave the year before', () => {
    const growth = indicatorOf(
      { method: 'threshold', comparison: 'at-least', at: '0' },
      {
        id: 'G',
        points: '40',
        measure: { kind: 'difference', of: [fact('x'), { kind: 'previous', of: fact('x') }] },
      },
    );
    const draft = bookOf([byPercent('A', '60', 'x'), growth]);
    expect(dryRun(draft, year).waiting.indicators).toMatchObject([
      { id: 'G', facts: [], factsOfYearBefore: ['x'] },
    ]);
    expect(dryRun(last, { ...year, book: draft }).lastWithoutYearBefore.map(({ id }) => id)).toEqual(['G']);
    const run = dryRun(draft, { ...year, previous: units });
    expect(run.waiting.indicators).toEqual([]);
    expect(unit(run, 'u1').after.total).toBe('100');
  });

  it('[CB3] takes no fact in another unit or of another kind for the same, unless it is named', () => {
    const three = [byPercent('A', '50', 'x'), byPercent('B', '40', 'y'), byPercent('C', '10', 'z')];
    const draft = bookOf(three, {
      facts: [
        numberFact('x', 'yuan'),
        { ...numberFact('y'), kind: 'percent' } as RuleBook['facts'][number],
        numberFact('z'),
      ],
    });
    expect(dryRun(draft, year).lacking.map(({ id, because }) => [id, because])).toEqual([
      ['x', 'unit-differs'],
      ['y', 'kind-differs'],
      ['z', 'no-values'],
    ]);
    const run = dryRun(draft, year, { mapping: { x: 'x', z: 'y' } });
    expect(run.lacking.map(({ id }) => id)).toEqual(['y']);
  });

  it('leaves out a value that the draft would refuse, for that unit alone', () => {
    const draft = bookOf([byPercent('A', '60', 'x', { missing: 'zero' }), byPercent('B', '40', 'y')], {
      facts: [
        { ...numberFact('x'), checks: { max: '90' } } as RuleBook['facts'][number],
        numberFact('y'),
        numberFact('z'),
      ],
    });
    const run = dryRun(draft, year);
    expect(run.refused.map(({ unit: code, fact: id }) => [code, id])).toEqual([['u1', 'x']]);
    expect(run.waiting.indicators).toMatchObject([{ id: 'A', units: ['u1'], everywhere: false }]);
    // 20 of 40.
    expect(unit(run, 'u1').after.total).toBe('50');
  });

  it('[CB4] finds the points that nobody won and nobody lost', () => {
    const draft = bookOf([byPercent('A', '60', 'x'), byPercent('B', '40', 'y')], {
      sections: [
        ...last.sections,
        sectionOf('minus', 'deduction', '10', [
          indicatorOf(
            {
              method: 'steps',
              base: '0',
              origin: '0',
              above: { points: '-1', per: '1', partial: 'proportional' },
            },
            { id: 'D', points: '10', measure: fact('z') },
          ),
        ]),
      ],
    });
    const facts = [unitOf('u1', { x: '90', y: '50', z: '2' }), unitOf('u2', { x: '80', y: '50', z: '6' })];
    const trials = dryRun(draft, { book: last, units: facts }).all.indicators;
    expect(
      trials.map(({ id, draft: { nobodyWon, nobodyLost, pairsApart, atFull } }) => [
        id,
        nobodyWon,
        nobodyLost,
        pairsApart,
        atFull,
      ]),
    ).toEqual([
      ['A', '6', '48', '1', '0'],
      ['B', '20', '20', '0', '0'],
      ['D', '2', '4', '1', '0'],
    ]);
    // Totals 74 − 2 = 72 and 68 − 6 = 62: A differs by 6, D by 4 of 10.
    expect(trials.map(({ draft: { shareOfSpread } }) => shareOfSpread)).toEqual(['0.6', '0', '0.4']);
    expect(trials[0]?.draft.points).toEqual({
      count: 2,
      mean: '51',
      variance: '9',
      least: '48',
      lowerQuartile: '49.5',
      median: '51',
      upperQuartile: '52.5',
      greatest: '54',
    });
    expect(trials[0]?.reachable).toEqual({ least: '0', most: '60' });
  });

  it('leaves out units that the draft is not for, and names them', () => {
    const other = { ...unitOf('v', { x: '1' }), type: 'Other' };
    const run = dryRun(last, { book: { ...last, unitTypes: ['T', 'Other'] }, units: [...units, other] });
    expect(run.notConcerned).toEqual([{ code: 'v', name: 'v' }]);
    expect(run.units).toHaveLength(3);
  });
});

describe('whatever books and facts', () => {
  it('[CB2] takes every total apart into parts that add up to it', () => {
    let told = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const { book, units: some, previous, basis, below } = randomQuestion(seed);
      if (below !== null) continue;
      const { units: outcomes } = compile(book).assess(some, { basis, ...(previous && { previous }) });
      for (const outcome of outcomes) {
        const parts = totalParts(book, outcome);
        const all = [
          ...parts.indicators.values(),
          ...parts.sections.values(),
          parts.conversion,
          parts.bounds,
          parts.rounding,
        ];
        expect(sum(all).toText()).toBe(outcome.total);
        told += 1;
      }
    }
    expect(told).toBeGreaterThan(500);
  }, 120_000);

  it('[CB2] gives contributions that add up to the move of each total, and to its move against the group', () => {
    let moved = 0;
    const property = fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.nat(),
      fc.nat(100_000),
      (seed, choice, what) => {
        const { book, units: all, previous, below } = randomQuestion(seed);
        const made = editAt(book, choice, what);
        if (below !== null || made === null || !parseRuleBook(made.after).ok) return;
        const some: AssessedUnit[] = all.slice(0, 12);
        const run = dryRun(made.after, { book, units: some, ...(previous && { previous }) });
        for (const { by, againstGroup, contributions } of run.units) {
          expect(exactSum(contributions.map((each) => each.by))).toBe(by);
          expect(exactSum(contributions.map((each) => each.againstGroup))).toBe(againstGroup);
          if (by !== '0') moved += 1;
        }
      },
    );
    fc.assert(property, { numRuns: 150, seed: 7 });
    expect(moved).toBeGreaterThan(20);
  }, 120_000);

  it('is the same whatever order the units stand in', () => {
    const book = defaultRuleBooks.township;
    const [sample = []] = fc.sample(unitsFor(book, { from: 8, to: 8 }), { numRuns: 1, seed: 3 });
    const draft = editAt(book, 1, 3)?.after ?? book;
    const byCode = (run: DryRun) => [...run.units].sort((a, b) => (a.code < b.code ? -1 : 1));
    const mixed = new Dice(1).shuffled(sample);
    expect(byCode(dryRun(draft, { book, units: mixed }))).toEqual(
      byCode(dryRun(draft, { book, units: sample })),
    );
  });
});
