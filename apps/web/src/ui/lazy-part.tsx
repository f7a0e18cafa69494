import { Suspense, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LazyAntd } from './lazy-antd.js';
import { StateBlock } from './state-block.js';

/** A part that is loaded when it is first needed; with `antd` also what the component library needs around it. */
export function LazyPart({
  antd = false,
  children,
}: {
  readonly antd?: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const waiting = <StateBlock kind="loading" title={t('common.loading')} />;
  return antd ? (
    <LazyAntd fallback={waiting}>{children}</LazyAntd>
  ) : (
    <Suspense fallback={waiting}>{children}</Suspense>
  );
}
