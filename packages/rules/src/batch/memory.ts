import type { FactColumn } from './columns.js';
import { sharedColumn, type Numbers } from './shared-columns.js';

export type NumbersType<T extends Numbers> = {
  readonly BYTES_PER_ELEMENT: number;
  new (length: number): T;
  new (buffer: SharedArrayBuffer): T;
};

/** Where a batch keeps what it has of every unit. Scratch of one thread is no matter of memory. */
export type Memory = {
  /** Room for results, all 0. A plan asks for the same arrays in the same order whenever it is bound to as many units. */
  readonly array: <T extends Numbers>(type: NumbersType<T>, length: number) => T;
  readonly column: (column: FactColumn) => FactColumn;
};

export const ownMemory: Memory = {
  array: (type, length) => new type(length),
  column: (column) => column,
};

/** Memory that other threads can join; it knows what it has given out, in order. */
export class SharedMemory implements Memory {
  readonly buffers: SharedArrayBuffer[] = [];

  readonly array = <T extends Numbers>(type: NumbersType<T>, length: number): T => {
    const buffer = new SharedArrayBuffer(length * type.BYTES_PER_ELEMENT);
    this.buffers.push(buffer);
    return new type(buffer);
  };

  readonly column = sharedColumn;
}

/** The memory of a batch of another thread: whoever compiles the same plan is given the same arrays. */
export class JoinedMemory implements Memory {
  private given = 0;

  constructor(private readonly buffers: readonly SharedArrayBuffer[]) {}

  readonly array = <T extends Numbers>(type: NumbersType<T>, length: number): T => {
    const buffer = this.buffers[this.given];
    this.given += 1;
    if (buffer?.byteLength !== length * type.BYTES_PER_ELEMENT) throw anotherPlan();
    return new type(buffer);
  };

  readonly column = (column: FactColumn): FactColumn => column;

  /** @throws Error when the plan asked for fewer arrays than the one whose memory it is */
  assertComplete(): void {
    if (this.given !== this.buffers.length) throw anotherPlan();
  }
}

const anotherPlan = () =>
  new Error(
    'The shared memory belongs to another plan. Let all threads compile the same rule book, schema and program.',
  );
