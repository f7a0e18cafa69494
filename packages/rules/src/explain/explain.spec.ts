import fc from 'fast-check';
import { bookOf, booleanFact, byPercent, fact, indicatorOf, numberFact, unitOf } from '../../test/book-of.js';
import { unitsFor } from '../../test/facts-arbitrary.js';
import { compare, fraction, show, type Fraction } from '../../test/fraction.js';
import { replay } from '../../test/replay.js';
import { defaultRuleBooks } from '../books/default-rule-books.js';
import { indicatorsOf } from '../engine/book-index.js';
import { compile } from '../engine/compile.js';
import type { Fact, FactValue } from '../format/fact.js';
import type { Indicator } from '../format/indicator.js';
import type { Measure } from '../format/measure.js';
import type { Score } from '../format/score.js';
import { parseFacts } from '../parse/parse-facts.js';
import { clauseOf } from './clause-of.js';
import { describeReason } from './describe-reason.js';
import { describeSteps } from './describe-steps.js';

const option = (id: string, zh: string) => ({ id, title: { zh, en: id } });
const facts: Fact[] = [
  numberFact('x', 'village'),
  numberFact('y', 'village'),
  numberFact('z', 'yuan'),
  booleanFact('yes'),
  booleanFact('no'),
  { ...booleanFact('prize'), kind: 'choice', options: [option('first', '一等'), option('none', '无')] },
  {
    ...booleanFact('awards'),
    kind: 'records',
    levels: [option('national', '国家级'), option('county', '县级')],
  },
];
const share: Measure = { kind: 'ratio', of: [fact('x'), fact('y')], whenZero: 'cannot-compute' };
const none: Measure = { kind: 'none' };

type Told = {
  score: Score;
  changes?: Partial<Indicator>;
  values?: Record<string, FactValue | null>;
  others?: string[];
};

function sentences(
  { score, changes = {}, values = {}, others = [] }: Told,
  locale: 'zh-CN' | 'en',
): string[] {
  const book = bookOf([indicatorOf(score, changes)], { facts });
  const units = [unitOf('own', values), ...others.map((x, index) => unitOf(`o${index}`, { x }))];
  return describeSteps(compile(book).assess(units).explain('own', 'I'), book, locale);
}

