import { Rational } from '../exact/rational.js';
import type { TieBreak } from '../format/rule-book.js';
import { evaluateMeasure } from '../measures/evaluate-measure.js';
import { appliesTo } from './applies-to.js';
import { findSection, type AssessmentRun } from './assessment-run.js';
import type { Reason } from './outcome.js';
import type { UnitTotals } from './unit-totals.js';

/** A unit's place in its cohort. */
export type Placed = {
  readonly unit: number;
  readonly rank: number;
  readonly tied: boolean;
  /** Index of the tie-break that set it apart from the unit before it with the same total; null when none was needed. */
  readonly decidedBy: number | null;
};

export type RankedCohort = { readonly placed: readonly Placed[]; readonly problems: readonly Reason[] };

/** How two units stand to each other. `order` is negative when `a` is ahead, 0 for a tie; `by` is the tie-break that decided. */
export type OrderOfMerit = (a: number, b: number) => { readonly order: number; readonly by: number | null };

/** Compares any two units of the run by total, then by the ordered tie-breaks (RULES.md RK1, RK2). */
export function orderOfMerit(run: AssessmentRun, totals: readonly UnitTotals[]): OrderOfMerit {
  const { ranking } = run.input.book;
  const total = (unit: number) => {
    const own = totals[unit];
    if (own === undefined) return Rational.zero;
    // On exact totals the ranking sees what rounding would hide.
    return ranking.on === 'rounded' ? own.total : own.exact;
  };
  const known = totals.map((_, unit) => total(unit));
  const keys = new Map<number, Key[]>();
  /** Most units tie with nobody, so keys are made when first asked for. */
  const keysOf = (unit: number): Key[] => {
    const own = keys.get(unit) ?? ranking.tieBreaks.map((rule) => tieKey(run, unit, rule));
    keys.set(unit, own);
    return own;
  };

  return (a, b) => {
    const ahead = (known[b] ?? Rational.zero).compare(known[a] ?? Rational.zero);
    const byTotal = ranking.better === 'lower' ? 0 - ahead : ahead;
    if (byTotal !== 0 || a === b) return { order: byTotal, by: null };
    for (const index of ranking.tieBreaks.keys()) {
      const order = compareKeys(keysOf(a)[index], keysOf(b)[index]);
      if (order !== 0) return { order, by: index };
    }
    return { order: 0, by: null };
  };
}

/**
 * Ranks the units of one cohort (RULES.md RK1-RK4).
 * @param members unit indexes of the cohort
 */
export function rankUnits(
  run: AssessmentRun,
  settle: OrderOfMerit,
  members: readonly number[],
): RankedCohort {
  const { ranking } = run.input.book;
  const sorted = [...members].sort((a, b) => settle(a, b).order || a - b);
  const placed: Placed[] = [];
  let dense = 0;
  sorted.forEach((unit, index) => {
    const before = sorted[index - 1];
    const after = sorted[index + 1];
    const toBefore = before === undefined ? null : settle(before, unit);
    const tiedBefore = toBefore?.order === 0;
    if (!tiedBefore) dense += 1;
    const rank = tiedBefore
      ? (placed[index - 1]?.rank ?? index + 1)
      : ranking.ties === 'dense'
        ? dense
        : index + 1;
    const tiedAfter = after !== undefined && settle(unit, after).order === 0;
    placed.push({ unit, rank, tied: tiedBefore || tiedAfter, decidedBy: toBefore?.by ?? null });
  });
  const problems =
    ranking.ties === 'forbidden'
      ? placed
          .filter(({ tied }) => tied)
          .map(({ unit }) => ({ code: 'tie-forbidden', data: { unit: run.input.units[unit]?.code ?? '' } }))
      : [];
  return { placed, problems };
}

/** Sorts ascending: the smaller key is ahead. */
type Key = Rational | string | null | readonly (Rational | null)[];

function compareKeys(a: Key | undefined, b: Key | undefined): number {
  if (Array.isArray(a) && Array.isArray(b)) {
    const pairs = a.map((own: Rational | null, index) => compareKeys(own, b[index] as Rational | null));
    return pairs.find((order) => order !== 0) ?? 0;
  }
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (a instanceof Rational && b instanceof Rational) return a.compare(b);
  // Without a number one stands behind those with one.
  return (a === null ? 1 : 0) - (b === null ? 1 : 0);
}

function tieKey(run: AssessmentRun, unit: number, rule: TieBreak): Key {
  switch (rule.kind) {
    case 'no-veto':
      return Rational.integer((run.vetoes[unit] ?? []).length === 0 ? 0 : 1);
    case 'indicator':
      return run.result(rule.indicator, unit)?.points?.negate() ?? null;
    case 'section': {
      const section = findSection(run.input.book.sections, rule.section);
      return section ? (run.section(section, unit).points?.negate() ?? null) : null;
    }
    case 'self-gap':
      return run.selfGap(unit)?.magnitude() ?? null;
    case 'measure': {
      const value = evaluateMeasure(rule.of, run.context(unit, false));
      if (value.kind !== 'number') return null;
      return rule.better === 'higher' ? value.value.negate() : value.value;
    }
    case 'count-back':
      return countBackKey(run, unit, rule);
    case 'unit-code':
      return run.input.units[unit]?.code ?? '';
  }
}

/** Results from the best down, so that the first that differs decides (RK5); a unit without a number has it last. */
function countBackKey(
  run: AssessmentRun,
  unit: number,
  { indicators, by }: Extract<TieBreak, { kind: 'count-back' }>,
): readonly (Rational | null)[] {
  const figures = indicators.map((id) =>
    by === 'points' ? (run.result(id, unit)?.points?.negate() ?? null) : run.placeIn(id, unit),
  );
  return figures.sort((a, b) => compareKeys(a, b));
}

/** Whether a unit takes part in the ranking, or the reason why not (RK6). */
export function unrankedReason(run: AssessmentRun, unit: number): Reason | null {
  const { ranking, sections } = run.input.book;
  const assessed = run.input.units[unit];
  if (ranking.outOfCompetition && assessed && appliesTo(assessed, ranking.outOfCompetition))
    return { code: 'out-of-competition', data: {} };
  const indicator = ranking.requires?.indicators?.find((id) => !run.result(id, unit)?.points);
  if (indicator !== undefined) return { code: 'required-without-points', data: { indicator } };
  const section = ranking.requires?.sections?.find((id) => {
    const found = findSection(sections, id);
    if (found === null) return true;
    const { points, counted, applicable } = run.section(found, unit);
    // What does not apply to the unit at all is not asked of it.
    return !applicable.isZero() && (points === null || counted.isZero());
  });
  return section === undefined ? null : { code: 'required-without-points', data: { section } };
}
