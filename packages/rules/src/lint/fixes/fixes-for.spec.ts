import { changed, smallBook } from '../../../test/small-book.js';
import { parseRuleBook } from '../../parse/parse-rule-book.js';
import { RuleBook } from '../../format/rule-book.js';
import { lintRuleBook } from '../lint-rule-book.js';
import { applyEdits, fixesFor, valueAt } from './index.js';

type Case = readonly [code: string, path: string, changes: Readonly<Record<string, unknown>>, fixes: number];

const A1 = '/sections/0/indicators/0';
const A3 = '/sections/0/indicators/2';
const A4 = '/sections/0/indicators/3';
const text = (zh: string, en: string) => ({ zh, en });
const last = () => smallBook().grades.length - 1;
const item = (id: string) => ({
  id,
  title: text(`事实${id}`, `fact ${id}`),
  kind: 'boolean',
  source: 'ledger',
  enteredBy: text('县妇联', 'county'),
});

const cases: readonly Case[] = [
  ['SUM_MISMATCH', '/totalPoints', { '/totalPoints': '90' }, 1],
  ['SUM_MISMATCH', '/sections/0/points', { '/sections/0/points': '61' }, 2],
  ['NEGATIVE_POINTS', `${A3}/points`, { [`${A3}/points`]: '-10' }, 1],
  [
    'EMPTY_SECTION',
    '/sections/4',
    { '/sections/-': { ...smallBook().sections[2], id: 'E', indicators: [] } },
    1,
  ],
  ['DUPLICATE_ID', `${A3}/id`, { [`${A3}/id`]: 'A1' }, 1],
  ['FACT_UNKNOWN', `${A3}/measure/fact`, { [`${A3}/measure/fact`]: 'fundd' }, 1],
  ['PERIOD_BACKWARDS', '/effective', { '/effective': { from: '2026-12-31', to: '2026-01-01' } }, 1],
  ['LAST_GRADE_CLOSED', `/grades/${last()}`, { [`/grades/${last()}/atLeast`]: '10' }, 1],
  ['FIXED_POINTS_ABSENT', `${A1}/notApplicable`, { [`${A1}/notApplicable`]: { policy: 'fixed' } }, 2],
  [
    'NOT_APPLICABLE_WITHOUT_POLICY',
    `${A1}/measure/whenZero`,
    { [`${A1}/measure/whenZero`]: 'not-applicable', '/facts/0/checks/min': '0' },
    3,
  ],
  ['ZERO_DENOMINATOR', `${A1}/measure/whenZero`, { '/facts/0/checks/min': '0' }, 2],
  [
    'PARTS_MISMATCH',
    `${A4}/score/items`,
    {
      [`${A4}/measure`]: { kind: 'none' },
      [`${A4}/score`]: {
        method: 'checklist',
        items: ['3', '4'].map((points, index) => ({
          fact: `item${index}`,
          title: text('小项', 'item'),
          points,
        })),
      },
      '/facts/8': item('item0'),
      '/facts/-': item('item1'),
    },
    1,
  ],
  ['POINTS_OVER_SECTION', '/sections/2/indicators/0/points', { '/sections/2/indicators/0/points': '50' }, 1],
  ['UNCAPPED_BONUS', `${A3}/finish/cap`, { [`${A3}/finish`]: { cap: '30' } }, 1],
  ['UNREAD_FACT', '/facts/11', { '/facts/-': item('unread') }, 1],
  [
    'QUOTA_MINIMUM_OVER_COUNT',
    '/grades/0/quota/minimum',
    {
      '/grades/0/quota': { count: 2, rounding: 'down', minimum: 3, scope: 'cohort', tieAtEdge: 'in' },
    },
    1,
  ],
  [
    'QUOTA_NO_PLACE',
    '/grades/0/quota',
    {
      '/grades/0/quota': { ratio: '0', rounding: 'down', minimum: 0, scope: 'cohort', tieAtEdge: 'in' },
    },
    1,
  ],
  ['APPLIES_TO_NOBODY', `${A3}/appliesTo/types`, { [`${A3}/appliesTo`]: { types: ['Village'] } }, 1],
];

/** All that is wrong with a document: the problems of reading it, or else the findings. */
function allOf(document: unknown) {
  const parsed = parseRuleBook(document);
  return parsed.ok ? lintRuleBook(parsed.book) : parsed.problems;
}

describe('fixes', () => {
  it.each(cases)('offers ways out of %s at %s, each of which ends it', (code, path, changes, count) => {
    const document = changed(smallBook(), changes);
    const [found] = allOf(document).filter((each) => each.code === code && each.path === path);
    expect(found).toBeDefined();
    const fixes = fixesFor({ code, path }, document);
    expect(fixes).toHaveLength(count);
    for (const { title, edits } of fixes) {
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.en).not.toMatch(/[\u4e00-\u9fff]/);
      const mended = applyEdits(document, edits);
      expect(RuleBook.safeParse(mended).success).toBe(true);
      const after = allOf(mended).filter((each) => each.code === code && each.path === path);
      expect([title.zh, after]).toEqual([title.zh, []]);
    }
  });

  it('touches nothing but what its edits name, and leaves the old document as it was', () => {
    const document = changed(smallBook(), { '/totalPoints': '90' });
    const before = JSON.stringify(document);
    const [fix] = fixesFor({ code: 'SUM_MISMATCH', path: '/totalPoints' }, document);
    const mended = applyEdits(document, fix?.edits ?? []);
    expect(mended).toEqual(changed(smallBook(), { '/totalPoints': '100' }));
    expect(JSON.stringify(document)).toBe(before);
  });

  it('offers nothing for what only the author can know, or for a document of another shape', () => {
    expect(fixesFor({ code: 'TOO_SUBJECTIVE', path: '/sections' }, smallBook())).toEqual([]);
    expect(fixesFor({ code: 'UNREAD_FACT', path: '/facts/0' }, { facts: [] })).toEqual([]);
    expect(fixesFor({ code: 'constructor', path: '' }, smallBook())).toEqual([]);
  });
});

describe('edits', () => {
  it('set and remove members and entries, closing the gap', () => {
    const document = { list: ['a', 'b', 'c'], deep: { 'x/y': 1, '~': 2 } };
    expect(applyEdits(document, [{ op: 'remove', path: '/list/1' }])).toEqual({
      ...document,
      list: ['a', 'c'],
    });
    expect(applyEdits(document, [{ op: 'set', path: '/deep/x~1y', value: 5 }])).toEqual({
      ...document,
      deep: { 'x/y': 5, '~': 2 },
    });
    expect(valueAt(document, '/deep/~0')).toBe(2);
    expect(valueAt(document, '/deep/constructor')).toBeUndefined();
    expect(applyEdits(document, [{ op: 'set', path: '/list/3', value: 'd' }])).toMatchObject({
      list: ['a', 'b', 'c', 'd'],
    });
  });

  it.each(['', '/list/9', '/list/9/x', '/none/x', '/list/-1'])('refuse to point into nothing: %s', (path) => {
    expect(() => applyEdits({ list: ['a'] }, [{ op: 'remove', path }])).toThrow();
  });
});
