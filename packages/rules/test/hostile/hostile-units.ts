import type { Fact } from '../../src/format/fact.js';
import type { AssessedUnit } from '../../src/format/facts-document.js';
import type { RuleBook } from '../../src/format/rule-book.js';
import { checkFactValue } from '../../src/parse/check-fact-value.js';
import type { Dice } from '../oracle/dice.js';

const numbers: readonly string[] = [
  '0',
  '1',
  '100',
  '-1',
  '7.25',
  '33.33333333333333333333',
  '0.00000000000000000001',
  '999999999999999.99999999999999999999',
  '-999999999999999',
  '97',
  '89',
];

/** Units whose facts are as unpleasant as entry lets them be: edges, long decimals, nothing at all. */
export function hostileUnits(book: RuleBook, dice: Dice): AssessedUnit[] {
  return dice.many(1, 7, (index) => ({
    code: `u${index}`,
    name: `单位${index}`,
    type: dice.one(book.unitTypes),
    ...dice.maybe(70, 'parent', () => dice.one(['p1', 'p2'])),
    ...dice.maybe(60, 'attributes', () => ({ group: dice.one(['town', 'street']) })),
    facts: Object.fromEntries(
      book.facts.map((fact) => [
        fact.id,
        dice.happens(6)
          ? { notApplicable: '没有这项业务' }
          : { declared: allowed(fact, dice), verified: allowed(fact, dice) },
      ]),
    ),
  }));
}

/** A value that entry accepts, or none. */
function allowed(fact: Fact, dice: Dice) {
  const value = strangeValue(fact, dice);
  return dice.happens(8) || checkFactValue(fact, value, null).length > 0 ? null : value;
}

function strangeValue(fact: Fact, dice: Dice) {
  switch (fact.kind) {
    case 'number':
    case 'percent':
      return dice.one(numbers);
    case 'boolean':
      return dice.happens(50);
    case 'choice':
      return dice.one(fact.options).id;
    case 'date':
      return '2026-02-28';
    case 'records':
      return dice.many(0, 6, () => ({
        title: '甲',
        level: dice.one(fact.levels).id,
        ...dice.maybe(fact.genres?.length ? 50 : 0, 'genre', () => dice.one(fact.genres ?? []).id),
        ...dice.maybe(40, 'matter', () => dice.one(['constructor', '__proto__', '乙'])),
        ...dice.maybe(40, 'date', () => dice.one(['2025-12-31', '2026-06-30'])),
        ...dice.maybe(30, 'authors', () => dice.between(2, 50)),
        ...dice.maybe(20, 'amount', () => dice.one(numbers.slice(0, 3))),
      }));
    case 'ballots':
      return Object.fromEntries(fact.options.map(({ id }) => [id, dice.one(['0', '1', '999999999999999'])]));
    case 'panel':
      return dice.many(0, 6, (index) => ({
        judge: index === 0 ? 'u0' : `j${index}`,
        score: dice.one(numbers),
      }));
    case 'raters':
      return Object.fromEntries(
        fact.groups.filter(() => dice.happens(80)).map(({ id }) => [id, dice.one(numbers)]),
      );
  }
}
