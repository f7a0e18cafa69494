import { OrganizationListResponse, type OrganizationResponse } from '@heng/contracts';
import { useQuery } from '@tanstack/react-query';
import { Input, Table, type TableColumnsType } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { callApi } from '../../platform/call-api.js';
import { Page } from '../../ui/page.js';
import { QueryFaces } from '../../ui/query-faces.js';
import { organizationTree, type OrganizationNode } from './organization-tree.js';

export type OrganizationsSearch = { readonly name?: string | undefined };
type Props = {
  readonly search: OrganizationsSearch;
  readonly onSearch: (search: OrganizationsSearch) => void;
};

/** 组织: the units the person may see, as a tree; a search shows the hits as a list. */
export function OrganizationsPage({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const organizations = useQuery({ queryKey: ['organizations'], queryFn: ({ signal }) => everyPage(signal) });
  const name = search.name ?? '';
  return (
    <Page
      title={t('organizations.title')}
      actions={
        <Input.Search
          allowClear
          aria-label={t('organizations.search')}
          placeholder={t('organizations.search')}
          defaultValue={name}
          onSearch={(value) => onSearch({ name: value === '' ? undefined : value })}
        />
      }
    >
      <QueryFaces query={organizations} loading={t('common.loading')}>
        {(items) => <Tree items={items} name={name} />}
      </QueryFaces>
    </Page>
  );
}

function Tree({ items, name }: { readonly items: readonly OrganizationResponse[]; readonly name: string }) {
  const { t } = useTranslation();
  const nodes = useMemo(
    () =>
      name === ''
        ? organizationTree(items)
        : items.filter((item) => item.name.includes(name) || item.code.startsWith(name)),
    [items, name],
  );
  const columns: TableColumnsType<OrganizationNode> = [
    { title: t('organizations.name'), dataIndex: 'name', width: 320 },
    { title: t('organizations.code'), dataIndex: 'code', width: 190 },
    {
      title: t('organizations.type'),
      dataIndex: 'type',
      width: 160,
      render: (type: OrganizationResponse['type']) => t(`unitType.${type}`),
    },
    { title: t('organizations.since'), dataIndex: 'validFrom', width: 120 },
  ];
  return (
    <Table
      virtual
      rowKey="code"
      size="small"
      columns={columns}
      dataSource={nodes}
      pagination={false}
      scroll={{ x: 790, y: 560 }}
      expandable={{ defaultExpandedRowKeys: name === '' ? nodes.slice(0, 1).map(({ code }) => code) : [] }}
      locale={{ emptyText: t(name === '' ? 'organizations.none' : 'organizations.noHit', { name }) }}
    />
  );
}

async function everyPage(signal: AbortSignal): Promise<OrganizationResponse[]> {
  const items: OrganizationResponse[] = [];
  let after: string | null = '';
  while (after !== null) {
    const query: string = after === '' ? '' : `&after=${encodeURIComponent(after)}`;
    const page: OrganizationListResponse = await callApi(`/organizations?limit=500${query}`, {
      answer: OrganizationListResponse,
      signal,
    });
    items.push(...page.items);
    after = page.next;
  }
  return items;
}
