import type { AssessmentRun } from '../engine/assessment-run.js';
import { referencesOf, type PlacedIndicator } from '../engine/book-index.js';
import type { Explanation, IndicatorOutcome, Reason, UnitOutcome } from '../engine/outcome.js';
import { Rational } from '../exact/rational.js';
import type { RuleBook } from '../format/rule-book.js';
import type { BatchOrder } from './batch-order.js';
import type { UnitHead } from './columns.js';
import type { ComparedColumns } from './compared-columns.js';
import type { Scope } from './dependents.js';
import { closureOf, type ExactRuns, type RunFacts } from './exact-runs.js';
import { ungraded, type GradeStage } from './grade-stage.js';
import { stateName, type IndicatorColumn } from './indicator-column.js';
import { cohortAt, type RankStage } from './rank-stage.js';
import { BeyondKernel, state } from './registers.js';
import type { TotalStage } from './total-stage.js';
import { decimalText } from './unit-from-columns.js';
import type { VetoStage } from './veto-stage.js';

/** Totals, ranks and grades in integers. */
export type FastFinal = {
  readonly totals: TotalStage;
  readonly ranks: RankStage;
  readonly grades: GradeStage;
};

/** Tells of single units what the columns hold; reasons and steps by the exact evaluator. Units are meant by position. */
export class UnitOutcomes {
  private readonly runs = new Map<string, AssessmentRun>();
  private readonly closures = new Map<string, ReadonlySet<string>>();
  /** Indicators whose comparisons the columns do not give, so that the whole cohort is evaluated. */
  private readonly beyond = new Set<string>();

  constructor(
    private readonly input: {
      readonly book: RuleBook;
      readonly count: number;
      readonly order: BatchOrder;
      readonly listed: readonly PlacedIndicator[];
      readonly column: (id: string) => IndicatorColumn;
      readonly declared: ReadonlyMap<string, IndicatorColumn> | null;
      readonly vetoes: VetoStage;
      readonly reach: ReadonlyMap<string, Scope>;
      readonly exact: ExactRuns;
      readonly runFacts: RunFacts;
      readonly beside: { readonly own: ComparedColumns; readonly declared: ComparedColumns | null };
      readonly head: (position: number) => UnitHead;
    },
  ) {}

  /** Forgets what was worked out for explanations, because a value changed. */
  forget(): void {
    this.runs.clear();
    this.input.beside.own.forget();
    this.input.beside.declared?.forget();
  }

  /** Declared minus own points over the base indicators with a number on both sides; null when there is none (TO4). */
  selfGap(position: number): Rational | null {
    const { declared, listed } = this.input;
    if (declared === null) return null;
    let [gap, compared] = [Rational.zero, 0];
    for (const { indicator, role } of listed) {
      if (role !== 'base') continue;
      const mine = pointsAt(this.input.column(indicator.id), position);
      const theirs = pointsAt(declared.get(indicator.id)!, position);
      if (mine === null || theirs === null) continue;
      gap = gap.plus(theirs.minus(mine));
      compared += 1;
    }
    return compared === 0 ? null : gap;
  }

