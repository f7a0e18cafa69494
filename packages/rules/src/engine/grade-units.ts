import { Rational } from '../exact/rational.js';
import type { Grade } from '../format/rule-book.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import type { AssessmentRun } from './assessment-run.js';
import type { Reason } from './outcome.js';
import type { OrderOfMerit, Placed } from './rank-units.js';
import type { UnitTotals } from './unit-totals.js';

/** A unit's grade and why it is no better and no worse. */
export type Graded = { readonly grade: string; readonly reasons: readonly Reason[] };

/** How the units stand before grading. `cohorts` in rank order. */
export type Standing = {
  readonly totals: readonly UnitTotals[];
  readonly cohorts: ReadonlyMap<string, readonly Placed[]>;
  readonly order: OrderOfMerit;
};

/**
 * Grades from best to worst: a unit takes the first grade whose threshold, veto rule, ceiling and quota let it in (RULES.md GR1-GR6).
 * Places of a quota are filled in rank order by eligible units only; ineligible units use up none.
 */
export function gradeUnits(
  run: AssessmentRun,
  { totals, cohorts, order }: Standing,
): ReadonlyMap<number, Graded> {
  const { grades } = run.input.book;
  const result = new Map<number, Graded>();
  const reasons = new Map<number, Reason[]>();
  const note = (unit: number, code: string, data: Record<string, string>) =>
    reasons.set(unit, [...(reasons.get(unit) ?? []), { code, data }]);
  const ruled = run.input.units.map((_, unit) => vetoRulings(run, unit));
  const competing = [...cohorts.values()].reduce((count, placed) => count + placed.length, 0);
  const figure = figuresToGrade(run, totals);
  const heldBack = lastPlaces(grades, { cohorts, competing, order });

  for (const [index, grade] of grades.entries()) {
    const eligible = new Map<string, Placed[]>();
    for (const [cohort, placed] of cohorts) {
      let list: Placed[] | undefined;
      for (const place of placed) {
        if (result.has(place.unit)) continue;
        const refusal = refusalOf(grade, index, place.unit);
        if (refusal) note(place.unit, refusal.code, refusal.data);
        else if (isSetByVeto(place.unit)) give(place.unit, grade, {});
        else if (list === undefined) eligible.set(cohort, (list = [place]));
        else list.push(place);
      }
    }
    for (const { unit, admitted, data } of admit(grade, eligible)) {
      if (admitted) give(unit, grade, data);
      else note(unit, 'quota-full', { grade: grade.id, ...data });
    }
  }
  for (const [unit, graded] of result) {
    const final = lowered(graded.grade, unit);
    result.set(unit, { grade: final, reasons: reasons.get(unit) ?? [] });
  }
  return result;

  /** A grade that a veto sets asks for no place, so it takes none (GR5). */
  function isSetByVeto(unit: number): boolean {
    return (ruled[unit] ?? noRulings).forced !== null;
  }

  function give(unit: number, grade: Grade, data: Record<string, string>): void {
    note(unit, 'grade-given', { grade: grade.id, ...data });
    result.set(unit, { grade: grade.id, reasons: [] });
  }

  function refusalOf(grade: Grade, index: number, unit: number): Reason | null {
    const { forced, ceiling, ceilingBy, forcedBy } = ruled[unit] ?? noRulings;
    if (forced !== null) {
      return forced === index
        ? null
        : { code: 'grade-set-by-veto', data: { grade: grade.id, veto: forcedBy } };
    }
    if (index < ceiling) return { code: 'grade-ceiling', data: { grade: grade.id, veto: ceilingBy } };
    const last = index === grades.length - 1;
    if (last) return null;
    const held = heldBack.get(unit);
    if (held !== undefined && index < held.grade) {
      return { code: 'last-places', data: { grade: grade.id, ...held.data } };
    }
    const outside = outsideLine(grade, figure(unit));
    if (outside) return outside;
    const fired = run.vetoes[unit] ?? [];
    if (grade.withoutVeto === true && fired.length > 0) {
      return { code: 'veto-bars-grade', data: { grade: grade.id, veto: fired.join(',') } };
    }
    return null;
  }

  function admit(grade: Grade, eligible: ReadonlyMap<string, readonly Placed[]>) {
    const { quota } = grade;
    if (quota === undefined) {
      return [...eligible.values()].flat().map(({ unit }) => ({ unit, admitted: true, data: {} }));
    }
    if (quota.scope === 'cohort') {
      return [...eligible].flatMap(([cohort, placed]) =>
        within(placed, quota, cohorts.get(cohort)?.length ?? 0, (a, b) => a.rank === b.rank),
      );
    }
    const pooled = inOrder([...eligible.values()].flat(), order);
    return within(pooled, quota, competing, (a, b) => order(a.unit, b.unit).order === 0);
  }

  /** 降等: vetoes that lower a grade by steps, after it was given. */
  function lowered(grade: string, unit: number): string {
    const { down, downBy } = ruled[unit] ?? noRulings;
    if (down === 0) return grade;
    const from = grades.findIndex(({ id }) => id === grade);
    const to = grades[Math.min(grades.length - 1, from + down)]?.id ?? grade;
    note(unit, 'grade-lowered', { from: grade, to, veto: downBy });
    return to;
  }
}

