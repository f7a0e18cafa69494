import { WelcomeResponse } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { LazyPart } from '../../ui/lazy-part.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { SignInForm, useSignIn } from './sign-in-form.js';
import './sign-in-page.css';

const SetupForm = lazy(() => import('./setup-form.js').then((form) => ({ default: form.SetupForm })));

/** The door: sign in, in a demonstration by one click, and on the very first start the set-up. */
export function SignInPage() {
  const { t } = useTranslation();
  const welcome = useQuery({
    queryKey: ['welcome'],
    queryFn: ({ signal }) => callApi('/welcome', { answer: WelcomeResponse, signal }),
  });
  const signIn = useSignIn();
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{t('app.name')}</h1>
        <p className="muted">{t('app.motto')}</p>
        <QueryFaces query={welcome} loading={t('common.loading')}>
          {({ mode, setupNeeded, demonstrationAccounts }) =>
            setupNeeded ? (
              <LazyPart antd>
                <SetupForm />
              </LazyPart>
            ) : (
              <>
                {mode === 'demonstration' && <p className="data-label">{t('app.demonstration')}</p>}
                <SignInForm signIn={signIn} />
                {demonstrationAccounts.length > 0 && (
                  <section className="demo-accounts" aria-labelledby="demo-title">
                    <h2 id="demo-title">{t('signIn.demonstration')}</h2>
                    {demonstrationAccounts.map(({ login, password, displayName, unitName, role }) => (
                      <button
                        key={login}
                        type="button"
                        disabled={signIn.isPending}
                        onClick={() => signIn.mutate({ login, password })}
                      >
                        <span className="demo-role">{t(`role.${role}`)}</span>
                        <span className="demo-name">{displayName}</span>
                        <span className="demo-unit">{unitName}</span>
                      </button>
                    ))}
                  </section>
                )}
              </>
            )
          }
        </QueryFaces>
      </div>
    </main>
  );
}
