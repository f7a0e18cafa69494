import { heng } from './heng.js';

describe('heng read-clause', () => {
  it('tells what was understood, what to decide and what follows, and the drafted clause', async () => {
    const { code, out } = await heng('read-clause', '缺席1次扣3分。', '--points', '4', '--item', '会议');
    expect(code).toBe(0);
    expect(out).toContain('“缺席1次扣3分”');
    expect(out).toContain('* zero: 扣完为止，最低 0 分 → “会议：缺席的次数”为 2 次时得 0 分');
    expect(out).toMatch(/满分 4 分。.*每 1 次扣 3 分/u);
  });

  it('speaks English when asked', async () => {
    const { out } = await heng(
      'read-clause',
      '缺席1次扣3分。',
      '--points',
      '4',
      '--item',
      '会议',
      '--lang',
      'en',
    );
    expect(out).toContain('never below 0');
    expect(out).toContain('0 points with');
  });

  it('says what is missing before there is a rule', async () => {
    const { out } = await heng('read-clause', '缺席1次扣3分。', '--item', '会议');
    expect(out).toContain('full-points-from-context');
    expect(out).toContain('还差这些决定');
  });

  it('gives everything as JSON', async () => {
    const { out } = await heng('read-clause', '缺席1次扣3分。', '--points', '4', '--item', '会议', '--json');
    expect(JSON.parse(out)).toMatchObject({
      reading: { kind: 'natural' },
      questions: [{ code: 'floor-unstated', choices: [{ id: 'zero' }, { id: 'negative' }, { id: 'limit' }] }],
      draft: { ok: true, indicator: { points: '4' } },
    });
  });

  it('refuses points that are no number', async () => {
    expect((await heng('read-clause', '缺席1次扣3分。', '--points', 'many')).code).toBe(2);
  });
});
