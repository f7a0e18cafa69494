import type { Grade, TieBreak } from '../../src/format/rule-book.js';
import { big, integer, multiply, order, sign, size, toInteger, type BigFraction } from './big-fraction.js';
import { isFor } from './reading.js';
import type { Totals } from './subtotals-by-hand.js';
import { isNumber, type World } from './world.js';

/** A unit's place and grade; null for who is not ranked (RULES.md RK1–RK6, GR1–GR8). */
export type Standing = {
  readonly rank: number | null;
  readonly cohortSize: number;
  readonly tied: boolean;
  readonly grade: string | null;
};

/** Places and grades of all units, each found by counting who is ahead; nothing is sorted. */
export function standingsByHand(world: World, totals: readonly Totals[]): readonly Standing[] {
  const { ranking } = world.book;
  const competing = [...world.units.keys()].filter((unit) => takesPart(world, unit));
  const comparisons = new Map<number, number>();
  const ahead = (a: number, b: number): boolean => {
    const key = a * world.units.length + b;
    let found = comparisons.get(key);
    if (found === undefined) comparisons.set(key, (found = compareUnits(world, totals, a, b)));
    return found > 0;
  };
  const alike = (a: number, b: number) => !ahead(a, b) && !ahead(b, a);
  const mates = (unit: number) => competing.filter((other) => world.cohort(other) === world.cohort(unit));
  const grades = gradesByHand(world, { totals, competing, mates, ahead, alike });

  return [...world.units.keys()].map((unit): Standing => {
    const cohort = mates(unit);
    if (!competing.includes(unit)) return { rank: null, cohortSize: cohort.length, tied: false, grade: null };
    const before = cohort.filter((other) => ahead(other, unit));
    // Dense: one rank for each group of equals that is ahead, told by its first member.
    const groups = before.filter(
      (other) => !before.some((earlier) => earlier < other && alike(earlier, other)),
    );
    return {
      rank: 1 + (ranking.ties === 'dense' ? groups.length : before.length),
      cohortSize: cohort.length,
      tied: cohort.some((other) => other !== unit && alike(other, unit)),
      grade: grades.get(unit) ?? null,
    };
  });
}

/** RK6. A section of which nothing is counted has no number. */
function takesPart(world: World, unit: number): boolean {
  const { outOfCompetition, requires } = world.book.ranking;
  const who = world.units[unit];
  if (who === undefined || (outOfCompetition !== undefined && isFor(outOfCompetition, who))) return false;
  return (
    (requires?.indicators ?? []).every((id) => (world.mark(id, unit)?.points ?? null) !== null) &&
    (requires?.sections ?? []).every((id) => {
      const { points, counted, applicable } = world.subtotal(id, unit);
      return sign(applicable) === 0 || (points !== null && sign(counted) !== 0);
    })
  );
}

/** Above zero when `a` is ahead of `b` (RK1, RK2). */
function compareUnits(world: World, totals: readonly Totals[], a: number, b: number): number {
  const { on, tieBreaks } = world.book.ranking;
  const totalOf = (unit: number) => (on === 'exact' ? totals[unit]?.exact : totals[unit]?.total);
  const [ofA, ofB] = [totalOf(a), totalOf(b)];
  if (ofA === undefined || ofB === undefined) throw new Error('a unit has no total');
  const byTotal = order(ofA, ofB);
  if (byTotal !== 0) return world.book.ranking.better === 'lower' ? -byTotal : byTotal;
  for (const rule of tieBreaks) {
    const found = compareBy(world, rule, a, b);
    if (found !== 0) return found;
  }
  return 0;
}

/** A number is ahead of none. */
function moreOf(a: BigFraction | null, b: BigFraction | null, better: 'higher' | 'lower'): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return better === 'higher' ? order(a, b) : order(b, a);
}

