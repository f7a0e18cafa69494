import type { Batch } from '../src/batch/batch.js';
import { sha256 } from '../src/exact/sha256.js';

/** sha256 over total, rank and grade of every unit in the given order: what must not change when the kernels get faster. */
export function digestOf(batch: Batch): string {
  const results = batch.results();
  if (results === null) throw new Error('the totals of this book are worked out by the exact evaluator');
  const { totals, ranks, grades } = results;
  const lines = Array.from(
    batch.order.positionOf,
    (position) => `${totals[position]},${ranks[position]},${grades[position]}`,
  );
  return sha256(lines.join('\n'));
}
