import { compile, indicatorsOf, Rational, type Indicator, type RuleBook } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { run, smallBook } from '../../../../test/small-book.js';
import { changeIndicator } from '../workshop/edit-tree.js';
import { exampleUnit } from './example-values.js';
import { LiveTrial, WhatIf } from './index.js';
import { trialOf } from './indicator-trial.js';
import { measureBreaks } from './measure-breaks.js';
import { pointsCurve } from './points-curve.js';

const books: readonly (readonly [string, RuleBook])[] = Object.entries(defaultRuleBooks);
const built = indicatorsOf(smallBook)[0]!.indicator;
const withRule = (rule: Partial<Indicator>): Indicator => ({ ...built, ...rule });
const bookWith = (indicator: Indicator): RuleBook =>
  changeIndicator(smallBook, indicator.id, () => indicator);

describe('trying an indicator out', () => {
  it('gives the points of the engine with its steps, and follows the exact number', async () => {
    const user = userEvent.setup();
    render(<WhatIf book={smallBook} indicator={built} />);
    const number = screen.getByRole('textbox', { name: '已建数（个）' });
    await user.clear(number);
    await user.type(number, '１４');
    expect(screen.getByRole('status')).toHaveTextContent('得 8.75 分');
    expect(screen.getByRole('list', { name: '怎样算出来的' })).toHaveTextContent('14');
    fireEvent.change(screen.getByRole('slider', { name: '拖动：已建数' }), { target: { value: '0' } });
    expect(screen.getByRole('status')).toHaveTextContent('得 0 分');
    await user.click(screen.getByRole('checkbox', { name: '没有“已建数”的数据' }));
    expect(screen.getByRole('status')).toHaveTextContent('缺数据');
  });

  it('refuses what is no number and keeps what was', async () => {
    const user = userEvent.setup();
    render(<WhatIf book={smallBook} indicator={built} />);
    const number = screen.getByRole('textbox', { name: '已建数（个）' });
    await user.clear(number);
    await user.type(number, '1六');
    expect(number).toBeInvalid();
    expect(screen.getByRole('status')).toHaveTextContent('得 0.63 分');
  });

  it('draws the curve with the full points and a table of the numbers that matter', async () => {
    const user = userEvent.setup();
    render(<WhatIf book={smallBook} indicator={built} />);
    expect(screen.getByRole('img', { name: '已建数（个）与得分的关系图' })).toBeInTheDocument();
    await user.click(screen.getByText('用表格看'));
    const row = within(screen.getByRole('table')).getByRole('row', { name: '16 10' });
    expect(row).toBeInTheDocument();
  });

  it('compares with three units that can be changed', async () => {
    const user = userEvent.setup();
    const indicator = withRule({
      score: { method: 'ranked', form: 'step', better: 'higher', tied: 'highest', free: 1, points: '2' },
    });
    render(<WhatIf book={bookWith(indicator)} indicator={indicator} />);
    const others = screen.getByRole('table', { name: '同组单位（例子，可改）' });
    const type = async (name: string, value: string) => {
      const box = within(others).getByRole('textbox', { name: `${name}：已建数（个）` });
      await user.clear(box);
      await user.type(box, value);
    };
    await type('本单位', '5');
    await type('甲', '9');
    await type('乙', '7');
    await type('丙', '1');
    expect(screen.getByRole('status')).toHaveTextContent('得 6 分');
    await type('甲', '3');
    expect(screen.getByRole('status')).toHaveTextContent('得 8 分');
  });

  it('waits while the rule is unfinished', () => {
    const indicator = withRule({ score: { method: 'proportion', target: '', capShare: '1' } });
    render(<WhatIf book={bookWith(indicator)} indicator={indicator} />);
    expect(screen.getByText('规则还没有写完，写完就能试算。')).toBeInTheDocument();
  });

  it('survives numbers that no rule may have while they are typed', () => {
    const indicator = withRule({
      score: { method: 'steps', base: '10', origin: '0', above: { points: '-1', per: '0', partial: 'down' } },
    });
    render(<WhatIf book={bookWith(indicator)} indicator={indicator} />);
    expect(screen.getByRole('status')).toHaveTextContent('算不出');
  });

  it.each(books)(
    'can be done with every indicator of book %s, with the same points as in the whole book',
    (_name, book) => {
      const engine = compile({ ...book, cohorts: { by: 'all' }, vetoes: [] });
      for (const { indicator } of indicatorsOf(book)) {
        const trial = trialOf(book, indicator);
        if (trial === null) throw new Error(`${indicator.id} cannot be tried`);
        const units = [Rational.of(3n, 4n), Rational.of(1n, 2n), Rational.one].map((share) =>
          exampleUnit(trial.reads, indicator, share),
        );
        const assessed = (when: 'now' | 'before') =>
          units.map((unit, index) => ({
            code: `unit-${index + 1}`,
            name: 'x',
            type: indicator.appliesTo?.types?.[0] ?? book.unitTypes[0] ?? '',
            facts: Object.fromEntries(
              Object.entries(unit[when]).map(([id, value]) => [id, { declared: value, verified: value }]),
            ),
          }));
        const whole = engine.assess(assessed('now'), { previous: assessed('before') });
        const results = trial.run(units);
        for (const [index, result] of results.entries()) {
          const same = whole.units[index]?.indicators.find(({ id }) => id === indicator.id);
          if (same !== undefined)
            expect({ id: indicator.id, points: result.points, state: result.state }).toEqual({
              id: indicator.id,
              points: same.points,
              state: same.state,
            });
          expect(trial.sentences(result, 'zh-CN').length).toBeGreaterThan(0);
        }
      }
    },
  );

  it.each(books)('shows every indicator of book %s', (_name, book) => {
    for (const { indicator } of indicatorsOf(book)) {
      const { unmount } = render(<WhatIf book={book} indicator={indicator} />);
      expect({ id: indicator.id, status: screen.getAllByRole('status').length }).toEqual({
        id: indicator.id,
        status: 1,
      });
      unmount();
    }
  });
});

