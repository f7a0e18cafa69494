import type { ResultsDocument } from '@heng/documents';
import {
  indicatorsOf,
  type ExplainableAssessment,
  type FactsDocument,
  type IndicatorOutcome,
  type RuleBook,
  type Text,
  type UnitOutcome,
} from '@heng/rules';

/** Results as data, in the exchange format `heng-results/1` of docs/formats.md. */
export function resultsDocument(
  book: RuleBook,
  { label }: FactsDocument,
  { engine, bookHash, basis, units, problems }: ExplainableAssessment,
): ResultsDocument {
  const titles: Titles = {
    grades: new Map(book.grades.map(({ id, title }) => [id, title])),
    indicators: new Map(indicatorsOf(book).map(({ indicator }) => [indicator.id, indicator.title])),
  };
  return {
    format: 'heng-results/1',
    book: { id: book.id, version: book.version, title: book.title, hash: bookHash },
    engine,
    basis,
    ...(label === undefined ? {} : { label }),
    units: units.map((unit) => unitResult(unit, titles)),
    problems,
  };
}

type Titles = Readonly<Record<'grades' | 'indicators', ReadonlyMap<string, Text>>>;

const unitResult = (unit: UnitOutcome, { grades, indicators }: Titles) => ({
  ...unit,
  gradeTitle: unit.grade === null ? null : titled(grades, unit.grade),
  indicators: unit.indicators.map((indicator: IndicatorOutcome) => ({
    ...indicator,
    title: titled(indicators, indicator.id),
  })),
});

const titled = (titles: ReadonlyMap<string, Text>, id: string): Text => titles.get(id) ?? { zh: id, en: id };
