import { Refusal } from '../console/refusal.js';
import { csvRows } from './csv-rows.js';

const cells = (text: string, separator = ',') =>
  csvRows(text, separator, 'table.csv').map((row) => [row.line, Object.fromEntries(row.cells)]);

it.each([
  ['a separator inside quotes belongs to the cell', 'a,b\n1,"x, y"\n', [[2, { a: '1', b: 'x, y' }]]],
  ['two quotes inside quotes are one', 'a\n"say ""so"""\n', [[2, { a: 'say "so"' }]]],
  [
    'a cell may run over lines, and the next row knows its own',
    'a,b\n"1\n2",x\n3,y\n',
    [
      [2, { a: '1\n2', b: 'x' }],
      [4, { a: '3', b: 'y' }],
    ],
  ],
  [
    'lines may end as in Windows, the last without an end',
    'a,b\r\n1,2\r\n3,4',
    [
      [2, { a: '1', b: '2' }],
      [3, { a: '3', b: '4' }],
    ],
  ],
  ['blank lines are left out', 'a,b\n\n1,2\n,\n', [[3, { a: '1', b: '2' }]]],
])('%s', (_name, text, rows) => {
  expect(cells(text)).toEqual(rows);
});

it('another separator can be named', () => {
  expect(cells('a;b\n1,5;2\n', ';')).toEqual([[2, { a: '1,5', b: '2' }]]);
});

it.each([
  ['too few cells', 'a,b\n1\n', 'table.csv:2'],
  ['too many cells', 'a,b\n1,2,3\n', 'table.csv:2'],
  ['a quote that is never closed', 'a,b\n1,2\n"3,4\n', 'table.csv:3'],
  ['two columns of one name', 'a,a\n1,2\n', 'table.csv'],
  ['an empty file', '', 'table.csv'],
])('refuses %s with the place', (_name, text, place) => {
  expect(() => cells(text)).toThrow(Refusal);
  expect(() => cells(text)).toThrow(place);
});
