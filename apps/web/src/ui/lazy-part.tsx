import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StateBlock } from './state-block.js';

/** A part that is loaded when it is first needed. */
export function LazyPart({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  return <Suspense fallback={<StateBlock kind="loading" title={t('common.loading')} />}>{children}</Suspense>;
}
