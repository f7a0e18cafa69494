import { referencesOfMeasure } from '../engine/book-index.js';
import { Rational } from '../exact/rational.js';
import type { AppliesTo } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { RuleBook, TieBreak } from '../format/rule-book.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import type { UnitHead } from './columns.js';
import { closureOf, type ExactRuns, type RunFacts } from './exact-runs.js';
import type { IndicatorColumn } from './indicator-column.js';
import { hasMeasure } from './has-measure.js';
import type { Memory } from './memory.js';
import { Places } from './places.js';
import { BeyondKernel } from './registers.js';
import type { TotalStage } from './total-stage.js';
import type { VetoStage } from './veto-stage.js';

export type RankInput = {
  readonly book: RuleBook;
  readonly count: number;
  readonly cohorts: Int32Array;
  readonly columns: ReadonlyMap<string, IndicatorColumn>;
  readonly totals: TotalStage;
  readonly vetoes: VetoStage;
  readonly head: (position: number) => UnitHead;
  readonly applies: (rule: AppliesTo | undefined) => Uint8Array | null;
  readonly selfGap: (position: number) => Rational | null;
  readonly exact: ExactRuns;
  readonly runFacts: RunFacts;
  readonly memory: Memory;
};

/** Cohorts up to this many units are ranked anew faster than units are moved in them. */
const smallCohort = 64;

/** Compares two units of equal totals by one tie-break; negative when `a` is ahead. */
type Breaker = (a: number, b: number) => number;

/** Ranks within cohorts (RK1-RK3, RK6). */
export class RankStage {
  /** 1 is best; 0 for a unit that is not ranked. */
  readonly ranks: Uint16Array | Int32Array;
  /** Units of each cohort's stretch in rank order, ties by their index; the unranked behind them. */
  readonly inOrder: Int32Array;
  /** Ranked units of each cohort. */
  readonly ranked: Int32Array;
  private readonly places = new Places();
  private keys = new Float64Array(0);
  private members = new Int32Array(0);
  private filled = new Int32Array(0);
  private readonly breakers: readonly Breaker[];
  private readonly outside: Uint8Array | null;
  private readonly required: readonly IndicatorColumn[];
  /** Whether a tie-break can change for a unit none of whose own values change. */
  private readonly breakersCompare: boolean;
  /** Exact keys of tie-breaks that are rarely asked for; forgotten when a value changes. */
  private readonly known = new Map<string, Rational | null>();

  constructor(private readonly input: RankInput) {
    const { book, count, cohorts, memory } = input;
    const { ranking } = book;
    let largest = 0;
    for (let c = 0; c + 1 < cohorts.length; c += 1)
      largest = Math.max(largest, cohorts[c + 1]! - cohorts[c]!);
    this.ranks = largest < 65536 ? memory.array(Uint16Array, count) : memory.array(Int32Array, count);
    this.inOrder = memory.array(Int32Array, count);
    this.ranked = memory.array(Int32Array, cohorts.length - 1);
    this.breakers = ranking.tieBreaks.map((rule) => this.breaker(rule));
    this.breakersCompare = ranking.tieBreaks.some(
      (rule) => rule.kind === 'measure' || (rule.kind === 'count-back' && rule.by === 'places'),
    );
    const out = ranking.outOfCompetition === undefined ? null : input.applies(ranking.outOfCompetition);
    // A rule without parts is for everybody.
    this.outside =
      ranking.outOfCompetition !== undefined && out === null ? new Uint8Array(count).fill(1) : out;
    if (ranking.requires?.sections !== undefined) throw new BeyondKernel('the ranking requires sections');
    this.required = (ranking.requires?.indicators ?? []).map((id) => this.column(id));
  }

  private column(id: string): IndicatorColumn {
    const column = this.input.columns.get(id);
    if (column === undefined || column.exact !== null)
      throw new BeyondKernel(`the points of "${id}" are not rounded`);
    return column;
  }

  /** Forgets what it knows of units whose values have changed. */
  forget(): void {
    this.known.clear();
  }

  isRanked(position: number): boolean {
    if (this.outside !== null && this.outside[position] === 1) return false;
    return this.required.every(
      ({ states, hasNumber }) => states === null || hasNumber[states[position]!] === 1,
    );
  }

  /** Cohorts `first` to `last`. */
  run(first: number, last: number): void {
    for (let cohort = first; cohort < last; cohort += 1) this.cohort(cohort);
  }

