import type { CycleResponse, ResultsResponse, UnitResult } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../platform/i18n.js';
import { Button } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import { BasisChoice } from './basis-choice.js';
import { cohortTitle } from '../../ui/cohort-title.js';
import { OutsideRanking } from './outside-ranking.js';
import './ranking-page.css';
import { RankingTable } from './ranking-table.js';
import { resultsQuery, type Basis } from './results-queries.js';

const RankingCharts = lazy(() =>
  import('./ranking-charts.js').then(({ RankingCharts: component }) => ({ default: component })),
);

export type RankingSearch = { readonly cohort?: string | undefined; readonly basis?: Basis | undefined };

type Props = {
  readonly cycle: CycleResponse;
  readonly book: RuleBook;
  readonly search: RankingSearch;
  readonly onSearch: (search: RankingSearch) => void;
  readonly unitLink: (unit: string, name: string) => ReactNode;
};

/** 排名: one cohort at a time, best first; the figures are the server's, never added up here. */
export function RankingPage(props: Props) {
  const { cycle, search, onSearch } = props;
  const { t } = useTranslation();
  const basis = search.basis ?? 'verified';
  const results = useQuery(resultsQuery(cycle.id, basis));
  return (
    <Page
      title={t('ranking.title')}
      actions={
        <>
          <BasisChoice value={basis} onChange={(value) => onSearch({ ...search, basis: value })} />
          <Button className="no-print" onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <QueryFaces query={results} loading={t('ranking.loading')}>
        {(data) => <Full {...props} results={data} />}
      </QueryFaces>
    </Page>
  );
}

function Full({
  cycle,
  book,
  results,
  search,
  onSearch,
  unitLink,
}: Props & { readonly results: ResultsResponse }) {
  const { t } = useTranslation();
  const text = useText();
  const ranked = results.units.filter(({ rank }) => rank !== null);
  if (results.units.length === 0) return <StateBlock kind="empty" title={t('ranking.noUnits')} />;
  const shown = results.units.filter(({ rank, unranked }) => rank !== null || unranked !== undefined);
  if (shown.length === 0) return <StateBlock kind="empty" title={t('ranking.withheld')} />;
  const cohorts = [...new Set(shown.map(({ cohort }) => cohort ?? ''))].sort();
  // A chair looks for herself first.
  const own = ranked.find(({ unit }) => unit.code === cycle.ownUnit)?.cohort;
  const wished = search.cohort ?? own;
  const cohort = wished && cohorts.includes(wished) ? wished : (cohorts[0] ?? '');
  const rows = ranked.filter((unit) => (unit.cohort ?? '') === cohort).sort(byRank);
  const name = (id: string) => {
    const title = cohortTitle(book, id);
    return title ? text(title) : t(cohorts.length === 1 ? 'ranking.everyone' : 'ranking.cohort', { id });
  };
  return (
    <>
      <p className="muted">
        {t(results.source === 'sealed' ? 'ranking.sealed' : 'ranking.live')} ·{' '}
        {t('ranking.engine', { engine: results.engine })}
      </p>
      {cohorts.length > 1 && (
        <Choice
          label={t('ranking.cohorts')}
          value={cohort}
          onChange={(value) => onSearch({ ...search, cohort: value })}
          options={cohorts.map((value) => ({ value, label: name(value) }))}
        />
      )}
      <h2 className="ranking-cohort">
        {name(cohort)} <span className="muted">{t('ranking.count', { count: rows.length })}</span>
      </h2>
      {rows.length > 0 && <RankingTable book={book} rows={rows} unitLink={unitLink} />}
      <OutsideRanking book={book} units={results.units} cohort={cohort} unitLink={unitLink} />
      {rows.length > 0 && (
        <Suspense fallback={<StateBlock kind="loading" title={t('ranking.loadingCharts')} />}>
          <RankingCharts book={book} rows={rows} />
        </Suspense>
      )}
    </>
  );
}

const byRank = (a: UnitResult, b: UnitResult): number =>
  (a.rank ?? 0) - (b.rank ?? 0) || (a.unit.code < b.unit.code ? -1 : 1);
