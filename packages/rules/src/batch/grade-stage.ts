import type { Reason } from '../engine/outcome.js';
import { Rational } from '../exact/rational.js';
import type { Grade, RuleBook } from '../format/rule-book.js';
import { decimalText } from './unit-from-columns.js';
import { ceiling, whole } from './fraction.js';
import type { Memory } from './memory.js';
import { BeyondKernel } from './registers.js';
import { cohortAt, type RankStage } from './rank-stage.js';
import type { TotalStage } from './total-stage.js';
import type { VetoStage } from './veto-stage.js';

/** No grade: not ranked, or not graded yet. */
export const ungraded = 255;

type Rulings = {
  readonly forced: number;
  readonly forcedBy: string;
  readonly ceiling: number;
  readonly ceilingBy: string;
  readonly down: number;
  readonly downBy: string;
};
const noRulings: Rulings = { forced: -1, forcedBy: '', ceiling: 0, ceilingBy: '', down: 0, downBy: '' };

type Line = { readonly atLeast: number; readonly atMost: number };
type Places = Pick<NonNullable<Grade['quota']>, 'ratio' | 'count' | 'rounding' | 'minimum'>;

/** Grades from best to worst (GR1-GR8). */
export class GradeStage {
  /** Index into the book's grades; {@link ungraded} for a unit that is not ranked. */
  readonly grades: Uint8Array;
  /** As given, before a veto lowers it. */
  private readonly given: Uint8Array;
  /** Index of the best grade that the last places leave a unit; null when no grade holds any back. */
  private readonly held: Uint8Array | null;
  private readonly lines: readonly Line[];
  private readonly figures: TotalStage['keys'];
  private readonly rulings = new Map<number, Rulings>();
  private readonly places = new Map<Places, Map<number, number>>();
  private readonly pooled: boolean;
  private readonly lists: Int32Array;
  private readonly lowers: boolean;

  constructor(
    private readonly book: RuleBook,
    private readonly input: {
      readonly count: number;
      readonly cohorts: Int32Array;
      readonly totals: TotalStage;
      readonly ranks: RankStage;
      readonly vetoes: VetoStage;
      /** Index in the given facts: ties across cohorts stand in that order. */
      readonly unitAt: Int32Array;
      readonly memory: Memory;
    },
  ) {
    const { gradesOn = 'rounded', grades, vetoes } = book;
    if (typeof gradesOn === 'object') throw new BeyondKernel('grades are read against a figure of their own');
    if (grades.length > 200) throw new BeyondKernel('more than 200 grades');
    const { totals, count, memory } = input;
    const exactly = gradesOn === 'exact' && book.ranking.on !== 'exact' && book.rounding.total !== null;
    if (exactly)
      throw new BeyondKernel('grades are read against exact totals and ranks against rounded ones');
    this.figures = gradesOn === 'exact' ? totals.keys : totals.totals;
    const decimals = gradesOn === 'exact' ? totals.keyDecimals : totals.decimals;
    this.lines = grades.map((grade) => lineOf(grade, decimals, gradesOn));
    this.lowers = vetoes.some(({ effects }) => effects.some(({ kind }) => kind === 'grade-down'));
    this.grades = memory.array(Uint8Array, count);
    this.given = this.lowers ? memory.array(Uint8Array, count) : this.grades;
    const holds = grades.some(({ lastPlaces }) => lastPlaces !== undefined);
    this.held = holds ? memory.array(Uint8Array, count) : null;
    this.pooled = grades.some(
      ({ quota, lastPlaces }) => quota?.scope === 'all' || lastPlaces?.scope === 'all',
    );
    // Scratch, so each thread has its own.
    this.lists = new Int32Array(count);
  }

  /** Whether a change in one cohort can change grades in another. */
  get comparesEveryone(): boolean {
    return this.pooled;
  }

  /** Cohorts `first` to `last`; all of them where places are given across cohorts. */
  run(first: number, last: number): void {
    const { cohorts, vetoes } = this.input;
    const [from, to] = [cohorts[first]!, cohorts[last]!];
    this.given.fill(ungraded, from, to);
    this.holdBack(first, last);
    // First the best grade that lets each unit in; a quota then passes those without a place on to the next.
    for (let cohort = first; cohort < last; cohort += 1) this.bestGrades(cohort);
    this.book.grades.forEach(({ quota }, index) => {
      if (quota === undefined) return;
      let end = 0;
      for (let cohort = first; cohort < last; cohort += 1) {
        const start = quota.scope === 'all' ? end : 0;
        end = this.listEligible(index, cohort, start);
        if (quota.scope === 'cohort') {
          this.admit(
            end,
            this.placesOf(quota, this.input.ranks.ranked[cohort]!),
            quota.tieAtEdge,
            index,
            false,
          );
        }
      }
      if (quota.scope === 'all') {
        this.sortAcross(this.lists.subarray(0, end));
        this.admit(end, this.placesOf(quota, this.competing()), quota.tieAtEdge, index, true);
      }
    });
    if (!this.lowers) return;
    const lowest = this.book.grades.length - 1;
    for (let unit = from; unit < to; unit += 1) {
      const given = this.given[unit]!;
      const { down } = this.rulingsOf(vetoes.fired[unit] ?? 0);
      this.grades[unit] = given === ungraded ? given : Math.min(lowest, given + down);
    }
  }

