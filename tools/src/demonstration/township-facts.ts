import type { AssessedUnit, RuleBook } from '@heng/rules';
import type { TownshipArea } from './areas.js';
import { reviewPendingIn, unreported, unverified } from './deliberate.js';
import { factEntries, type Report } from './fact-entries.js';
import { townshipUnit } from './organizations.js';
import { claimsOf } from './township-claims.js';
import { townshipYear } from './township-year.js';

const meetingFacts = ['report-scores', 'evaluation-ballots'];

/** Facts of the townships in one year: last year's are closed, this year's are being verified. */
export function townshipFacts(
  areas: readonly TownshipArea[],
  book: RuleBook,
  chairs: ChairsOfYear,
): AssessedUnit[] {
  return areas.map((area) => {
    const found = townshipYear(area, book.year, chairs);
    const { code, name, type, parent, attributes } = townshipUnit(area);
    const facts = factEntries(book, {
      found,
      claimed: claimsOf(area, found),
      ...(book.year === 2026 && progressOf(area)),
    });
    return { code, name, type, ...(parent !== null && { parent }), attributes, facts };
  });
}

export type ChairsOfYear = Parameters<typeof townshipYear>[2];

function progressOf({ name, group }: TownshipArea): Omit<Report, 'found'> {
  return {
    unverified: new Set([...(unverified.get(name) ?? []), ...(name === reviewPendingIn ? meetingFacts : [])]),
    unreported: new Set(unreported.get(name) ?? []),
    ...(group === 'street' && {
      notApplicable: {
        'farm-training-total': '街道无农业村组，不开展农技培训。',
        'farm-training-women': '街道无农业村组，不开展农技培训。',
      },
    }),
  };
}
