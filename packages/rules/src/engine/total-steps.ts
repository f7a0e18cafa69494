import type { AssessmentRun } from './assessment-run.js';
import { keepWithin, roundingData } from './finish-points.js';
import type { Step, UnitOutcome } from './outcome.js';
import type { UnitTotals } from './unit-totals.js';

/** From sections to total, rank and grade, in the order in which a reader would redo it by hand. */
export function totalSteps(
  run: AssessmentRun,
  unit: number,
  totals: UnitTotals,
  outcome: UnitOutcome,
  decidedBy: number | null,
): Step[] {
  const { book } = run.input;
  const counted = book.sections.filter(({ role }) => role !== 'derived');
  const steps: Step[] = counted.map((section) => ({
    code: 'section',
    data: { section: section.id, points: run.sectionPoints(section, unit).toText(), full: section.points },
  }));
  steps.push({ code: 'base', data: { points: totals.base.toText(), full: totals.applicable.toText() } });
  if (!totals.converted.equals(totals.base)) {
    steps.push({
      code: 'conversion',
      data: {
        base: totals.base.toText(),
        applicable: totals.applicable.toText(),
        total: book.totalPoints,
        points: totals.converted.toText(),
      },
    });
  }
  const summed = totals.converted.plus(totals.bonus).plus(totals.deduction);
  steps.push({
    code: 'sum',
    data: {
      base: totals.converted.toText(),
      bonus: totals.bonus.toText(),
      deduction: totals.deduction.toText(),
      points: summed.toText(),
    },
  });
  const exact = keepWithin(summed, book.totalBounds ?? {}, steps);
  if (!exact.equals(totals.total) && book.rounding.total) {
    const data = { from: exact.toText(), to: totals.total.toText(), ...roundingData(book.rounding.total) };
    steps.push({ code: 'rounding', data });
  }
  for (const veto of outcome.vetoes) steps.push({ code: 'veto', data: { veto } });
  if (outcome.rank === null || outcome.grade === null) {
    steps.push({
      code: 'unranked',
      data: { ...outcome.unranked?.data, reason: outcome.unranked?.code ?? '' },
    });
    return steps;
  }
  steps.push({
    code: 'rank',
    data: {
      rank: String(outcome.rank),
      cohort: outcome.cohort,
      count: String(outcome.cohortSize),
      tied: outcome.tied ? 'yes' : 'no',
      ...(decidedBy === null ? {} : { decidedBy: String(decidedBy) }),
    },
  });
  for (const { code, data } of outcome.gradeReasons) steps.push({ code, data });
  steps.push({ code: 'grade', data: { grade: outcome.grade } });
  return steps;
}