type Rulings = {
  readonly forced: number | null;
  readonly forcedBy: string;
  readonly ceiling: number;
  readonly ceilingBy: string;
  readonly down: number;
  readonly downBy: string;
};

const noRulings: Rulings = { forced: null, forcedBy: '', ceiling: 0, ceilingBy: '', down: 0, downBy: '' };

/** What the fired vetoes of a unit do to its grade; indexes into the grades, the worst wins. */
function vetoRulings(run: AssessmentRun, unit: number): Rulings {
  const { grades, vetoes } = run.input.book;
  const fired = run.vetoes[unit] ?? [];
  let rulings = noRulings;
  for (const { id, effects } of vetoes.filter((veto) => fired.includes(veto.id))) {
    for (const effect of effects) {
      const at = 'grade' in effect ? grades.findIndex((grade) => grade.id === effect.grade) : -1;
      if (effect.kind === 'grade' && at > (rulings.forced ?? -1))
        rulings = { ...rulings, forced: at, forcedBy: id };
      if (effect.kind === 'grade-ceiling' && at > rulings.ceiling)
        rulings = { ...rulings, ceiling: at, ceilingBy: id };
      if (effect.kind === 'grade-down')
        rulings = { ...rulings, down: rulings.down + effect.steps, downBy: id };
    }
  }
  // A grade set by one veto is no way around the ceiling of another.
  if (rulings.forced !== null && rulings.ceiling > rulings.forced) {
    return { ...rulings, forced: rulings.ceiling, forcedBy: rulings.ceilingBy };
  }
  return rulings;
}

/** What lines are read against: the rounded total, the exact one, or a figure of its own; null where that has no number (GR7). */
function figuresToGrade(
  run: AssessmentRun,
  totals: readonly UnitTotals[],
): (unit: number) => Rational | null {
  const { gradesOn = 'rounded' } = run.input.book;
  if (typeof gradesOn === 'object')
    return (unit) => {
      const value = evaluateMeasure(gradesOn, run.context(unit, false));
      return value.kind === 'number' ? value.value : null;
    };
  return (unit) => (gradesOn === 'exact' ? totals[unit]?.exact : totals[unit]?.total) ?? null;
}

/** Why a figure does not reach the line of a grade; null when it does. */
function outsideLine(grade: Grade, figure: Rational | null): Reason | null {
  const { atLeast, atMost } = grade;
  if (atLeast === undefined && atMost === undefined) return null;
  if (figure === null) return { code: 'no-figure-for-grade', data: { grade: grade.id } };
  if (atLeast !== undefined && figure.compare(Rational.parse(atLeast)) < 0)
    return { code: 'below-threshold', data: { grade: grade.id, atLeast, total: figure.toText() } };
  if (atMost !== undefined && figure.compare(Rational.parse(atMost)) > 0)
    return { code: 'above-threshold', data: { grade: grade.id, atMost, total: figure.toText() } };
  return null;
}

