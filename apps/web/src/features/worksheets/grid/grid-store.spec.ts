import { aGridColumn } from '../../../../test/a-grid-column.js';
import { GridStore } from './grid-store.js';

const content = (text: string) => ({ text, value: text === '' ? null : text });
const aStore = (columns = [aGridColumn('a'), aGridColumn('b')]) =>
  new GridStore(columns, [['1', '2'].map(content), ['3', '4'].map(content)]);
const texts = (store: GridStore) => [0, 1].map((row) => [0, 1].map((at) => store.content(row, at).text));

describe('GridStore', () => {
  it('undoes and redoes a batch as one step', () => {
    const store = aStore();
    store.write([
      { row: 0, column: 0, to: content('9') },
      { row: 1, column: 1, to: content('8') },
    ]);
    store.write([{ row: 0, column: 1, to: content('7') }]);
    store.undo();
    store.undo();
    expect(texts(store)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    store.redo();
    expect(texts(store)).toEqual([
      ['9', '2'],
      ['3', '8'],
    ]);
    expect(store.undo()?.[0]).toMatchObject({ row: 0, column: 0 });
  });

  it('leaves locked cells and cells outside alone', () => {
    const store = aStore([aGridColumn('a', { locked: true }), aGridColumn('b')]);
    const written = store.write([
      { row: 0, column: 0, to: content('9') },
      { row: 5, column: 1, to: content('9') },
    ]);
    expect(written).toBe(0);
    expect(store.undo()).toBeNull();
  });

  it('wakes only the rows that changed', () => {
    const store = aStore();
    const woken: number[] = [];
    store.subscribeRow(0, () => woken.push(0));
    store.subscribeRow(1, () => woken.push(1));
    store.write([{ row: 1, column: 0, to: content('9') }]);
    expect(woken).toEqual([1]);
  });

  it('judges a value again when its limit changes', () => {
    const limited = aGridColumn('a', {
      limit: 'b',
      problem: ({ text }, limit) => (text > String(limit) ? 'too large' : null),
    });
    const store = aStore([limited, aGridColumn('b')]);
    expect(store.problem(1, 0)).toBeNull();
    store.write([{ row: 1, column: 1, to: content('2') }]);
    expect(store.problem(1, 0)).toBe('too large');
    expect(store.problemCells()).toEqual([{ row: 1, column: 0 }]);
  });

  it('does not hold a value against a limit that is refused itself', () => {
    const limits: unknown[] = [];
    const limited = aGridColumn('a', {
      limit: 'b',
      problem: (_, limit) => {
        limits.push(limit);
        return null;
      },
    });
    const store = aStore([
      limited,
      aGridColumn('b', { problem: ({ text }) => (text === 'x' ? 'no number' : null) }),
    ]);
    store.write([{ row: 0, column: 1, to: content('x') }]);
    expect(limits[limits.length - 1]).toBeNull();
  });

  it('does not offer what a colleague wrote for undo', () => {
    const store = aStore();
    store.replace(0, 0, content('5'));
    expect(store.content(0, 0).text).toBe('5');
    expect(store.undo()).toBeNull();
  });
});