describe('[XP1] each family tells its arithmetic, so that it can be redone by hand', () => {
  it.each<[string, Told, string[], string[]]>([
    [
      'proportion',
      {
        score: { method: 'proportion', target: '0.8', capShare: '1' },
        values: { x: '3', y: '5' },
        changes: { measure: share },
      },
      ['x ÷ y = 3 ÷ 5 = 60%', '完成率 = 60% ÷ 目标 80% = 0.75，得分 10 × 0.75 = 7.5', '得 7.5 分（分值 10）'],
      [
        'x ÷ y = 3 ÷ 5 = 60%',
        'completion = 60% ÷ target 80% = 0.75, points 10 × 0.75 = 7.5',
        '7.5 points (of 10)',
      ],
    ],
    [
      'money per head is no percentage',
      {
        score: { method: 'proportion', target: '1', capShare: '1' },
        values: { x: '3', z: '6' },
        changes: { measure: { kind: 'ratio', of: [fact('z'), fact('x')], whenZero: 'cannot-compute' } },
      },
      ['z ÷ x = 6 ÷ 3 = 2', '完成率 2，达到封顶 1 倍，得 10 × 1 = 10 分', '得 10 分（分值 10）'],
      ['z ÷ x = 6 ÷ 3 = 2', 'completion 2, capped at 1: 10 × 1 = 10 points', '10 points (of 10)'],
    ],
    [
      'people per thousand is none either',
      {
        score: {
          method: 'ranked',
          form: 'table',
          better: 'higher',
          tied: 'highest',
          points: ['10', '8'],
          beyond: '1',
        },
        values: { x: '3', y: '500' },
        changes: {
          measure: {
            kind: 'ratio',
            of: [{ kind: 'product', of: [fact('x'), { kind: 'constant', value: '1000' }] }, fact('y')],
            whenZero: 'cannot-compute',
          },
        },
      },
      ['(x × 1000) ÷ y = (3 × 1000) ÷ 500 = 6', '6 在同组 1 家中第 1 名，得 10 分', '得 10 分（分值 10）'],
      [
        '(x × 1000) ÷ y = (3 × 1000) ÷ 500 = 6',
        '6 is place 1 of 1 in the cohort: 10 points',
        '10 points (of 10)',
      ],
    ],
    [
      'inverse',
      { score: { method: 'inverse', form: 'excess-share', target: '5' }, values: { x: '8' } },
      ['x = 8', '超过 5，得分 10 × (1 − (8 − 5) ÷ 5) = 4', '得 4 分（分值 10）'],
      ['x = 8', 'above 5: points 10 × (1 − (8 − 5) ÷ 5) = 4', '4 points (of 10)'],
    ],
    [
      'threshold on a yes/no fact',
      {
        score: { method: 'threshold', comparison: 'at-least', at: '1' },
        values: { yes: true },
        changes: { measure: fact('yes') },
      },
      ['yes = 1', '是，得 10 分', '得 10 分（分值 10）'],
      ['yes = 1', 'yes: 10 points', '10 points (of 10)'],
    ],
    [
      'threshold on a share',
      {
        score: { method: 'threshold', comparison: 'at-least', at: '1' },
        values: { x: '4', y: '5' },
        changes: { measure: share },
      },
      ['x ÷ y = 4 ÷ 5 = 80%', '80% 未达到 100%，得 0 分', '得 0 分（分值 10）'],
      ['x ÷ y = 4 ÷ 5 = 80%', '80% is not at least 100%: 0 points', '0 points (of 10)'],
    ],
    [
      'linear',
      {
        score: { method: 'linear', intercept: '20', slope: '-10', low: '0', high: '10' },
        values: { x: '1.5' },
      },
      ['x = 1.5', '20 − 10 × 1.5 = 5，限于 0—10，得 5 分', '得 5 分（分值 10）'],
      ['x = 1.5', '20 − 10 × 1.5 = 5, kept within 0 to 10: 5 points', '5 points (of 10)'],
    ],
    [
      'steps',
      {
        score: {
          method: 'steps',
          base: '10',
          origin: '0.45',
          below: { points: '-0.1', per: '0.01', partial: 'proportional' },
        },
        values: { x: '40', y: '100' },
        changes: { measure: share },
      },
      [
        'x ÷ y = 40 ÷ 100 = 40%',
        '比 45% 低 5%，每 1% 计 -0.1 分：5 × -0.1 = -0.5；10 + (-0.5) = 9.5 分',
        '得 9.5 分（分值 10）',
      ],
      [
        'x ÷ y = 40 ÷ 100 = 40%',
        'below 45% by 5%, -0.1 points per 1%: 5 × -0.1 = -0.5; 10 + (-0.5) = 9.5 points',
        '9.5 points (of 10)',
      ],
    ],
    [
      'tally, down to the floor',
      {
        score: {
          method: 'tally',
          base: '3',
          terms: [{ title: { zh: '逾期', en: 'late' }, of: fact('x'), points: '-2' }],
        },
        values: { x: '2' },
        changes: { measure: none },
      },
      ['3 + 逾期 2 × (-2) = -1 分', '扣完为止，最低 0 分：0', '得 0 分（分值 10）'],
      ['3 + late 2 × (-2) = -1 points', 'not below 0: 0', '0 points (of 10)'],
    ],
    [
      'checklist',
      {
        score: {
          method: 'checklist',
          items: [
            { fact: 'yes', title: { zh: '有牌子', en: 'sign' }, points: '1' },
            { fact: 'no', title: { zh: '有场所', en: 'place' }, points: '1' },
          ],
        },
        values: { yes: true, no: false },
        changes: { measure: none },
      },
      ['具备 1 项：1 = 1 分；缺 有场所', '得 1 分（分值 10）'],
      ['1 items hold: 1 = 1 points; lacking place', '1 points (of 10)'],
    ],
    [
      'choice',
      {
        score: { method: 'choice', fact: 'prize', worth: [{ option: 'first', points: '2' }] },
        values: { prize: 'first' },
        changes: { measure: none },
      },
      ['一等，得 2 分', '得 2 分（分值 10）'],
      ['first: 2 points', '2 points (of 10)'],
    ],
    [
      'records',
      {
        score: {
          method: 'records-worth',
          fact: 'awards',
          worth: [
            { level: 'national', points: '5' },
            { level: 'county', points: '1' },
          ],
          sameMatter: 'all',
        },
        values: {
          awards: [
            { title: 'a', level: 'national' },
            { title: 'b', level: 'county' },
          ],
        },
        changes: { measure: none },
      },
      ['国家级 5 + 县级 1 = 6 分', '得 6 分（分值 10）'],
      ['national 5 + county 1 = 6 points', '6 points (of 10)'],
    ],
    [
      'tiers by steps',
      {
        score: {
          method: 'tiers',
          form: 'step',
          bands: [
            { to: '0.5', points: '0' },
            { from: '0.5', to: '0.7', points: '5' },
            { from: '0.7', points: '10' },
          ],
        },
        values: { x: '6', y: '10' },
        changes: { measure: share },
      },
      ['x ÷ y = 6 ÷ 10 = 60%', '60% 落在“达到 50%、低于 70%”档，得 5 分', '得 5 分（分值 10）'],
      ['x ÷ y = 6 ÷ 10 = 60%', '60% falls into "at least 50% and below 70%": 5 points', '5 points (of 10)'],
    ],
    [
      'tiers on a line',
      {
        score: {
          method: 'tiers',
          form: 'interpolate',
          bands: [
            { from: '60', to: '100', points: '1' },
            { from: '100', points: '4' },
          ],
        },
        values: { x: '80' },
      },
      [
        'x = 80',
        '80 落在“达到 60、低于 100”档，按线性插值 1 + (4 − 1) × (80 − 60) ÷ (100 − 60) = 2.5 分',
        '得 2.5 分（分值 10）',
      ],
      [
        'x = 80',
        '80 falls into "at least 60 and below 100", on the straight line 1 + (4 − 1) × (80 − 60) ÷ (100 − 60) = 2.5 points',
        '2.5 points (of 10)',
      ],
    ],
    [
      'tiers band by band',
      {
        score: {
          method: 'tiers',
          form: 'marginal',
          bands: [
            { to: '1000', rate: '0.003' },
            { from: '1000', rate: '0.001' },
          ],
        },
        values: { x: '3000' },
      },
      ['x = 3000', '3000 分段累计：1000 × 0.003 + 2000 × 0.001 = 5 分', '得 5 分（分值 10）'],
      ['x = 3000', '3000 band by band: 1000 × 0.003 + 2000 × 0.001 = 5 points', '5 points (of 10)'],
    ],
    [
      'ranked, a tie that shares its places',
      {
        score: { method: 'ranked', form: 'step', better: 'higher', tied: 'mean', free: 1, points: '0.2' },
        values: { x: '5' },
        others: ['5', '9'],
      },
      ['x = 5', '5 在同组 3 家中第 2 名（2 家并列），得 (9.8 + 9.6) ÷ 2 = 9.7 分', '得 9.7 分（分值 10）'],
      [
        'x = 5',
        '5 is place 2 of 3 in the cohort (2 tied): (9.8 + 9.6) ÷ 2 = 9.7 points',
        '9.7 points (of 10)',
      ],
    ],
    [
      'ranked in tiers',
      {
        score: {
          method: 'ranked',
          form: 'tier',
          better: 'higher',
          tied: 'highest',
          places: 'larger-first',
          tiers: [
            { upTo: '1/3', share: '1' },
            { upTo: '1', share: '0.6' },
          ],
        },
        values: { x: '5' },
        others: ['9'],
      },
      ['x = 5', '5 在同组 2 家中第 2 名，属第 2 档，得 10 × 0.6 = 6 分', '得 6 分（分值 10）'],
      ['x = 5', '5 is place 2 of 2 in the cohort, tier 2: 10 × 0.6 = 6 points', '6 points (of 10)'],
    ],
    [
      'relative to the best',
      { score: { method: 'relative', to: 'best', better: 'higher' }, values: { x: '5' }, others: ['8'] },
      ['x = 5', '同组 2 家最好 8，得分 10 × 5 ÷ 8 = 6.25', '得 6.25 分（分值 10）'],
      ['x = 5', 'best of 2 units of the cohort is 8; points 10 × 5 ÷ 8 = 6.25', '6.25 points (of 10)'],
    ],
    [
      'relative to the best where none is best',
      { score: { method: 'relative', to: 'best', better: 'lower' }, values: { x: '0' }, others: ['8'] },
      ['x = 0', '本单位为 0，得满分 10 分', '得 10 分（分值 10）'],
      ['x = 0', 'own value 0: full 10 points', '10 points (of 10)'],
    ],
    [
      'relative to the mean',
      {
        score: { method: 'relative', to: 'mean', better: 'higher', high: '1' },
        values: { x: '4' },
        others: ['6'],
      },
      ['x = 4', '同组 2 家均值 5，比值 4 ÷ 5（限于 −∞—1） = 0.8，得分 10 × 0.8 = 8', '得 8 分（分值 10）'],
      [
        'x = 4',
        'mean of 2 units of the cohort is 5, ratio 4 ÷ 5 (within −∞ to 1) = 0.8; points 10 × 0.8 = 8',
        '8 points (of 10)',
      ],
    ],
    [
      'efficacy',
      {
        score: {
          method: 'efficacy',
          c: '0.4',
          d: '0.6',
          better: 'higher',
          low: 'cohort',
          high: 'cohort',
          whenEqual: '1',
        },
        values: { x: '5' },
        others: ['4', '8'],
      },
      [
        'x = 5',
        '同组 3 家最低 4、最高 8，得分 10 × [0.6 + 0.4 × (5 − 4) ÷ (8 − 4)] = 7',
        '得 7 分（分值 10）',
      ],
      [
        'x = 5',
        'of 3 units of the cohort the lowest is 4, the highest 8; points 10 × [0.6 + 0.4 × (5 − 4) ÷ (8 − 4)] = 7',
        '7 points (of 10)',
      ],
    ],
    [
      'efficacy beyond its fixed ends',
      {
        score: {
          method: 'efficacy',
          c: '0.4',
          d: '0.6',
          better: 'higher',
          low: '4',
          high: '8',
          whenEqual: '1',
        },
        values: { x: '9' },
      },
      [
        'x = 9',
        '不允许值 4、满意值 8，9 已越界，按 1 计，得分 10 × [0.6 + 0.4 × 1] = 10',
        '得 10 分（分值 10）',
      ],
      [
        'x = 9',
        'floor value 4, target value 8; 9 lies beyond and counts as 1; points 10 × [0.6 + 0.4 × 1] = 10',
        '10 points (of 10)',
      ],
    ],
    [
      'judged',
      { score: { method: 'judged', reasonRequired: true }, values: { x: '7' } },
      ['x = 7', '评定 7 分', '得 7 分（分值 10）'],
      ['x = 7', 'judged 7 points', '7 points (of 10)'],
    ],
  ])('%s', (_title, told, zh, en) => {
    expect(sentences(told, 'zh-CN')).toEqual(zh);
    expect(sentences(told, 'en')).toEqual(en);
  });
});

