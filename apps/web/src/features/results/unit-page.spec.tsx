import { screen } from '@testing-library/react';
import { renderWithQueries, stubFetch } from '../../../test/fetch-stub.js';
import { run, smallBook, smallCycle, unitResults } from '../../../test/small-book.js';
import { UnitPage } from './unit-page.js';

const [own] = unitResults;
if (own === undefined) throw new Error('the small book has units');
const { code } = own.unit;
const path = `/cycles/${smallCycle.id}/results/${code}?basis=verified`;
const show = () =>
  renderWithQueries(
    <UnitPage cycle={smallCycle} book={smallBook} unit={code} basis="verified" onBasis={() => {}} />,
  );

describe('UnitPage', () => {
  it('shows total, grade, rank and the steps from numbers to points', async () => {
    stubFetch({
      [path]: {
        body: {
          result: own,
          indicators: [run.explain(code, 'H01')],
          sections: [],
          total: run.explainTotal(code),
        },
      },
    });
    show();
    expect(await screen.findByRole('heading', { name: '青山镇妇联成绩单' })).toBeInTheDocument();
    expect(screen.getByText('全部单位 3 家中列第 3')).toBeInTheDocument();
    expect(screen.getByText(/合格/, { selector: '.grade' })).toBeInTheDocument();
    expect(screen.getByText('得 8.75 分（分值 10）')).toBeInTheDocument();
  });

  it('explains a section that does more than add, and a unit that is not ranked', async () => {
    const section = smallBook.sections[0]?.id ?? '';
    const combine = { by: 'mean', form: 'arithmetic', shown: '(8.75) ÷ 1', points: '8.75' };
    const told = {
      ...run.explainTotal(code),
      indicator: section,
      steps: [{ code: 'combine', data: combine }],
    };
    const result = { ...own, rank: null, grade: null, unranked: { code: 'out-of-competition', data: {} } };
    stubFetch({
      [path]: {
        body: {
          result,
          indicators: [run.explain(code, 'H01')],
          sections: [told],
          total: run.explainTotal(code),
        },
      },
    });
    show();
    expect(await screen.findByText(/8\.75.* ÷ 1 = 8\.75/)).toBeInTheDocument();
    expect(screen.getByText('按规则只考核、不参加排名')).toBeInTheDocument();
  });

  it('says what is withheld until publication, and why', async () => {
    const hidden = {
      ...own,
      total: null,
      rank: null,
      cohort: null,
      cohortSize: null,
      tied: null,
      grade: null,
    };
    const indicators = [{ id: 'H01', state: 'withheld', points: null, full: '10' }];
    stubFetch({
      [path]: { body: { result: { ...hidden, indicators }, indicators: [], sections: [], total: null } },
    });
    show();
    expect(await screen.findByText('公布后可见')).toBeInTheDocument();
    expect(screen.getByText(/本项与其他单位比较/)).toBeInTheDocument();
    expect(screen.getByText(/位次和等次公布后可见/)).toBeInTheDocument();
    expect(screen.queryByText(/列第/)).not.toBeInTheDocument();
  });
});
