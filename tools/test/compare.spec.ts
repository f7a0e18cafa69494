import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RuleBook } from '@heng/rules';
import { demonstrationFacts } from '../src/demonstration/index.js';
import { exampleFiles, heng } from './heng.js';
import { inFolder } from './program.js';

type Files = (name: string) => string;
const inExamples = (work: (file: Files) => Promise<void>) =>
  inFolder(async (folder) => work(await exampleFiles(folder)));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- books are taken apart here as the JSON they are
type Loose = any;

/** A copy of a book file with something done to it. */
async function edited(file: Files, edit: (book: Loose) => void): Promise<string> {
  const book = JSON.parse(await readFile(file('book.json'), 'utf8')) as Loose;
  edit(book);
  await writeFile(file('draft.json'), JSON.stringify(book));
  return file('draft.json');
}

/** Last year's book of the demonstration county with its facts, this year's facts, and a draft for next year. */
const inCounty = (work: (file: Files, draft: RuleBook) => Promise<void>) =>
  inFolder(async (folder) => {
    const file: Files = (name) => join(folder, name);
    for (const { name, book, facts } of demonstrationFacts().filter((each) =>
      each.name.startsWith('township'),
    )) {
      await writeFile(file(`${name}-book.json`), JSON.stringify(book));
      await writeFile(file(`${name}.json`), JSON.stringify(facts));
    }
    const draft = JSON.parse(await readFile(file('township-book.json'), 'utf8')) as Loose;
    const [first, second] = draft.sections[0].indicators;
    [first.points, second.points] = ['2', '5'];
    await writeFile(file('draft.json'), JSON.stringify(draft));
    await work(file, draft as RuleBook);
  });

describe('heng diff', () => {
  it('says that equal books are the same', async () => {
    const { code, out, err } = await heng('diff', 'default:village', 'default:village');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('两本规则书完全相同。');
  });

  it('tells changes in sentences, by what they can move, and clauses before and after', () =>
    inExamples(async (file) => {
      const draft = await edited(file, (book) => {
        book.sections[0].indicators[0].score.target = '0.95';
        book.grades[0].atLeast = '85';
        book.facts[1].evidence = { zh: '批复', en: 'approval' };
        book.sections[0].title.zh = '组织';
      });
      const { code, out, err } = await heng('diff', file('book.json'), draft);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/影响得分（1 处）\n {2}指标“村级妇联组建率”（A1）：达标线由 100% 降低到 95%。/);
      expect(out).toMatch(
        /影响排名和等次（1 处）\n {2}等次“达标”（good）：等次线（不低于）由 80 分改为 85 分。/,
      );
      expect(out).toMatch(
        /影响填报（1 处）\n {2}数据“建立妇联的村数”（village-federations）：增加佐证要求：批复。/,
      );
      expect(out).toMatch(/只改文字（1 处）\n {2}板块“组织”（A）：名称由“组织建设”改为“组织”。/);
      expect(out).toMatch(/A1 村级妇联组建率\n {4}原: .*100%.*\n {4}新: .*95%/);
    }));

  it('speaks English alone with --lang en', () =>
    inExamples(async (file) => {
      const draft = await edited(file, (book) => (book.sections[0].indicators[0].score.target = '0.95'));
      const { out } = await heng('diff', file('book.json'), draft, '--lang', 'en');
      expect(out).toContain('indicator "Villages with a federation" (A1): target lowered from 100% to 95%.');
      expect(out).not.toMatch(/[\u4e00-\u9fff]/);
    }));

  it('with facts tells who moves, by hand', () =>
    inExamples(async (file) => {
      // T01 has 11 of 12 villages, over 90%: it wins the 5 points that it lost.
      const draft = await edited(file, (book) => (book.sections[0].indicators[0].score.target = '0.9'));
      const args = ['diff', file('book.json'), draft, '--facts', file('facts.json')];
      const { code, out, err } = await heng(...args, '--previous', file('last-year.json'));
      expect(code).toBe(0);
      // What last year's book does not know is left out with a notice, as in `score`.
      expect(err).toContain('banners');
      expect(out).toMatch(/ 1 +1 {2}T01 +东乡妇联 +95 +100 +\+5 {2}达标 +村级妇联组建率 \+2\.5\n/);
      expect(out).toMatch(/ 2 +2 {2}T02 +西镇妇联 +60 +60 +0 {2}未达标 +村级妇联组建率 -2\.5\n/);
      const without = await heng(...args);
      expect(without.out).toMatch(/原规则书的这些指标也要用再上一年的数据.*\n {2}A2 信访件数比上年/);
    }));

  it('prints heng-diff/1, in which the moves add up', () =>
    inCounty(async (file) => {
      const { code, out } = await heng(
        ...['diff', file('township-book.json'), file('draft.json'), '--facts', file('township.json')],
        ...['--previous', file('township-previous.json'), '--json'],
      );
      expect(code).toBe(0);
      const { format, changes, dryRun } = JSON.parse(out) as Loose;
      expect(format).toBe('heng-diff/1');
      expect(changes.map((change: Loose) => change.sentence.zh)).toEqual([
        '指标“村（社区）妇联组建率”（H01）：分值由 4 分改为 2 分。',
        '指标“四新领域和企业妇女组织覆盖率”（H02）：分值由 3 分改为 5 分。',
      ]);
      expect(dryRun.units).toHaveLength(25);
      expect(dryRun.lacking).toEqual([]);
    }));

  it.each([
    [['--previous', 'x.json'], 2, /--previous 和 --map 只与 --facts 一起用/],
    [['--facts', 'nowhere.json'], 1, /nowhere\.json\n {2}找不到这个文件/],
    [['--facts', 'x.json', '--map', 'nothing'], 2, /应写成“新标识=上年标识”/],
    [
      ['--facts', 'x.json', '--map', 'villagez=villages'],
      1,
      /新规则书没有标识为“villagez”的数据。是否指“villages”？/,
    ],
  ])('refuses %j', (args, exit, sentence) =>
    inExamples(async (file) => {
      const { code, out, err } = await heng('diff', file('book.json'), file('book.json'), ...args);
      expect([code, out]).toEqual([exit, '']);
      expect(err).toMatch(sentence);
      expect(err).toMatch(/[A-Za-z]{3,}[^\n]*[.?]\n/);
    }),
  );
});

