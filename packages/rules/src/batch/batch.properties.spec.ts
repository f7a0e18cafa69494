import fc from 'fast-check';
import { changed, smallBook } from '../../test/small-book.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { defaultRuleBooks } from '../books/index.js';
import { compile } from '../engine/compile.js';
import type { UnitOutcome } from '../engine/outcome.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { compileBatch } from './batch.js';
import { batchFactsOf } from './columns.js';
import { schemaOf } from './schema.js';

const batchOf = (
  book: RuleBook,
  units: readonly AssessedUnit[],
  options: Parameters<typeof batchFactsOf>[2] = {},
) => {
  const facts = batchFactsOf(book, units, options);
  const batch = compileBatch(book, schemaOf(book, facts)).bind(facts);
  batch.run();
  return batch;
};
const outcomesOf = (book: RuleBook, units: readonly AssessedUnit[]) => {
  const batch = batchOf(book, units);
  return units.map((_, index) => batch.outcome(index));
};

const reversed = (section: Section): Section => ({
  ...section,
  ...(section.indicators ? { indicators: [...section.indicators].reverse() } : {}),
  ...(section.sections ? { sections: section.sections.map(reversed).reverse() } : {}),
});

/** What a unit gets, whatever the order in which it is listed. */
const essence = ({ code, total, rank, grade, indicators, sections }: UnitOutcome) => ({
  code,
  total,
  rank,
  grade,
  indicators: [...indicators].sort((a, b) => (a.id < b.id ? -1 : 1)),
  sections: [...sections].sort((a, b) => (a.id < b.id ? -1 : 1)),
});

const books: RuleBook[] = [...Object.values(defaultRuleBooks), smallBook()];

it.each([
  ['finer', { policy: 'fixed', points: '0.00000000000000000001' }],
  ['larger', { policy: 'fixed', points: '999999999999999' }],
])('[EX1] keeps points that are %s than any column holds as they are', (_what, notApplicable) => {
  const fine = changed(smallBook(), {
    '/sections/0/indicators/0/notApplicable': notApplicable,
    '/sections/0/indicators/0/measure/whenZero': 'not-applicable',
    '/facts/0/checks/min': '0',
  }) as RuleBook;
  fc.assert(
    fc.property(unitsFor(fine, { from: 1, to: 8 }), (units) => {
      expect(outcomesOf(fine, units)).toEqual(compile(fine).assess(units, { basis: 'verified' }).units);
    }),
    { numRuns: 20 },
  );
});

describe.each(books.map((book) => [book.id, book] as const))('the batch of %s', (_id, book) => {
  it.each(['verified', 'declared', 'latest'] as const)(
    '[EX1] gives every digit, state, rank, grade and reason of the explaining evaluator on %s values',
    (basis) => {
      const engine = compile(book);
      fc.assert(
        fc.property(
          unitsFor(book, { from: 1, to: 12 }),
          unitsFor(book, { from: 0, to: 12 }),
          (units, previous) => {
            const batch = batchOf(book, units, { basis, previous });
            const exact = engine.assess(units, { basis, previous });
            expect(units.map((_, index) => batch.outcome(index))).toEqual(exact.units);
          },
        ),
        { numRuns: 10 },
      );
    },
  );

  it('[CH2] does not mind the order of units', () => {
    fc.assert(
      fc.property(unitsFor(book, { from: 2, to: 12 }), (units) => {
        const backwards = outcomesOf(book, [...units].reverse()).reverse();
        expect(backwards.map(essence)).toEqual(outcomesOf(book, units).map(essence));
      }),
      { numRuns: 10 },
    );
  });

  it('does not mind the order of sections and indicators', () => {
    const turned = { ...book, sections: book.sections.map(reversed).reverse() };
    fc.assert(
      fc.property(unitsFor(book, { from: 1, to: 8 }), (units) => {
        expect(outcomesOf(turned, units).map(essence)).toEqual(outcomesOf(book, units).map(essence));
      }),
      { numRuns: 10 },
    );
  });

  it('[EX1] gives the same when it runs again', () => {
    fc.assert(
      fc.property(unitsFor(book, { from: 1, to: 8 }), (units) => {
        const batch = batchOf(book, units);
        const first = units.map((_, index) => batch.outcome(index));
        batch.run();
        expect(units.map((_, index) => batch.outcome(index))).toEqual(first);
      }),
      { numRuns: 10 },
    );
  });

  it('[EX1] after edits on both sides stands where a new run of the edited facts stands', () => {
    const engine = compile(book);
    const edit = fc.record({ unit: fc.nat(20), from: fc.nat(20), fact: fc.nat(100), own: fc.boolean() });
    fc.assert(
      fc.property(unitsFor(book, { from: 2, to: 6 }), fc.array(edit, { maxLength: 8 }), (units, edits) => {
        const schema = schemaOf(book, batchFactsOf(book, units), { optional: true });
        const plan = compileBatch(book, schema);
        const batch = plan.bind(batchFactsOf(book, units));
        batch.run();
        const edited = units.map((unit) => ({ ...unit, facts: { ...unit.facts } }));
        for (const { unit: place, from, fact, own } of edits) {
          const index = place % units.length;
          const id = book.facts[fact % book.facts.length]?.id ?? '';
          const [target, entry] = [edited[index], units[from % units.length]?.facts[id]];
          if (target === undefined || target.facts[id]?.notApplicable !== undefined) continue;
          const side = own ? 'declared' : 'verified';
          batch.set(id, index, entry?.[side] ?? null, own ? 'declared' : 'counts');
          target.facts[id] = { ...target.facts[id], [side]: entry?.[side] ?? null };
        }
        expect(units.map((_, index) => batch.outcome(index))).toEqual(engine.assess(edited).units);
      }),
      { numRuns: 8 },
    );
  });

  it('[XP1] explains an indicator with the steps of the explaining evaluator', () => {
    const engine = compile(book);
    fc.assert(
      fc.property(unitsFor(book, { from: 1, to: 6 }), (units) => {
        const [batch, exact] = [batchOf(book, units), engine.assess(units)];
        const told = exact.units.map(({ code, indicators }) =>
          indicators.map(({ id }) => exact.explain(code, id)),
        );
        const again = exact.units.map(({ indicators }, index) =>
          indicators.map(({ id }) => batch.explain(index, id)),
        );
        expect(again).toEqual(told);
      }),
      { numRuns: 4 },
    );
  });
});

describe('the batch of a book with cohorts', () => {
  const book = defaultRuleBooks.township;

  it('[CH1] changes nothing in a cohort when a unit joins another one', () => {
    const inGroup = (units: readonly AssessedUnit[], group: string) =>
      units.map((unit) => ({ ...unit, attributes: { group } }));
    fc.assert(
      fc.property(unitsFor(book, { from: 1, to: 6 }), unitsFor(book, { from: 1, to: 3 }), (units, others) => {
        const towns = inGroup(units, 'town');
        const joining = inGroup(others, 'township').map((unit) => ({ ...unit, code: `o${unit.code}` }));
        expect(outcomesOf(book, [...joining, ...towns]).slice(joining.length)).toEqual(
          outcomesOf(book, towns),
        );
      }),
      { numRuns: 10 },
    );
  });

  it('names why a column is not worked out in integers', () => {
    const facts = batchFactsOf(book, []);
    const report = compileBatch(book, schemaOf(book, facts)).columns();
    const byId = new Map(report.map(({ id, why }) => [id, why]));
    expect(byId.get('H44')).toBe('records are weighed one by one');
    expect(byId.get('H01')).toBeNull();
    expect(byId.get('totals')).toBeNull();
  });
});
