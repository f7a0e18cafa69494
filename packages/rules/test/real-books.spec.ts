import fc from 'fast-check';
import staffing from '../cases/rulebooks/anon-city-staffing-district.json' with { type: 'json' };
import fuchun from '../cases/rulebooks/fuchun-street-community-routine.json' with { type: 'json' };
import hncu from '../cases/rulebooks/hncu-youth-league.json' with { type: 'json' };
import knownErrors from '../cases/rulebooks/known-errors.json' with { type: 'json' };
import meilong from '../cases/rulebooks/meilong-union-assessment.json' with { type: 'json' };
import ruian from '../cases/rulebooks/ruian-2012-township-cadre.json' with { type: 'json' };
import shicheng from '../cases/rulebooks/shicheng-2018-river-township.json' with { type: 'json' };
import cadre from '../cases/rulebooks/template-cadre-quantified-evaluation.json' with { type: 'json' };
import information from '../cases/rulebooks/template-union-information-points.json' with { type: 'json' };
import tongren from '../cases/rulebooks/tongren-2012-women-federation.json' with { type: 'json' };
import wenshang from '../cases/rulebooks/wenshang-2012-women-post.json' with { type: 'json' };
import { compile } from '../src/engine/compile.js';
import { indicatorsOf } from '../src/engine/book-index.js';
import type { FactValue } from '../src/format/fact.js';
import type { AssessedUnit } from '../src/format/facts-document.js';
import type { RuleBook } from '../src/format/rule-book.js';
import { lintRuleBook } from '../src/lint/lint-rule-book.js';
import { parseFacts } from '../src/parse/parse-facts.js';
import { parseRuleBook } from '../src/parse/parse-rule-book.js';
import { unitOf } from './book-of.js';
import { expectBothLanguages } from './expect-both-languages.js';
import { unitsFor } from './facts-arbitrary.js';

const documents: Readonly<Record<string, unknown>> = {
  staffing,
  fuchun,
  hncu,
  meilong,
  ruian,
  shicheng,
  cadre,
  information,
  tongren,
  wenshang,
};