  private bestGrades(cohort: number): void {
    const { cohorts, ranks, vetoes } = this.input;
    const { given, lines, figures, held } = this;
    const { inOrder } = ranks;
    const start = cohorts[cohort]!;
    const end = start + ranks.ranked[cohort]!;
    const plain = held === null;
    const { fired } = vetoes;
    const hasVetoes = fired.length > 0;
    for (let at = start; at < end; at += 1) {
      const unit = inOrder[at]!;
      if (!plain || (hasVetoes && fired[unit] !== 0)) {
        given[unit] = this.firstAllowed(unit, 0);
        continue;
      }
      // The last grade takes the rest.
      const figure = figures[unit]!;
      let index = 0;
      while (index < lines.length - 1 && (figure < lines[index]!.atLeast || figure > lines[index]!.atMost))
        index += 1;
      given[unit] = index;
    }
  }

  private firstAllowed(unit: number, from: number): number {
    const { grades } = this.book;
    const fired = this.input.vetoes.fired[unit] ?? 0;
    let index = from;
    while (index < grades.length - 1 && this.refuses(grades[index]!, index, unit, fired)) index += 1;
    return index;
  }

  /** Lists the units of a cohort that ask for a place of a grade, in rank order, from `end` on. */
  private listEligible(index: number, cohort: number, end: number): number {
    const { cohorts, ranks, vetoes } = this.input;
    const { given, lists } = this;
    const { inOrder } = ranks;
    const start = cohorts[cohort]!;
    let next = end;
    for (let at = start; at < start + ranks.ranked[cohort]!; at += 1) {
      const unit = inOrder[at]!;
      if (given[unit] !== index) continue;
      // A grade that a veto sets asks for no place (GR5).
      const fired = vetoes.fired[unit] ?? 0;
      if (fired === 0 || this.rulingsOf(fired).forced < 0) lists[next++] = unit;
    }
    return next;
  }

  private competing(): number {
    return this.input.ranks.ranked.reduce((total, each) => total + each, 0);
  }

  /** Gives places to the listed units in order; ties on the last place are all in or all out (GR3). */
  private admit(
    count: number,
    places: number,
    tieAtEdge: 'in' | 'out',
    index: number,
    pooled: boolean,
  ): void {
    const { lists, given } = this;
    const { ranks } = this.input;
    const tied = (a: number, b: number) =>
      pooled ? ranks.compare(a, b) === 0 : ranks.ranks[a] === ranks.ranks[b];
    let end = Math.min(count, places);
    if (end < count && end > 0 && tied(lists[end - 1]!, lists[end]!)) {
      const edge = lists[end - 1]!;
      if (tieAtEdge === 'in') while (end < count && tied(lists[end]!, edge)) end += 1;
      else while (end > 0 && tied(lists[end - 1]!, edge)) end -= 1;
    }
    for (let at = end; at < count; at += 1) given[lists[at]!] = this.firstAllowed(lists[at]!, index + 1);
  }

  private refuses(grade: Grade, index: number, unit: number, fired: number): boolean {
    if (fired !== 0) {
      const { forced, ceiling: best } = this.rulingsOf(fired);
      if (forced >= 0) return forced !== index;
      if (index < best) return true;
    }
    if (index === this.lines.length - 1) return false;
    if (this.held !== null && index < this.held[unit]!) return true;
    const { atLeast, atMost } = this.lines[index]!;
    const figure = this.figures[unit]!;
    if (figure < atLeast || figure > atMost) return true;
    return grade.withoutVeto === true && fired !== 0;
  }

  /** The last places of the ranking get no better grade (GR8). */
  private holdBack(first: number, last: number): void {
    const { held } = this;
    if (held === null) return;
    const { cohorts, ranks } = this.input;
    held.fill(0, cohorts[first]!, cohorts[last]!);
    this.book.grades.forEach(({ lastPlaces: rule }, index) => {
      if (rule === undefined) return;
      if (rule.scope === 'cohort') {
        for (let cohort = first; cohort < last; cohort += 1) {
          const start = cohorts[cohort]!;
          const list = ranks.inOrder.subarray(start, start + ranks.ranked[cohort]!);
          this.holdLast(list, rule, index, (a, b) => ranks.ranks[a] === ranks.ranks[b]);
        }
      } else this.holdLast(this.everyoneInOrder(), rule, index, (a, b) => ranks.compare(a, b) === 0);
    });
  }

