import type { AssessedUnit, FactsDocument, RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { committees, lastYear, thisYear } from './cycles.js';
import { demonstrationCounty } from './demonstration-county.js';
import { lastYearsTownshipBook } from './last-years-book.js';

/** A rule book and facts under it, as `heng score` reads them. */
export type DemonstrationFacts = {
  readonly name: 'township' | 'township-previous' | 'unit-committee' | 'village';
  readonly book: RuleBook;
  readonly facts: FactsDocument;
};

/** The facts of the demonstration county as exchange documents; the villages of all townships are in one. */
export function demonstrationFacts(): DemonstrationFacts[] {
  const { label, cycles } = demonstrationCounty();
  const document = (belongs: (key: string) => boolean): FactsDocument => ({
    format: 'heng-facts/1',
    label,
    units: cycles.filter(({ key }) => belongs(key)).flatMap(({ facts }): readonly AssessedUnit[] => facts),
  });
  const { township, unitCommittee, village } = defaultRuleBooks;
  return [
    { name: 'township', book: township, facts: document((key) => key === thisYear) },
    { name: 'township-previous', book: lastYearsTownshipBook, facts: document((key) => key === lastYear) },
    { name: 'unit-committee', book: unitCommittee, facts: document((key) => key === committees) },
    { name: 'village', book: village, facts: document((key) => key.startsWith('village-')) },
  ];
}