  private cohort(cohort: number): void {
    const { cohorts, totals, book } = this.input;
    const from = cohorts[cohort]!;
    const to = cohorts[cohort + 1]!;
    this.reserve(to - from);
    const { members, filled, ranks, inOrder, places } = this;
    const keys = this.keys;
    const source = totals.keys;
    const everyone = this.outside === null && this.required.length === 0;
    let count = 0;
    let behind = to;
    for (let position = from; position < to; position += 1) {
      if (everyone || this.isRanked(position)) {
        members[count] = position;
        keys[count] = source[position]!;
        count += 1;
      } else ranks[position] = 0;
    }
    if (!everyone) {
      for (let position = to - 1; position >= from; position -= 1) {
        if (!this.isRanked(position)) inOrder[(behind -= 1)] = position;
      }
    }
    this.ranked[cohort] = count;
    places.rank(keys, count, book.ranking.better ?? 'higher');
    const { ahead, tied } = places;
    if (tied) filled.fill(0, 0, count);
    for (let k = 0; k < count; k += 1) {
      const before = ahead[k]!;
      const position = members[k]!;
      ranks[position] = before + 1;
      if (tied) {
        inOrder[from + before + filled[before]!] = position;
        filled[before]! += 1;
      } else inOrder[from + before] = position;
    }
    if (tied && this.breakers.length > 0) this.breakTies(from, from + count);
    if (book.ranking.ties === 'dense') this.densify(from, from + count);
  }

  /**
   * The same ranks as {@link run} gives, where only a few units have other values than when the cohort was last run: they are taken out
   * of the order and put in again.
   */
  update(cohort: number, changed: readonly number[]): void {
    const from = this.input.cohorts[cohort]!;
    const end = from + this.ranked[cohort]!;
    const moves = changed.some((position) => (this.ranks[position] !== 0) !== this.isRanked(position));
    if (moves || this.breakersCompare || end - from < smallCohort) {
      this.cohort(cohort);
      return;
    }
    const { inOrder } = this;
    const ranked = changed.filter((position) => this.ranks[position] !== 0);
    if (ranked.length === 0) return;
    let [low, high, kept] = [end, from, end];
    for (const position of ranked) {
      const at = inOrder.indexOf(position, from);
      // Those taken out before may have stood in front of it.
      [low, high] = [Math.min(low, at), Math.max(high, at + ranked.length)];
      inOrder.copyWithin(at, at + 1, kept);
      kept -= 1;
    }
    for (const position of ranked) {
      const at = this.placeFor(position, from, kept);
      [low, high] = [Math.min(low, at), Math.max(high, at + ranked.length)];
      inOrder.copyWithin(at + 1, at, kept);
      inOrder[at] = position;
      kept += 1;
    }
    this.renumber(from, end, low, high);
  }

