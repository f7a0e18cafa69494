import type { RuleBookReadingResponse } from '@heng/contracts';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithQueries, stubFetch } from '../../../../test/fetch-stub.js';
import { smallBook } from '../../../../test/small-book.js';
import { smallRegulation } from '../../../../test/small-regulation.js';
import { ImportPage } from './import-page.js';

const id = '33333333-3333-4333-8333-333333333333';
const created = {
  id,
  key: 'imported-2026',
  bookVersion: '1.0',
  title: smallBook.title,
  year: 2026,
  status: 'draft',
  hash: 'b',
  version: 1,
  changedBy: '办公室',
  changedAt: '2026-11-20T08:00:00+08:00',
  review: null,
  amends: null,
  supersededBy: null,
  book: smallBook,
  findings: [],
};

let opened: string | null = null;

function show(reading: RuleBookReadingResponse | { status: number; body: unknown }) {
  opened = null;
  stubFetch({
    '/rulebooks?limit=200': { body: { items: [], next: null } },
    '/rulebook-readings': 'kind' in reading ? { body: reading } : reading,
    '/rulebooks': { body: created },
  });
  renderWithQueries(<ImportPage issuer="县妇联" onCreated={(made) => (opened = made)} />);
}

const choose = async (name = '细则.xlsx') =>
  userEvent.upload(screen.getByLabelText('要导入的文件'), new File(['x'], name));

beforeEach(() => localStorage.clear());

describe('the import of an ordinary 细则', () => {
  const regulation = { kind: 'regulation', regulation: smallRegulation } as const;

  it('shows every row with its words, what was understood and what is asked', async () => {
    show(regulation);
    await choose();
    const card = await screen.findByRole('article', { name: '例会' });
    expect(card).toHaveTextContent('每少一次扣1分。');
    expect(within(card).getByText('每少一次扣1分').tagName).toBe('MARK');
    expect(within(card).getAllByText('建议').length).toBeGreaterThan(0);
    expect(screen.getByRole('status')).toHaveTextContent('共 3 条：读懂 2要问 0人工评分 1不计分 0');
    expect(screen.getByText('合计 16')).toBeInTheDocument();
  });

  it('goes from one open question to the next on the key n', async () => {
    show(regulation);
    await choose();
    await screen.findByRole('article', { name: '例会' });
    await userEvent.keyboard('n');
    const first = document.activeElement;
    expect(first).toHaveAttribute('type', 'radio');
    await userEvent.keyboard('n');
    expect(document.activeElement).not.toBe(first);
  });

  it('types an n into a field as a letter', async () => {
    show(regulation);
    await choose();
    const field = await screen.findByRole('textbox', { name: '编号（字母、数字）' });
    await userEvent.type(field, 'n');
    expect(field).toHaveFocus();
    expect(field).toHaveValue('imported-2026n');
  });

  it('keeps the answers on this machine, so that closing the page loses none', async () => {
    show(regulation);
    await choose();
    await userEvent.click(await screen.findByRole('button', { name: /其余 \d+ 个都按建议/ }));
    expect(await screen.findByRole('button', { name: '问题都答完了' })).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: '换一个文件' }));
    expect(screen.getByText(/已答 \d+ 题/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: '继续导入《妇联工作考核细则》' }));
    expect(await screen.findByRole('button', { name: '问题都答完了' })).toBeDisabled();
  });

  it('makes a draft and opens it, and says what goes by suggestion', async () => {
    show(regulation);
    await choose();
    const panel = await screen.findByRole('region', { name: '建立草稿' });
    expect(panel).toHaveTextContent(/\d+ 个问题没有确认，将按建议办理/);
    await userEvent.click(within(panel).getByRole('button', { name: '建立草稿' }));
    await waitFor(() => expect(opened).toBe(id));
  });

  it('does not make a draft before its head is right', async () => {
    show(regulation);
    await choose();
    await userEvent.clear(await screen.findByRole('textbox', { name: '考核年度' }));
    expect(screen.getByText('请先把基本信息写对：考核年度。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '建立草稿' })).toBeDisabled();
  });
});

describe('the import of a rule-book workbook', () => {
  it('lists what is wrong by cell, with reason and remedy, and offers the marked file', async () => {
    show({
      kind: 'rule-book',
      book: null,
      findings: [
        {
          severity: 'error',
          code: 'NOT_A_NUMBER',
          place: { sheet: '指标', row: 7, column: 6, heading: '分值' },
          cell: 'F7',
          message: { zh: '“五”不是数。', en: 'Not a number.' },
          fix: { zh: '写成 5。', en: 'Write 5.' },
        },
      ],
      corrected: 'eA==',
    });
    await choose('规则书.xlsx');
    const row = (await screen.findByText('“五”不是数。')).closest('tr');
    expect(row).toHaveTextContent('错误指标7分值F7“五”不是数。写成 5。');
    expect(screen.getByRole('button', { name: '下载标好位置的文件' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '建立草稿' })).toBeNull();
  });

  it('makes a draft of a book that could be read', async () => {
    show({ kind: 'rule-book', book: smallBook, findings: [], corrected: null });
    await choose('规则书.xlsx');
    await userEvent.click(await screen.findByRole('button', { name: '建立草稿' }));
    await waitFor(() => expect(opened).toBe(id));
  });
});

it('says why a file was refused, where, and that nothing was stored', async () => {
  show({
    status: 422,
    body: {
      type: 'about:blank',
      title: 'Unprocessable',
      status: 422,
      code: 'FILE_REFUSED',
      message: { zh: '这个文件读不了。', en: 'Cannot be read.' },
      correlationId: 'x',
      problems: [
        {
          code: 'FORMULA',
          path: '考核表!C7',
          message: { zh: '单元格是公式。', en: 'A formula.' },
          fix: { zh: '改成数值。', en: 'Write the value.' },
        },
      ],
    },
  });
  await choose();
  expect(await screen.findByRole('alert')).toHaveTextContent(
    '这个文件读不了。考核表!C7：单元格是公式。 改成数值。没有保存任何内容。',
  );
});
