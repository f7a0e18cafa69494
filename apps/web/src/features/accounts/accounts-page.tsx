import { AccountListResponse, type AccountResponse } from '@heng/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { useSayError } from '../../platform/say-error.js';
import { Page } from '../../ui/page.js';
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
  const columns: TableColumnsType<AccountResponse> = [
    { title: t('accounts.login'), dataIndex: 'login', width: 180 },
    { title: t('accounts.displayName'), dataIndex: 'displayName', width: 160 },
    {
      title: t('accounts.appointments'),
      key: 'appointments',
      render: (_, { appointments }) =>
        appointments.map(({ role, unit, unitName, department }) => (
          <div key={`${role} ${unit} ${department}`}>
            {t(`role.${role}`)} · {unitName}
            {department === null ? '' : ` · ${department}`}
          </div>
        )),
    },
    {
      title: t('accounts.state'),
      dataIndex: 'disabled',
      width: 96,
      render: (disabled: boolean) => t(disabled ? 'accounts.disabled' : 'accounts.enabled'),
    },
  ];
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
      {accounts.data && (
        <Table
          rowKey="id"
          size="middle"
          columns={columns}
          dataSource={accounts.data.pages.flatMap(({ items }) => items)}
          pagination={false}
          scroll={{ x: 640 }}
          locale={{ emptyText: t('accounts.none') }}
        />
      )}
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
