import { piecesOf } from './marked-text.js';

describe('a clause in pieces', () => {
  it('has the understood words marked, and those that were not understood before them', () => {
    expect(piecesOf('每少一次扣1分，视情', [{ start: 0, end: 10 }], [{ start: 8, end: 10 }])).toEqual([
      { words: '每少一次扣1分，', mark: 'understood' },
      { words: '视情', mark: 'unread' },
    ]);
  });

  it('loses nothing, whatever the marks', () => {
    const pieces = piecesOf('甲乙丙', [{ start: 1, end: 2 }], []);
    expect(pieces.map(({ words }) => words).join('')).toBe('甲乙丙');
    expect(piecesOf('', [{ start: 0, end: 0 }], [])).toEqual([]);
  });
});
