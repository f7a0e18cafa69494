import type { Text } from '@heng/rules';
import type { Contribution, DryRun, Source, UnitMove } from '@heng/rules/compare';
import { csvNumber, csvText } from './csv-text.js';

export type CsvWords = {
  readonly text: (text: Text) => string;
  readonly column: (name: string) => string;
  readonly source: (source: Source) => string;
};

/** One row for each unit; behind its move stands what each source gave, in a column of its own, so that a row adds up to the move. */
export function unitsCsv({ units, scale }: DryRun, { text, column, source }: CsvWords): string {
  const sources = new Map<string, Source>();
  for (const { contributions } of units)
    for (const each of contributions) sources.set(keyOf(each.source), each.source);
  const heads = [
    'unit',
    'code',
    'lastRank',
    'rank',
    'places',
    'lastTotal',
    'total',
    'by',
    'lastGrade',
    'grade',
  ];
  const figure = (standing: UnitMove['before']) =>
    csvNumber(scale === 'share' ? standing.share : standing.total);
  return csvText([
    [...heads.map(column), ...[...sources.values()].map(source)],
    ...units.map(({ name, code, before, after, places, by, contributions }) => {
      const own = new Map(contributions.map((each) => [keyOf(each.source), each]));
      return [
        name,
        code,
        `${before.rank ?? ''}`,
        `${after.rank ?? ''}`,
        `${places ?? ''}`,
        figure(before),
        figure(after),
        csvNumber(by),
        before.gradeTitle === null ? '' : text(before.gradeTitle),
        after.gradeTitle === null ? '' : text(after.gradeTitle),
        ...[...sources.keys()].map((key) => csvNumber(own.get(key)?.by ?? '0')),
      ];
    }),
  ]);
}

const figures = ['atFull', 'atZero', 'nobodyWon', 'nobodyLost', 'pairsApart', 'shareOfSpread'] as const;
const spread = ['mean', 'least', 'lowerQuartile', 'median', 'upperQuartile', 'greatest'] as const;

export function indicatorsCsv(indicators: DryRun['all']['indicators'], { text, column }: CsvWords): string {
  return csvText([
    ['indicator', 'id', 'section', 'full', 'counted', ...spread, 'lastMean', ...figures].map(column),
    ...indicators.map(({ id, title, section, full, draft, lastYear }) => [
      text(title),
      id,
      text(section),
      full,
      `${draft.points?.count ?? 0}`,
      ...spread.map((name) => (draft.points === null ? '' : csvNumber(draft.points[name]))),
      lastYear?.points ? csvNumber(lastYear.points.mean) : '',
      ...figures.map((name) => csvNumber(draft[name] ?? '')),
    ]),
  ]);
}

/** What tells one source of a total from another. */
export const keyOf = (source: Contribution['source']): string =>
  source.kind === 'indicator' || source.kind === 'section'
    ? `${source.kind} ${source.last ?? ''} ${source.draft ?? ''}`
    : source.kind;
