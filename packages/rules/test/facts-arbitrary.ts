import fc from 'fast-check';
import type { Fact, FactValue, RecordEntry } from '../src/format/fact.js';
import type { AssessedUnit, FactEntry } from '../src/format/facts-document.js';
import type { RuleBook } from '../src/format/rule-book.js';

/** Units with arbitrary facts that the book accepts: within limits, numerator ≤ denominator, some missing, some not applicable. */
export function unitsFor(book: RuleBook, { from = 1, to = 8 } = {}): fc.Arbitrary<AssessedUnit[]> {
  return fc
    .array(unitFor(book), { minLength: from, maxLength: to })
    .map((units) =>
      units.map((unit, index) => ({ ...unit, code: `u${index + 1}`, name: `单位${index + 1}` })),
    );
}

function unitFor(book: RuleBook): fc.Arbitrary<AssessedUnit> {
  const { cohorts } = book;
  const attributes =
    cohorts.by === 'attribute'
      ? fc
          .constantFrom(...cohorts.groups.flatMap(({ values }) => values), 'elsewhere')
          .map((value) => ({ [cohorts.attribute]: value }))
      : fc.constant({});
  return fc.record({
    code: fc.constant('u'),
    name: fc.constant('u'),
    type: fc.constantFrom(...book.unitTypes),
    parent: fc.constantFrom('p1', 'p2'),
    attributes,
    facts: fc
      .record(Object.fromEntries(book.facts.map((fact) => [fact.id, entryFor(fact)])))
      .map((facts) => capped(facts, book)),
  });
}

const entryFor = (fact: Fact): fc.Arbitrary<FactEntry> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: valueFor(fact).map((value): FactEntry => ({ declared: value, verified: value })),
    },
    { weight: 3, arbitrary: fc.record({ declared: valueFor(fact), verified: valueFor(fact) }) },
    { weight: 1, arbitrary: fc.record({ declared: valueFor(fact), verified: fc.constant(null) }) },
    { weight: 1, arbitrary: fc.constant({ declared: null, verified: null }) },
    { weight: 1, arbitrary: fc.constant({ notApplicable: '没有这项业务' }) },
  );

function valueFor(fact: Fact): fc.Arbitrary<FactValue> {
  switch (fact.kind) {
    case 'number':
    case 'percent': {
      const least = Math.ceil(Number(fact.checks?.min ?? '0'));
      const most = Number(fact.checks?.max ?? (fact.kind === 'percent' ? '100' : '400'));
      const whole = fc.integer({ min: least, max: Math.max(least, most) }).map(String);
      return fact.checks?.integer
        ? whole
        : fc.oneof(
            whole,
            whole.map((value) => (Number(value) < most ? `${value}.25` : value)),
          );
    }
    case 'boolean':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...fact.options.map(({ id }) => id));
    case 'date':
      return fc.constant('2026-06-30');
    case 'records':
      return fc.array(
        fc.record(
          {
            title: fc.constant('一条'),
            level: fc.constantFrom(...fact.levels.map(({ id }) => id)),
            matter: fc.constantFrom('甲', '乙'),
          },
          { requiredKeys: ['title', 'level'] },
        ),
        { maxLength: fact.id.startsWith('falsified') ? 1 : 5 },
      ) as fc.Arbitrary<RecordEntry[]>;
    case 'ballots':
      return fc.record(
        Object.fromEntries(fact.options.map(({ id }) => [id, fc.integer({ min: 0, max: 12 }).map(String)])),
      );
    case 'panel':
      return fc
        .array(fc.record({ score: fc.integer({ min: 40, max: 100 }).map(String), recused: fc.boolean() }), {
          maxLength: 8,
        })
        .map((scores) => scores.map((score, index) => ({ judge: `评委${index + 1}`, ...score })));
    case 'raters':
      return fc.record(
        Object.fromEntries(fact.groups.map(({ id }) => [id, fc.integer({ min: 40, max: 100 }).map(String)])),
        { requiredKeys: [] },
      ) as fc.Arbitrary<Record<string, string>>;
  }
}

/** Brings numerators down to their denominators, as entry would refuse them otherwise. */
function capped(facts: Record<string, FactEntry>, book: RuleBook): Record<string, FactEntry> {
  const result = { ...facts };
  for (const fact of book.facts) {
    const limit = fact.kind === 'number' ? fact.checks?.atMost : undefined;
    const entry = result[fact.id];
    if (limit === undefined || entry === undefined) continue;
    const above = result[limit];
    const lower = (side: 'declared' | 'verified') => {
      const [value, most] = [entry[side], above?.[side]];
      return typeof value === 'string' && typeof most === 'string' && Number(value) > Number(most)
        ? most
        : value;
    };
    result[fact.id] =
      entry.notApplicable === undefined
        ? { declared: lower('declared') ?? null, verified: lower('verified') ?? null }
        : entry;
  }
  return result;
}