type Held = { readonly grade: number; readonly data: Readonly<Record<string, string>> };
type Field = {
  readonly cohorts: ReadonlyMap<string, readonly Placed[]>;
  readonly competing: number;
  readonly order: OrderOfMerit;
};

/** The units on the last places, with the best grade that these leave them (GR8). */
function lastPlaces(
  grades: readonly Grade[],
  { cohorts, competing, order }: Field,
): ReadonlyMap<number, Held> {
  const held = new Map<number, Held>();
  grades.forEach(({ lastPlaces: rule }, grade) => {
    if (rule === undefined) return;
    const hold = (ranked: readonly number[], size: number) => {
      const places = Math.min(size, placesOf(rule, size));
      const first = ranked[size - places];
      const safe = ranked[size - places - 1];
      const isTiedAcross = first !== undefined && safe !== undefined && order(safe, first).order === 0;
      const stands = standings(ranked, (a, b) => order(a, b).order === 0);
      ranked.forEach((unit, index) => {
        const isTied = isTiedAcross && order(unit, first).order === 0;
        if (isTied ? rule.tieAtEdge === 'in' : index >= size - places)
          held.set(unit, {
            grade,
            data: { places: String(places), size: String(size), position: String(stands[index]) },
          });
      });
    };
    if (rule.scope === 'cohort')
      for (const placed of cohorts.values())
        hold(
          placed.map(({ unit }) => unit),
          placed.length,
        );
    else
      hold(
        inOrder([...cohorts.values()].flat(), order).map(({ unit }) => unit),
        competing,
      );
  });
  return held;
}

/** Where each of a list in order of merit stands; tied ones at the first of theirs, whatever the order they were given in (CH2). */
function standings<T>(ranked: readonly T[], tied: (a: T, b: T) => boolean): number[] {
  const stands: number[] = [];
  ranked.forEach((each, index) => {
    const before = ranked[index - 1];
    stands.push(before !== undefined && tied(before, each) ? (stands[index - 1] ?? index) : index + 1);
  });
  return stands;
}

const inOrder = (placed: readonly Placed[], order: OrderOfMerit): Placed[] =>
  [...placed].sort((a, b) => order(a.unit, b.unit).order || a.unit - b.unit);

type Places = Pick<NonNullable<Grade['quota']>, 'ratio' | 'count' | 'rounding' | 'minimum'>;

/** How many places: a ratio of all units of the scope or a count, of both the smaller, never under the minimum. */
function placesOf({ ratio, count, rounding, minimum }: Places, size: number): number {
  const byRatio =
    ratio === undefined
      ? size
      : Number(
          Rational.parse(ratio).times(Rational.integer(size)).round({ mode: rounding, digits: 0 }).toText(),
        );
  const stated = ratio === undefined && count === undefined ? 0 : Math.min(byRatio, count ?? byRatio);
  return Math.max(minimum, stated);
}

/** Who of the eligible gets a place. */
function within(
  eligible: readonly Placed[],
  quota: NonNullable<Grade['quota']>,
  size: number,
  tied: (a: Placed, b: Placed) => boolean,
) {
  const places = placesOf(quota, size);
  const stands = standings(eligible, tied);
  return eligible.map((place, index) => {
    const edge = eligible[places - 1];
    const next = eligible[places];
    const edgeTied = edge !== undefined && next !== undefined && tied(edge, next);
    const atEdge = edgeTied && edge !== undefined && tied(place, edge);
    const admitted = atEdge ? quota.tieAtEdge === 'in' : index < places;
    const data = {
      places: String(places),
      size: String(size),
      position: String(stands[index]),
      ...(quota.ratio === undefined ? {} : { ratio: quota.ratio }),
    };
    return { unit: place.unit, admitted, data };
  });
}
