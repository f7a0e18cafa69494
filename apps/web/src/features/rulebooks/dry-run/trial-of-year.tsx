import type { RuleBook } from '@heng/rules';
import type { DryRun, LastYear } from '@heng/rules/compare';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { downloadText } from '../../../platform/download-text.js';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { StateBlock } from '../../../ui/state-block.js';
import { DeadPointsPanel } from './dead-points.js';
import type { DryRunSearch } from './dry-run-search.js';
import { FactsPanel } from './facts-panel.js';
import { useGroupTitle } from './group-title.js';
import { IndicatorsTable } from './indicators-table.js';
import type { RunTrial } from './run-trial.js';
import { Running } from './running.js';
import { useSaySource } from './say-source.js';
import { SummarySentences } from './summary-sentences.js';
import { indicatorsCsv, unitsCsv } from './trial-csv.js';
import { orderedUnits } from './unit-order.js';
import { UnitsTable } from './units-table.js';

type Props = {
  readonly draft: RuleBook;
  readonly draftKey: string;
  readonly last: LastYear;
  readonly lastKey: string;
  readonly search: DryRunSearch;
  readonly onSearch: (search: DryRunSearch) => void;
  readonly runTrial: RunTrial;
};

/** The trial on one year's facts: it runs by itself, runs again when something changes, and can be ended. */
export function TrialOfYear(props: Props) {
  const { draft, draftKey, last, lastKey, search, runTrial } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const options = { basis: search.basis ?? 'verified', mapping: search.map ?? {} } as const;
  const queryKey = ['dry-run', draftKey, lastKey, options];
  const trial = useQuery({
    queryKey,
    staleTime: Infinity,
    gcTime: 60_000,
    retry: false,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const { result, cancel } = runTrial({ draft, last, options });
      signal.addEventListener('abort', cancel);
      return result;
    },
  });
  const isOld = trial.isPlaceholderData;
  return (
    <>
      {trial.isFetching && (
        <Running units={last.units.length} onCancel={() => void queries.cancelQueries({ queryKey })} />
      )}
      {trial.isError && (
        <StateBlock kind="failed" title={t('dryRun.failed')}>
          <Button onClick={() => void trial.refetch()}>{t('common.retry')}</Button>
        </StateBlock>
      )}
      {!trial.isFetching && !trial.isError && (trial.data === undefined || isOld) && (
        <StateBlock kind="empty" title={t('dryRun.cancelled')}>
          <Button look="primary" onClick={() => void trial.refetch()}>
            {t('dryRun.runAgain')}
          </Button>
        </StateBlock>
      )}
      {trial.data !== undefined && (
        <div className={isOld ? 'is-stale' : undefined} aria-busy={isOld}>
          <Told {...props} run={trial.data} />
        </div>
      )}
    </>
  );
}

function Told({ run, ...props }: Props & { readonly run: DryRun }) {
  const { t } = useTranslation();
  const { draft, last, search, onSearch } = props;
  if (run.units.length === 0) return <StateBlock kind="empty" title={t('dryRun.noUnit')} />;
  switch (search.view ?? 'units') {
    case 'indicators':
      return <Indicators {...props} run={run} />;
    case 'facts':
      return (
        <FactsPanel
          run={run}
          draft={draft}
          lastBook={last.book}
          mapping={search.map ?? {}}
          onMapping={(map) => onSearch({ ...search, map })}
        />
      );
    default:
      return <Units {...props} run={run} />;
  }
}

function Units({ run, draft, search, onSearch }: Props & { readonly run: DryRun }) {
  const { t } = useTranslation();
  const words = useCsvWords();
  const { group = null, only = 'all', sort = 'rank' } = search;
  // Not in the address: a field that waits for the address drops what an input method composes.
  const [name, setName] = useState('');
  const moves = new Map(run.units.map((move) => [move.code, move]));
  const byMerit = run.groups.flatMap((each) => each.units.flatMap((code) => moves.get(code) ?? []));
  const units = orderedUnits(byMerit, { group, only, name }, sort);
  return (
    <>
      <SummarySentences run={run} />
      {run.scale === 'share' && <p className="muted">{t('dryRun.share')}</p>}
      <div className="trial-choices">
        <GroupChoice run={run} draft={draft} search={search} onSearch={onSearch} />
        <Choice
          label={t('dryRun.only.title')}
          value={only}
          options={(['all', 'moved', 'regraded'] as const).map((value) => ({
            value,
            label: t(`dryRun.only.${value}`),
          }))}
          onChange={(next) => onSearch({ ...search, only: next })}
        />
        <label>
          <span>{t('dryRun.nameFilter')}</span>
          <input
            className="text-input"
            type="search"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <Button
          onClick={() =>
            downloadText(t('dryRun.csv.units', { id: draft.id }), unitsCsv(run, words), 'text/csv')
          }
        >
          {t('dryRun.csv.download')}
        </Button>
      </div>
      {units.length === 0 ? (
        <StateBlock kind="empty" title={t('dryRun.nothingLeft')} />
      ) : (
        <UnitsTable
          run={run}
          draft={draft}
          units={units}
          sort={sort}
          onSort={(next) => onSearch({ ...search, sort: next })}
        />
      )}
      <p className="muted">{t('dryRun.unitsLegend')}</p>
      <DeadPointsPanel indicators={run.all.indicators} />
    </>
  );
}

function Indicators({ run, draft, search, onSearch }: Props & { readonly run: DryRun }) {
  const { t } = useTranslation();
  const words = useCsvWords();
  const { indicators } = run.groups.find(({ id }) => id === search.group) ?? run.all;
  return (
    <>
      <SummarySentences run={run} />
      <div className="trial-choices">
        <GroupChoice run={run} draft={draft} search={search} onSearch={onSearch} />
        <Button
          onClick={() =>
            downloadText(
              t('dryRun.csv.indicators', { id: draft.id }),
              indicatorsCsv(indicators, words),
              'text/csv',
            )
          }
        >
          {t('dryRun.csv.download')}
        </Button>
      </div>
      <IndicatorsTable indicators={indicators} />
      <DeadPointsPanel indicators={indicators} />
    </>
  );
}

function GroupChoice({
  run,
  draft,
  search,
  onSearch,
}: Pick<Props, 'draft' | 'search' | 'onSearch'> & { readonly run: DryRun }) {
  const { t } = useTranslation();
  const groupTitle = useGroupTitle(draft);
  if (run.groups.length < 2) return null;
  return (
    <label>
      <span>{t('dryRun.group.title')}</span>
      <select
        className="text-input"
        value={search.group ?? ''}
        onChange={(event) => onSearch({ ...search, group: event.target.value || undefined })}
      >
        <option value="">{t('dryRun.group.every', { count: run.units.length })}</option>
        {run.groups.map((group) => (
          <option key={group.id} value={group.id}>
            {t('dryRun.group.option', { title: groupTitle(group), count: group.units.length })}
          </option>
        ))}
      </select>
    </label>
  );
}

function useCsvWords() {
  const { t } = useTranslation();
  const text = useText();
  const source = useSaySource();
  return { text, source, column: (name: string) => t(`dryRun.csv.column.${name}`) };
}