  /** One unit's outcome, from columns and stages that were run. */
  outcome(position: number, { totals, ranks, grades }: FastFinal): UnitOutcome {
    const { book, head } = this.input;
    const { code, name } = head(position);
    const { cohorts, cohortIds } = this.input.order;
    const cohort = cohortAt(cohorts, position);
    const rank = ranks.ranks[position]!;
    const given = grades.grades[position]!;
    const fired = grades.firedIds(this.input.vetoes.fired[position] ?? 0);
    const total = decimalText(totals.totals[position], totals.decimals);
    const { base, bonus, deduction, counted } = totals.sums(position);
    const effects = book.vetoes.filter(({ id }) => fired.includes(id)).flatMap((veto) => veto.effects);
    return {
      code,
      name,
      cohort: cohortIds[cohort] ?? '',
      total,
      soFar: { points: soFar(book, base.plus(bonus).plus(deduction)).toText(), outOf: counted.toText() },
      asItStands: { points: total, outOf: Rational.parse(book.totalPoints).toText() },
      rank: rank === 0 ? null : rank,
      ...(rank === 0 ? { unranked: this.unrankedReason(position) } : {}),
      cohortSize: ranks.ranked[cohort]!,
      tied: rank !== 0 && this.isTied(ranks, cohort, position),
      grade: given === ungraded ? null : (book.grades[given]?.id ?? null),
      gradeReasons: grades.reasons(position),
      vetoes: fired,
      selfGap: this.selfGap(position)?.toText() ?? null,
      noAward: effects.some(({ kind }) => kind === 'no-award' || kind === 'withdraw-title'),
      sections: totals.sections.map(({ section, decimals, points }) => ({
        id: section.id,
        points: decimalText(points[position], decimals),
        full: section.points,
      })),
      indicators: this.indicatorOutcomes(position),
    };
  }

  private isTied({ ranks, inOrder, ranked }: RankStage, cohort: number, position: number): boolean {
    const from = this.input.order.cohorts[cohort]!;
    let sharing = 0;
    for (let at = from; at < from + ranked[cohort]!; at += 1)
      if (ranks[inOrder[at]!] === ranks[position]) sharing += 1;
    return sharing > 1;
  }

  private unrankedReason(position: number): Reason {
    const { ranking } = this.input.book;
    const out = ranking.outOfCompetition;
    if (out !== undefined && (this.input.order.applies(out)?.[position] ?? 1) === 1) {
      return { code: 'out-of-competition', data: {} };
    }
    const indicator = ranking.requires?.indicators?.find(
      (id) => pointsAt(this.input.column(id), position) === null,
    );
    return { code: 'required-without-points', data: { indicator: indicator ?? '' } };
  }

  private indicatorOutcomes(position: number): IndicatorOutcome[] {
    const found = this.input.listed.flatMap(({ indicator }) => {
      const column = this.input.column(indicator.id);
      const code = column.states?.[position] ?? state.number;
      const name = stateName(code);
      return name === null ? [] : [{ indicator, name, points: pointsAt(column, position), code }];
    });
    const reasons = this.reasonsOf(
      found.filter(({ code }) => code !== state.number).map(({ indicator }) => indicator.id),
      position,
    );
    return found.map(({ indicator, name, points }): IndicatorOutcome => {
      const reason = reasons.get(indicator.id);
      return {
        id: indicator.id,
        state: name,
        points: points?.toText() ?? null,
        full: indicator.points,
        ...(reason ? { reason } : {}),
      };
    });
  }

  /** Reasons are words, which the columns do not keep: the exact evaluator tells them when asked. */
  private reasonsOf(ids: readonly string[], position: number): ReadonlyMap<string, Reason> {
    if (ids.length === 0) return new Map();
    return new Map(
      (['unit', 'cohort', 'all'] as const).flatMap((scope): [string, Reason][] => {
        const alike = ids.filter((id) => this.input.reach.get(id) === scope);
        if (alike.length === 0) return [];
        return this.told(alike, scope, position, (run, unit) =>
          alike.flatMap((id): [string, Reason][] => {
            const reason = run.result(id, unit)?.reason;
            return reason ? [[id, reason]] : [];
          }),
        );
      }),
    );
  }

