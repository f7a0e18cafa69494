/** Units that a thread takes at once: long enough to be worth the asking, short enough that all threads end together. */
export const chunkLength = 8000;

/**
 * Cuts units into chunks of whole cohorts, each as long as it must be to hold `length` units, the last perhaps shorter.
 * A cohort is never cut: its units are compared with each other.
 *
 * @param cohorts cohort c stands at `cohorts[c]` to `cohorts[c + 1]`
 * @returns chunk k is the cohorts `chunks[k]` to `chunks[k + 1]`
 */
export function chunksOf(cohorts: Int32Array, length = chunkLength): Int32Array {
  const bounds = [0];
  let first = 0;
  for (let end = 1; end < cohorts.length; end += 1) {
    if (cohorts[end]! - cohorts[first]! < length && end < cohorts.length - 1) continue;
    bounds.push(end);
    first = end;
  }
  return Int32Array.from(bounds);
}

/** Beyond any number of chunks, and far below where counting on would overflow. */
const stopped = 2 ** 30;

/** Chunks that are left to do, for several threads: each chunk goes to the one that asks first. */
export class ChunkQueue {
  /**
   * @param chunks from {@link chunksOf}
   * @param counter one number in memory that all threads share
   */
  constructor(
    readonly chunks: Int32Array,
    readonly counter: Int32Array = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)),
  ) {}

  /** The cohorts `first` to `last` of the next chunk; null when none is left. */
  next(): { readonly first: number; readonly last: number } | null {
    const taken = Atomics.add(this.counter, 0, 1);
    const [first, last] = [this.chunks[taken], this.chunks[taken + 1]];
    return first === undefined || last === undefined ? null : { first, last };
  }

  /** All chunks are to do again. Only while no thread is at work. */
  rewind(): void {
    Atomics.store(this.counter, 0, 0);
  }

  /** Nobody is given another chunk until it is rewound. */
  stop(): void {
    Atomics.store(this.counter, 0, stopped);
  }
}