describe('[XP1] the last steps are told where they changed a number', () => {
  const because = { zh: '拖欠超过 90 天', en: 'more than 90 days in arrears' };
  const rounding = { mode: 'half-up', digits: 2 } as const;
  const minus = (id: string, factId: string, finish: Indicator['finish'] = {}) =>
    indicatorOf(
      { method: 'steps', base: '10', origin: '0', above: { points: '-1', per: '1', partial: 'down' } },
      { id, measure: fact(factId), finish },
    );
  const last = (
    indicator: Indicator,
    values: Record<string, FactValue>,
    locale: 'zh-CN' | 'en' = 'zh-CN',
  ) => {
    const book = bookOf([minus('A', 'y'), indicator], { facts });
    return describeSteps(
      compile(book)
        .assess([unitOf('u', values)])
        .explain('u', indicator.id),
      book,
      locale,
    ).at(-2);
  };

  it('a linked cap names the other indicator and its loss', () => {
    const linked = minus('B', 'x', { linkedCap: { indicator: 'A' } });
    expect(last(linked, { x: '5', y: '3' })).toBe('扣分不得超过指标 A 的扣分 3，得 7 分');
    expect(last(linked, { x: '5', y: '3' }, 'en')).toBe('the loss may not exceed the 3 lost on A: 7 points');
  });

  it('a cap', () => expect(last(minus('B', 'x', { cap: '8' }), { x: '1', y: '0' })).toBe('封顶 8 分：8'));

  it('an exception gives its reason', () => {
    const exceptions = [
      {
        when: { kind: 'compare', left: fact('x'), comparison: 'more-than', right: '90' } as const,
        points: '0',
        because,
      },
    ];
    expect(last(minus('B', 'x', { exceptions }), { x: '91', y: '0' })).toBe(
      '拖欠超过 90 天（91 > 90），得 0 分',
    );
    expect(last(minus('B', 'x', { exceptions }), { x: '91', y: '0' }, 'en')).toBe(
      'more than 90 days in arrears (91 > 90): 0 points',
    );
  });

  it('rounding says how, from what and to what', () => {
    const third = indicatorOf(
      { method: 'proportion', target: '3', capShare: '1' },
      { id: 'B', finish: { rounding } },
    );
    expect(last(third, { x: '2', y: '0' })).toBe('四舍五入保留 2 位小数：6.6667… → 6.67');
    expect(last(third, { x: '2', y: '0' }, 'en')).toBe('rounded half up to 2 decimals: 6.6667… → 6.67');
  });
});

