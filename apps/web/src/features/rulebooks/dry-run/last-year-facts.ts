import {
  CycleListResponse,
  RuleBookDraftResponse,
  RuleBookResponse,
  WorksheetResponse,
  type CycleResponse,
  type FactCell,
} from '@heng/contracts';
import type { AssessedUnit, FactEntry, RuleBook } from '@heng/rules';
import type { LastYear } from '@heng/rules/compare';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../platform/call-api.js';

/** The draft as it was saved last; it may be no rule book yet. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['rulebook-draft', id, 'as-saved'],
    staleTime: 0,
    queryFn: ({ signal }) => callApi(`/rulebooks/${id}/draft`, { answer: RuleBookDraftResponse, signal }),
  });

export const cyclesOfYearsQuery = queryOptions({
  queryKey: ['cycles'],
  queryFn: ({ signal }) => callApi('/cycles?limit=100', { answer: CycleListResponse, signal }),
});

/** A cycle's rule book, units and facts, with those of the year before where the cycle has them. */
export const lastYearQuery = ({ id, ruleBookId }: Pick<CycleResponse, 'id' | 'ruleBookId'>) =>
  queryOptions({
    queryKey: ['last-year', id],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<LastYear> => {
      const [worksheet, { book }] = await Promise.all([
        callApi(`/cycles/${id}/worksheet`, { answer: WorksheetResponse, signal }),
        callApi(`/rulebooks/${ruleBookId}`, { answer: RuleBookResponse, signal }),
      ]);
      return lastYearOf(book, worksheet);
    },
  });

export function lastYearOf(book: RuleBook, { units, cells, previous }: WorksheetResponse): LastYear {
  return {
    book,
    units: withFacts(units, cells),
    // No facts at all of the year before means that nobody gave them, not that all units lack them.
    ...(previous.length > 0 && { previous: withFacts(units, previous) }),
  };
}

function withFacts(units: WorksheetResponse['units'], cells: readonly FactCell[]): AssessedUnit[] {
  const facts = new Map<string, Record<string, FactEntry>>();
  for (const { unit, fact, declared, verified, notApplicable } of cells) {
    const own = facts.get(unit) ?? {};
    own[fact] = { declared, verified, ...(notApplicable !== null && { notApplicable }) };
    facts.set(unit, own);
  }
  return units.map(({ code, name, type, parent, attributes }) => ({
    code,
    name,
    type,
    parent,
    attributes,
    facts: facts.get(code) ?? {},
  }));
}

/**
 * The cycle whose facts are most likely meant: the one that ran under the book that this draft amends, else the latest one under a book
 * of the same title but for the year. Null when none is.
 */
export function likelyCycle(
  cycles: readonly CycleResponse[],
  draft: Pick<RuleBook, 'title' | 'year'>,
  amends: string | null,
): CycleResponse | null {
  const latestFirst = [...cycles].sort((a, b) => b.year - a.year);
  const nameless = (title: string) => title.replace(/\d/g, '').trim();
  return (
    latestFirst.find(({ ruleBookId }) => ruleBookId === amends) ??
    latestFirst.find(({ ruleBookTitle }) => nameless(ruleBookTitle.zh) === nameless(draft.title.zh)) ??
    null
  );
}
