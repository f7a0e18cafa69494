/** Up to this many units counting who is better is faster than sorting. */
const smallCohort = 64;
/** Digits of 11 bits: a pass over them fits the innermost cache. */
const [digitBits, digits] = [11, 2048];

/** Scratch for ranking one cohort at a time; grows with the largest. */
export class Places {
  /** Of entry i: how many keys are strictly better, and how many are equal to its own, itself included. */
  ahead = new Int32Array(0);
  equal = new Int32Array(0);
  /** Whether any two keys of the last cohort were equal. */
  tied = false;
  private readonly small = new Int32Array(smallCohort + 4);
  private readonly sharing = new Int32Array(smallCohort);
  private order = new Int32Array(0);
  private other = new Int32Array(0);
  private offsets = new Uint32Array(0);
  private readonly counts = new Int32Array(digits);

  /**
   * Places of `count` keys. Keys are whole numbers below 2^53, or quotients of which equal ones are equal and others differ.
   * @param better which keys come first
   */
  rank(keys: Float64Array, count: number, better: 'higher' | 'lower'): void {
    if (this.ahead.length < count) {
      this.ahead = new Int32Array(count + 4);
      this.equal = new Int32Array(count + 4);
    }
    let low = Infinity;
    let high = -Infinity;
    let wholes = true;
    for (let i = 0; i < count; i += 1) {
      const key = keys[i]!;
      if (key < low) low = key;
      if (key > high) high = key;
      if (key !== Math.floor(key)) wholes = false;
    }
    const fits = wholes && high - low < 2 ** 30;
    if (count <= smallCohort) {
      if (fits) this.countWholes(keys, count, low, better);
      else this.countKeys(keys, count, better);
    } else if (wholes && high - low < 2 ** 32) this.sortWholes(keys, count, low, high - low, better);
    else this.sortKeys(keys, count, better);
  }

  /** Sign bits of differences are counted, four units at a time: no branch that could be guessed wrongly. */
  private countWholes(keys: Float64Array, count: number, low: number, better: 'higher' | 'lower'): void {
    const { small, ahead } = this;
    const sign = better === 'higher' ? 1 : -1;
    for (let i = 0; i < count; i += 1) small[i] = (keys[i]! - low) * sign;
    let total = 0;
    for (let i = 0; i < count; i += 4) {
      const a = small[i]!;
      const b = small[i + 1]!;
      const c = small[i + 2]!;
      const d = small[i + 3]!;
      let aboveA = 0;
      let aboveB = 0;
      let aboveC = 0;
      let aboveD = 0;
      for (let j = 0; j < count; j += 1) {
        const key = small[j]!;
        aboveA += (a - key) >>> 31;
        aboveB += (b - key) >>> 31;
        aboveC += (c - key) >>> 31;
        aboveD += (d - key) >>> 31;
      }
      ahead[i] = aboveA;
      ahead[i + 1] = aboveB;
      ahead[i + 2] = aboveC;
      ahead[i + 3] = aboveD;
    }
    for (let i = 0; i < count; i += 1) total += ahead[i]!;
    this.countEqual(count, total);
  }

  /** Without ties the places are 0 to n − 1; with ties their sum is smaller. */
  private countEqual(count: number, total: number): void {
    const { ahead, equal } = this;
    this.tied = total !== (count * (count - 1)) / 2;
    if (!this.tied) {
      equal.fill(1, 0, count);
      return;
    }
    const { sharing } = this;
    sharing.fill(0, 0, count);
    for (let i = 0; i < count; i += 1) sharing[ahead[i]!]! += 1;
    for (let i = 0; i < count; i += 1) equal[i] = sharing[ahead[i]!]!;
  }

  private countKeys(keys: Float64Array, count: number, better: 'higher' | 'lower'): void {
    this.tied = false;
    for (let i = 0; i < count; i += 1) {
      const own = keys[i]!;
      let above = 0;
      let same = 0;
      for (let j = 0; j < count; j += 1) {
        const key = keys[j]!;
        if (key > own) above += 1;
        else if (key === own) same += 1;
      }
      this.ahead[i] = better === 'higher' ? above : count - above - same;
      this.equal[i] = same;
      if (same > 1) this.tied = true;
    }
  }

  /** Least significant digit first, with the index carried along. */
  private sortWholes(
    keys: Float64Array,
    count: number,
    low: number,
    span: number,
    better: 'higher' | 'lower',
  ): void {
    if (this.order.length < count) {
      this.order = new Int32Array(count);
      this.other = new Int32Array(count);
      this.offsets = new Uint32Array(count);
    }
    const { offsets, counts } = this;
    for (let i = 0; i < count; i += 1) offsets[i] = keys[i]! - low;
    let from = this.order;
    let to = this.other;
    for (let i = 0; i < count; i += 1) from[i] = i;
    for (let shift = 0; shift < 32 && span / 2 ** shift >= 1; shift += digitBits) {
      counts.fill(0);
      for (let i = 0; i < count; i += 1) counts[(offsets[i]! >>> shift) & (digits - 1)]! += 1;
      let total = 0;
      for (let digit = 0; digit < digits; digit += 1) {
        const each = counts[digit]!;
        counts[digit] = total;
        total += each;
      }
      for (let i = 0; i < count; i += 1) {
        const index = from[i]!;
        const digit = (offsets[index]! >>> shift) & (digits - 1);
        to[counts[digit]!] = index;
        counts[digit]! += 1;
      }
      const sorted = to;
      to = from;
      from = sorted;
    }
    this.runs(from, offsets, count, better);
  }

  private sortKeys(keys: Float64Array, count: number, better: 'higher' | 'lower'): void {
    const order = Int32Array.from({ length: count }, (_, index) => index).sort((a, b) => keys[a]! - keys[b]!);
    this.runs(order, keys, count, better);
  }

  /** Equal neighbours in ascending order share a place. */
  private runs(
    order: Int32Array,
    keys: Float64Array | Uint32Array,
    count: number,
    better: 'higher' | 'lower',
  ): void {
    const { ahead, equal } = this;
    this.tied = false;
    for (let start = 0; start < count;) {
      const key = keys[order[start]!]!;
      let end = start + 1;
      while (end < count && keys[order[end]!] === key) end += 1;
      if (end - start > 1) this.tied = true;
      const before = better === 'higher' ? count - end : start;
      for (let i = start; i < end; i += 1) {
        ahead[order[i]!] = before;
        equal[order[i]!] = end - start;
      }
      start = end;
    }
  }
}