  /**
   * What the exact evaluator tells of a unit. It evaluates the unit alone; what that is compared with comes from the columns. Where
   * they do not give it, it evaluates the cohort or all units, as far as the wanted indicators look.
   */
  private told<T>(
    ids: readonly string[],
    scope: Scope,
    position: number,
    tell: (run: AssessmentRun, unit: number) => T,
  ): T {
    const key = ids.join(' ');
    if (scope === 'unit') return tell(this.exactRun(ids, position, position + 1, false), 0);
    const cohort = cohortAt(this.input.order.cohorts, position);
    if (!this.beyond.has(key)) {
      try {
        // Figures are asked for while it runs and while it tells.
        return tell(this.exactRun(ids, position, position + 1, true), 0);
      } catch (error) {
        if (!(error instanceof BeyondKernel)) throw error;
        this.beyond.add(key);
      }
    }
    const { cohorts } = this.input.order;
    const [from, to] = scope === 'all' ? [0, this.input.count] : [cohorts[cohort]!, cohorts[cohort + 1]!];
    return tell(this.exactRun(ids, from, to, false), position - from);
  }

  private exactRun(ids: readonly string[], from: number, to: number, alone: boolean): AssessmentRun {
    // Kept until a value changes: whoever asks about one unit of a cohort asks about the next.
    const key = `${alone ? 'alone' : ''} ${from} ${to} ${ids.join(' ')}`;
    const kept = this.runs.get(key);
    if (kept !== undefined) return kept;
    const { exact, runFacts, beside, order } = this.input;
    const cohort = alone ? cohortAt(order.cohorts, from) : 0;
    const made = exact.run(
      runFacts,
      from,
      to,
      this.closure(ids),
      alone ? { own: beside.own.of(cohort), declared: beside.declared?.of(cohort) ?? null } : null,
    );
    if (this.runs.size >= mostKeptRuns) this.runs.clear();
    this.runs.set(key, made);
    return made;
  }

  private closure(ids: readonly string[]): ReadonlySet<string> {
    const key = ids.join(' ');
    let known = this.closures.get(key);
    if (known === undefined) this.closures.set(key, (known = closureOf(this.input.book, ids)));
    return known;
  }

  /** How one unit's points came about, told by the exact evaluator from the same facts. */
  explain(position: number, indicator: string): Explanation {
    const column = this.input.column(indicator);
    const placed = this.input.listed.find((item) => item.indicator.id === indicator);
    const name = stateName(column.states?.[position] ?? state.number);
    if (name === null || placed === undefined) {
      throw new RangeError(`Indicator ${indicator} is not for unit ${this.input.head(position).code}.`);
    }
    const scope = this.input.reach.get(indicator) ?? 'all';
    const references = referencesOf(placed.indicator);
    return {
      unit: this.input.head(position).code,
      indicator,
      state: name,
      points: pointsAt(column, position)?.toText() ?? null,
      full: placed.indicator.points,
      steps: this.told([indicator], scope, position, (run, unit) => run.steps(indicator, unit)),
      reads: [...references.indicators, ...references.sections],
    };
  }

  /** Units that share their rank, in the order of ranks, cohort by cohort. */
  ties(ranks: RankStage): Reason[] {
    const { order, head } = this.input;
    const found: Reason[] = [];
    order.cohortIds.forEach((_, cohort) => {
      const from = order.cohorts[cohort]!;
      for (let at = from; at < from + ranks.ranked[cohort]!; at += 1) {
        const position = ranks.inOrder[at]!;
        if (!this.isTied(ranks, cohort, position)) continue;
        found.push({ code: 'tie-forbidden', data: { unit: head(position).code } });
      }
    });
    return found;
  }
}

const mostKeptRuns = 64;

function pointsAt(column: IndicatorColumn, position: number): Rational | null {
  const code = column.states?.[position] ?? state.number;
  if (column.exact !== null) return column.exact[position] ?? null;
  if (column.hasNumber[code] === 0) return null;
  return Rational.of(BigInt(column.points[position]!), 10n ** BigInt(column.decimals));
}

function soFar({ rounding, totalBounds }: RuleBook, exact: Rational): Rational {
  let kept = exact;
  if (totalBounds?.floor !== undefined) kept = kept.max(Rational.parse(totalBounds.floor));
  if (totalBounds?.cap !== undefined) kept = kept.min(Rational.parse(totalBounds.cap));
  return rounding.total ? kept.round(rounding.total) : kept;
}