describe('heng dry-run', () => {
  it('tries next year’s draft on the county’s facts: ranks, groups, causes and what decides nothing', () =>
    inCounty(async (file) => {
      const { code, out, err } = await heng(
        ...['dry-run', '--book', file('draft.json'), '--last', 'default:township'],
        ...['--facts', file('township.json'), '--previous', file('township-previous.json')],
      );
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/街道与城关镇 \(5\)\n名次 {2}原名次/);
      expect(out).toMatch(/四新领域和企业妇女组织覆盖率 [+-]\d/);
      expect(out).toMatch(/25 个单位中，\d+ 个名次变化，\d+ 个等次变化。/);
      // Everybody founded them all: two points that decide nothing.
      expect(out).toMatch(/H01 +村（社区）妇联组建率 +2 +2 +2 +2 +100% +0% +2 +0 +0% +0%/);
      expect(out).not.toMatch(/待定/);
    }));

  it('counts apart what waits for a year that is not there', () =>
    inCounty(async (file) => {
      const { out } = await heng(
        ...['dry-run', '--book', 'default:township', '--last', file('township-previous-book.json')],
        ...['--facts', file('township-previous.json')],
      );
      expect(out).toMatch(/待定、不计入总分的指标.*\n {2}H14 大专以上主席占比进步 2 分，需要再上一年的数据/);
      expect(out).toMatch(/H14 +大专以上主席占比进步（待定） +2 +– /);
    }));

  it('lists the facts that the draft needs and last year lacks, and takes them by another id when told', () =>
    inExamples(async (file) => {
      const draft = await edited(file, (book) => {
        const renamed = JSON.stringify(book).replaceAll('"villages"', '"village-count"');
        Object.assign(book, JSON.parse(renamed.replaceAll('"en":"village-count"', '"en":"villages"')));
      });
      const args = ['dry-run', '--book', draft, '--last', file('book.json'), '--facts', file('facts.json')];
      const lacking = await heng(...args);
      expect(lacking.code).toBe(0);
      expect(lacking.out).toMatch(/village-count 行政村数：上年没有收集\n[^]*A1 村级妇联组建率 60 分/);
      const told = await heng(...args, '--map', 'village-count=villages');
      expect(told.out).not.toContain('village-count');
    }));

  it('prints heng-dry-run/1 with exact figures', () =>
    inExamples(async (file) => {
      const draft = await edited(file, (book) => (book.sections[0].indicators[0].score.target = '0.9'));
      const { out } = await heng(
        ...['dry-run', '--book', draft, '--last', file('book.json'), '--facts', file('facts.json'), '--json'],
      );
      const { format, scale, units } = JSON.parse(out) as Loose;
      expect([format, scale]).toEqual(['heng-dry-run/1', 'points']);
      // Without last year A2 waits: 60 of 60, and 11 ÷ 12 reaches 90%.
      expect(units.map((unit: Loose) => [unit.code, unit.before.total, unit.after.total])).toEqual([
        ['T01', '55', '100'],
        ['T02', '60', '100'],
      ]);
    }));
});

