import { canonicalJson } from '../exact/canonical-json.js';
import { Rational } from '../exact/rational.js';
import { sha256 } from '../exact/sha256.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { RuleBook, Section } from '../format/rule-book.js';
import { AssessmentRun, findSection } from './assessment-run.js';
import { indicatorsOf, orderIndicators, referencesOf, type PlacedIndicator } from './book-index.js';
import { engineVersion } from './engine-version.js';
import { gradeUnits, type Graded } from './grade-units.js';
import type {
  Assessment,
  Basis,
  Explanation,
  IndicatorOutcome,
  Reason,
  Step,
  UnitOutcome,
} from './outcome.js';
import { orderOfMerit, rankUnits, unrankedReason, type Placed } from './rank-units.js';
import { totalSteps } from './total-steps.js';
import { unitTotals, type UnitTotals } from './unit-totals.js';

export type AssessOptions = {
  /** Which values count; `verified` when absent. */
  readonly basis?: Basis;
  /** Last year's facts of the same units, by code, for 同比 measures. */
  readonly previous?: readonly AssessedUnit[];
};

/** A finished assessment that can explain itself: the explanation re-tells the run that made the numbers. */
export type ExplainableAssessment = Assessment & {
  /** Steps of one indicator of one unit. @throws RangeError for a unit or indicator that is not in the assessment. */
  readonly explain: (unit: string, indicator: string) => Explanation;
  /** From the parts of a section to its points; its `indicator` is the section's id. @throws RangeError for an unknown one. */
  readonly explainSection: (unit: string, section: string) => Explanation;
  /** Steps of a unit's total, rank and grade; its `indicator` is empty. */
  readonly explainTotal: (unit: string) => Explanation;
};

export type Engine = {
  readonly book: RuleBook;
  readonly bookHash: string;
  readonly assess: (units: readonly AssessedUnit[], options?: AssessOptions) => ExplainableAssessment;
};

/** sha256 of the book's canonical JSON: its identity once published. */
export const bookHash = (book: RuleBook): string => sha256(canonicalJson(book));

/**
 * Prepares a rule book for assessing. Pure: the same units give the same outcome, in any order of units.
 * @param book as `parseRuleBook` accepted it
 * @throws Error when indicators depend on each other in a circle, which `parseRuleBook` refuses
 */
export function compile(book: RuleBook): Engine {
  const ordering = orderIndicators(book);
  if (!ordering.ok)
    throw new Error(`indicators depend on each other in a circle: ${ordering.cycle.join(' → ')}`);
  const facts = new Map(book.facts.map((fact) => [fact.id, fact]));
  const hash = bookHash(book);

  const assess = (units: readonly AssessedUnit[], options: AssessOptions = {}): ExplainableAssessment => {
    const basis = options.basis ?? 'verified';
    const previous = options.previous ? new Map(options.previous.map((unit) => [unit.code, unit])) : null;
    const common = { book, order: ordering.order, facts, units, previous };
    const declared =
      basis === 'declared' ? null : new AssessmentRun({ ...common, basis: 'declared', declared: null });
    return finish(new AssessmentRun({ ...common, basis, declared }), hash);
  };
  return { book, bookHash: hash, assess };
}

