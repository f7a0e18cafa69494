import type { SessionResponse } from '@heng/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { callApi } from '../platform/call-api.js';
import { switchLocale, useLocale } from '../platform/i18n.js';
import { sessionQuery } from '../platform/session.js';
import './shell.css';

/** The red head with its gold line: name, person, language, way out. */
export function Header({ session }: { readonly session: SessionResponse | null }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const queries = useQueryClient();
  const signOut = useMutation({
    mutationFn: () => callApi('/session', { method: 'DELETE' }),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, null);
    },
  });
  const appointment = session?.appointments[0];
  return (
    <header className="app-head">
      <Link to="/" className="app-name">
        {t('app.name')}
      </Link>
      <div className="app-person">
        {appointment && (
          <span className="app-appointment">
            {appointment.unitName} · {t(`role.${appointment.role}`)}
            {appointment.department === null ? '' : ` · ${appointment.department}`}
          </span>
        )}
        {session && <Link to="/password">{session.account.displayName}</Link>}
        <button
          type="button"
          lang={locale === 'en' ? 'zh-CN' : 'en'}
          onClick={() => switchLocale(locale === 'en' ? 'zh-CN' : 'en')}
        >
          {t('app.otherLanguage')}
        </button>
        {session && (
          <button type="button" disabled={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('app.signOut')}
          </button>
        )}
      </div>
    </header>
  );
}
