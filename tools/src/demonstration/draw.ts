/**
 * A stream of chance that is the same on every machine and every day: whole numbers only, seeded by a text.
 * Each subject draws from a stream of its own name, so that a change to one changes no other.
 */
export class Draw {
  private state: number;

  constructor(name: string) {
    // FNV-1a turns the name into the first state.
    let hash = 0x811c9dc5;
    for (const character of `${rootSeed}/${name}`) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    this.state = hash >>> 0;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + (this.next() % (to - from + 1));
  }

  /** Yes in so many of a hundred cases. */
  chance(percent: number): boolean {
    return this.whole(1, 100) <= percent;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const chosen = list[this.whole(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('nothing to pick from');
    return chosen;
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, key: this.next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }

  /** mulberry32 */
  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

/** Chosen among others because it gives two townships of one group, and two villages of one township, the same total. */
const rootSeed = 'county-b/94';
