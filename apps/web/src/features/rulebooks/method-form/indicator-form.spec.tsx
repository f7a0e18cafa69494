import { indicatorsOf, parseRuleBook, type Fact, type Indicator, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { switchLocale } from '../../../platform/i18n.js';
import { changeIndicator, indicatorOf } from '../workshop/edit-tree.js';
import { IndicatorForm } from './index.js';

const books: readonly (readonly [string, RuleBook])[] = Object.entries(defaultRuleBooks);
const township: RuleBook = defaultRuleBooks.township;

/** The form in a book that keeps what is changed, as the workshop does. */
function Kept({ start, id, onBook }: { start: RuleBook; id: string; onBook?: (book: RuleBook) => void }) {
  const [book, setBook] = useState(start);
  const indicator = indicatorOf(book, id);
  if (indicator === null) throw new Error(`there is no indicator ${id}`);
  return (
    <IndicatorForm
      book={book}
      indicator={indicator}
      onChange={(next, facts: readonly Fact[] = []) => {
        const changed = changeIndicator({ ...book, facts: [...book.facts, ...facts] }, id, () => next);
        setBook(changed);
        onBook?.(changed);
      }}
    />
  );
}

const withScore = (id: string, score: Indicator['score']): RuleBook =>
  changeIndicator(township, id, (indicator) => ({ ...indicator, score }));

/** Words that only the document knows: places of the format, keys of the catalogue, words of its choices. */
const raw =
  /methodForm|[a-z]+\/[a-z]+|\b(cannot-compute|at-least|half-up|higher|lower|proportional|records-worth)\b/i;

describe('the form of one indicator', () => {
  afterEach(cleanup);

  it.each(books)('says every field and choice of book %s in Chinese', (_name, book) => {
    for (const { indicator } of indicatorsOf(book)) {
      const { container, unmount } = render(
        <IndicatorForm book={book} indicator={indicator} problems={[]} onChange={() => undefined} />,
      );
      const labels = [...container.querySelectorAll('label, legend, option, button, h3')].map(
        (element) => element.textContent,
      );
      expect({ id: indicator.id, raw: labels.filter((label) => raw.test(label)) }).toEqual({
        id: indicator.id,
        raw: [],
      });
      // Every input has a name, or nobody could ask for it.
      const nameless = [...container.querySelectorAll('input, select, textarea')].filter(
        (input) =>
          container.querySelector(`label[for="${input.id}"]`) === null && input.closest('label') === null,
      );
      expect({ id: indicator.id, nameless: nameless.map(({ outerHTML }) => outerHTML) }).toEqual({
        id: indicator.id,
        nameless: [],
      });
      unmount();
    }
  });

  it.each(books)('changes in book %s what is typed and nothing else', (_name, book) => {
    const tried = new Set<string>();
    for (const { indicator } of indicatorsOf(book)) {
      let changed: Indicator | null = null;
      const { unmount } = render(
        <IndicatorForm
          book={book}
          indicator={indicator}
          problems={[]}
          onChange={(next) => (changed = next)}
        />,
      );
      const form = screen.getByRole('group', { name: /的规则/ });
      const untouched = { ...indicator, provenance: undefined };
      for (const input of form.querySelectorAll<HTMLInputElement>('input[inputmode="decimal"]')) {
        const { value } = input;
        const path = (input.dataset['path'] ?? '').replace(/^.*\/indicators\/\d+/, '');
        // Rows of one list are drawn alike: each kind of field once in a book is enough.
        const kind = `${indicator.score.method} ${path.replace(/\d+/g, 'n')}`;
        if (tried.has(kind)) continue;
        tried.add(kind);
        fireEvent.change(input, { target: { value: `${value}1` } });
        expect({ path, changed: changed !== null && changed !== indicator }).toEqual({ path, changed: true });
        const typed: Indicator | null = changed;
        // Bands share their edges: those of the neighbour move along.
        if (!/\/bands\/\d+\/(from|to)$/.test(path))
          expect({ ...put(typed, path, value === '' ? undefined : value), provenance: undefined }).toEqual(
            untouched,
          );
      }
      unmount();
    }
  });

  it('writes the clause anew with every key, in full-width digits too', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    render(
      <Kept
        start={withScore(indicator.id, { method: 'proportion', target: '1', capShare: '1' })}
        id={indicator.id}
      />,
    );
    const points = screen.getByRole('textbox', { name: '满分' });
    await user.clear(points);
    await user.type(points, '７。５');
    expect(points).toHaveValue('7.5');
    expect(screen.getByRole('region', { name: '条款（由规则生成）' })).toHaveTextContent('满分 7.5 分');
  });

  it('takes 95% where a share is asked for', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    render(
      <Kept
        start={withScore(indicator.id, { method: 'proportion', target: '1', capShare: '1' })}
        id={indicator.id}
        onBook={(next) => (book = next)}
      />,
    );
    const cap = screen.getByRole('textbox', { name: '完成比例最高按多少计' });
    await user.clear(cap);
    await user.type(cap, '120%');
    expect(indicatorOf(book, indicator.id)?.score).toMatchObject({ capShare: '1.2' });
    expect(cap).toHaveAccessibleDescription(/120%/);
  });

  it('says in place what is missing, and the clause waits for it', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    render(
      <Kept
        start={withScore(indicator.id, { method: 'proportion', target: '1', capShare: '1' })}
        id={indicator.id}
      />,
    );
    const target = screen.getByRole('textbox', { name: /^目标值/ });
    await user.clear(target);
    expect(target).toBeInvalid();
    expect(target).toHaveAccessibleDescription(/请填写/);
    const clause = screen.getByRole('region', { name: '条款（由规则生成）' });
    await user.click(within(clause).getByRole('button', { name: '目标值' }));
    expect(target).toHaveFocus();
    await user.type(target, '0.8');
    expect(clause).toHaveTextContent('80%');
  });

  it('finds a method by the words of the papers and changes to it, and back without loss', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    render(<Kept start={township} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.click(screen.getByRole('button', { name: '换一种计分方法' }));
    await user.type(screen.getByRole('searchbox'), '名次');
    expect(screen.queryByRole('button', { name: '用“按比例得分”' })).toBeNull();
    await user.click(screen.getByRole('button', { name: '用“名次赋分”' }));
    expect(indicatorOf(book, indicator.id)?.score.method).toBe('ranked');
    expect(parseRuleBook(book).ok).toBe(true);
    await user.click(screen.getByRole('button', { name: '换一种计分方法' }));
    await user.click(screen.getByRole('button', { name: '用“按比例得分”' }));
    expect(indicatorOf(book, indicator.id)?.score).toEqual(indicator.score);
  });

  it('takes a form of the catalogue by its number', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    render(<Kept start={township} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.click(screen.getByRole('button', { name: '换一种计分方法' }));
    await user.type(screen.getByRole('searchbox'), 'ｍ２２');
    await user.click(screen.getByRole('button', { name: '每满 N 个扣 M22' }));
    expect(indicatorOf(book, indicator.id)?.score).toMatchObject({
      method: 'steps',
      above: { per: '5', partial: 'down' },
    });
  });

  it('makes a data item on the spot and takes it', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    const start = changeIndicator(township, indicator.id, (each) => ({
      ...each,
      measure: { kind: 'fact', fact: '' },
      provenance: undefined,
      score: { method: 'proportion', target: '4', capShare: '1' },
    }));
    render(<Kept start={start} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.click(screen.getByRole('button', { name: '新建数据' }));
    const maker = within(screen.getByRole('group', { name: '新建数据' }));
    await user.click(maker.getByRole('button', { name: '新建并选用' }));
    expect(maker.getByRole('alert')).toHaveTextContent('请写数据名称');
    await user.type(maker.getByRole('textbox', { name: '数据名称' }), '走访户数');
    await user.clear(maker.getByRole('textbox', { name: '计量单位' }));
    await user.type(maker.getByRole('textbox', { name: '计量单位' }), '户');
    await user.click(maker.getByRole('button', { name: '新建并选用' }));
    const made = book.facts.find(({ title }) => title.zh === '走访户数');
    expect(made).toMatchObject({ kind: 'number', unit: { zh: '户' } });
    expect(indicatorOf(book, indicator.id)?.measure).toEqual({ kind: 'fact', fact: made?.id });
    expect(parseRuleBook(book).ok).toBe(true);
    expect(screen.getByRole('textbox', { name: '目标值（户）' })).toHaveValue('4');
  });

  it('adds, moves and deletes rows by buttons that say which row', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    const start = withScore(indicator.id, {
      method: 'ranked',
      form: 'table',
      better: 'higher',
      tied: 'highest',
      points: ['5', '3'],
      beyond: '0',
    });
    render(<Kept start={start} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.click(screen.getByRole('button', { name: '再加一项：按名次依次得分' }));
    const added = screen.getByRole('textbox', { name: '第 3 名得分' });
    expect(added).toHaveFocus();
    await user.clear(added);
    await user.type(added, '1');
    await user.click(screen.getByRole('button', { name: '上移按名次依次得分第 3 项' }));
    await user.click(screen.getByRole('button', { name: '删除按名次依次得分第 1 项' }));
    expect(indicatorOf(book, indicator.id)?.score).toMatchObject({ points: ['1', '3'] });
  });

  it('keeps bands without gap or overlap while an edge is typed', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    const start = withScore(indicator.id, {
      method: 'tiers',
      form: 'step',
      bands: [
        { to: '0.6', points: '0' },
        { from: '0.6', points: '5' },
      ],
    });
    render(<Kept start={start} id={indicator.id} onBook={(next) => (book = next)} />);
    const edge = within(screen.getByRole('group', { name: '各档第 1 项' })).getByRole('textbox', {
      name: /^至/,
    });
    await user.clear(edge);
    await user.type(edge, '70%');
    expect(indicatorOf(book, indicator.id)?.score).toMatchObject({ bands: [{ to: '0.7' }, { from: '0.7' }] });
    expect(parseRuleBook(book).ok).toBe(true);
  });

  it('wraps what is measured into a ratio instead of dropping it', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    const start = changeIndicator(township, indicator.id, (each) => ({
      ...each,
      measure: { kind: 'fact', fact: township.facts.find(({ kind }) => kind === 'number')?.id ?? '' },
    }));
    render(<Kept start={start} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.selectOptions(screen.getByRole('combobox', { name: '取什么数' }), '两个数相除（比率）');
    expect(indicatorOf(book, indicator.id)?.measure).toMatchObject({
      kind: 'ratio',
      of: [indicatorOf(start, indicator.id)?.measure, { kind: 'fact', fact: '' }],
    });
  });

  it('reads a clause that is written instead, and changes nothing before it is taken', async () => {
    const user = userEvent.setup();
    const indicator = firstWith('proportion');
    let book = township;
    render(<Kept start={township} id={indicator.id} onBook={(next) => (book = next)} />);
    await user.click(screen.getByText('直接写条款'));
    const box = screen.getByRole<HTMLTextAreaElement>('textbox', { name: '条款文字' });
    const written = box.value.replace(`满分 ${indicator.points} 分`, '满分 2.25 分');
    fireEvent.change(box, {
      target: { value: written.split(`得 ${indicator.points} 分`).join('得 2.25 分') },
    });
    await user.click(screen.getByRole('button', { name: '读成规则' }));
    await user.click(await screen.findByRole('button', { name: '采用这条规则' }));
    expect(indicatorOf(book, indicator.id)?.points).toBe('2.25');
    expect(indicatorOf(book, indicator.id)?.score).toEqual(indicator.score);
    fireEvent.change(screen.getByRole('textbox', { name: '条款文字' }), {
      target: { value: '满分十分，看着办。' },
    });
    await user.click(screen.getByRole('button', { name: '读成规则' }));
    expect(await screen.findByText(/读不懂/)).toBeInTheDocument();
  });

  it('speaks English as well', () => {
    act(() => switchLocale('en'));
    const indicator = firstWith('proportion');
    render(<IndicatorForm book={township} indicator={indicator} problems={[]} onChange={() => undefined} />);
    expect(screen.getByRole('textbox', { name: 'Full points' })).toHaveValue(indicator.points);
    act(() => switchLocale('zh-CN'));
  });
});

function firstWith(method: string): Indicator {
  const found = indicatorsOf(township).find(({ indicator }) => indicator.score.method === method);
  if (found === undefined) throw new Error(`the book has no ${method}`);
  return found.indicator;
}

/** The indicator with one value put back, at a pointer below it. */
function put(indicator: Indicator | null, pointer: string, value: unknown): object {
  const steps = pointer.split('/').slice(1);
  const at = (node: unknown, [step, ...rest]: string[]): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(node))
      return node.map((each: unknown, index) => (`${index}` === step ? at(each, rest) : each));
    return { ...(node as object), [step]: at((node as Record<string, unknown> | undefined)?.[step], rest) };
  };
  const whole = at(indicator, steps) as Record<string, unknown>;
  // A last step that was emptied again is none.
  if (JSON.stringify(whole['finish']) === '{}') delete whole['finish'];
  return JSON.parse(JSON.stringify(whole)) as object;
}