describe('[XP2] what is not a number says why and what follows', () => {
  const proportion: Score = { method: 'proportion', target: '1', capShare: '1' };
  it.each<[string, Told, string]>([
    [
      'missing',
      { score: proportion, values: { x: null, y: '3' }, changes: { measure: share } },
      '缺少数据：x；目前得分不计本项，现状得分按 0 分计',
    ],
    [
      'a zero denominator',
      { score: proportion, values: { x: '0', y: '0' }, changes: { measure: share } },
      '分母为 0，无法计算；目前得分不计本项，现状得分按 0 分计',
    ],
    [
      'no such business',
      {
        score: proportion,
        values: { x: '0', y: '0' },
        changes: {
          measure: { ...share, whenZero: 'not-applicable' } as Measure,
          notApplicable: { policy: 'exclude' },
        },
      },
      '分母为 0，即没有这项业务；本项剔除，总分按适用满分折算',
    ],
    [
      'no last year',
      { score: proportion, values: { x: '1' }, changes: { measure: { kind: 'previous', of: fact('x') } } },
      '没有上年数据，无法计算增减；目前得分不计本项，现状得分按 0 分计',
    ],
  ])('%s', (_title, told, expected) => expect(sentences(told, 'zh-CN')[0]).toBe(expected));

  it('a fact missing last year is not blamed on this year', () => {
    const book = bookOf([
      indicatorOf(
        { method: 'proportion', target: '1', capShare: '1' },
        { measure: { kind: 'previous', of: fact('x') } },
      ),
    ]);
    const told = compile(book)
      .assess([unitOf('u', { x: '1' })], { previous: [unitOf('u', { x: null })] })
      .explain('u', 'I');
    expect(describeSteps(told, book, 'zh-CN')[0]).toMatch(/^缺少上年数据：x/);
    expect(describeSteps(told, book, 'en')[0]).toMatch(/^missing for last year: x/);
  });

  it('the mean of the cohort is told with its number of units', () => {
    const book = bookOf([byPercent('I', '10', 'x', { notApplicable: { policy: 'cohort-mean' } })]);
    const units = [
      { ...unitOf('u', {}), facts: { x: { notApplicable: '无' } } },
      unitOf('v', { x: '50' }),
      unitOf('w', { x: '80' }),
    ];
    expect(describeSteps(compile(book).assess(units).explain('u', 'I'), book, 'zh-CN')).toEqual([
      '不涉及：x（无）；按同组 2 家平均 6.5 分计',
      '得 6.5 分（分值 10）',
    ]);
  });
});

