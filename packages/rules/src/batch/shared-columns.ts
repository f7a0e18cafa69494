import type { FactColumn, Integers } from './columns.js';

/** Whole numbers, one or more a unit. */
export type Numbers = Integers | Uint32Array;

/** The same numbers where every thread sees them; those that stand there already are not copied. */
function shared<T extends Numbers>(values: T): T {
  if (values.buffer instanceof SharedArrayBuffer) return values;
  const type = values.constructor as { new (buffer: SharedArrayBuffer): T };
  const copy = new type(new SharedArrayBuffer(values.byteLength));
  copy.set(values);
  return copy;
}

const sharedOrNull = <T extends Numbers>(values: T | null): T | null =>
  values === null ? null : shared(values);

/** One fact's column in shared memory. Entries are no numbers: each thread gets a copy of them. */
export function sharedColumn(column: FactColumn): FactColumn {
  const presence = sharedOrNull(column.presence);
  switch (column.kind) {
    case 'number':
      return { ...column, presence, values: shared(column.values) };
    case 'boolean':
      return { ...column, presence, values: shared(column.values) };
    case 'choice':
      return { ...column, presence, values: shared(column.values) };
    case 'counts':
      return { ...column, presence, parts: column.parts.map(shared), given: column.given.map(sharedOrNull) };
    case 'panel':
      return { ...column, presence, counts: shared(column.counts), scores: shared(column.scores) };
    case 'entries':
      return { ...column, presence };
  }
}
