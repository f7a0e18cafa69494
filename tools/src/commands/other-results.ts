import {
  compile,
  deriveFacts,
  type AssessedUnit,
  type Basis,
  type Results,
  type RuleBook,
} from '@heng/rules';
import { refused } from '../console/refusal.js';
import { readBook } from './book-input.js';
import { readFacts } from './facts-input.js';

/**
 * Assesses what the facts of this book come from (`from` in the rule book): the villages of the townships, an earlier round.
 * Later pairs may build on earlier ones, as a final does on a semi-final that carries the preliminary.
 * @param pairs `BOOK=FACTS`, in the order in which they were held
 * @throws Refusal
 */
export async function otherResults(
  pairs: readonly string[],
  basis: Basis,
): Promise<ReadonlyMap<string, Results>> {
  const results = new Map<string, Results>();
  for (const pair of pairs) {
    const { book, facts } = filesOf(pair);
    const own = await readBook(book);
    const { units: read } = await readFacts(facts, own);
    const units = deriveFacts(own, read, results);
    results.set(own.id, { assessment: compile(own).assess(units, { basis }), units });
  }
  return results;
}

function filesOf(pair: string): { readonly book: string; readonly facts: string } {
  const at = pair.indexOf('=');
  if (at > 0 && at < pair.length - 1) return { book: pair.slice(0, at), facts: pair.slice(at + 1) };
  throw refused(
    pair,
    ['应写成“规则书=数据”。', 'This should be BOOK=FACTS.'],
    ['例如 --results village.json=villages.xlsx。', 'For example --results village.json=villages.xlsx.'],
    2,
  );
}

/** Facts with those put in that come from other results. @throws Refusal when such results are not given */
export function withDerivedFacts(
  book: RuleBook,
  units: readonly AssessedUnit[],
  results: ReadonlyMap<string, Results>,
): readonly AssessedUnit[] {
  const lacking = book.facts.find(
    (fact) =>
      fact.kind === 'number' &&
      fact.from !== undefined &&
      !results.has(fact.from.book) &&
      units.every(({ facts }) => facts[fact.id] === undefined),
  );
  if (lacking?.kind === 'number' && lacking.from !== undefined)
    throw refused(
      book.id,
      [
        `“${lacking.title.zh}”来自规则书“${lacking.from.book}”的结果，但没有给出。`,
        `"${lacking.title.en}" comes from the results of the rule book "${lacking.from.book}", which were not given.`,
      ],
      [`请加上 --results ${lacking.from.book}.json=数据。`, `Add --results ${lacking.from.book}.json=FACTS.`],
    );
  return deriveFacts(book, units, results);
}