  private everyoneInOrder(): Int32Array {
    const { ranks, count } = this.input;
    const all = Int32Array.from({ length: count }, (_, unit) => unit).filter(
      (unit) => ranks.ranks[unit] !== 0,
    );
    return this.sortAcross(all);
  }

  private sortAcross(list: Int32Array): Int32Array {
    const { ranks, unitAt } = this.input;
    return list.sort((a, b) => ranks.compare(a, b) || unitAt[a]! - unitAt[b]!);
  }

  private holdLast(
    list: Int32Array,
    rule: NonNullable<Grade['lastPlaces']>,
    index: number,
    tied: (a: number, b: number) => boolean,
  ): void {
    const size = list.length;
    let start = size - Math.min(size, this.placesOf(rule, size));
    if (start > 0 && start < size && tied(list[start - 1]!, list[start]!)) {
      const edge = list[start]!;
      if (rule.tieAtEdge === 'in') while (start > 0 && tied(list[start - 1]!, edge)) start -= 1;
      else while (start < size && tied(list[start]!, edge)) start += 1;
    }
    for (let at = start; at < size; at += 1) this.held![list[at]!] = index;
  }

  private placesOf(quota: Places, size: number): number {
    let bySize = this.places.get(quota);
    if (bySize === undefined) this.places.set(quota, (bySize = new Map()));
    let places = bySize.get(size);
    if (places === undefined) bySize.set(size, (places = countPlaces(quota, size)));
    return places;
  }

  private rulingsOf(fired: number): Rulings {
    if (fired === 0) return noRulings;
    let rulings = this.rulings.get(fired);
    if (rulings === undefined) this.rulings.set(fired, (rulings = rulingsOf(this.book, fired)));
    return rulings;
  }

  /** Why a unit got its grade and no better one (GR6), told when asked. */
  reasons(unit: number): Reason[] {
    const { grades } = this.book;
    const { vetoes, totals } = this.input;
    const fired = vetoes.fired[unit] ?? 0;
    const { forced, forcedBy, ceiling: best, ceilingBy, down, downBy } = this.rulingsOf(fired);
    const given = this.given[unit]!;
    const reasons: Reason[] = [];
    if (given === ungraded) return reasons;
    const total =
      this.figures === totals.totals
        ? decimalText(totals.totals[unit], totals.decimals)
        : this.exactFigure(unit);
    for (const [index, grade] of grades.slice(0, given + 1).entries()) {
      const note = (code: string, data: Record<string, string>) =>
        reasons.push({ code, data: { grade: grade.id, ...data } });
      const last = index === grades.length - 1;
      if (forced >= 0) {
        if (forced === index) note('grade-given', {});
        else note('grade-set-by-veto', { veto: forcedBy });
      } else if (index < best) note('grade-ceiling', { veto: ceilingBy });
      else if (!last && this.held !== null && index < this.held[unit]!)
        note('last-places', this.heldData(unit));
      else if (!last && this.outside(index, unit) !== null) {
        const { atLeast, atMost } = grade;
        if (this.outside(index, unit) === 'below') note('below-threshold', { atLeast: atLeast ?? '', total });
        else note('above-threshold', { atMost: atMost ?? '', total });
      } else if (!last && grade.withoutVeto === true && fired !== 0) {
        note('veto-bars-grade', { veto: this.firedIds(fired).join(',') });
      } else {
        const data = grade.quota === undefined ? {} : this.quotaData(grade, index, unit);
        note(index === given ? 'grade-given' : 'quota-full', data);
      }
    }
    if (down > 0) {
      const to = grades[Math.min(grades.length - 1, given + down)];
      reasons.push({
        code: 'grade-lowered',
        data: { from: grades[given]?.id ?? '', to: to?.id ?? '', veto: downBy },
      });
    }
    return reasons;
  }

  private exactFigure(unit: number): string {
    const { base, bonus, deduction, applicable } = this.input.totals.sums(unit);
    const target = Rational.parse(this.book.totalPoints);
    const converted =
      applicable.equals(target) || applicable.isZero() ? base : base.over(applicable).times(target);
    let exact = converted.plus(bonus).plus(deduction);
    const { floor, cap } = this.book.totalBounds ?? {};
    if (floor !== undefined) exact = exact.max(Rational.parse(floor));
    if (cap !== undefined) exact = exact.min(Rational.parse(cap));
    return exact.toText();
  }

