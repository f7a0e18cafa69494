import { AccountListResponse, type AccountResponse } from '@heng/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { Page } from '../../ui/page.js';
import '../../ui/plain-table.css';
import { StateBlock } from '../../ui/state-block.js';
import { CreateAccountDialog } from './create-account-dialog.js';

/** 账号: who has an account and which appointments; new ones get a one-time password. */
export function AccountsPage() {
  const { t } = useTranslation();
  const sayError = useSayError();
  const [creating, setCreating] = useState(false);
  const accounts = useInfiniteQuery({
    queryKey: ['accounts'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      callApi(`/accounts?limit=100${pageParam === '' ? '' : `&after=${encodeURIComponent(pageParam)}`}`, {
        answer: AccountListResponse,
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Page
      title={t('accounts.title')}
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          {t('accounts.create')}
        </Button>
      }
    >
      {accounts.isPending && <StateBlock kind="loading" title={t('common.loading')} />}
      {accounts.isError && <StateBlock kind="failed" title={sayError(accounts.error)} />}
      {accounts.data && <AccountTable accounts={accounts.data.pages.flatMap(({ items }) => items)} />}
      {accounts.hasNextPage && (
        <Button
          className="more"
          loading={accounts.isFetchingNextPage}
          onClick={() => void accounts.fetchNextPage()}
        >
          {t('common.more')}
        </Button>
      )}
      {creating && <CreateAccountDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}

function AccountTable({ accounts }: { readonly accounts: readonly AccountResponse[] }) {
  const { t } = useTranslation();
  if (accounts.length === 0) return <StateBlock kind="empty" title={t('accounts.none')} />;
  return (
    <div className="table-scroll" role="region" aria-label={t('accounts.title')} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            {(['login', 'displayName', 'appointments', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`accounts.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ id, login, displayName, appointments, disabled }) => (
            <tr key={id}>
              <th scope="row">{login}</th>
              <td>{displayName}</td>
              <td>
                {appointments.map(({ role, unit, unitName, department }) => (
                  <div key={`${role} ${unit} ${department}`}>
                    {t(`role.${role}`)} · {unitName}
                    {department === null ? '' : ` · ${department}`}
                  </div>
                ))}
              </td>
              <td>{t(disabled ? 'accounts.disabled' : 'accounts.enabled')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
