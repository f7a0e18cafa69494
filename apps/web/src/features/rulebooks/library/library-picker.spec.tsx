import { clauseOf, indicatorsOf, parseRuleBook, type Fact, type Indicator, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWithQueries } from '../../../../test/fetch-stub.js';
import { smallBook } from '../../../../test/small-book.js';
import { LibraryPicker } from './index.js';
import { takenIndicator } from './taken-indicator.js';

/** The small book with an indicator taken into a section of its own. */
const withTaken = (indicator: Indicator, facts: readonly Fact[], book: RuleBook = smallBook): RuleBook => ({
  ...book,
  facts: [...book.facts, ...facts],
  sections: [
    ...book.sections,
    { id: 'Z', title: indicator.title, role: 'bonus', points: indicator.points, indicators: [indicator] },
  ],
});

describe('the library of indicators', () => {
  it('is searched by title and by the problem of the survey, and one is taken with its facts', async () => {
    const user = userEvent.setup();
    const taken: [Indicator, readonly Fact[]][] = [];
    renderWithQueries(<LibraryPicker book={smallBook} onTake={(...each) => taken.push(each)} />);
    await user.type(await screen.findByRole('searchbox'), 'p１２');
    const found = screen.getAllByRole('button', { name: /^取用“/ });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(20);
    expect(screen.getAllByText(/^P12 /).length).toBe(found.length);
    await user.click(found[0]!);
    const [indicator, facts] = taken[0]!;
    expect(facts.length).toBeGreaterThan(0);
    expect(parseRuleBook(withTaken(indicator, facts))).toMatchObject({ ok: true });
    expect(screen.getByRole('status')).toHaveTextContent(`已取用“${indicator.title.zh}”。`);
  });

  it('shows the clause before anything is taken', async () => {
    const user = userEvent.setup();
    renderWithQueries(<LibraryPicker book={smallBook} onTake={() => undefined} />);
    await user.type(await screen.findByRole('searchbox'), 'H01');
    await user.click(screen.getByText('看条款'));
    const [first] = indicatorsOf(defaultRuleBooks.township);
    if (first === undefined) throw new Error('the book is empty');
    expect(
      await screen.findByText(clauseOf(first.indicator, defaultRuleBooks.township, 'zh-CN')),
    ).toBeInTheDocument();
  });

  it.each(Object.entries(defaultRuleBooks) as [string, RuleBook][])(
    'gives every indicator of book %s to another book, as a rule that runs',
    (_name, source) => {
      const refused: string[] = [];
      for (const { indicator } of indicatorsOf(source)) {
        const taken = takenIndicator(indicator, source, smallBook);
        if (!taken.ok) refused.push(indicator.id);
        else
          expect({
            id: indicator.id,
            ...parseRuleBook(withTaken(taken.indicator, taken.facts)),
          }).toMatchObject({ id: indicator.id, ok: true });
      }
      expect(refused.length).toBeLessThan(indicatorsOf(source).length / 4);
    },
  );

  it('makes ids free, shares a fact that is there word for word, and renames one that only has the same name', () => {
    const source: RuleBook = defaultRuleBooks.township;
    const indicator = indicatorsOf(source)[0]!.indicator;
    const first = takenIndicator(indicator, source, smallBook);
    if (!first.ok) throw new Error('refused');
    const once = withTaken(first.indicator, first.facts);
    const again = takenIndicator(indicator, source, once);
    if (!again.ok) throw new Error('refused');
    expect(again.indicator.id).not.toBe(first.indicator.id);
    expect(again.facts).toEqual([]);
    const [fact] = first.facts;
    const changed = {
      ...once,
      facts: once.facts.map((each) =>
        each.id === fact?.id ? { ...each, title: { zh: '别的', en: 'other' } } : each,
      ),
    };
    const renamed = takenIndicator(indicator, source, changed);
    if (!renamed.ok) throw new Error('refused');
    expect(renamed.facts).toHaveLength(1);
    expect(JSON.stringify(renamed.indicator)).toContain(renamed.facts[0]?.id);
    expect(renamed.facts[0]?.id).not.toBe(fact?.id);
  });
});
