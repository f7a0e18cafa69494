import type { RuleBook } from '@heng/rules';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { smallBook } from '../../../../test/small-book.js';
import { BookChanges, type TouchesFilter } from './book-changes.js';

const [section] = smallBook.sections;
const [indicator] = section?.indicators ?? [];
if (!section || !indicator) throw new Error('the small book has one section with one indicator');
const next: RuleBook = {
  ...smallBook,
  title: { zh: '小规则书 2027', en: 'Small book 2027' },
  sections: [
    {
      ...section,
      indicators: [{ ...indicator, score: { method: 'proportion', target: '20', capShare: '1' } }],
    },
  ],
  grades: [
    { id: 'excellent', title: { zh: '优秀', en: 'Excellent' }, atLeast: '8' },
    ...smallBook.grades.slice(1),
  ],
};

function Changes({ after = next }: { after?: RuleBook }) {
  const [only, setOnly] = useState<TouchesFilter>('all');
  return <BookChanges before={smallBook} after={after} only={only} onOnly={setOnly} />;
}

describe('the differences of two rule books', () => {
  it('stand in sentences under the section they are in', () => {
    render(<Changes />);
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings).toEqual(['总则（名称、年度、取整、总分）', '组织建设', '等次']);
    const inSection = screen.getByRole('heading', { level: 2, name: '组织建设' }).closest('section');
    expect(within(inSection ?? document.body).getByRole('listitem')).toHaveTextContent(
      /影响得分指标“组建率”（H01）：.*16.*20/,
    );
  });

  it('show the old and the new clause with the changed words marked', () => {
    render(<Changes />);
    const words = (tag: string) => [...document.querySelectorAll(tag)].map((each) => each.textContent);
    expect([words('del'), words('ins')]).toEqual([['16'], ['20']]);
  });

  it('can be narrowed to those that touch points', async () => {
    render(<Changes />);
    await userEvent.click(screen.getByRole('radio', { name: '影响得分' }));
    expect(screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent)).toEqual([
      '组织建设',
    ]);
    await userEvent.click(screen.getByRole('radio', { name: '影响填报' }));
    expect(screen.getByRole('status')).toHaveTextContent('没有这样的不同。');
  });

  it('are none for a book beside itself, and that is said', () => {
    render(<Changes after={smallBook} />);
    expect(screen.getByRole('status')).toHaveTextContent('两本规则书没有任何不同。');
  });
});
