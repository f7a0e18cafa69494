import type { RuleBookDraftResponse, SessionResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderWithQueries } from '../../../../test/fetch-stub.js';
import { smallBook } from '../../../../test/small-book.js';
import { SignedInProvider } from '../../../platform/session.js';
import { DraftStore } from './draft-store.js';
import { Workshop } from './workshop.js';

const [section] = smallBook.sections;
const [indicator] = section!.indicators!;
const book: RuleBook = {
  ...smallBook,
  totalPoints: '20',
  sections: [
    section!,
    { ...section!, id: 'B', title: { zh: '维权', en: 'Rights' }, indicators: [{ ...indicator!, id: 'H02' }] },
  ],
};

const answer = (document: unknown, more: Partial<RuleBookDraftResponse> = {}): RuleBookDraftResponse => ({
  id: '11111111-1111-4111-8111-111111111111',
  key: 'small',
  bookVersion: '1.0',
  title: smallBook.title,
  year: 2026,
  status: 'draft',
  hash: 'x',
  version: 1,
  changedBy: '王主席',
  changedAt: '2026-11-01T00:00:00Z',
  review: null,
  amends: null,
  supersededBy: null,
  document,
  problems: [],
  findings: [],
  ...more,
});

const session = (role: 'office' | 'leader'): SessionResponse => ({
  account: { id: '22222222-2222-4222-8222-222222222222', login: 'x', displayName: '王主席' },
  appointments: [
    { role, unit: '330100000000', unitName: '县妇联', unitType: 'WomensFederation', department: null },
  ],
  mode: 'production',
});

function open(
  document: unknown,
  {
    role = 'office',
    at = 'head',
    more = {},
  }: { role?: 'office' | 'leader'; at?: string; more?: object } = {},
) {
  const saved: unknown[] = [];
  const store = new DraftStore(answer(document, more), {
    load: () => Promise.resolve(answer(document)),
    save: (next, version) => {
      saved.push(next);
      return Promise.resolve(answer(next, { version: version + 1 }));
    },
  });
  function Page() {
    const [place, setPlace] = useState(at);
    return (
      <SignedInProvider value={session(role)}>
        <Workshop
          store={store}
          at={place}
          onAt={setPlace}
          onPublished={() => undefined}
          links={() => <a href="/reading">阅读</a>}
        />
      </SignedInProvider>
    );
  }
  renderWithQueries(<Page />);
  return { store, saved, document: () => store.snapshot().document as RuleBook };
}

const lines = () => screen.getAllByRole('treeitem').map(({ dataset }) => dataset['key']);
const line = (name: RegExp) => screen.getByRole('treeitem', { name });

