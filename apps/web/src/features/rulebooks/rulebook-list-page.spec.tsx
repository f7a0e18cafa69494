import type { RuleBookSummary, SessionResponse } from '@heng/contracts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithQueries, stubFetch } from '../../../test/fetch-stub.js';
import { SignedInProvider } from '../../platform/session.js';
import { groupsOf, nextVersion } from './list/book-sources.js';
import { RuleBookListPage } from './rulebook-list-page.js';

let number = 0;
const aBook = (title: string, more: Partial<RuleBookSummary> = {}): RuleBookSummary => ({
  id: `11111111-1111-4111-8111-11111111111${(number += 1)}`,
  key: 'rules',
  bookVersion: '1.0',
  title: { zh: title, en: title },
  year: 2026,
  status: 'published',
  hash: 'x',
  version: 3,
  changedBy: '王主席',
  changedAt: '2026-11-01T00:00:00Z',
  review: null,
  amends: null,
  supersededBy: null,
  ...more,
});

const inForce = aBook('施行的');
const items = [
  inForce,
  aBook('草稿', { status: 'draft', key: 'draft' }),
  aBook('旧的', { key: 'old', supersededBy: inForce.id }),
];

function show(role: 'office' | 'chair') {
  const session: SessionResponse = {
    account: { id: '22222222-2222-4222-8222-222222222222', login: 'x', displayName: '王主席' },
    appointments: [
      { role, unit: '330100000000', unitName: '县妇联', unitType: 'WomensFederation', department: null },
    ],
    mode: 'production',
  };
  stubFetch({ '/rulebooks?limit=200': { body: { items, next: null } } });
  const link = (id: string, words: string) => <a href={`/${id}`}>{words}</a>;
  renderWithQueries(
    <SignedInProvider value={session}>
      <RuleBookListPage
        links={{
          reading: link,
          workshop: (id, words) => link(`${id}/workshop`, words),
          importing: (words) => <a href="/import">{words}</a>,
        }}
        onCreated={() => undefined}
      />
    </SignedInProvider>,
  );
}

describe('the list of rule books', () => {
  it('groups them by what can be done with them, and leads drafts into the workshop', async () => {
    show('office');
    const inWork = await screen.findByRole('region', { name: /正在编制/ });
    expect(within(inWork).getByRole('link', { name: '草稿' })).toHaveAttribute(
      'href',
      expect.stringMatching(/workshop$/),
    );
    expect(within(inWork).getByRole('button', { name: '删除草稿：草稿' })).toBeInTheDocument();
    const running = screen.getByRole('region', { name: /正在施行/ });
    expect(within(running).getByRole('button', { name: '修订：施行的' })).toBeInTheDocument();
    const replaced = screen.getByRole('region', { name: /已被修订取代/ });
    expect(within(replaced).queryByRole('button', { name: /^修订/ })).toBeNull();
    expect(within(replaced).getByRole('button', { name: '复制为下一年度草稿：旧的' })).toBeInTheDocument();
  });

  it('lets those who only read do nothing but read', async () => {
    show('chair');
    expect(await screen.findByRole('link', { name: '施行的' })).toBeInTheDocument();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('link', { name: '导入' })).toBeNull();
  });

  it('asks for what an amendment needs and suggests a version that is free', async () => {
    show('office');
    await userEvent.click(await screen.findByRole('button', { name: '修订：施行的' }));
    const dialog = screen.getByRole('dialog', { name: '修订已发布的规则书' });
    expect(within(dialog).getByRole('textbox', { name: '修订稿的版本号' })).toHaveValue('1.1');
    const begin = within(dialog).getByRole('button', { name: '建立修订稿' });
    expect(begin).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('施行日期'), '2026-07-01');
    await userEvent.type(within(dialog).getByLabelText('修订原因'), '短');
    expect(begin).toBeDisabled();
    await userEvent.type(within(dialog).getByLabelText('修订原因'), '按新文件调整');
    expect(begin).toBeEnabled();
  });

  it('copies a book into the next year under an id of its own', async () => {
    show('office');
    await userEvent.click(await screen.findByRole('button', { name: '新建规则书' }));
    const dialog = screen.getByRole('dialog', { name: '新建规则书' });
    await userEvent.selectOptions(within(dialog).getByLabelText('从哪里开始'), 'village');
    expect(await within(dialog).findByDisplayValue(/^default-village-\d{4}$/)).toBeInTheDocument();
  });
});

describe('versions and groups', () => {
  it('find the next free number', () => {
    const one = aBook('一');
    expect(nextVersion(one, [one])).toBe('1.1');
    expect(nextVersion(one, [one, { ...one, bookVersion: '1.1' }])).toBe('1.2');
    expect(nextVersion({ ...one, bookVersion: '2' }, [])).toBe('2.1');
    expect(nextVersion({ ...one, bookVersion: '1.9' }, [])).toBe('1.10');
  });

  it('put the newest first', () => {
    const older = aBook('旧', { year: 2025 });
    expect(groupsOf([older, inForce]).inForce).toEqual([inForce, older]);
  });
});