describe('the curve', () => {
  const along = (indicator: Indicator, isWhole = false) => {
    const trial = trialOf(bookWith(indicator), indicator);
    if (trial === null) throw new Error('cannot be tried');
    const range = { least: Rational.zero, step: Rational.one, steps: 20 };
    return pointsCurve(range, measureBreaks(indicator), isWhole, (xs) =>
      trial.run(xs.map((x) => ({ now: { built: x.toText() }, before: {} }))),
    );
  };
  const at = (curve: ReturnType<typeof along>, x: string) =>
    curve.points.find((point) => point.x.equals(Rational.parse(x)));

  it('has the line of a threshold where it is, with a jump', () => {
    const curve = along(withRule({ score: { method: 'threshold', comparison: 'at-least', at: '7.25' } }));
    const line = at(curve, '7.25');
    expect(line?.isTelling).toBe(true);
    expect(line?.points?.toText()).toBe('10');
    expect(line?.before?.toText()).toBe('0');
    expect(line?.after).toBeNull();
  });

  it('has the edges of bands, and no jump where a straight line only bends', () => {
    const curve = along(
      withRule({
        score: {
          method: 'tiers',
          form: 'step',
          bands: [
            { to: '6', points: '2' },
            { from: '6', to: '12', toIncluded: true, points: '5' },
            { from: '12', fromIncluded: false, points: '10' },
          ],
        },
      }),
    );
    expect(at(curve, '6')?.before?.toText()).toBe('2');
    expect(at(curve, '12')?.after?.toText()).toBe('10');
    const bend = along(withRule({ score: { method: 'proportion', target: '16', capShare: '1' } }));
    expect(at(bend, '16')).toMatchObject({ isTelling: true, before: null, after: null });
  });

  it('has a dot for each whole number where the fact has no others', () => {
    const curve = along(withRule({ score: { method: 'proportion', target: '16', capShare: '1' } }), true);
    expect(curve.isDotted).toBe(true);
    expect(curve.points.map(({ x }) => x.toText())).toContain('16');
  });
});

describe('the live trial', () => {
  const units = run.units.map(({ code, name }, index) => ({
    code,
    name,
    type: 'TownshipFederation',
    facts: { built: { verified: `${12 + index}` } },
  }));

  it('scores real units while the rule is typed, and keeps the last result while it is unfinished', () => {
    const { rerender } = render(<LiveTrial book={smallBook} units={units} indicator={built.id} />);
    expect(screen.getByRole('row', { name: '青山镇妇联 7.5 7.5 3' })).toBeInTheDocument();
    const stricter = withRule({ score: { method: 'proportion', target: '24', capShare: '1' } });
    rerender(<LiveTrial book={bookWith(stricter)} units={units} indicator={built.id} />);
    expect(screen.getByRole('row', { name: '青山镇妇联 5 5 3' })).toBeInTheDocument();
    rerender(<LiveTrial book={bookWith(withRule({ points: '' }))} units={units} indicator={built.id} />);
    expect(screen.getByText('规则书还没有写完，这是上一次的结果。')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: '青山镇妇联 5 5 3' })).toBeInTheDocument();
  });
});
