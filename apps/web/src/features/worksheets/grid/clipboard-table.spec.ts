import { placePaste, readTable } from './clipboard-table.js';

describe('clipboard', () => {
  it('reads rows and cells as Excel and WPS write them', () => {
    expect(readTable('1\t2\r\n3\t\r\n')).toEqual([
      ['1', '2'],
      ['3', ''],
    ]);
    expect(readTable('1\n2')).toEqual([['1'], ['2']]);
    expect(readTable('')).toEqual([]);
  });

  it('keeps line ends and tabs inside quoted cells', () => {
    expect(readTable('"a ""b""\nc"\td\n')).toEqual([['a "b"\nc', 'd']]);
  });

  it('fills the range with a single value, and starts a table at its first cell', () => {
    const range = { top: 1, bottom: 2, left: 0, right: 0 };
    expect(placePaste([['7']], range)).toEqual([
      { row: 1, column: 0, text: '7' },
      { row: 2, column: 0, text: '7' },
    ]);
    expect(placePaste([['7', '8']], range)).toEqual([
      { row: 1, column: 0, text: '7' },
      { row: 1, column: 1, text: '8' },
    ]);
  });
});