describe('the workshop', () => {
  it('takes what is typed, undoes it with Ctrl+Z and brings it back with Ctrl+Y', async () => {
    const { document } = open(book);
    const title = screen.getByRole('textbox', { name: '名称' });
    await userEvent.clear(title);
    await userEvent.type(title, '新细则');
    expect(document().title.zh).toBe('新细则');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('新细则');
    fireEvent.keyDown(title, { key: 'z', ctrlKey: true });
    expect(document().title.zh).toBe('小规则书');
    fireEvent.keyDown(title, { key: 'y', ctrlKey: true });
    expect(document().title.zh).toBe('新细则');
  });

  it('says whether the work is saved', async () => {
    const { saved, store } = open(book);
    await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '！');
    expect(screen.getByText('有改动，稍后自动保存')).toBeInTheDocument();
    await act(() => store.flush());
    expect(screen.getByText('已保存')).toBeInTheDocument();
    expect(saved).toHaveLength(1);
  });

  it('keeps English equal to Chinese until somebody writes it', async () => {
    const { document } = open({ ...book, title: { zh: '细则', en: '细则' } });
    await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '二');
    expect(document().title).toEqual({ zh: '细则二', en: '细则二' });
    await userEvent.type(screen.getByRole('textbox', { name: '名称（英文，可不填）' }), 'R');
    await userEvent.type(screen.getByRole('textbox', { name: '名称' }), '三');
    expect(document().title).toEqual({ zh: '细则二三', en: 'R' });
  });

  it('walks the outline with the arrows and moves lines with Alt', async () => {
    const { document } = open(book);
    expect(lines().slice(0, 5)).toEqual(['head', 'section/A', 'indicator/H01', 'section/B', 'indicator/H02']);
    line(/H01/).focus();
    await userEvent.click(line(/H01/));
    fireEvent.keyDown(line(/H01/), { key: 'ArrowDown', altKey: true });
    expect(lines().slice(1, 5)).toEqual(['section/A', 'section/B', 'indicator/H01', 'indicator/H02']);
    expect(line(/H01/)).toHaveFocus();
    fireEvent.keyDown(line(/H01/), { key: 'ArrowDown' });
    expect(line(/H02/)).toHaveFocus();
    expect(line(/H02/)).toHaveAttribute('aria-selected', 'true');
    fireEvent.keyDown(line(/B 维权/), { key: 'ArrowLeft' });
    expect(screen.queryByRole('treeitem', { name: /H02/ })).toBeNull();
    expect(document().sections[1]?.indicators?.map(({ id }) => id)).toEqual(['H01', 'H02']);
  });

  it('adds, copies and removes lines, with ids of their own', async () => {
    const { document, store } = open(book, { at: 'section/B' });
    await userEvent.click(screen.getByRole('button', { name: '复制' }));
    expect(lines()).toContain('section/B-2');
    expect(lines()).toContain('indicator/H02-2');
    await userEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(lines()).not.toContain('section/B-2');
    act(() => store.undo());
    act(() => store.undo());
    expect(document()).toBe(book);
    await userEvent.click(line(/B 维权/));
    await userEvent.click(screen.getByRole('button', { name: '加指标' }));
    expect(document().sections[1]?.indicators).toHaveLength(2);
  });

  it('names what is wrong with its place, leads there and mends it with a button', async () => {
    const { document } = open({ ...book, totalPoints: '30' }, { at: 'grades' });
    const check = screen.getByRole('tabpanel');
    expect(within(check).getByText(/处必须改正/)).toBeInTheDocument();
    await userEvent.click(within(check).getByRole('button', { name: '转到 基本信息' }));
    expect(screen.getByRole('textbox', { name: '总分' })).toHaveFocus();
    await userEvent.click(within(check).getByRole('button', { name: '总分改为 20 分' }));
    expect(document().totalPoints).toBe('20');
    await waitFor(() => expect(within(check).queryByText(/处必须改正/)).toBeNull());
  });

  it('opens a document of no shape as its text, and takes it when it has been mended', async () => {
    const { document } = open({ ...book, sections: 'none' });
    expect(screen.queryByRole('tree')).toBeNull();
    const box = screen.getByRole('textbox', { name: '全文文本' });
    fireEvent.change(box, { target: { value: '{' } });
    await userEvent.click(screen.getByRole('button', { name: '检查并采用' }));
    expect(screen.getByRole('alert')).toHaveTextContent('不是完整的 JSON');
    fireEvent.change(box, { target: { value: JSON.stringify({ ...book, totalPoints: '7' }) } });
    await userEvent.click(screen.getByRole('button', { name: '检查并采用' }));
    expect(screen.getByRole('alert')).toHaveTextContent('还没有采用');
    fireEvent.change(box, { target: { value: JSON.stringify(book) } });
    await userEvent.click(screen.getByRole('button', { name: '检查并采用' }));
    expect(screen.getByRole('tree')).toBeInTheDocument();
    expect(document()).toEqual(book);
  });

  it('stays open while a field is empty', async () => {
    const { document } = open(book, { at: 'section/A' });
    await userEvent.clear(screen.getByRole('textbox', { name: '分值' }));
    await userEvent.clear(screen.getByRole('textbox', { name: '名称' }));
    expect(document().sections[0]?.points).toBe('');
    expect(screen.getByRole('textbox', { name: '分值' })).toBeInTheDocument();
    await userEvent.type(screen.getByRole('textbox', { name: '分值' }), '１０');
    expect(document().sections[0]?.points).toBe('10');
  });

  it('renames an id everywhere when the field is left', async () => {
    const { document } = open(book, { at: 'fact/built' });
    const id = screen.getByRole('textbox', { name: '代号' });
    await userEvent.clear(id);
    await userEvent.type(id, 'coverage');
    expect(document().facts[0]?.id).toBe('built');
    await userEvent.tab();
    expect(document().facts[0]?.id).toBe('coverage');
    expect(document().sections[0]?.indicators?.[0]?.measure).toEqual({ kind: 'fact', fact: 'coverage' });
  });

  it('lets those who only discuss read everything and change nothing', () => {
    open(book, { role: 'leader' });
    expect(screen.getByRole('textbox', { name: '名称' })).toBeDisabled();
    expect(screen.queryByRole('button', { name: '发布' })).toBeNull();
    expect(screen.getByRole('button', { name: '审核通过' })).toBeEnabled();
  });

  it('lets those who only read walk through the facts and to where they are used', async () => {
    open(book, { role: 'leader', at: 'facts' });
    await userEvent.click(screen.getByRole('button', { name: /已建数/ }));
    expect(screen.getByRole('textbox', { name: '代号' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'H01 组建率' }));
    expect(line(/H01/)).toHaveAttribute('aria-selected', 'true');
  });

  it('says what stands in the way of publishing', async () => {
    open(
      { ...book, effective: { from: '2026-03-01', to: '2026-12-31' } },
      {
        more: {
          amends: {
            id: '33333333-3333-4333-8333-333333333333',
            effectiveFrom: '2026-07-01',
            reason: '调整分值',
          },
        },
      },
    );
    await userEvent.click(screen.getByRole('button', { name: '发布' }));
    const dialog = screen.getByRole('dialog', { name: '发布' });
    expect(within(dialog).getByText(/还没有审核/)).toBeInTheDocument();
    expect(within(dialog).getByText(/2026-07-01 起施行/)).toBeInTheDocument();
    expect(within(dialog).getByRole('button', { name: '确认发布' })).toBeDisabled();
  });
});
