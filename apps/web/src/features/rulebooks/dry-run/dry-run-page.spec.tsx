import type { RuleBookDraftResponse } from '@heng/contracts';
import type { RuleBook } from '@heng/rules';
import { dryRun } from '@heng/rules/compare';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderWithQueries, stubFetch } from '../../../../test/fetch-stub.js';
import { smallCycle } from '../../../../test/small-book.js';
import { aDraft, lastYear } from '../../../../test/small-trial.js';
import { DryRunPage } from './dry-run-page.js';
import type { DryRunSearch } from './dry-run-search.js';
import type { RunTrial } from './run-trial.js';

const id = '33333333-3333-4333-8333-333333333333';
const summary = {
  key: aDraft.id,
  bookVersion: '1.0',
  title: aDraft.title,
  year: 2027,
  status: 'draft',
  hash: 'b',
  version: 1,
  changedBy: '办公室',
  changedAt: '2026-11-20T08:00:00+08:00',
  review: null,
  amends: null,
  supersededBy: null,
} as const;
const draftAnswer = (document: unknown): RuleBookDraftResponse => ({
  ...summary,
  id,
  document,
  problems: [],
  findings: [],
});
const bookAnswer = (book: RuleBook) => ({ ...summary, id: smallCycle.ruleBookId, book, findings: [] });
const cells = lastYear.units.flatMap(({ code, facts }) =>
  Object.entries(facts).map(([fact, entry]) => ({
    unit: code,
    fact,
    declared: entry.declared ?? null,
    verified: entry.verified ?? null,
    notApplicable: null,
    version: 1,
    changedBy: null,
    changedAt: null,
  })),
);

/** The real dry run, in the thread of the test. */
const inThisThread: RunTrial = ({ draft, last, options }) => ({
  result: Promise.resolve().then(() => dryRun(draft, last, options)),
  cancel: () => {},
});

function Sheet({ runTrial, start }: { runTrial: RunTrial; start: DryRunSearch }) {
  const [search, setSearch] = useState(start);
  return <DryRunPage id={id} search={search} onSearch={setSearch} runTrial={runTrial} />;
}

function show(document: unknown = aDraft, runTrial = inThisThread, start: DryRunSearch = {}) {
  stubFetch({
    [`/rulebooks/${id}/draft`]: { body: draftAnswer(document) },
    '/cycles?limit=100': { body: { items: [smallCycle], next: null } },
    [`/cycles/${smallCycle.id}/worksheet`]: {
      body: {
        cycleId: smallCycle.id,
        units: lastYear.units.map(({ code, name }) => ({
          code,
          name,
          type: 'TownshipFederation',
          parent: '330100000000',
          attributes: {},
        })),
        cells,
        previous: [],
        enterable: [],
        lockedBecause: null,
      },
    },
    [`/rulebooks/${smallCycle.ruleBookId}`]: { body: bookAnswer(lastYear.book) },
    '/rulebooks?limit=200': {
      body: { items: [{ ...summary, id: smallCycle.ruleBookId, status: 'published' }], next: null },
    },
  });
  renderWithQueries(<Sheet runTrial={runTrial} start={start} />);
}

describe('the dry run of a draft', () => {
  it('takes the facts of the cycle under the book of the same title and says what comes of it in three sentences', async () => {
    show();
    const sentences = await screen.findByRole('list', { name: '试算结论' });
    expect(within(sentences).getAllByRole('listitem').length).toBe(3);
    expect(sentences).toHaveTextContent('3 个单位中');
    expect(sentences).toHaveTextContent('1 项指标（5 分）缺往年数据，暂不计入。');
    expect(screen.getByRole('combobox', { name: '用哪一年的数据' })).toHaveValue(smallCycle.id);
  });

  it('opens all parts of a unit, which add up to the move of its total', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: '青山镇妇联' }));
    const parts = screen.getByRole('table', { name: '青山镇妇联总分变化的全部原因' });
    const [foot] = within(parts).getAllByRole('row').slice(-1);
    expect(foot).toHaveTextContent('合计，即总分变化−1.75');
    expect(parts).toHaveTextContent('不适用部分的折算');
  });

  it('lets a fact of another name stand in, and then tells who moves', async () => {
    show(aDraft, inThisThread, { view: 'facts' });
    await userEvent.click(await screen.findByRole('button', { name: '采用 1 个同名数据' }));
    expect(await screen.findByText('没有待定的指标。')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: '单位变化' }));
    const row = (await screen.findByRole('button', { name: '青山镇妇联' })).closest('tr');
    expect(row).toHaveTextContent('上升 2 位');
    await userEvent.click(screen.getByRole('radio', { name: '名次有变化' }));
    await userEvent.type(screen.getByRole('searchbox', { name: '单位名称' }), '龙泉');
    expect(screen.getAllByRole('button', { name: /妇联$/ }).map((each) => each.textContent)).toEqual([
      '▸ 龙泉镇妇联',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: '等次有变化' }));
    expect(screen.getAllByRole('button', { name: /妇联$/ }).length).toBe(1);
  });

  it('tells how each indicator spreads and which points move nobody', async () => {
    show(aDraft, inThisThread, { view: 'indicators', map: { active: 'activities' } });
    const table = await screen.findByRole('table');
    const row = within(table).getByText('活跃率').closest('tr');
    expect(row).toHaveTextContent('1 – 2 – 5');
    expect(row).toHaveTextContent('33.3%');
    expect(screen.getByText('活跃率：5 分中的 1 分')).toBeInTheDocument();
  });

  it('can be stopped, and run again', async () => {
    let cancelled = 0;
    let runs = 0;
    show(aDraft, ({ draft, last, options }) => {
      runs += 1;
      return runs === 1
        ? { result: new Promise(() => {}), cancel: () => void (cancelled += 1) }
        : inThisThread({ draft, last, options });
    });
    await userEvent.click(await screen.findByRole('button', { name: '停止试算' }));
    expect(await screen.findByText('试算已停止。')).toBeInTheDocument();
    expect(cancelled).toBe(1);
    await userEvent.click(screen.getByRole('button', { name: '重新试算' }));
    expect(await screen.findByRole('list', { name: '试算结论' })).toBeInTheDocument();
  });

  it('says what keeps a draft from being tried', async () => {
    show({ ...aDraft, sections: [] });
    expect(await screen.findByRole('alert')).toHaveTextContent(/这份草稿还有 \d+ 处问题，改好以后才能试算。/);
  });

  it('shows the burden beside that of the book the year ran under', async () => {
    show(aDraft, inThisThread, { view: 'burden' });
    expect(await screen.findByText(/多要/)).toBeInTheDocument();
    expect(
      screen.getByText('共要填报 2 项数据、0 份证明材料。3 个单位合计约 0.3 小时。'),
    ).toBeInTheDocument();
  });
});
