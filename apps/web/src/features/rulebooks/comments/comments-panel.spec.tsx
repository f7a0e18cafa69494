import type { RuleBookComment } from '@heng/contracts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithQueries } from '../../../../test/fetch-stub.js';
import { CommentsPanel, useCommentCounts } from './index.js';

const comment = (id: number, rest: Partial<RuleBookComment>): RuleBookComment => ({
  id: `00000000-0000-4000-8000-00000000000${id}`,
  place: 'indicator/H01',
  text: '目标太高',
  by: '张三',
  at: '2026-03-01T08:00:00+08:00',
  resolved: null,
  ...rest,
});

/** The comments of a book, kept as the API keeps them; everything asked of it is written down. */
function commentServer(items: RuleBookComment[], refuses = false): string[] {
  const asked: string[] = [];
  const answer = (status: number, body: unknown) =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(body) } as Response);
  globalThis.fetch = (input, init) => {
    const path = String(input).replace(/^\/api/, '');
    const method = init?.method ?? 'GET';
    asked.push(`${method} ${path} ${typeof init?.body === 'string' ? init.body : ''}`.trim());
    if (method === 'GET') return answer(200, { items });
    if (refuses) return answer(503, {});
    if (path.endsWith('/resolution')) {
      const index = items.findIndex(({ id }) => path.includes(id));
      items[index] = { ...items[index]!, resolved: { by: '李四', at: '2026-03-02T08:00:00+08:00' } };
      return answer(200, items[index]);
    }
    const { place, text } = JSON.parse(String(init?.body)) as { place: string; text: string };
    items.push(comment(9, { place, text }));
    return answer(201, items[items.length - 1]);
  };
  return asked;
}

const places = [{ place: 'indicator/H01', title: 'H01 组建率' }];
const panel = (place = 'indicator/H01') => <CommentsPanel bookId="b" place={place} places={places} />;

describe('comments on a rule book', () => {
  it('shows those of the open place, with who and when, and all of them on request', async () => {
    const user = userEvent.setup();
    commentServer([
      comment(1, {}),
      comment(2, { place: 'book', text: '总分怎么定的' }),
      comment(3, { place: 'fact/old', text: '口径' }),
    ]);
    renderWithQueries(panel());
    expect(await screen.findByText('目标太高')).toBeInTheDocument();
    expect(screen.getByText('张三，2026-03-01 08:00')).toBeInTheDocument();
    expect(screen.queryByText('总分怎么定的')).toBeNull();
    await user.click(screen.getByRole('radio', { name: '全书的意见' }));
    expect(screen.getByText('整本规则书')).toBeInTheDocument();
    expect(screen.getByText('已删除的部分（fact/old）')).toBeInTheDocument();
  });

  it('adds one to the open place', async () => {
    const user = userEvent.setup();
    const asked = commentServer([]);
    renderWithQueries(panel());
    const box = await screen.findByRole('textbox', { name: '写一条意见' });
    expect(box).toHaveAccessibleDescription('位置：H01 组建率');
    await user.type(box, '  建议改为 14 个 ');
    await user.click(screen.getByRole('button', { name: '提出' }));
    expect(await screen.findByText('建议改为 14 个')).toBeInTheDocument();
    expect(asked).toContain('POST /rulebooks/b/comments {"place":"indicator/H01","text":"建议改为 14 个"}');
    expect(box).toHaveValue('');
  });

  it('keeps what is written when it could not be added', async () => {
    const user = userEvent.setup();
    commentServer([], true);
    renderWithQueries(panel());
    const box = await screen.findByRole('textbox', { name: '写一条意见' });
    await user.type(box, '别丢');
    await user.click(screen.getByRole('button', { name: '提出' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('意见没有提出');
    expect(box).toHaveValue('别丢');
  });

  it('marks one as resolved, which then only shows on request', async () => {
    const user = userEvent.setup();
    commentServer([comment(1, {})]);
    renderWithQueries(panel());
    await user.click(await screen.findByRole('button', { name: '把“目标太高”标为已解决' }));
    await waitFor(() => expect(screen.queryByText('目标太高')).toBeNull());
    await user.click(screen.getByRole('checkbox', { name: '也看已解决的（1 条）' }));
    expect(screen.getByText(/已解决：李四/)).toBeInTheDocument();
  });

  it('counts the open ones by place', async () => {
    commentServer([
      comment(1, {}),
      comment(2, {}),
      comment(3, { resolved: { by: '李四', at: '2026-03-02T08:00:00+08:00' } }),
      comment(4, { place: 'book' }),
    ]);
    renderWithQueries(<Counts />);
    await waitFor(() => expect(screen.getByText('indicator/H01 2, book 1')).toBeInTheDocument());
  });
});

function Counts() {
  const counts = useCommentCounts('b');
  return <p>{[...counts].map(([place, count]) => `${place} ${count}`).join(', ')}</p>;
}
