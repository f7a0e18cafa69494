import { markedWords } from './marked-words.js';

const marked = (words: readonly { text: string; changed: boolean }[]) =>
  words.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

describe('two clauses side by side', () => {
  it.each([
    ['每少一次扣0.5分', '每少一次扣1分', '每少一次扣[0.5]分', '每少一次扣[1]分'],
    ['建成率达到 90% 得满分', '建成率达到 95% 得满分', '建成率达到 [90%] 得满分', '建成率达到 [95%] 得满分'],
    ['得 5 分', '得 5 分，最低 0 分', '得 5 分', '得 5 分[，最低 0 分]'],
    ['Each 1 point', 'Each 2 points', 'Each [1] [point]', 'Each [2] [points]'],
  ])('marks in %s and %s what only one of them has', (before, after, old, now) => {
    const pair = markedWords(before, after);
    expect([marked(pair.before), marked(pair.after)]).toEqual([old, now]);
  });

  it('loses no letter', () => {
    const pair = markedWords('村（社区）妇联👩 1.50', '社区妇联 2');
    expect(pair.before.map(({ text }) => text).join('')).toBe('村（社区）妇联👩 1.50');
    expect(pair.after.map(({ text }) => text).join('')).toBe('社区妇联 2');
  });
});
