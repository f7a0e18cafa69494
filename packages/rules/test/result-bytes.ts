import type { Batch } from '../src/batch/batch.js';
import type { Numbers } from '../src/batch/shared-columns.js';

/** Everything that a run writes of all units, by name: points, states, sections, totals, ranks, grades, vetoes; by position. */
export function resultBytes(batch: Batch): Map<string, Numbers> {
  const results = batch.results();
  if (results === null) throw new Error('the totals of this book are worked out by the exact evaluator');
  const { totals, ranks, grades, sections, vetoes } = results;
  const indicators = batch
    .report()
    .filter(({ kind }) => kind === 'indicator')
    .map(({ id }) => batch.column(id));
  return new Map<string, Numbers>([
    ...indicators.map(({ id, points }) => [`points ${id}`, points] as const),
    ...indicators.map(({ id, states }) => [`states ${id}`, states ?? new Uint8Array(0)] as const),
    ...sections.map(({ section, points }) => [`section ${section.id}`, points] as const),
    ['totals', totals],
    ['ranks', ranks],
    ['grades', grades],
    ['vetoes', vetoes],
  ]);
}

/** Names of results in which two batches differ. Told by name: a hundred columns of thirty thousand numbers tell nobody anything. */
export function differences(a: Batch, b: Batch): string[] {
  const others = resultBytes(b);
  return [...resultBytes(a)].flatMap(([name, own]) => {
    const other = others.get(name);
    if (other === undefined || other.length !== own.length) return [name];
    for (let at = 0; at < own.length; at += 1) if (own[at] !== other[at]) return [name];
    return [];
  });
}

/** Overwrites all results, so that what a later run leaves out is seen. */
export function wipe(batch: Batch): void {
  for (const values of resultBytes(batch).values()) values.fill(77);
}
