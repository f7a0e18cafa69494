import type { CycleResponse, WorkItem } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { momentText } from '../../platform/moment-text.js';
import { useSession } from '../../platform/session.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { StateBlock } from '../../ui/state-block.js';
import { cyclesQuery, workItemsQuery } from './cycle-queries.js';
import './home-page.css';

type Props = {
  /** The one click that leads to the work. */
  readonly workLink: (item: WorkItem, text: string) => ReactNode;
  readonly cycleLink: (cycle: CycleResponse) => ReactNode;
  readonly seesCycles: boolean;
};

/** 工作台: what waits for me, first; then the cycles I take part in. */
export function HomePage({ workLink, cycleLink, seesCycles }: Props) {
  const { t } = useTranslation();
  const { account } = useSession();
  const items = useQuery(workItemsQuery);
  return (
    <Page title={t('home.title', { name: account.displayName })}>
      <QueryFaces query={items} loading={t('common.loading')}>
        {({ items: waiting }) =>
          waiting.length === 0 ? (
            <StateBlock kind="empty" title={t(seesCycles ? 'home.nothing' : 'home.nothingHere')} />
          ) : (
            <ul className="work-items">
              {waiting.map((item) => (
                <li key={`${item.kind} ${item.cycleId} ${item.unit}`}>
                  <WorkCard item={item} link={workLink} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryFaces>
      {seesCycles && <CycleList link={cycleLink} />}
    </Page>
  );
}

function WorkCard({ item, link }: { readonly item: WorkItem; readonly link: Props['workLink'] }) {
  const { t } = useTranslation();
  const { kind, count, of, cycleTitle, stage, deadline } = item;
  return (
    <article className="work-card">
      <h2>{t(`work.${kind}.title`)}</h2>
      <p className="work-count">{t(`work.${kind}.count`, { count, of, done: of - count })}</p>
      <p className="muted">
        {cycleTitle} · {t(`stage.${stage}`)}
        <br />
        {deadline === null ? t('home.noDeadline') : t('home.deadline', { when: momentText(deadline) })}
      </p>
      {link(item, t(`work.${kind}.act`))}
    </article>
  );
}

function CycleList({ link }: { readonly link: Props['cycleLink'] }) {
  const { t } = useTranslation();
  const cycles = useQuery(cyclesQuery);
  return (
    <section className="panel">
      <h2>{t('home.cycles')}</h2>
      <QueryFaces query={cycles} loading={t('common.loading')}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">{t('home.noCycles')}</p>
          ) : (
            <ul className="plain-list">
              {items.map((cycle) => (
                <li key={cycle.id}>
                  {link(cycle)}
                  <span className="muted">
                    {cycle.year} · {cycle.ownerName} · {t(`stage.${cycle.stage}`)}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </QueryFaces>
    </section>
  );
}