  private outside(index: number, unit: number): 'below' | 'above' | null {
    const { atLeast, atMost } = this.lines[index]!;
    const figure = this.figures[unit]!;
    return figure < atLeast ? 'below' : figure > atMost ? 'above' : null;
  }

  firedIds(fired: number): string[] {
    return this.book.vetoes.flatMap(({ id }, index) => ((fired & (1 << index)) === 0 ? [] : [id]));
  }

  /** The unit's position among those eligible for a grade's places; tied units stand at the first of theirs (CH2). */
  private quotaData(grade: Grade, index: number, unit: number): Record<string, string> {
    const { cohorts, ranks, vetoes } = this.input;
    const { quota } = grade;
    if (quota === undefined) return {};
    const isEligible = (other: number) => {
      const fired = vetoes.fired[other] ?? 0;
      if (this.given[other]! < index || this.refuses(grade, index, other, fired)) return false;
      return this.rulingsOf(fired).forced < 0;
    };
    const cohort = cohortAt(cohorts, unit);
    const start = cohorts[cohort]!;
    const list =
      quota.scope === 'cohort'
        ? ranks.inOrder.subarray(start, start + ranks.ranked[cohort]!)
        : this.everyoneInOrder();
    let position = 1;
    for (const other of list) {
      if (ranks.compare(other, unit) === 0) break;
      if (isEligible(other)) position += 1;
    }
    const size = quota.scope === 'cohort' ? ranks.ranked[cohort]! : this.competing();
    return {
      places: String(this.placesOf(quota, size)),
      size: String(size),
      position: String(position),
      ...(quota.ratio === undefined ? {} : { ratio: quota.ratio }),
    };
  }

  private heldData(unit: number): Record<string, string> {
    const { cohorts, ranks } = this.input;
    const rule = this.book.grades[this.held![unit]!]?.lastPlaces;
    if (rule === undefined) return {};
    const cohort = cohortAt(cohorts, unit);
    const start = cohorts[cohort]!;
    const list =
      rule.scope === 'cohort'
        ? ranks.inOrder.subarray(start, start + ranks.ranked[cohort]!)
        : this.everyoneInOrder();
    return {
      places: String(Math.min(list.length, this.placesOf(rule, list.length))),
      size: String(list.length),
      position: String(list.findIndex((other) => ranks.compare(other, unit) === 0) + 1),
    };
  }
}

/** A grade's lines in the last decimal of the figure they are read against. */
function lineOf({ atLeast, atMost }: Grade, decimals: number, on: 'rounded' | 'exact'): Line {
  const inUnits = (text: string) => Rational.parse(text).times(Rational.of(10n ** BigInt(decimals)));
  const [least, most] = [atLeast, atMost].map((text) => (text === undefined ? null : inUnits(text)));
  if (on === 'exact' && [least, most].some((line) => line && line.denominator !== 1n)) {
    throw new BeyondKernel('a grade line is finer than the totals');
  }
  return {
    atLeast: least ? whole(ceiling(least)) : -Infinity,
    atMost: most ? -whole(ceiling(most.negate())) : Infinity,
  };
}

/** How many places: a ratio of all units of the scope or a count, of both the smaller, never under the minimum (GR2, GR8). */
function countPlaces({ ratio, count, rounding, minimum }: Places, size: number): number {
  const byRatio =
    ratio === undefined
      ? size
      : whole(
          Rational.parse(ratio).times(Rational.integer(size)).round({ mode: rounding, digits: 0 }).numerator,
        );
  const stated = ratio === undefined && count === undefined ? 0 : Math.min(byRatio, count ?? byRatio);
  return Math.max(minimum, stated);
}

/** What fired vetoes do to a grade; the worst wins, and a grade set by one is no way around the ceiling of another (GR5). */
function rulingsOf({ vetoes, grades }: RuleBook, fired: number): Rulings {
  let rulings = noRulings;
  vetoes.forEach(({ id, effects }, index) => {
    if ((fired & (1 << index)) === 0) return;
    for (const effect of effects) {
      const at = 'grade' in effect ? grades.findIndex((grade) => grade.id === effect.grade) : -1;
      if (effect.kind === 'grade' && at > rulings.forced) rulings = { ...rulings, forced: at, forcedBy: id };
      if (effect.kind === 'grade-ceiling' && at > rulings.ceiling)
        rulings = { ...rulings, ceiling: at, ceilingBy: id };
      if (effect.kind === 'grade-down')
        rulings = { ...rulings, down: rulings.down + effect.steps, downBy: id };
    }
  });
  return rulings.forced >= 0 && rulings.ceiling > rulings.forced
    ? { ...rulings, forced: rulings.ceiling, forcedBy: rulings.ceilingBy }
    : rulings;
}
