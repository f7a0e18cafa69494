import { compile, type ExplainableAssessment } from '../engine/compile.js';
import { deriveFacts, type Results } from '../engine/derive-facts.js';
import type { UnitOutcome } from '../engine/outcome.js';
import type { AssessedUnit } from '../format/facts-document.js';
import type { Text } from '../format/primitives.js';
import type { RuleBook } from '../format/rule-book.js';
import { parseFacts } from '../parse/parse-facts.js';
import { parseRuleBook } from '../parse/parse-rule-book.js';
import type { Problem } from '../parse/problem.js';
import type {
  BookChange,
  CatalogueEntry,
  CatalogueExample,
  ExampleBook,
  ExampleUnit,
  ExpectedUnit,
} from './catalogue-entry.js';
import { exampleBook } from './example-book.js';

export type ExampleRun =
  | { readonly kind: 'assessed'; readonly book: RuleBook; readonly assessment: ExplainableAssessment }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

type Refused = Extract<ExampleRun, { kind: 'refused' }>;
type Facts = Pick<CatalogueExample, 'units' | 'previous' | 'results'>;

/** A book that stands ready for the facts of many units, as a picture needs them. */
export type OpenExample =
  { readonly kind: 'open'; readonly book: RuleBook; readonly assess: (facts: Facts) => ExampleRun } | Refused;

/** Runs an example of the catalogue through the front doors: parser, facts parser, engine. Nothing is taken from `expected`. */
export function runExample(
  entry: Pick<CatalogueEntry, 'name' | 'book'>,
  example: CatalogueExample,
): ExampleRun {
  const open = openExample(entry.name, entry.book, example.change);
  return open.kind === 'refused' ? open : open.assess(example);
}

/** Completes, parses and compiles the book of an example. */
export function openExample(title: Text, parts: ExampleBook, change?: BookChange): OpenExample {
  const parsed = parseRuleBook(exampleBook(title, parts, change));
  if (!parsed.ok) return { kind: 'refused', problems: parsed.problems };
  const { book } = parsed;
  const engine = compile(book);

  const assess = ({ units, previous, results }: Facts): ExampleRun => {
    const now = readUnits(units, book);
    const before = previous === undefined ? null : readUnits(previous, book);
    const others = resultsOf(title, results ?? []);
    if (now.kind === 'refused') return now;
    if (before?.kind === 'refused') return before;
    if (others.kind === 'refused') return others;
    const known = others.results.size > 0 ? deriveFacts(book, now.units, others.results) : now.units;
    return {
      kind: 'assessed',
      book,
      assessment: engine.assess(known, before ? { previous: before.units } : {}),
    };
  };
  return { kind: 'open', book, assess };
}

type ReadUnits = { readonly kind: 'read'; readonly units: AssessedUnit[] } | Refused;

function readUnits(units: readonly ExampleUnit[], book: RuleBook): ReadUnits {
  const type = book.unitTypes[0] ?? '';
  const document = {
    format: 'heng-facts/1',
    units: units.map((unit) => ({ type, name: unit.code, ...unit })),
  };
  const facts = parseFacts(document, book);
  return facts.ok
    ? { kind: 'read', units: facts.document.units }
    : { kind: 'refused', problems: facts.problems };
}

type OtherResults = { readonly kind: 'results'; readonly results: ReadonlyMap<string, Results> } | Refused;

/** The assessments whose results become facts of the example. */
function resultsOf(title: Text, others: NonNullable<CatalogueExample['results']>): OtherResults {
  const results = new Map<string, Results>();
  for (const { id, book: parts, units } of others) {
    const open = openExample(title, parts);
    if (open.kind === 'refused') return open;
    const read = readUnits(units, open.book);
    if (read.kind === 'refused') return read;
    const run = open.assess({ units });
    if (run.kind === 'refused') return run;
    results.set(id, { assessment: run.assessment, units: read.units });
  }
  return { kind: 'results', results };
}

/** What the engine says about exactly the things that an example expects, in the same form. */
export function observedOf(
  run: ExampleRun,
  example: CatalogueExample,
): Pick<CatalogueExample, 'expected' | 'problems' | 'refused'> {
  if (run.kind === 'refused') return { expected: {}, refused: run.problems.map(({ code }) => code) };
  const { units, problems } = run.assessment;
  const expected = Object.fromEntries(
    Object.entries(example.expected).map(([code, wanted]) => {
      const unit = units.find((each) => each.code === code);
      return [code, unit === undefined ? {} : observedUnit(unit, wanted)];
    }),
  );
  const named = problems.map(({ code }) => code);
  return { expected, ...(named.length > 0 ? { problems: named } : {}) };
}

function observedUnit(unit: UnitOutcome, wanted: ExpectedUnit): ExpectedUnit {
  const indicators = Object.keys(wanted.indicators ?? {}).flatMap((id) => {
    const found = unit.indicators.find((each) => each.id === id);
    if (found === undefined) return [];
    const { state, points, reason } = found;
    const told = { state, points, ...(reason ? { reason: reason.code } : {}) };
    return [[id, state === 'scored' && points !== null ? points : told] as const];
  });
  const sections = Object.keys(wanted.sections ?? {}).flatMap((id) => {
    const found = unit.sections.find((each) => each.id === id);
    return found === undefined ? [] : [[id, found.points] as const];
  });
  const { total, soFar, rank, tied, cohort, grade, vetoes, noAward } = unit;
  const all = { total, soFar: soFar.points, rank, tied, cohort, grade, vetoes: [...vetoes], noAward };
  const others = Object.entries(all).filter(([key]) => key in wanted);
  return {
    ...(wanted.indicators ? { indicators: Object.fromEntries(indicators) } : {}),
    ...(wanted.sections ? { sections: Object.fromEntries(sections) } : {}),
    ...Object.fromEntries(others),
  };
}
