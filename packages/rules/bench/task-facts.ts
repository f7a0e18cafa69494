import type { BatchFacts, FactColumn, Integers } from '../src/batch/columns.js';
import { taskBook, taskCounts } from './task-book.js';

/** The same stream of numbers everywhere (xorshift, 32 bits). */
export function stream(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Facts of `count` units in groups of `group`, directly as columns; the same seed gives the same facts. */
export function taskFacts(count: number, group: number, seed = 20260101): BatchFacts {
  const next = stream(seed);
  const columns = new Map<string, FactColumn>();
  const fill = <T extends Integers>(values: T, of: (unit: number) => number): T => {
    for (let unit = 0; unit < values.length; unit += 1) values[unit] = of(unit);
    return values;
  };
  const number = (id: string, values: Integers, presence: Uint8Array | null = null, decimals = 0) =>
    columns.set(id, { kind: 'number', decimals, values, presence });
  const someAbsent = () => fill(new Uint8Array(count), () => (next(50) === 0 ? 1 : 0));

  for (const n of [1, 2, 3, 4]) {
    const least = n === 1 || n === 4 ? 0 : 1;
    const due = fill(new Uint16Array(count), () => least + next(401 - least));
    const absent = n === 2 ? someAbsent() : null;
    number(`due-${n}`, due);
    // Halves and full completion are frequent, so that ties and boundaries are.
    const done = (unit: number) => [due[unit]!, due[unit]! >> 1, next(due[unit]! + 1)][next(3)]!;
    number(`done-${n}`, fill(new Uint16Array(count), done), absent);
  }
  number(
    'training-task',
    fill(new Uint16Array(count), () => 1 + next(400)),
  );
  number(
    'funds-due',
    fill(new Int32Array(count), () => 1 + next(5_000_000)),
  );
  for (const [id, most] of taskCounts) {
    const type = most > 65535 ? Int32Array : most > 255 ? Uint16Array : Uint8Array;
    const absent = id === 'visits' || id === 'employed' ? someAbsent() : null;
    number(
      id,
      fill(new type(count), () => next(most + 1)),
      absent,
    );
  }
  number(
    'satisfaction',
    fill(new Uint16Array(count), () => 3000 + next(7001)),
    null,
    2,
  );
  for (const { id, kind } of taskBook.facts) {
    if (kind !== 'boolean') continue;
    const rare = id === 'scandal' || id === 'absent' ? 100 : 0;
    const values = fill(new Uint8Array(count), () =>
      rare > 0 ? (next(rare) === 0 ? 1 : 0) : next(4) > 0 ? 1 : 0,
    );
    columns.set(id, { kind: 'boolean', values, presence: null });
  }
  const panel = (judges: number): FactColumn => ({
    kind: 'panel',
    decimals: 2,
    presence: null,
    width: judges,
    counts: fill(new Uint16Array(count), () => judges - (next(8) === 0 ? 2 : 0)),
    scores: fill(new Uint16Array(count * judges), () => 6000 + 50 * next(81)),
  });
  columns.set('judges', panel(7));
  columns.set('inspectors', panel(3));
  columns.set('ballot', {
    kind: 'counts',
    decimals: 0,
    presence: null,
    parts: [40, 12, 5].map((most) => fill(new Uint8Array(count), () => 3 + next(most))),
    given: [null, null, null],
  });
  columns.set('rating', {
    kind: 'choice',
    presence: null,
    values: fill(new Uint8Array(count), () => next(4)),
  });
  return {
    count,
    unit: (index) => ({
      code: `u${index}`,
      name: `u${index}`,
      type: 'Village',
      parent: `p${Math.floor(index / group)}`,
    }),
    facts: { columns, because: new Map() },
    declared: null,
    previous: null,
  };
}
