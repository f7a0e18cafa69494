import { columnsOf } from './columns.js';
import { tableLines } from './table.js';

it.each([
  ['abc', 3],
  ['妇联', 4],
  ['（A）', 5],
  ['𠅤村', 4],
])('counts the columns of %s as %i', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});

it('lines up cells of both widths', () => {
  expect(
    tableLines(
      [{ title: '单位' }, { title: '总分', align: 'right' }],
      [
        ['东乡妇联', '95'],
        ['A', '100.25'],
      ],
    ),
  ).toEqual(['单位        总分', '--------  ------', '东乡妇联      95', 'A         100.25']);
});
