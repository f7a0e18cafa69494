import { orderIndicators } from '../engine/book-index.js';
import type { RuleBook } from '../format/rule-book.js';
import { Batch } from './batch.js';
import { appliesIn, type BatchOrder } from './batch-order.js';
import { JoinedMemory } from './memory.js';
import type { SharedBatch } from './shared-batch.js';

/**
 * Binds the rule book to the facts and results of a batch of another thread, as {@link Batch.share} gave them away. What is worked out
 * here stands there: one thread takes these cohorts, another those, and the batch that was shared has them all.
 *
 * @throws Error when this program compiles the book differently from the one that shared the batch
 */
export function joinBatch(shared: SharedBatch): Batch {
  // The sharing thread wrote the book that it had read.
  const book = JSON.parse(shared.book) as RuleBook;
  const ordering = orderIndicators(book);
  if (!ordering.ok) throw new Error('indicators depend on each other in a circle');
  const memory = new JoinedMemory(shared.buffers);
  const { schema, count, heads, facts, declared, previous } = shared;
  const unit = (index: number) => {
    const head = heads?.[index];
    if (head === undefined) throw new RangeError('the units of this batch were not shared');
    return head;
  };
  const batch = new Batch(
    book,
    ordering.order,
    schema,
    { count, unit, facts, declared, previous },
    { memory, order: orderOf(shared) },
  );
  memory.assertComplete();
  return batch;
}

/** Facts are shared in batch order, so every unit stands at its own index. */
function orderOf({ count, cohorts, cohortIds, rules, largestCohort }: SharedBatch): BatchOrder {
  const unitAt = Int32Array.from({ length: count }, (_, position) => position);
  return {
    unitAt,
    positionOf: unitAt,
    asGiven: true,
    cohortIds,
    cohorts,
    largestCohort,
    rules,
    applies: appliesIn(rules),
  };
}
