import type { WorkItem } from '@heng/contracts';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { HomePage } from '../features/cycles/index.js';
import { RankingPage, UnitPage } from '../features/results/index.js';
import { hasRole, useSession } from '../platform/session.js';
import { StateBlock } from '../ui/state-block.js';
import { WithCycle } from './with-cycle.js';

export function Home() {
  const session = useSession();
  const seesCycles = hasRole(session, 'office', 'scorer', 'leader', 'auditor', 'chair', 'reporter');
  return (
    <HomePage
      seesCycles={seesCycles}
      workLink={(item, text) => <WorkLink item={item} text={text} />}
      cycleLink={({ id, title }) => (
        <Link to="/cycles/$cycleId" params={{ cycleId: id }}>
          {title}
        </Link>
      )}
    />
  );
}

function WorkLink({
  item: { kind, cycleId, unit },
  text,
}: {
  readonly item: WorkItem;
  readonly text: string;
}) {
  const params = { cycleId };
  const className = 'button-link';
  const unitLink = unit !== null && (
    <Link className={className} to="/cycles/$cycleId/units/$unit" params={{ cycleId, unit }}>
      {text}
    </Link>
  );
  const to = {
    'facts-missing': unit === null ? '/cycles/$cycleId/scoring' : '/cycles/$cycleId/declaration',
    'facts-to-verify': '/cycles/$cycleId/scoring',
    'ready-to-publish': '/cycles/$cycleId',
    'result-published': '/cycles/$cycleId/ranking',
    'own-score': '/cycles/$cycleId/ranking',
  } as const;
  if ((kind === 'own-score' || kind === 'result-published') && unitLink) return unitLink;
  return (
    <Link className={className} to={to[kind]} params={params}>
      {text}
    </Link>
  );
}

export function Ranking() {
  const { cycleId } = useParams({ from: '/cycles/$cycleId/ranking' });
  const search = useSearch({ from: '/cycles/$cycleId/ranking' });
  const navigate = useNavigate({ from: '/cycles/$cycleId/ranking' });
  return (
    <WithCycle cycleId={cycleId}>
      {(cycle, book) => (
        <RankingPage
          cycle={cycle}
          book={book}
          search={search}
          onSearch={(next) => void navigate({ search: next, replace: true })}
          unitLink={(unit, name) => (
            <Link
              to="/cycles/$cycleId/units/$unit"
              params={{ cycleId, unit }}
              search={{ basis: search.basis }}
            >
              {name}
            </Link>
          )}
        />
      )}
    </WithCycle>
  );
}

export function UnitScore() {
  const { cycleId, unit } = useParams({ from: '/cycles/$cycleId/units/$unit' });
  const { basis = 'verified' } = useSearch({ from: '/cycles/$cycleId/units/$unit' });
  const navigate = useNavigate({ from: '/cycles/$cycleId/units/$unit' });
  return (
    <WithCycle cycleId={cycleId}>
      {(cycle, book) => (
        <UnitPage
          cycle={cycle}
          book={book}
          unit={unit}
          basis={basis}
          onBasis={(next) => void navigate({ search: { basis: next }, replace: true })}
        />
      )}
    </WithCycle>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <StateBlock kind="empty" title={t('errors.noPage')}>
      <Link to="/">{t('errors.goHome')}</Link>
    </StateBlock>
  );
}

export function Broken() {
  const { t } = useTranslation();
  return (
    <StateBlock kind="failed" title={t('errors.own')}>
      <a href="/">{t('errors.goHome')}</a>
    </StateBlock>
  );
}
