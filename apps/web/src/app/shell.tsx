import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cyclesQuery } from '../features/cycles/index.js';
import { hasRole, useSession } from '../platform/session.js';
import { ContextBar } from './context-bar.js';
import { Header } from './header.js';
import { menuFor } from './menu.js';
import './shell.css';

/** Header, context bar and menu around every screen. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const { cycleId } = useParams({ strict: false });
  const seesCycles = hasRole(session, 'office', 'scorer', 'leader', 'auditor', 'chair', 'reporter');
  const cycles = useQuery({ ...cyclesQuery, enabled: seesCycles });
  const cycle = cycles.data?.items.find(({ id }) => id === cycleId) ?? cycles.data?.items[0];
  const [open, setOpen] = useState(false);
  return (
    <div className="app">
      <a href="#content" className="unseen skip">
        {t('app.skip')}
      </a>
      <Header session={session} />
      <div className="app-bar">
        <ContextBar cycle={cycle ?? null} demonstration={session.mode === 'demonstration'} />
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="app-menu"
          onClick={() => setOpen(!open)}
        >
          {t('app.menu')}
        </button>
        <nav
          id="app-menu"
          aria-label={t('app.menu')}
          className={open ? 'app-menu is-open' : 'app-menu'}
          onClick={() => setOpen(false)}
        >
          {menuFor(session, cycle).map(({ key, ...target }) => (
            <Link
              key={key}
              {...target}
              className="app-menu-item"
              activeOptions={{ exact: key === 'home' || key === 'cycle', includeSearch: false }}
            >
              {t(`menu.${key}`)}
            </Link>
          ))}
        </nav>
      </div>
      <main id="content" className="app-content" tabIndex={0}>
        {children}
      </main>
    </div>
  );
}
