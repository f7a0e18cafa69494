import { lazy } from 'react';

// Each page is loaded when it is opened: who is signed in needs no sign-in form, and only administrators need the table.
export const AccountsPage = lazy(() =>
  import('./accounts-page.js').then((page) => ({ default: page.AccountsPage })),
);
export const PasswordPage = lazy(() =>
  import('./password-page.js').then((page) => ({ default: page.PasswordPage })),
);
export const SessionOver = lazy(() =>
  import('./session-over.js').then((page) => ({ default: page.SessionOver })),
);
export const SignInPage = lazy(() =>
  import('./sign-in-page.js').then((page) => ({ default: page.SignInPage })),
);
