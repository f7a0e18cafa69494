import { screen, within } from '@testing-library/react';
import { renderWithQueries, stubFetch } from '../../../test/fetch-stub.js';
import { run, smallBook, smallCycle, unitResults } from '../../../test/small-book.js';
import { RankingPage, type RankingSearch } from './ranking-page.js';

const answer = (units = unitResults) => ({
  cycleId: smallCycle.id,
  stage: 'verifying',
  basis: 'verified',
  source: 'live',
  engine: run.engine,
  bookHash: run.bookHash,
  dataLabel: null,
  units,
});
const path = `/cycles/${smallCycle.id}/results?basis=verified`;
const show = (search: RankingSearch = {}) =>
  renderWithQueries(
    <RankingPage
      cycle={smallCycle}
      book={smallBook}
      search={search}
      onSearch={() => {}}
      unitLink={(_, name) => <span>{name}</span>}
    />,
  );

describe('RankingPage', () => {
  it('lists the units best first, with rank, total, grade in words, and ties marked', async () => {
    stubFetch({ [path]: { body: answer() } });
    show();
    const rows = (await screen.findAllByRole('row')).slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      '白云乡妇联',
      '龙泉镇妇联',
      '青山镇妇联',
    ]);
    expect(rows[2]).toHaveTextContent('8.75');
    expect(rows[2]).toHaveTextContent('合格');
    expect(rows[0]).toHaveTextContent('优秀');
    expect(screen.getAllByText('并列')).toHaveLength(2);
  });

  it('names the units that are not ranked, each with the reason', async () => {
    const units = unitResults.map((unit, index) =>
      index === 0
        ? { ...unit, rank: null, grade: null, unranked: { code: 'out-of-competition', data: {} } }
        : unit,
    );
    stubFetch({ [path]: { body: answer(units) } });
    show();
    const outside = await screen.findByRole('region', { name: '不参加排名的单位' });
    const [heads, row, ...others] = within(outside).getAllByRole('row');
    expect(heads).toHaveTextContent('不排名的原因');
    expect(row).toHaveTextContent(`${unitResults[0]?.unit.name}`);
    expect(row).toHaveTextContent('按规则只考核、不参加排名');
    expect(others).toHaveLength(0);
  });

  it('shows with a cohort only its own units outside the ranking, even when none of it is ranked', async () => {
    const reason = { code: 'out-of-competition', data: {} };
    const units = unitResults.map((unit, index) => ({
      ...unit,
      cohort: index === 0 ? 'apart' : 'together',
      ...(index === 2 ? {} : { rank: null, grade: null, unranked: reason }),
    }));
    stubFetch({ [path]: { body: answer(units) } });
    show({ cohort: 'apart' });
    const outside = await screen.findByRole('region', { name: '不参加排名的单位' });
    expect(within(outside).getAllByRole('rowheader')).toHaveLength(1);
    expect(outside).toHaveTextContent(`${unitResults[0]?.unit.name}`);
  });

  it('says why there is nothing to see before publication', async () => {
    const withheld = unitResults
      .slice(0, 1)
      .map((unit) => ({ ...unit, total: null, rank: null, cohort: null, grade: null }));
    stubFetch({ [path]: { body: answer(withheld) } });
    show();
    expect(await screen.findByText(/排名公布后可见/)).toBeInTheDocument();
  });

  it('shows the sentence of the API when it refuses', async () => {
    const problem = { type: 'about:blank', title: 'x', status: 403, code: 'FORBIDDEN', correlationId: 'c-7' };
    stubFetch({
      [path]: { status: 403, body: { ...problem, message: { zh: '您不能看排名。', en: 'No.' } } },
    });
    show();
    expect(await screen.findByRole('alert')).toHaveTextContent('您不能看排名。');
    expect(screen.getByRole('alert')).toHaveTextContent('c-7');
  });
});
