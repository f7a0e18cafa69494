import type { CycleResponse, RuleBookDraftResponse } from '@heng/contracts';
import { parseRuleBook, type RuleBook } from '@heng/rules';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useText } from '../../../platform/i18n.js';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { Page } from '../../../ui/page.js';
import { QueryFaces } from '../../../ui/query-faces.js';
import { StateBlock } from '../../../ui/state-block.js';
import '../../../ui/text-input.css';
import { BurdenTab } from './burden-tab.js';
import './dry-run.css';
import { trialViews, type DryRunSearch } from './dry-run-search.js';
import { cyclesOfYearsQuery, draftQuery, lastYearQuery, likelyCycle } from './last-year-facts.js';
import { runTrial as runInWorker, type RunTrial } from './run-trial.js';
import { TrialOfYear } from './trial-of-year.js';

type Props = {
  readonly id: string;
  readonly search: DryRunSearch;
  readonly onSearch: (search: DryRunSearch) => void;
  /** Links to the draft itself, such as its workshop. */
  readonly links?: (draft: RuleBookDraftResponse) => ReactNode;
  readonly runTrial?: RunTrial;
};

/** 试算: next year's draft on last year's facts. Everything is worked out in this browser. */
export function DryRunPage(props: Props) {
  const { t } = useTranslation();
  const draft = useQuery(draftQuery(props.id));
  return (
    <QueryFaces query={draft} loading={t('common.loading')}>
      {(answer) => <Parsed {...props} answer={answer} />}
    </QueryFaces>
  );
}

function Parsed({ answer, ...props }: Props & { readonly answer: RuleBookDraftResponse }) {
  const { t } = useTranslation();
  const text = useText();
  const parsed = parseRuleBook(answer.document);
  const links = props.links?.(answer);
  if (parsed.ok) return <Trial {...props} draft={parsed.book} answer={answer} />;
  return (
    <Page title={t('dryRun.title', { title: text(answer.title) })} actions={links}>
      <StateBlock kind="failed" title={t('dryRun.noBook', { count: parsed.problems.length })}>
        <ul className="dead-list">
          {parsed.problems.slice(0, 5).map(({ path, code, message }) => (
            <li key={`${path} ${code}`}>{text(message)}</li>
          ))}
        </ul>
      </StateBlock>
    </Page>
  );
}

type TrialProps = Props & { readonly answer: RuleBookDraftResponse; readonly draft: RuleBook };

function Trial(props: TrialProps) {
  const { t } = useTranslation();
  const cycles = useQuery(cyclesOfYearsQuery);
  return (
    <QueryFaces query={cycles} loading={t('common.loading')}>
      {({ items }) => <WithYears {...props} cycles={items} />}
    </QueryFaces>
  );
}

function WithYears({
  cycles,
  draft,
  answer,
  search,
  onSearch,
  links,
  runTrial = runInWorker,
}: TrialProps & { readonly cycles: readonly CycleResponse[] }) {
  const { t } = useTranslation();
  const text = useText();
  const cycle =
    search.cycle === undefined
      ? likelyCycle(cycles, draft, answer.amends?.id ?? null)
      : (cycles.find(({ id }) => id === search.cycle) ?? null);
  const view = search.view ?? 'units';
  return (
    <Page
      title={t('dryRun.title', { title: text(draft.title) })}
      actions={
        <>
          {links?.(answer)}
          <Button onClick={() => window.print()}>{t('common.print')}</Button>
        </>
      }
    >
      <p className="muted">{t('dryRun.intro')}</p>
      <div className="trial-choices">
        <label>
          <span>{t('dryRun.cycle')}</span>
          <select
            className="text-input"
            value={cycle?.id ?? ''}
            onChange={(event) => onSearch({ ...search, cycle: event.target.value, group: undefined })}
          >
            {cycle === null && <option value="">{t('dryRun.chooseCycle')}</option>}
            {[...cycles]
              .sort((a, b) => b.year - a.year)
              .map(({ id, title, ownerName, year }) => (
                <option key={id} value={id}>
                  {t('dryRun.cycleOption', { year, title, owner: ownerName })}
                </option>
              ))}
          </select>
        </label>
        <label>
          <span>{t('dryRun.basis.title')}</span>
          <select
            className="text-input"
            value={search.basis ?? 'verified'}
            onChange={(event) =>
              onSearch({
                ...search,
                basis: bases.find((basis) => basis === event.target.value) ?? 'verified',
              })
            }
          >
            {bases.map((basis) => (
              <option key={basis} value={basis}>
                {t(`dryRun.basis.${basis}`)}
              </option>
            ))}
          </select>
        </label>
        <Choice
          label={t('dryRun.view.title')}
          value={view}
          options={trialViews.map((value) => ({ value, label: t(`dryRun.view.${value}`) }))}
          onChange={(next) => onSearch({ ...search, view: next })}
        />
      </div>
      {view === 'burden' ? (
        <BurdenTab draft={draft} amends={answer.amends?.id ?? null} cycle={cycle} />
      ) : cycle === null ? (
        <StateBlock
          kind="empty"
          title={cycles.length === 0 ? t('dryRun.noCycle') : t('dryRun.chooseFirst')}
        />
      ) : (
        <OfCycle
          draft={draft}
          draftKey={`${answer.id} ${answer.version}`}
          cycle={cycle}
          search={search}
          onSearch={onSearch}
          runTrial={runTrial}
        />
      )}
    </Page>
  );
}

const bases = ['verified', 'declared', 'latest'] as const;

type OfCycleProps = Pick<Props, 'search' | 'onSearch'> & {
  readonly draft: RuleBook;
  readonly draftKey: string;
  readonly cycle: CycleResponse;
  readonly runTrial: RunTrial;
};

function OfCycle({ cycle, ...rest }: OfCycleProps) {
  const { t } = useTranslation();
  const last = useQuery(lastYearQuery(cycle));
  return (
    <QueryFaces query={last} loading={t('dryRun.loadingFacts')}>
      {(facts) => <TrialOfYear {...rest} last={facts} lastKey={`${cycle.id} ${last.dataUpdatedAt}`} />}
    </QueryFaces>
  );
}