  /** Where in the order from `start` to `end` a unit belongs, by halving; equals stand by their index. */
  private placeFor(position: number, start: number, end: number): number {
    let [low, high] = [start, end];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.inOrder[middle]!;
      if ((this.compare(other, position) || other - position) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Ranks from the order, which is new from `low` to `high`; behind that only until nothing changes any more. */
  private renumber(from: number, end: number, low: number, high: number): void {
    const { inOrder, ranks } = this;
    const dense = this.input.book.ranking.ties === 'dense';
    for (let at = low; at < end; at += 1) {
      const unit = inOrder[at]!;
      const before = at === from ? null : inOrder[at - 1]!;
      const next = dense && before !== null ? ranks[before]! + 1 : at - from + 1;
      const rank = before !== null && this.compare(before, unit) === 0 ? ranks[before]! : next;
      if (at > high + 1 && ranks[unit] === rank) return;
      ranks[unit] = rank;
    }
  }

  private reserve(length: number): void {
    if (this.keys.length >= length) return;
    this.keys = new Float64Array(length);
    this.members = new Int32Array(length);
    this.filled = new Int32Array(length);
  }

  /** Sorts each run of equal totals by the tie-breaks and moves those behind that lose. */
  private breakTies(from: number, to: number): void {
    const { inOrder, ranks } = this;
    for (let start = from; start < to;) {
      const rank = ranks[inOrder[start]!]!;
      let end = start + 1;
      while (end < to && ranks[inOrder[end]!] === rank) end += 1;
      if (end - start > 1) {
        const run = inOrder.subarray(start, end);
        const sorted = Array.from(run).sort((a, b) => this.settle(a, b) || a - b);
        sorted.forEach((position, index) => {
          run[index] = position;
          const before = sorted[index - 1];
          ranks[position] =
            before !== undefined && this.settle(before, position) === 0 ? ranks[before]! : rank + index;
        });
      }
      start = end;
    }
  }

  /** 1, 1, 2 instead of 1, 1, 3. */
  private densify(from: number, to: number): void {
    const { inOrder, ranks } = this;
    let [dense, last] = [0, -1];
    for (let at = from; at < to; at += 1) {
      const rank = ranks[inOrder[at]!]!;
      if (rank !== last) dense += 1;
      last = rank;
      ranks[inOrder[at]!] = dense;
    }
  }

  /** The tie-breaks in their order; 0 for a tie that stays. */
  private settle(a: number, b: number): number {
    for (const breaker of this.breakers) {
      const order = breaker(a, b);
      if (order !== 0) return order;
    }
    return 0;
  }

  /** Total first, then the tie-breaks, for units of any cohorts. */
  compare(a: number, b: number): number {
    const { keys } = this.input.totals;
    const byTotal = this.input.book.ranking.better === 'lower' ? keys[a]! - keys[b]! : keys[b]! - keys[a]!;
    return byTotal !== 0 || a === b ? byTotal : this.settle(a, b);
  }

  private breaker(rule: TieBreak): Breaker {
    const { vetoes, totals, selfGap, head } = this.input;
    switch (rule.kind) {
      case 'no-veto': {
        const { fired } = vetoes;
        return (a, b) => (fired.length === 0 ? 0 : (fired[a] === 0 ? 0 : 1) - (fired[b] === 0 ? 0 : 1));
      }
      case 'indicator': {
        const { points, states, hasNumber } = this.column(rule.indicator);
        const lacks = (unit: number) => (states !== null && hasNumber[states[unit]!] === 0 ? 1 : 0);
        return (a, b) => lacks(a) - lacks(b) || points[b]! - points[a]!;
      }
      case 'section': {
        const section = totals.sections.find((each) => each.section.id === rule.section);
        if (section === undefined) return () => 0;
        return (a, b) => section.points[b]! - section.points[a]!;
      }
      case 'self-gap': {
        const key = this.remembered('self-gap', (unit) => selfGap(unit)?.magnitude() ?? null);
        return (a, b) => compareKeys(key(a), key(b));
      }
      case 'measure': {
        const key = this.remembered(JSON.stringify(rule), (unit) => this.measure(rule.of, rule.better, unit));
        return (a, b) => compareKeys(key(a), key(b));
      }
      case 'count-back': {
        const columns = rule.indicators.map((id) => this.column(id));
        return (a, b) => compareLists(this.results(columns, rule.by, a), this.results(columns, rule.by, b));
      }
      case 'unit-code':
        return (a, b) => {
          const [codeA, codeB] = [head(a).code, head(b).code];
          return codeA < codeB ? -1 : codeA > codeB ? 1 : 0;
        };
    }
  }

  private remembered(name: string, of: (unit: number) => Rational | null) {
    return (unit: number): Rational | null => {
      const at = `${unit} ${name}`;
      let key = this.known.get(at);
      if (key === undefined) this.known.set(at, (key = of(unit)));
      return key;
    };
  }

  /** A tie-break's own measure, by the exact evaluator: few units ever need it. */
  private measure(of: Measure, better: 'higher' | 'lower', unit: number): Rational | null {
    const { book, exact, runFacts } = this.input;
    const references = referencesOfMeasure(of);
    const wanted = closureOf(book, [], [references]);
    const compares = hasMeasure(of, ({ kind }) => kind === 'cohort' || kind === 'place') || wanted.size > 0;
    const [from, to] = compares ? [0, this.input.count] : [unit, unit + 1];
    const run = exact.run(runFacts, from, to, wanted);
    const value = evaluateMeasure(of, run.context(unit - from, false));
    if (value.kind !== 'number') return null;
    return better === 'higher' ? value.value.negate() : value.value;
  }

  /** Results from the best down (RK5). */
  private results(
    columns: readonly IndicatorColumn[],
    by: 'points' | 'places',
    unit: number,
  ): (Rational | null)[] {
    return columns
      .map((column) => {
        const { points, states, hasNumber, decimals } = column;
        if (states !== null && hasNumber[states[unit]!] === 0) return null;
        if (by === 'places') return Rational.integer(this.placeOf(column, unit));
        return Rational.of(BigInt(-points[unit]!), 10n ** BigInt(decimals));
      })
      .sort(compareKeys);
  }

  private placeOf({ points, states, hasNumber }: IndicatorColumn, unit: number): number {
    const { cohorts } = this.input;
    const cohort = cohortAt(cohorts, unit);
    let place = 1;
    for (let other = cohorts[cohort]!; other < cohorts[cohort + 1]!; other += 1) {
      if (states !== null && hasNumber[states[other]!] === 0) continue;
      if (points[other]! > points[unit]!) place += 1;
    }
    return place;
  }
}

/** The cohort whose stretch holds a position, by halving. */
export function cohortAt(cohorts: Int32Array, position: number): number {
  let [low, high] = [0, cohorts.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (cohorts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Without a number one stands behind those with one. */
function compareKeys(a: Rational | null, b: Rational | null): number {
  if (a !== null && b !== null) return a.compare(b);
  return (a === null ? 1 : 0) - (b === null ? 1 : 0);
}

function compareLists(a: readonly (Rational | null)[], b: readonly (Rational | null)[]): number {
  for (const [index, own] of a.entries()) {
    const order = compareKeys(own, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