function compareBy(world: World, rule: TieBreak, a: number, b: number): number {
  const points = (id: string, unit: number) => world.mark(id, unit)?.points ?? null;
  switch (rule.kind) {
    case 'no-veto':
      return Number(world.fired(b, 'all').length > 0) - Number(world.fired(a, 'all').length > 0);
    case 'indicator':
      return moreOf(points(rule.indicator, a), points(rule.indicator, b), 'higher');
    case 'section':
      return moreOf(world.subtotal(rule.section, a).points, world.subtotal(rule.section, b).points, 'higher');
    case 'self-gap': {
      const [ofA, ofB] = [world.selfGap(a), world.selfGap(b)];
      return moreOf(ofA && size(ofA), ofB && size(ofB), 'lower');
    }
    case 'measure': {
      const figure = (unit: number) => {
        const answer = world.answer(rule.of, { unit, year: 'this', by: null });
        return isNumber(answer) ? answer : null;
      };
      return moreOf(figure(a), figure(b), rule.better);
    }
    case 'count-back':
      return countBack(world, rule, a, b);
    case 'unit-code': {
      const [codeA, codeB] = [world.units[a]?.code ?? '', world.units[b]?.code ?? ''];
      return codeA === codeB ? 0 : codeA < codeB ? 1 : -1;
    }
  }
}

/** For each result that either has, the best first: who has it more often is ahead (RK5). */
function countBack(
  world: World,
  { indicators, by }: Extract<TieBreak, { kind: 'count-back' }>,
  a: number,
  b: number,
): number {
  const resultsOf = (unit: number): BigFraction[] =>
    indicators.flatMap((id) => {
      const own = world.mark(id, unit)?.points;
      if (!own) return [];
      if (by === 'points') return [own];
      const better = [...world.units.keys()].filter((other) => {
        const theirs = world.mark(id, other)?.points;
        return world.cohort(other) === world.cohort(unit) && theirs && order(theirs, own) > 0;
      });
      // Less is better: a place, as a negative number, so that the greatest is the best.
      return [integer(-1 - better.length)];
    });
  const [ofA, ofB] = [resultsOf(a), resultsOf(b)];
  let left = [...ofA, ...ofB];
  while (left.length > 0) {
    const best = left.reduce((one, other) => (order(other, one) > 0 ? other : one));
    const often = (of: readonly BigFraction[]) => of.filter((each) => order(each, best) === 0).length;
    if (often(ofA) !== often(ofB)) return often(ofA) - often(ofB);
    left = left.filter((each) => order(each, best) !== 0);
  }
  return 0;
}

type Field = {
  readonly totals: readonly Totals[];
  readonly competing: readonly number[];
  readonly mates: (unit: number) => readonly number[];
  readonly ahead: (a: number, b: number) => boolean;
  readonly alike: (a: number, b: number) => boolean;
};

type Places = Pick<NonNullable<Grade['quota']>, 'ratio' | 'count' | 'rounding' | 'minimum'>;

/** GR2: a share of all units of the scope or a number, of both the smaller, never under the minimum. */
function placesOf({ ratio, count, rounding, minimum }: Places, all: number): number {
  const shares = ratio === undefined ? [] : [Number(toInteger(multiply(big(ratio), integer(all)), rounding))];
  const stated = [...shares, ...(count === undefined ? [] : [count])];
  return Math.max(minimum, stated.length === 0 ? 0 : Math.min(...stated));
}