function finish(run: AssessmentRun, hash: string): ExplainableAssessment {
  const { book, units, basis } = run.input;
  const totals = units.map((_, unit) => unitTotals(run, unit));
  const cohorts = new Map<string, Placed[]>();
  const problems: Reason[] = [];
  const order = orderOfMerit(run, totals);
  const unranked = units.map((_, unit) => unrankedReason(run, unit));
  const competing = (unit: number) => unranked[unit] === null;
  for (const [cohort, members] of membersByCohort(run.cohorts, competing)) {
    const ranked = rankUnits(run, order, members);
    cohorts.set(cohort, [...ranked.placed]);
    problems.push(...ranked.problems);
  }
  const grades = gradeUnits(run, { totals, cohorts, order });
  const places = new Map([...cohorts.values()].flat().map((place) => [place.unit, place]));
  const codes = new Map(units.map((unit, index) => [unit.code, index]));
  const indexOf = (code: string) => {
    const index = codes.get(code);
    if (index === undefined) throw new RangeError(`unit ${code} is not in this assessment`);
    return index;
  };

  const listed = indicatorsOf(book);
  const outcomes = units.map((_, unit) => {
    const own = totals[unit];
    if (!own) throw new Error(`unit ${unit} has no total`);
    return unitOutcome(run, unit, {
      totals: own,
      place: places.get(unit) ?? null,
      graded: grades.get(unit) ?? null,
      unranked: unranked[unit] ?? null,
      listed,
      size: cohorts.get(run.cohorts[unit] ?? '')?.length ?? 0,
    });
  });
  return {
    engine: engineVersion,
    bookHash: hash,
    basis,
    units: outcomes,
    problems,
    explain(code, indicator) {
      const unit = indexOf(code);
      const outcome = outcomes[unit]?.indicators.find(({ id }) => id === indicator);
      if (outcome === undefined) throw new RangeError(`indicator ${indicator} is not for unit ${code}`);
      const { state, points, full } = outcome;
      const placed = listed.find((item) => item.indicator.id === indicator);
      const reads = placed ? readOf(placed) : [];
      return { unit: code, indicator, state, points, full, steps: run.steps(indicator, unit), reads };
    },
    explainSection(code, id) {
      const unit = indexOf(code);
      const section = findSection(book.sections, id);
      if (section === null) throw new RangeError(`there is no section ${id}`);
      const { points, obstacle } = run.section(section, unit);
      return {
        unit: code,
        indicator: id,
        state: obstacle === null ? 'scored' : obstacle.kind,
        points: points?.toText() ?? null,
        full: section.points,
        steps: run.sectionSteps(section, unit),
        reads: [...(section.indicators ?? []), ...(section.sections ?? [])].map((part) => part.id),
      };
    },
    explainTotal(code) {
      const unit = indexOf(code);
      const [outcome, own] = [outcomes[unit], totals[unit]];
      if (!outcome || !own) throw new RangeError(`unit ${code} is not in this assessment`);
      const steps: Step[] = totalSteps(run, unit, own, outcome, places.get(unit)?.decidedBy ?? null);
      return {
        unit: code,
        indicator: '',
        state: 'scored',
        points: outcome.total,
        full: book.totalPoints,
        steps,
        reads: book.sections.filter(({ role }) => role !== 'derived').map(({ id }) => id),
      };
    },
  };
}

/** Unit indexes by cohort, in one pass: a national run has tens of thousands of cohorts. */
function membersByCohort(
  cohorts: readonly string[],
  competing: (unit: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const members = new Map<string, number[]>();
  cohorts.forEach((cohort, unit) => {
    if (!competing(unit)) return;
    const list = members.get(cohort);
    if (list === undefined) members.set(cohort, [unit]);
    else list.push(unit);
  });
  return members;
}

type Ranked = {
  readonly totals: UnitTotals;
  readonly place: Placed | null;
  readonly graded: Graded | null;
  readonly unranked: Reason | null;
  /** In the order of the book. */
  readonly listed: readonly PlacedIndicator[];
  readonly size: number;
};

function unitOutcome(
  run: AssessmentRun,
  unit: number,
  { totals, place, graded, unranked, listed, size }: Ranked,
): UnitOutcome {
  const { book, units } = run.input;
  const cohort = run.cohorts[unit] ?? '';
  const fired = run.vetoes[unit] ?? [];
  const effects = book.vetoes.filter(({ id }) => fired.includes(id)).flatMap((veto) => veto.effects);
  return {
    code: units[unit]?.code ?? '',
    name: units[unit]?.name ?? '',
    cohort,
    total: totals.total.toText(),
    soFar: { points: totals.soFar.toText(), outOf: totals.counted.toText() },
    asItStands: { points: totals.total.toText(), outOf: Rational.parse(book.totalPoints).toText() },
    rank: place?.rank ?? null,
    ...(unranked ? { unranked } : {}),
    cohortSize: size,
    tied: place?.tied ?? false,
    grade: graded?.grade ?? null,
    gradeReasons: graded?.reasons ?? [],
    vetoes: fired,
    selfGap: run.selfGap(unit)?.toText() ?? null,
    noAward: effects.some(({ kind }) => kind === 'no-award' || kind === 'withdraw-title'),
    sections: allSections(book.sections).map((section) => {
      const { points, obstacle } = run.section(section, unit);
      return {
        id: section.id,
        points: points?.toText() ?? null,
        full: section.points,
        ...(obstacle ? { reason: obstacle.reason } : {}),
      };
    }),
    indicators: listed.flatMap(({ indicator }): IndicatorOutcome[] => {
      const result = run.result(indicator.id, unit);
      if (result === null) return [];
      const { state, points, reason } = result;
      return [
        {
          id: indicator.id,
          state,
          points: points?.toText() ?? null,
          full: indicator.points,
          ...(reason ? { reason } : {}),
        },
      ];
    }),
  };
}

/** Ids of the indicators and sections whose points an indicator reads. */
function readOf({ indicator }: PlacedIndicator): string[] {
  const { indicators, sections } = referencesOf(indicator);
  return [...indicators, ...sections];
}

const allSections = (sections: readonly Section[]): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section.sections ?? [])]);
