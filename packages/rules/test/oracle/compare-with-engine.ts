import { compile } from '../../src/engine/compile.js';
import { deriveFacts, type Results } from '../../src/engine/derive-facts.js';
import type { Assessment, UnitOutcome } from '../../src/engine/outcome.js';
import type { AssessedUnit } from '../../src/format/facts-document.js';
import type { RuleBook } from '../../src/format/rule-book.js';
import { assessByHand, type Question, type SheetByHand } from './assess-by-hand.js';

/** Where the engine and the oracle do not say the same about one unit. */
export type Difference = {
  readonly unit: string;
  readonly place: string;
  readonly engine: string;
  readonly oracle: string;
};

/** What an evaluator says; `problems` is null where it names none. */
export type Told = Pick<Assessment, 'units'> & { readonly problems: Assessment['problems'] | null };
export type Evaluator = (question: Question) => Told;

/** The explaining evaluator: first the assessment below, then what comes from it. */
export const explaining: Evaluator = ({ book, units, previous, basis, below }) =>
  compile(book).assess(withResults(book, units, below), { basis, ...(previous ? { previous } : {}) });

/** The units with the facts that come from the assessment below put in. */
export function withResults(
  book: RuleBook,
  units: readonly AssessedUnit[],
  below: Question | null,
): readonly AssessedUnit[] {
  if (below === null) return units;
  const { previous, basis } = below;
  const known = withResults(below.book, below.units, below.below);
  const assessment = compile(below.book).assess(known, { basis, ...(previous ? { previous } : {}) });
  return deriveFacts(book, units, new Map<string, Results>([[below.book.id, { assessment, units: known }]]));
}

/** Everything that an evaluator and the oracle say of the same question, side by side; empty when they agree on every digit. */
export function differences(question: Question, evaluator: Evaluator = explaining): Difference[] {
  const assessment = attempt(() => evaluator(question));
  const sheets = attempt(() => assessByHand(question));
  if (typeof assessment === 'string' || typeof sheets === 'string') {
    const told = (found: unknown) => (typeof found === 'string' ? found : 'an assessment');
    return [{ unit: '', place: 'whole run', engine: told(assessment), oracle: told(sheets) }];
  }
  return [
    ...(question.below === null ? [] : differences(question.below, evaluator)),
    ...sheets.flatMap((sheet, index) => {
      const outcome = assessment.units[index];
      return outcome === undefined
        ? [{ unit: sheet.code, place: 'unit', engine: 'absent', oracle: 'there' }]
        : ofUnit(sheet, outcome);
    }),
    ...(assessment.problems === null ? [] : ofTies(question, sheets, assessment.problems)),
  ];
}

/** What threw is told, not thrown: it is a difference like any other. */
function attempt<T extends object>(run: () => T): T | string {
  try {
    return run();
  } catch (error) {
    return `threw: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function ofUnit(sheet: SheetByHand, outcome: UnitOutcome): Difference[] {
  const pairs: [string, unknown, unknown][] = [
    ['code', outcome.code, sheet.code],
    ['cohort', outcome.cohort, sheet.cohort],
    ...sheet.indicators.map(({ id, state, points }): [string, string, string] => {
      const found = outcome.indicators.find((indicator) => indicator.id === id);
      return [`indicator ${id}`, found ? `${found.state} ${found.points}` : 'absent', `${state} ${points}`];
    }),
    ['number of indicators', outcome.indicators.length, sheet.indicators.length],
    ...sheet.sections.map(({ id, points }): [string, unknown, unknown] => [
      `section ${id}`,
      outcome.sections.find((section) => section.id === id)?.points,
      points,
    ]),
    ['number of sections', outcome.sections.length, sheet.sections.length],
    ['total', outcome.total, sheet.total],
    ['total as it stands', outcome.asItStands.points, sheet.total],
    ['so far', outcome.soFar.points, sheet.soFar.points],
    ['so far out of', outcome.soFar.outOf, sheet.soFar.outOf],
    ['rank', outcome.rank, sheet.rank],
    ['cohort size', outcome.cohortSize, sheet.cohortSize],
    ['tied', outcome.tied, sheet.tied],
    ['grade', outcome.grade, sheet.grade],
    ['vetoes', outcome.vetoes.join(' '), sheet.vetoes.join(' ')],
    ['self-gap', outcome.selfGap, sheet.selfGap],
    ['no award', outcome.noAward, sheet.noAward],
  ];
  return pairs
    .filter(([, engine, oracle]) => engine !== oracle)
    .map(([place, engine, oracle]) => ({
      unit: sheet.code,
      place,
      engine: String(engine),
      oracle: String(oracle),
    }));
}

/** Where ties are forbidden each tied unit is a named problem (RK3). */
function ofTies(
  { book }: Question,
  sheets: readonly SheetByHand[],
  problems: Assessment['problems'],
): Difference[] {
  const expected =
    book.ranking.ties === 'forbidden' ? sheets.filter(({ tied }) => tied).map(({ code }) => code) : [];
  const found = problems.filter(({ code }) => code === 'tie-forbidden').map(({ data }) => data['unit'] ?? '');
  const [engine, oracle] = [[...found].sort().join(' '), [...expected].sort().join(' ')];
  return engine === oracle ? [] : [{ unit: '', place: 'forbidden ties', engine, oracle }];
}