function gradesByHand(world: World, field: Field): ReadonlyMap<number, string> {
  const { grades } = world.book;
  const { competing, mates, ahead, alike } = field;
  const given = new Map<number, number>();
  const rulings = new Map(competing.map((unit) => [unit, rulingsOf(world, unit)]));
  const held = new Map(competing.map((unit) => [unit, heldBack(world, field, unit)]));

  grades.forEach((grade, index) => {
    const asking = competing.filter((unit) => {
      if (given.has(unit)) return false;
      const { set, ceiling } = rulings.get(unit) ?? noRulings;
      if (set !== null) return false;
      if (index < ceiling) return false;
      if (index === grades.length - 1) return true;
      if (index < (held.get(unit) ?? 0)) return false;
      return reaches(world, field, grade, unit);
    });
    const admitted = asking.filter((unit) => {
      const { quota } = grade;
      if (quota === undefined) return true;
      const scope = quota.scope === 'all' ? competing : mates(unit);
      const rivals = asking.filter((other) => scope.includes(other));
      const before = rivals.filter((other) => ahead(other, unit)).length;
      const equals = rivals.filter((other) => alike(other, unit)).length;
      const places = placesOf(quota, scope.length);
      if (before + equals <= places) return true;
      return before < places && quota.tieAtEdge === 'in';
    });
    // All at once: a place taken now may not change who asked for the same grade.
    for (const unit of admitted) given.set(unit, index);
  });

  const result = new Map<number, string>();
  for (const unit of competing) {
    const { set, down } = rulings.get(unit) ?? noRulings;
    const index = Math.min(grades.length - 1, (set ?? given.get(unit) ?? grades.length - 1) + down);
    result.set(unit, grades[index]?.id ?? '');
  }
  return result;
}

/** GR1, GR7. */
function reaches(
  world: World,
  { totals }: Field,
  { atLeast, atMost, withoutVeto }: Grade,
  unit: number,
): boolean {
  if (withoutVeto === true && world.fired(unit, 'all').length > 0) return false;
  if (atLeast === undefined && atMost === undefined) return true;
  const { gradesOn } = world.book;
  const figure =
    typeof gradesOn === 'object'
      ? world.answer(gradesOn, { unit, year: 'this', by: null })
      : gradesOn === 'exact'
        ? totals[unit]?.exact
        : totals[unit]?.total;
  if (figure === undefined || !isNumber(figure)) return false;
  return (
    (atLeast === undefined || order(figure, big(atLeast)) >= 0) &&
    (atMost === undefined || order(figure, big(atMost)) <= 0)
  );
}

/** GR8: the best grade that the last places leave a unit. */
function heldBack(world: World, { competing, mates, ahead, alike }: Field, unit: number): number {
  return world.book.grades.reduce((worst, { lastPlaces }, index) => {
    if (lastPlaces === undefined) return worst;
    const scope = lastPlaces.scope === 'all' ? competing : mates(unit);
    const places = placesOf(lastPlaces, scope.length);
    const behind = scope.filter((other) => ahead(unit, other)).length;
    const equals = scope.filter((other) => alike(other, unit)).length;
    const isLast = behind + equals <= places || (behind < places && lastPlaces.tieAtEdge === 'in');
    return isLast ? index : worst;
  }, 0);
}

type Rulings = { readonly set: number | null; readonly ceiling: number; readonly down: number };
const noRulings: Rulings = { set: null, ceiling: 0, down: 0 };

/** GR5: what the fired vetoes do to a grade; a set grade is no way around a ceiling. */
function rulingsOf(world: World, unit: number): Rulings {
  const { grades, vetoes } = world.book;
  const fired = world.fired(unit, 'all');
  const effects = vetoes.filter(({ id }) => fired.includes(id)).flatMap((veto) => veto.effects);
  const indexOf = (id: string) => grades.findIndex((grade) => grade.id === id);
  const set = effects.flatMap((effect) => (effect.kind === 'grade' ? [indexOf(effect.grade)] : []));
  const ceilings = effects.flatMap((effect) =>
    effect.kind === 'grade-ceiling' ? [indexOf(effect.grade)] : [],
  );
  const down = effects.reduce((sum, effect) => sum + (effect.kind === 'grade-down' ? effect.steps : 0), 0);
  const ceiling = Math.max(0, ...ceilings);
  return { set: set.length === 0 ? null : Math.max(...set, ceiling), ceiling, down };
}