describe('heng burden', () => {
  it('tells what each level has to enter, for one and for all', async () => {
    const { code, out, err } = await heng('burden', 'default:township', '--units', '25', '--below', '300');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/被考核单位 +9 +4 +33 +825\n/);
    expect(out).toMatch(/系统直取（不用填） +16 +0 +0 +0\n/);
    expect(out).toMatch(/要人填的数据 50 项，要附件的 4 项，总用时约 \d+ 分钟。/);
    expect(out).not.toMatch(/问了两遍|没有用到/);
  });

  it('names what is asked twice and what nothing reads, and compares with another book', () =>
    inExamples(async (file) => {
      const draft = await edited(file, (book) =>
        book.facts.push({
          ...book.facts[1],
          id: 'again',
          title: { zh: '本年建立妇联的村数', en: 'Again' },
          checks: {},
        }),
      );
      const { code, out } = await heng('burden', draft, '--against', file('book.json'));
      expect(code).toBe(0);
      expect(out).toMatch(
        /问了两遍的数据：\n {2}village-federations 建立妇联的村数 \/ again 本年建立妇联的村数：名称相近/,
      );
      expect(out).toMatch(/没有用到的数据：\n {2}again /);
      expect(out).toMatch(/与《示例考核细则》1\.0 比较\n[^]*被考核单位 +\+1 +0 +\+3\n[^]*\+ again/);
    }));

  it('prints heng-burden/1', async () => {
    const { out } = await heng('burden', 'default:village', '--json');
    expect(JSON.parse(out)).toMatchObject({ format: 'heng-burden/1', twice: [], unread: [], against: null });
  });

  it('refuses a number of units that is none', async () => {
    const { code, err } = await heng('burden', 'default:village', '--units', '2.5');
    expect(code).toBe(2);
    expect(err).toMatch(/不在可选范围[^]*whole number/);
  });
});

describe('heng clause', () => {
  it.each(['default:township', 'default:unit-committee', 'default:village'])(
    'writes every indicator, veto and grade of %s',
    async (name) => {
      const file = name.slice('default:'.length);
      const book = demonstrationFacts().find((each) => each.name === file)?.book;
      const { code, out, err } = await heng('clause', name);
      expect([code, err]).toEqual([0, '']);
      const titles = JSON.stringify(book?.sections).matchAll(/"id":"([^"]+)","title":\{"zh":"([^"]+)"/g);
      for (const [, id = '', title = ''] of titles) expect(out).toContain(`${id} ${title}（`);
      for (const { title } of [...(book?.vetoes ?? []), ...(book?.grades ?? [])])
        expect(out).toContain(title.zh);
      expect(out).not.toMatch(/undefined|\[object/);
    },
  );

  it('writes the clauses in English, whatever language it speaks otherwise', async () => {
    const { out } = await heng('clause', 'default:village', '--language', 'en');
    expect(out).toMatch(/\(\d+ points/);
    expect(out).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('knows no other language', async () => {
    const { code, err } = await heng('clause', 'default:village', '--language', 'fr');
    expect(code).toBe(2);
    expect(err).toMatch(/不在可选范围[^]*zh, en/);
  });
});

it.each([['diff'], ['dry-run'], ['burden'], ['clause']])(
  'helps with %s in both languages and exits 0',
  async (command) => {
    const { code, out, err } = await heng(command, '--help');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/用法 Usage:/);
    expect(out).toMatch(/[\u4e00-\u9fff]+.* \/ /);
    expect(out).toContain('--lang');
  },
);
