import type { Fact, FactValue, RecordEntry } from '../../src/format/fact.js';
import type { AssessedUnit, FactEntry } from '../../src/format/facts-document.js';
import type { RuleBook } from '../../src/format/rule-book.js';
import type { Dice } from './dice.js';
import { amount, percentage, signed } from './random-numbers.js';
import { days } from './scenery.js';

export const unitTypes = ['Township', 'Subdistrict'] as const;
export const attributeValues = ['small', 'middle', 'large'] as const;
export const parents = ['P1', 'P2', 'P3'] as const;
export const unitCode = (index: number): string => `u${String(index).padStart(2, '0')}`;

/** Units with facts for a book: many alike, many absent, and most numbers on an edge of some rule. */
export function randomUnits(dice: Dice, book: RuleBook, count: number): AssessedUnit[] {
  const units: AssessedUnit[] = [];
  for (let index = 0; index < count; index += 1) {
    const twin = units.length > 0 && dice.happens(30) ? dice.one(units) : undefined;
    const facts = twin ? { ...twin.facts } : {};
    for (const fact of book.facts) {
      if (twin === undefined || dice.happens(6)) {
        const entry = randomEntry(dice, fact);
        if (entry === undefined) delete facts[fact.id];
        else facts[fact.id] = entry;
      }
    }
    units.push({
      code: unitCode(index),
      name: `unit ${index}`,
      type: dice.one(unitTypes),
      ...dice.maybe(92, 'parent', () => dice.one(parents)),
      ...dice.maybe(92, 'attributes', () => dice.maybe(92, 'size', () => dice.one(attributeValues))),
      facts,
    });
  }
  return units;
}

/** Last year's facts of most of them: some as they are this year, some of their own. */
export function lastYearOf(dice: Dice, book: RuleBook, units: readonly AssessedUnit[]): AssessedUnit[] {
  const others = randomUnits(dice, book, units.length);
  return units.flatMap((unit, index): AssessedUnit[] => {
    if (dice.happens(12)) return [];
    return [{ ...unit, facts: dice.happens(30) ? unit.facts : (others[index]?.facts ?? {}) }];
  });
}

function randomEntry(dice: Dice, fact: Fact): FactEntry | undefined {
  if (dice.happens(5)) return undefined;
  if (dice.happens(5))
    return { notApplicable: 'no such business', ...dice.maybe(30, 'declared', () => null) };
  const entry: FactEntry = {};
  const verified = dice.happens(90) ? randomValue(dice, fact) : null;
  if (verified !== null || dice.happens(50)) entry.verified = verified;
  const declared = dice.happens(70) ? verified : dice.happens(75) ? randomValue(dice, fact) : null;
  if (declared !== null || dice.happens(50)) entry.declared = declared;
  return entry;
}

function randomValue(dice: Dice, fact: Fact): FactValue {
  switch (fact.kind) {
    case 'number':
      return signed(dice);
    case 'percent':
      return percentage(dice);
    case 'boolean':
      return dice.happens(50);
    case 'choice':
      return dice.one(fact.options).id;
    case 'date':
      return dice.one(days);
    case 'records':
      return dice.many(0, 4, (index) => randomRecord(dice, fact, index));
    case 'ballots':
      return Object.fromEntries(
        dice.some(fact.options, 0).map(({ id }) => [id, dice.one(['0', '1', '2', '3', '10'])]),
      );
    case 'panel': {
      const judges = dice.some([unitCode(0), unitCode(1), unitCode(2), 'a', 'b', 'c', 'd'], 0);
      return judges.map((judge) => ({
        judge,
        score: dice.one(['0', '5', '7', '7.5', '8', '8.25', '10']),
        ...dice.maybe(15, 'recused', () => dice.happens(70)),
      }));
    }
    case 'raters':
      return Object.fromEntries(
        dice.some(fact.groups, 0).map(({ id }) => [id, dice.one(['0', '5', '7.5', '8', '10'])]),
      );
  }
}

function randomRecord(dice: Dice, fact: Extract<Fact, { kind: 'records' }>, index: number): RecordEntry {
  const genres = fact.genres ?? [];
  const authors = dice.between(1, 4);
  return {
    title: dice.happens(80) ? `work ${index}` : 'm1',
    level: dice.one(fact.levels).id,
    ...(genres.length > 0 ? dice.maybe(60, 'genre', () => dice.one(genres).id) : {}),
    ...dice.maybe(60, 'matter', () => dice.one(['m1', 'm2', 'work 0'])),
    ...dice.maybe(93, 'date', () =>
      dice.one(['2026-01-01', '2026-06-30', '2026-07-01', '2025-12-31', '2026-12-31']),
    ),
    ...(dice.happens(40) ? { authors, ...dice.maybe(75, 'position', () => dice.between(1, authors)) } : {}),
    ...dice.maybe(40, 'amount', () => amount(dice)),
  };
}
