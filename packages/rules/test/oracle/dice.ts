/** Chance that repeats: the same seed rolls the same numbers, on every machine (integers of 32 bits only). */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = (seed ^ 0x9e3779b9) >>> 0;
    for (let warm = 0; warm < 8; warm += 1) this.next();
  }

  private next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + (this.next() % (high - low + 1));
  }

  /** True in `percent` of a hundred rolls. */
  happens(percent: number): boolean {
    return this.next() % 100 < percent;
  }

  one<T>(list: readonly T[]): T {
    const found = list[this.next() % list.length];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }

  /** Some of a list, at least `least` of them, in its order. */
  some<T>(list: readonly T[], least = 1): T[] {
    const left = [...list];
    const wanted = this.between(Math.min(least, list.length), list.length);
    while (left.length > wanted) left.splice(this.next() % left.length, 1);
    return left;
  }

  shuffled<T>(list: readonly T[]): T[] {
    const left = [...list];
    const mixed: T[] = [];
    while (left.length > 0) mixed.push(...left.splice(this.next() % left.length, 1));
    return mixed;
  }

  many<T>(low: number, high: number, make: (index: number) => T): T[] {
    return Array.from({ length: this.between(low, high) }, (_, index) => make(index));
  }

  /** The value in `percent` of a hundred rolls, as a property to spread; else none. */
  maybe<K extends string, T>(percent: number, key: K, make: () => T): { [P in K]?: T } {
    // A computed key widens to string; it is K all the same.
    return this.happens(percent) ? ({ [key]: make() } as { [P in K]?: T }) : {};
  }
}
