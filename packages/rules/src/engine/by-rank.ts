type Ranked = { readonly rank: number | null; readonly code: string };

/** Sorts by rank; who is not ranked stands behind, by code. */
export function byRank(a: Ranked, b: Ranked): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (a.rank ?? last) - (b.rank ?? last) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
