import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../platform/api-error.js';
import { useSayError } from '../platform/say-error.js';
import { Button } from './button.js';
import { StateBlock } from './state-block.js';

type Props<T> = {
  readonly query: UseQueryResult<T>;
  readonly loading: string;
  readonly children: (data: T) => ReactNode;
};

/** Loading, failed or full: three of a screen's four faces; the full one decides whether it is empty. */
export function QueryFaces<T>({ query, loading, children }: Props<T>) {
  const { t } = useTranslation();
  const sayError = useSayError();
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isPending) return <StateBlock kind="loading" title={loading} />;
  const number = query.error instanceof ApiError ? query.error.correlationId : null;
  return (
    <StateBlock kind="failed" title={sayError(query.error)}>
      {number !== null && <p className="muted">{t('errors.number', { number })}</p>}
      <Button onClick={() => void query.refetch()}>{t('common.retry')}</Button>
    </StateBlock>
  );
}