/** A hole in a sentence: a key that was not there, a code that nobody put into words, a number that is none. */
const hole = /undefined|NaN|\?|\bnull\b|\[object|Infinity|^[a-z]+(-[a-z]+)+$|^\s*$/;

describe.each(Object.entries(defaultRuleBooks))(
  '[XP3] over arbitrary facts the default book %s',
  (_name, book) => {
    const engine = compile(book);
    const indicators = new Map(indicatorsOf(book).map(({ indicator }) => [indicator.id, indicator]));
    const runs = { numRuns: 40, seed: 20261231 };
    const twoYears = fc.tuple(unitsFor(book), fc.option(unitsFor(book)));

    it('reads the generated facts as valid, so that the properties are about real input', () => {
      fc.assert(
        fc.property(unitsFor(book), (units) => {
          const parsed = parseFacts({ format: 'heng-facts/1', units }, book);
          expect(parsed.ok ? [] : parsed.problems).toEqual([]);
        }),
        runs,
      );
    });

    it('explains every indicator and total in complete sentences of both languages', () => {
      fc.assert(
        fc.property(twoYears, ([units, previous]) => {
          const assessment = engine.assess(units, previous ? { previous } : {});
          for (const unit of assessment.units) {
            const told = [
              ...unit.indicators.map(({ id }) => assessment.explain(unit.code, id)),
              assessment.explainTotal(unit.code),
            ];
            for (const explanation of told) {
              for (const locale of ['zh-CN', 'en'] as const) {
                const lines = describeSteps(explanation, book, locale);
                if (lines.length === 0 || lines.some((line) => hole.test(line))) {
                  throw new Error(
                    `${explanation.indicator}: ${JSON.stringify(lines)} from ${JSON.stringify(explanation.steps)}`,
                  );
                }
              }
            }
            for (const { reason } of unit.indicators)
              if (reason) expect(describeReason(reason, book, 'en')).not.toMatch(hole);
          }
        }),
        { ...runs, numRuns: 12 },
      );
    });

    it('gives points that the steps reproduce in a second arithmetic', () => {
      fc.assert(
        fc.property(twoYears, ([units, previous]) => {
          const assessment = engine.assess(units, previous ? { previous } : {});
          for (const unit of assessment.units) {
            for (const { id, points, state } of unit.indicators) {
              const indicator = indicators.get(id);
              if (indicator === undefined) throw new Error(id);
              const redone = replay(assessment.explain(unit.code, id), indicator);
              const given = points === null ? null : show(fraction(points));
              if (redone !== given)
                throw new Error(`${id} (${state}): redone as ${redone}, given as ${given}`);
            }
          }
        }),
        runs,
      );
    });

    it('gives the same outcome for the units in any order', () => {
      fc.assert(
        fc.property(unitsFor(book), (units) => {
          const forth = engine.assess(units).units;
          const back = [...engine.assess([...units].reverse()).units].reverse();
          expect(back).toEqual(forth);
        }),
        runs,
      );
    });

    it('keeps base points within 0 and full, and total, rank and grade within what the book allows', () => {
      fc.assert(
        fc.property(unitsFor(book), (units) => {
          for (const unit of engine.assess(units).units) {
            expect(unit.rank).toBeGreaterThanOrEqual(1);
            expect(unit.rank).toBeLessThanOrEqual(unit.cohortSize);
            expect(book.grades.map(({ id }) => id)).toContain(unit.grade);
            for (const { points, full } of unit.indicators) {
              if (points === null) continue;
              const [most, own] = [fraction(full), fraction(points)];
              const least: Fraction = Number(points) < 0 ? [-most[0], most[1]] : [0n, 1n];
              if (compare(own, least) < 0 || compare(own, most) > 0)
                throw new Error(`${points} is outside of ${full}`);
            }
          }
        }),
        runs,
      );
    });

    it('writes every clause without a hole', () => {
      for (const indicator of indicators.values()) {
        for (const locale of ['zh-CN', 'en'] as const)
          expect(clauseOf(indicator, book, locale)).not.toMatch(hole);
      }
    });
  },
);
