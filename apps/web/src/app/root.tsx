import { Outlet } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordPage, SessionOver, SignInPage } from '../features/accounts/index.js';
import { SignedInProvider, useSessionQuery } from '../platform/session.js';
import { LazyPart } from '../ui/lazy-part.js';
import { QueryFaces } from '../ui/query-faces.js';
import { Header } from './header.js';
import { sessionExpiry } from './session-expiry.js';
import { Shell } from './shell.js';

/** Signed in: the app. Otherwise the door, wherever the address leads; after signing in one is there. */
export function Root() {
  const { t } = useTranslation();
  const session = useSessionQuery();
  const expired = useSyncExternalStore(sessionExpiry.subscribe, sessionExpiry.current);
  return (
    <QueryFaces query={session} loading={t('common.loading')}>
      {(signedIn) => {
        if (signedIn === null) {
          return (
            <>
              <Header session={null} />
              <LazyPart>
                <SignInPage />
              </LazyPart>
            </>
          );
        }
        return (
          <SignedInProvider value={signedIn}>
            {signedIn.mustChangePassword === true ? (
              <>
                <Header session={signedIn} />
                <main>
                  <LazyPart antd>
                    <PasswordPage forced />
                  </LazyPart>
                </main>
              </>
            ) : (
              <Shell>
                <Outlet />
              </Shell>
            )}
            {expired && (
              <LazyPart antd>
                <SessionOver onSignedIn={sessionExpiry.clear} />
              </LazyPart>
            )}
          </SignedInProvider>
        );
      }}
    </QueryFaces>
  );
}
