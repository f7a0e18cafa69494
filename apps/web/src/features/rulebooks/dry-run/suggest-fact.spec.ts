import type { Fact } from '@heng/rules';
import { candidatesFor, sureCandidate } from './suggest-fact.js';

const number = (id: string, title: string, unit = '人'): Fact => ({
  id,
  title: { zh: title, en: id },
  kind: 'number',
  unit: { zh: unit, en: unit },
  source: 'declared',
  enteredBy: { zh: '乡镇', en: 'township' },
});
const yesNo = (id: string, title: string): Fact => ({
  id,
  title: { zh: title, en: id },
  kind: 'boolean',
  source: 'declared',
  enteredBy: { zh: '乡镇', en: 'township' },
});

describe('what of last year could stand in for a fact', () => {
  const wanted = number('trained', '参加培训人数');

  it('is of the same kind, the likest title first', () => {
    const known = [yesNo('a', '参加培训人数'), number('b', '信访件数'), number('c', '参加 培训 的人数')];
    expect(candidatesFor(wanted, known).map(({ fact, likeness }) => [fact.id, likeness])).toEqual([
      ['c', 'similar'],
      ['b', 'none'],
    ]);
  });

  it('is sure only with the same title and unit, once', () => {
    const same = number('d', '参加培训人数 ');
    expect(sureCandidate(candidatesFor(wanted, [same]))?.fact.id).toBe('d');
    expect(sureCandidate(candidatesFor(wanted, [same, number('e', '参加培训人数')]))).toBeNull();
    expect(sureCandidate(candidatesFor(wanted, [number('d', '参加培训人数', '万人')]))).toBeNull();
  });
});
