/**
 * The known name that a mistyped one probably means, or null when none is close: about a third of its letters may differ.
 * Upper and lower case count as the same.
 */
export function nearestName(typed: string, known: Iterable<string>): string | null {
  let best: { readonly name: string; readonly distance: number } | null = null;
  const wanted = typed.toLowerCase();
  for (const name of known) {
    const allowed = Math.ceil(Math.max(wanted.length, name.length) / 3);
    // Lengths further apart than the allowance cannot be close; this also spares us comparing pages of text.
    if (Math.abs(wanted.length - name.length) > allowed) continue;
    const distance = editDistance(wanted, name.toLowerCase());
    if (distance <= allowed && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}

/** Letters to insert, delete or replace (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
