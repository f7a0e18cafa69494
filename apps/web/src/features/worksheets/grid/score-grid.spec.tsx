import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aGridColumn } from '../../../../test/a-grid-column.js';
import { GridStore } from './grid-store.js';
import { ScoreGrid } from './score-grid.js';

const column = (id: string) =>
  aGridColumn(id, {
    unit: '人',
    section: '组织',
    problem: ({ text }) => (text === '99' ? '太大' : null),
  });
const content = (text: string) => ({ text, value: text });

function aGrid() {
  const store = new GridStore(
    [column('甲项'), column('乙项')],
    [['1', '2'].map(content), ['3', '4'].map(content)],
  );
  const messages: string[] = [];
  render(
    <ScoreGrid
      store={store}
      names={['青山镇', '白云乡']}
      figures={[
        { total: '91.5', rank: '1 / 2', group: '全部单位' },
        { total: '88', rank: '2 / 2', group: '全部单位' },
      ]}
      label="打分"
      onActive={() => {}}
      onOpen={() => {}}
      onMessage={(message) => messages.push(message)}
    />,
  );
  const input = screen.getByRole('textbox');
  act(() => input.focus());
  const texts = () => [0, 1].map((row) => [0, 1].map((at) => store.content(row, at).text));
  return { store, input, messages, texts, user: userEvent.setup() };
}

describe('ScoreGrid', () => {
  it('overwrites by typing, moves down by Enter, and undoes', async () => {
    const { texts, user } = aGrid();
    await user.keyboard('9.5{Enter}7{Enter}');
    expect(texts()).toEqual([
      ['9.5', '2'],
      ['7', '4'],
    ]);
    await user.keyboard('{Control>}z{/Control}');
    expect(texts()[1]).toEqual(['3', '4']);
  });

  it('gives up an edit with Escape and clears a range with Delete', async () => {
    const { texts, user } = aGrid();
    await user.keyboard('8{Escape}');
    expect(texts()[0]).toEqual(['1', '2']);
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}{Delete}');
    expect(texts()[0]).toEqual(['', '']);
  });

  it('accepts a pasted table and says how many cells are wrong', () => {
    const { texts, input, messages } = aGrid();
    fireEvent.paste(input, { clipboardData: { getData: () => '5\t99\r\n6\t7\r\n' } });
    expect(texts()).toEqual([
      ['5', '99'],
      ['6', '7'],
    ]);
    expect(messages[messages.length - 1]).toBe('已粘贴 4 格。 其中 1 格有问题，已标红。');
  });

  it('leaves Enter to the input method while it composes', () => {
    const { store, input } = aGrid();
    fireEvent.compositionStart(input);
    fireEvent.input(input, { target: { value: '优秀' } });
    fireEvent.keyDown(input, { key: 'Enter', keyCode: 229 });
    expect(store.content(0, 0).text).toBe('1');
    fireEvent.compositionEnd(input);
    fireEvent.keyDown(input, { key: 'Enter' });
    expect(store.content(0, 0).text).toBe('优秀');
  });

  it('fills the range with Ctrl+Enter and down with Ctrl+D', async () => {
    const { texts, user } = aGrid();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}6{Control>}{Enter}{/Control}');
    expect(texts()).toEqual([
      ['6', '2'],
      ['6', '4'],
    ]);
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}{Control>}d{/Control}');
    expect(texts()[1]).toEqual(['6', '2']);
  });

  it('names unit, fact and value to a screen reader, and shows the live figures', () => {
    const { input } = aGrid();
    expect(input).toHaveAccessibleName('青山镇，甲项（人），当前 1');
    expect(screen.getByText('91.5')).toBeInTheDocument();
  });
});
