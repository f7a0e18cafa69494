import { Rational, type RuleBook } from '@heng/rules';
import {
  openExample,
  runExample,
  type CatalogueEntry,
  type CatalogueExample,
  type ExampleRun,
} from '@heng/rules/catalogue';
import type { Text } from '@heng/rules';

/** A value to draw; null where there is no number. */
export type Bar = { readonly label: Text; readonly below: string; readonly value: Rational | null };
export type Point = { readonly at: Rational; readonly value: Rational | null };

export type ChartData =
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly axis: Text | null }
  | {
      readonly kind: 'line' | 'dots';
      readonly points: readonly Point[];
      readonly axis: Text;
    };

/** What the picture of an entry shows: every value is worked out by the engine. */
export function chartData(entry: CatalogueEntry): ChartData {
  const { chart } = entry;
  const worked = entry.examples[0];
  if (worked === undefined) throw new Error(`${entry.code} has no example`);
  const of = chart.of ?? 'I';
  switch (chart.kind) {
    case 'line':
    case 'dots':
      return { kind: chart.kind, points: runOver(entry, worked, chart, of), axis: chart.axis };
    case 'cases':
      return {
        kind: 'bars',
        axis: null,
        bars: chart.cases.map(({ label, facts }) => ({
          label,
          below: '',
          value: firstPoints(runExample(entry, { ...worked, units: firstWith(worked, facts) }), of),
        })),
      };
    case 'units':
      return {
        kind: 'bars',
        axis: chart.axis,
        bars: unitBars(entry, entry.examples[chart.example ?? 0] ?? worked, of),
      };
    case 'policies':
      return {
        kind: 'bars',
        axis: chart.axis,
        bars: entry.examples.flatMap((example, index) =>
          ['worked', 'reading'].includes(example.edge)
            ? [{ label: numbered(index), below: '', value: firstPoints(runExample(entry, example), of) }]
            : [],
        ),
      };
  }
}

/** Examples are numbered on the page; the picture uses the same numbers. */
const numbered = (index: number): Text => ({ zh: `#${index + 1}`, en: '' });

type RangeChart = Extract<CatalogueEntry['chart'], { kind: 'line' | 'dots' }>;

function runOver(entry: CatalogueEntry, worked: CatalogueExample, chart: RangeChart, of: string): Point[] {
  const open = openExample(entry.name, entry.book, worked.change);
  if (open.kind === 'refused') return [];
  const [from, to] = [Rational.parse(chart.from), Rational.parse(chart.to)];
  const step = to.minus(from).over(Rational.integer(chart.steps));
  return Array.from({ length: chart.steps + 1 }, (_, index) => {
    // A fact is a decimal; where the range does not divide into decimals its seventh digit does not show in a picture.
    const at = from.plus(step.times(Rational.integer(index))).round({ mode: 'half-up', digits: 6 });
    const units = firstWith(worked, { ...chart.with, [chart.fact]: at.toText() });
    const first = units[0];
    const previous =
      chart.previous === undefined || first === undefined
        ? {}
        : { previous: [{ ...first, facts: chart.previous }] };
    return { at, value: firstPoints(open.assess({ ...worked, units, ...previous }), of) };
  });
}

/** The units of an example with other facts for the first. */
function firstWith({ units }: CatalogueExample, facts: Record<string, unknown>): CatalogueExample['units'] {
  return units.map((unit, index) => (index === 0 ? { ...unit, facts: { ...unit.facts, ...facts } } : unit));
}

/** Points of the first unit, or its total; null when the book or its facts are refused or there is no number. */
function firstPoints(run: ExampleRun, of: string): Rational | null {
  const unit = run.kind === 'assessed' ? run.assessment.units[0] : undefined;
  return unit === undefined ? null : pointsOf(unit, of);
}

type Unit = Extract<ExampleRun, { kind: 'assessed' }>['assessment']['units'][number];

function pointsOf(unit: Unit, of: string): Rational | null {
  const text = of === 'total' ? unit.total : (unit.indicators.find(({ id }) => id === of)?.points ?? null);
  return text === null ? null : Rational.parse(text);
}

function unitBars(entry: CatalogueEntry, example: CatalogueExample, of: string): Bar[] {
  const run = runExample(entry, example);
  if (run.kind === 'refused') return [];
  const { assessment, book } = run;
  return assessment.units.map((unit) => ({
    label: { zh: unit.code, en: '' },
    below: standing(unit, book),
    value: pointsOf(unit, of),
  }));
}

/** The grade of a unit, or its place where units are ranked apart. */
function standing(unit: Unit, book: RuleBook): string {
  if (book.grades.length > 1) return book.grades.find(({ id }) => id === unit.grade)?.title.zh ?? '—';
  return book.cohorts.by === 'all' ? '' : `第 ${unit.rank ?? '—'} 名`;
}
