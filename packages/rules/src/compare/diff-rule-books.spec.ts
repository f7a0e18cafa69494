import fc from 'fast-check';
import { edited, editAt, manyBooks, walk, type Loose, type Path } from '../../test/random-edit.js';
import { smallBook } from '../../test/small-book.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { canonicalJson } from '../exact/canonical-json.js';
import { RuleBook } from '../format/rule-book.js';
import type { Change } from './change.js';
import { describeChange } from './describe-change.js';
import { diffRuleBooks } from './diff-rule-books.js';
import { parameterName } from './parameter-names.js';

const { township } = defaultRuleBooks;

const sentences = (before: RuleBook, after: RuleBook): string[] =>
  diffRuleBooks(before, after).changes.map((change) => describeChange(change, 'zh-CN'));
const only = (before: RuleBook, after: RuleBook): Change => {
  const [change, ...others] = diffRuleBooks(before, after).changes;
  if (change === undefined || others.length > 0) throw new Error(JSON.stringify([change, ...others]));
  return change;
};

describe('diffRuleBooks', () => {
  it('finds nothing between equal books', () => {
    for (const book of Object.values(defaultRuleBooks))
      expect(diffRuleBooks(book, JSON.parse(JSON.stringify(book)) as RuleBook)).toEqual({
        changes: [],
        clauses: [],
      });
  });

  it('says that points changed, with both values', () => {
    const after = edited(township, (book) => (book.sections[0].indicators[0].points = '6'));
    const change = only(township, after);
    expect(change).toMatchObject({
      code: 'points-changed',
      touches: 'points',
      path: { after: '/sections/0/indicators/0/points' },
    });
    const { id, title, points } = township.sections[0]?.indicators?.[0] ?? {};
    expect(describeChange(change, 'zh-CN')).toBe(
      `指标“${title?.zh}”（${id}）：分值由 ${points} 分改为 6 分。`,
    );
    expect(describeChange(change, 'en')).toBe(
      `indicator "${title?.en}" (${id}): points changed from ${points} points to 6 points.`,
    );
  });

  it.each<[string, (book: Loose) => void, string]>([
    [
      'a line of a share is told in percent and rises',
      (book) => (book.sections[0].indicators[0].score.target = '1.05'),
      '指标“指标A1”（A1）：达标线由 100% 提高到 105%。',
    ],
    [
      'an edge of a band',
      (book) => (book.sections[0].indicators[1].score.bands[2].from = '85'),
      '指标“指标A2”（A2）：档的下界（第 3 项）由 80 提高到 85。',
    ],
    [
      'an entry at the end of a list whose entries have no names',
      (book) => book.sections[0].indicators[1].score.bands.push({ from: '100', points: '20' }),
      '指标“指标A2”（A2）：分档由“档的上界 60，档的得分 0 分；档的下界 60，档的上界 80，档的得分比例 50%；档的下界 80，档的得分 20 分”改为“档的上界 60，',
    ],
    [
      'an entry taken from the end of such a list',
      (book) => book.sections[0].indicators[1].score.bands.pop(),
      '改为“档的上界 60，档的得分 0 分；档的下界 60，档的上界 80，档的得分比例 50%”。',
    ],
    [
      'another method',
      (book) => (book.sections[0].indicators[2].score = { method: 'judged', reasonRequired: true }),
      '指标“指标A3”（A3）：计分办法由“达标得分”改为“评议打分”，新条款为：',
    ],
    [
      'what an option is worth',
      (book) => (book.sections[1].indicators[3].score.worth[0].points = '9'),
      '指标“指标B4”（B4）：分值（选项first）由 10 分改为 9 分。',
    ],
    [
      'a weight of raters',
      (book) => (book.sections[1].indicators[2].measure.weights[0].weight = '0.7'),
      '指标“指标B3”（B3）：权重（选项leaders）由 0.6 提高到 0.7。',
    ],
    [
      'what missing data do',
      (book) => (book.sections[0].indicators[0].missing = 'zero'),
      '指标“指标A1”（A1）：缺数据的处理由“待补，不计入目前得分”改为“按 0 分”。',
    ],
    [
      'a fact that is read in place of another',
      (book) => (book.sections[0].indicators[3].measure.fact = 'complaints'),
      '指标“指标A4”（A4）：取数由“事实late”改为“事实complaints”。',
    ],
    [
      'another expression',
      (book) => (book.sections[0].indicators[0].measure = { kind: 'fact', fact: 'done' }),
      '计算式由“事实done ÷ 事实villages”改为“事实done”。',
    ],
    [
      'a floor that was not there',
      (book) => (book.sections[0].indicators[0].finish = { floor: '-5' }),
      '指标“指标A1”（A1）：增加最低分：-5 分。',
    ],
    ['a line of a grade', (book) => (book.grades[0].atLeast = '91'), '等次线（不低于）由'],
    [
      'the rounding of the total',
      (book) => (book.rounding.total.digits = 1),
      '总分的取整由“四舍五入保留 2 位小数”改为“四舍五入保留 1 位小数”。',
    ],
    [
      'what is ranked',
      (book) => (book.ranking.on = book.ranking.on === 'exact' ? 'rounded' : 'exact'),
      '排名：排名依据由“',
    ],
  ])('tells %s', (_case, edit, sentence) => {
    const told = sentences(smallBook(), edited(smallBook(), edit));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(sentence);
  });

  it('tells what is added, removed, moved and reordered', () => {
    const after = edited(smallBook(), (book) => {
      const [work, review] = book.sections;
      review.indicators.unshift(work.indicators.pop());
      review.indicators.push({ ...review.indicators[1], id: 'B9', title: { zh: '新项', en: 'New' } });
      review.indicators.splice(2, 1);
      work.indicators.unshift(work.indicators.pop());
    });
    expect(sentences(smallBook(), after)).toEqual([
      '板块“工作”（A）：指标的顺序由“指标A1、指标A2、指标A3”改为“指标A3、指标A1、指标A2”。',
      expect.stringMatching(/^取消指标“指标B2”（B2）：原为 列在“评议”，10 分：.*。$/),
      expect.stringMatching(/^新增指标“新项”（B9）：列在“评议”，10 分：/),
      '指标“指标A4”（A4）：由“工作”移到“评议”。',
    ]);
  });

  it('[CB1] takes an indicator of the library for the same one, and tells its new id once, not where it is pointed at', () => {
    const [section] = township.sections;
    const indicator = section?.indicators?.find(({ library }) => library !== undefined);
    const id = indicator?.id ?? '';
    const after = JSON.parse(
      JSON.stringify(township)
        .replaceAll(`"id":"${id}"`, '"id":"renamed"')
        .replaceAll(`"indicator":"${id}"`, '"indicator":"renamed"'),
    ) as RuleBook;
    const change = only(township, after);
    expect(change).toMatchObject({ code: 'identifier-changed', place: { id: 'renamed' } });
  });

  it('[CB1] takes a fact with the same title for the same one, wherever it is read', () => {
    const after = JSON.parse(
      JSON.stringify(smallBook()).replaceAll(/"(id|fact|atMost)":"villages"/g, '"$1":"village-count"'),
    ) as Loose;
    expect(sentences(smallBook(), RuleBook.parse(after))).toEqual([
      '数据“事实villages”（village-count）：标识由“villages”改为“village-count”。',
    ]);
  });

  it('sets the clauses before and after beside each other', () => {
    const after = edited(smallBook(), (book) => (book.sections[0].indicators[0].score.target = '0.9'));
    const { clauses } = diffRuleBooks(smallBook(), after);
    expect(clauses).toHaveLength(1);
    expect(clauses[0]?.before.zh).toContain('100%');
    expect(clauses[0]?.after.zh).toContain('90%');
  });

  it('names every parameter of every book we have', () => {
    for (const book of manyBooks)
      for (const parameter of parametersOf(book))
        expect([parameter, parameterName(parameter) !== null]).toEqual([parameter, true]);
  });
});