function bookOf(name: string): RuleBook {
  const parsed = parseRuleBook(documents[name]);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed.problems)}`);
  return parsed.book;
}

const findings = (name: string) => lintRuleBook(bookOf(name)).map(({ code, path }) => `${code} ${path}`);

/** One unit's facts, checked as entry would check them. */
function unit(
  name: string,
  code: string,
  facts: Record<string, FactValue>,
  more: Partial<AssessedUnit> = {},
) {
  const type = bookOf(name).unitTypes[0] ?? '';
  return unitOf(code, facts, { type, ...more });
}

const points = (name: string, indicator: string, ...units: AssessedUnit[]) => {
  const assessment = compile(bookOf(name)).assess(units);
  return units.map(({ code }) => assessment.explain(code, indicator).points);
};

const section = (name: string, id: string, ...units: AssessedUnit[]) =>
  compile(bookOf(name))
    .assess(units)
    .units.map((outcome) => outcome.sections.find((each) => each.id === id)?.points);

describe.each(Object.keys(documents))('the real rule book %s', (name) => {
  it('[PA1] parses without a problem and has no error of the linter', () => {
    const book = bookOf(name);
    const found = lintRuleBook(book);
    found.forEach(expectBothLanguages);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('says where every number comes from', () => {
    expect(findings(name).filter((each) => each.startsWith('PROVENANCE_ABSENT'))).toEqual([]);
  });

  it('marks every part that is not to be seen as a gap in the document', () => {
    for (const { indicator } of indicatorsOf(bookOf(name))) {
      if (!indicator.title.zh.startsWith('未见部分')) continue;
      expect(indicator.score.method).toBe('judged');
      expect(indicator.provenance?.some(({ note }) => note?.zh.startsWith('文件缺口'))).toBe(true);
    }
  });

  it('assesses and explains arbitrary units', () => {
    const book = bookOf(name);
    const engine = compile(book);
    fc.assert(
      fc.property(unitsFor(book, { to: 6 }), (units) => {
        expect(parseFacts({ format: 'heng-facts/1', units }, book)).toMatchObject({ ok: true });
        const assessment = engine.assess(units);
        for (const outcome of assessment.units) {
          assessment.explainTotal(outcome.code);
          for (const { id } of outcome.indicators) assessment.explain(outcome.code, id);
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('errors of real rule books are found in their transcription', () => {
  it.each([
    [
      '石城: illegal sand mining is worth 3, its items 2',
      'shicheng',
      'PARTS_MISMATCH /sections/3/indicators/6/score/items',
    ],
    [
      '石城: articles beyond the quota have no limit',
      'shicheng',
      'UNCAPPED_BONUS /sections/4/indicators/0/finish/cap',
    ],
    [
      '石城: awards of 20 under a heading of 7 have no limit',
      'shicheng',
      'UNCAPPED_BONUS /sections/5/indicators/0/finish/cap',
    ],
    [
      '石城: penalties of 20 under a heading of 7 have no limit',
      'shicheng',
      'UNCAPPED_DEDUCTION /sections/6/indicators/0/finish/floor',
    ],
    ['石城: awards could drown the work itself', 'shicheng', 'BONUS_TOO_LARGE /sections'],
    [
      '石城: a township without fish reservoirs has no rule',
      'shicheng',
      'ZERO_DENOMINATOR /sections/3/indicators/9/measure/whenZero',
    ],
    [
      '梅陇: the deductions listed make 9 of 10',
      'meilong',
      'PARTS_MISMATCH /sections/0/indicators/0/score/terms',
    ],
    [
      '区县编制: the last place still gets 48 of 60',
      'staffing',
      'DEAD_POINTS /sections/0/indicators/0/points',
    ],
    [
      '区县编制: keeping staff can earn 2 of 1.5',
      'staffing',
      'UNCAPPED_BONUS /sections/3/indicators/3/finish/cap',
    ],
    [
      '区县编制: faults of procedure cost without a limit',
      'staffing',
      'UNCAPPED_DEDUCTION /sections/5/indicators/0/finish/floor',
    ],
    [
      '干部实绩: additional points have no limit',
      'cadre',
      'UNCAPPED_BONUS /sections/1/indicators/0/finish/cap',
    ],
    ['富春: all points rest on judgement', 'fuchun', 'TOO_SUBJECTIVE /sections'],
  ])('%s', (_title, name, found) => {
    expect(findings(name)).toContain(found);
  });

  it.each([
    ['tongren', '100'],
    ['cadre', '100'],
  ])('%s: weights tell how much of the total is judged, at most all of it', (name, points) => {
    const found = lintRuleBook(bookOf(name)).find(({ code }) => code === 'TOO_SUBJECTIVE');
    expect(found?.message.en).toContain(`make up ${points} points`);
  });

  it('[SC7] 汶上: 80 is claimed twice; the book says which grade has it, and that this is its own decision', () => {
    const { units } = compile(bookOf('wenshang')).assess(
      ['80', '79.99', '60', '59'].map((score) =>
        unit('wenshang', `u${score}`, { 'score-four-aspects': score }),
      ),
    );
    expect(units.map(({ grade }) => grade)).toEqual(['qualified', 'basic', 'basic', 'unqualified']);
    expect(bookOf('wenshang').notes?.some(({ zh }) => zh.includes('80 分两边都占'))).toBe(true);
  });

  it.each(knownErrors.cases.map((each) => [each.title.en, each] as const))(
    '%s',
    (_title, { book, found }) => {
      const parsed = parseRuleBook(book);
      expect(parsed.ok).toBe(found.by === 'lint');
      const told = parsed.ok ? lintRuleBook(parsed.book) : parsed.problems;
      told.forEach(expectBothLanguages);
      expect(told).toContainEqual(expect.objectContaining({ code: found.code, path: found.path }));
    },
  );
});

describe('real rule books give the results that their documents and reports print', () => {
  it('[TO5] 铜仁: 60% regular work and 40% the visit', () => {
    const units = [unit('tongren', 'a', { 'score-regular': '90', 'score-site': '80' })];
    expect(section('tongren', 'whole', ...units)).toEqual(['86']);
  });

  it('[GR2] 铜仁: one first, two second, three third prizes', () => {
    const units = Array.from({ length: 8 }, (_, index) =>
      unit('tongren', `u${index}`, { 'score-regular': String(90 - index), 'score-site': '80' }),
    );
    const { units: outcomes } = compile(bookOf('tongren')).assess(units);
    expect(outcomes.map(({ grade }) => grade)).toEqual([
      'first',
      'second',
      'second',
      'third',
      'third',
      'third',
      'none',
      'none',
    ]);
  });

  it('[SC12] 瑞安: 540 beside 580 is 558.62 of 600', () => {
    const units = ['580', '540'].map((project, index) => unit('ruian', `u${index}`, { project }));
    expect(points('ruian', 'heads-projects', ...units)).toEqual(['600', '558.62']);
  });

  it('[ME10] 瑞安: fifth place with every leader is 184 of 200, and the mean of the leaders counts', () => {
    const ranks = (...places: string[]) =>
      Object.fromEntries(
        ['party', 'congress', 'government', 'cppcc'].map((head, index) => [
          `rank-${head}`,
          places[index] ?? '1',
        ]),
      );
    expect(
      points(
        'ruian',
        'heads-leaders',
        unit('ruian', 'a', ranks('5', '5', '5', '5')),
        unit('ruian', 'b', ranks('1', '2', '3', '4')),
      ),
    ).toEqual(['184', '194']);
  });

  it('[ME4] 瑞安: 83% excellent is 190; a third against is 130 whatever the rest says', () => {
    const vote = (...votes: string[]) => ({
      vote: Object.fromEntries(
        ['excellent', 'competent', 'basic', 'incompetent'].map((option, index) => [
          option,
          votes[index] ?? '0',
        ]),
      ),
    });
    expect(
      points(
        'ruian',
        'heads-ballot',
        unit('ruian', 'a', vote('83', '12', '5', '0')),
        unit('ruian', 'b', vote('59', '11', '20', '10')),
        unit('ruian', 'c', vote('60', '6', '20', '13')),
        unit('ruian', 'd', vote('2', '0', '1', '0')),
      ),
    ).toEqual(['190', '160', '130', '130']);
  });

  it('[TO6] 瑞安: heads and other leaders each have their own 1000 points', () => {
    const facts: Record<string, FactValue> = {
      project: '500',
      'rank-party': '1',
      'rank-congress': '1',
      'rank-government': '1',
      'rank-cppcc': '1',
      vote: { excellent: '10' },
      'score-line-manager': '90',
      'score-others-unseen': '390',
    };
    const { units } = compile(bookOf('ruian')).assess([
      unit('ruian', 'head', facts),
      unit('ruian', 'other', facts, { type: 'OtherLeader' }),
    ]);
    expect(units.map(({ total, asItStands }) => [total, asItStands.outOf])).toEqual([
      ['1000', '1000'],
      ['980', '1000'],
    ]);
  });

  it('[SC15] 工会信息: one piece used by 中办 and 省委办公厅 is 80, a third level does not count', () => {
    const used = ['central', 'province-committee', 'own'].map((level) => ({
      title: '一篇',
      level,
      genre: 'article',
      matter: '同稿',
    }));
    const brief = [{ title: '简讯', level: 'national-union', genre: 'brief' }];
    expect(
      points(
        'information',
        'pieces',
        unit('information', 'a', { used }),
        unit('information', 'b', { used: brief }),
        unit('information', 'c', { used: [{ title: '简讯', level: 'committee', genre: 'brief' }] }),
      ),
    ).toEqual(['80', '15', '0']);
  });

  it('[ME4] 干部实绩: 30 heavy, 12 much, 6 usual, 2 little of 50 are 88', () => {
    const votes = { heavy: '30', much: '12', usual: '6', little: '2' };
    expect(points('cadre', 'manager-load', unit('cadre', 'a', { 'manager-load': votes }))).toEqual(['88']);
  });

  it('[TO7] 区县编制: three ratios are added and ranked; the places give 20, 19, 18, 17, 16', () => {
    const units = ['100', '110', '120', '130', '140'].map((staff, index) =>
      unit('staffing', `d${index}`, { staff, villages: '50', residents: '10000', firms: '20' }),
    );
    expect(points('staffing', 'staff-total', ...units)).toEqual(['20', '19', '18', '17', '16']);
    expect(section('staffing', 'ratios', ...units)[1]).toBe('16.35');
  });

  it('[ME14] 区县编制: a share below the mean of all loses 0.1 a point', () => {
    const units = ['30', '20', '25'].map((share, index) =>
      unit('staffing', `d${index}`, { 'town-share': share }),
    );
    expect(points('staffing', 'town-share', ...units)).toEqual(['2', '1.5', '2']);
  });

  it('[SC5] 区县编制: three people more than last year are 1.65, four fewer 1.1', () => {
    const units = ['33', '26'].map((posts, index) => unit('staffing', `d${index}`, { 'town-posts': posts }));
    const previous = ['30', '30'].map((posts, index) =>
      unit('staffing', `d${index}`, { 'town-posts': posts }),
    );
    const assessment = compile(bookOf('staffing')).assess(units, { previous });
    expect(units.map(({ code }) => assessment.explain(code, 'grassroots').points)).toEqual(['1.65', '1.1']);
  });

  it('[ME9] 城市学院: 3.0 of violations in a school of more than 2000 count as 2.4, and the seventh has 3.2 of 4', () => {
    const units = Array.from({ length: 7 }, (_, index) =>
      unit('hncu', `s${index}`, { 'study-violations': String(index), students: '900' }),
    );
    expect(points('hncu', 'study', ...units)[6]).toBe('3.2');
    const large = unit('hncu', 'large', { 'study-violations': '3', students: '2001' });
    const assessment = compile(bookOf('hncu')).assess([large]);
    const measured = assessment.explain('large', 'study').steps.find(({ code }) => code === 'measure');
    expect(measured?.data['value']).toBe('2.4');
  });

  it('[SC8] 梅陇: who fails in everything that is listed still has 1 of 10', () => {
    const facts = { 'task-undone': true, 'numbers-unclear': true, 'no-register': true };
    expect(points('meilong', 'founding', unit('meilong', 'a', facts))).toEqual(['1']);
  });

  it('[SC6] 石城: one provincial article beyond the quota is 2 points more than full', () => {
    const article = (level: string) => ({ title: '稿', level });
    const articles = ['province', 'province', 'city', 'city', 'county', 'county'].map(article);
    const facts = { articles, 'reports-on-time': true };
    expect(points('shicheng', 'information', unit('shicheng', 'a', facts))).toEqual(['9']);
  });

  it('[TO3] 石城: the lake is the concern of one township', () => {
    const facts = { 'score-lake-organisation': '2' };
    const { units } = compile(bookOf('shicheng')).assess([
      unit('shicheng', 'a', facts, { attributes: { town: '琴江镇' } }),
      unit('shicheng', 'b', facts),
    ]);
    expect(units.map(({ indicators }) => indicators.some(({ id }) => id === 'lake-organisation'))).toEqual([
      true,
      false,
    ]);
  });
});