/** Paths inside facts, sections and the like, with `*` for entries, as changes name them. */
function parametersOf(book: RuleBook): Set<string> {
  const found = new Set<string>();
  walk(book, [], (path, value) => {
    const from = Math.max(
      ...['indicators', 'sections', 'facts', 'vetoes', 'grades'].map((list) =>
        typeof path[path.lastIndexOf(list) + 1] === 'number' ? path.lastIndexOf(list) + 2 : 0,
      ),
    );
    const inside = path.slice(path[0] === 'ranking' && from === 0 ? 1 : from);
    const isLeaf = typeof value !== 'object' || value === null;
    if (
      isLeaf &&
      inside.length > 0 &&
      !['zh', 'en', 'mode', 'digits', 'step'].includes(String(inside[inside.length - 1]))
    )
      found.add(
        inside
          .map((step) => (typeof step === 'number' ? '*' : step))
          .join('/')
          .replace(/(\/\*)+$/, ''),
      );
  });
  return found;
}

/** Whether a change names the place of an edit: one lies within the other, in either book. */
const names = (change: Change, path: Path): boolean =>
  [change.path.before, change.path.after].some((pointer) => {
    if (pointer === null) return false;
    const at = pointer.split('/').slice(1);
    return at.every((step, index) => index >= path.length || step === String(path[index]));
  });

function expectSentences(change: Change): void {
  const [zh, en] = [describeChange(change, 'zh-CN'), describeChange(change, 'en')];
  expect(zh).toMatch(/[\u4e00-\u9fff].*[。.]$/s);
  for (const text of [zh, en]) expect(text).not.toMatch(/undefined|\[object|\bnull\b/);
  expect(en).toMatch(/[a-z].*[。.]$/s);
}

describe('whatever is edited', () => {
  it('[CB1] gives a change that names its place, in both languages', () => {
    let edits = 0;
    const choices = fc.record({
      book: fc.nat(manyBooks.length - 1),
      choice: fc.nat(),
      what: fc.nat(100_000),
    });
    fc.assert(
      fc.property(choices, ({ book, choice, what }) => {
        const before = manyBooks[book] ?? smallBook();
        const made = editAt(before, choice, what);
        if (made === null) return;
        edits += 1;
        for (const [from, to] of [
          [before, made.after],
          [made.after, before],
        ] as const) {
          const { changes } = diffRuleBooks(from, to);
          if (!changes.some((change) => names(change, made.path)))
            throw new Error(`${made.path.join('/')}: ${JSON.stringify(changes.map(({ path }) => path))}`);
          for (const change of changes) expectSentences(change);
        }
      }),
      { numRuns: 400, seed: 4 },
    );
    // Otherwise the property would hold of nothing.
    expect(edits).toBeGreaterThan(100);
  }, 120_000);

  it('gives the changes of both of two edits, in whatever order they were made', () => {
    const changes = (before: RuleBook, after: RuleBook) =>
      diffRuleBooks(before, after).changes.map((change) => canonicalJson(change));
    const before = township;
    const one = (book: Loose) => (book.sections[0].indicators[0].points = '6');
    const two = (book: Loose) => (book.sections[1].indicators[0].scoredBy = { zh: '别人', en: 'Others' });
    const apart = [...changes(before, edited(before, one)), ...changes(before, edited(before, two))];
    expect(changes(before, edited(edited(before, one), two))).toEqual(apart);
    expect(changes(before, edited(edited(before, two), one))).toEqual(apart);
  });
});
