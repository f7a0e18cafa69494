import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseRuleBook } from '@heng/rules';
import { exampleFiles, heng, type Ran } from './heng.js';
import { inFolder } from './program.js';

type Files = (name: string) => string;
const inExamples = (work: (file: Files) => Promise<void>) =>
  inFolder(async (folder) => work(await exampleFiles(folder)));

const score = (file: Files, facts = 'facts.json', ...more: string[]): Promise<Ran> =>
  heng('score', '--book', file('book.json'), '--facts', file(facts), ...more);

/** A copy of an example with one thing changed. */
async function changed(file: Files, name: string, from: string | RegExp, to: string): Promise<string> {
  const before = await readFile(file(name), 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${String(from)} is not in ${name}`);
  await writeFile(file(`changed-${name}`), after);
  return `changed-${name}`;
}

describe('heng lint', () => {
  it.each(['default:township', 'default:unit-committee', 'default:village'])(
    'finds no error in %s',
    async (book) => {
      const { code, out, err } = await heng('lint', book);
      expect([code, err]).toEqual([0, '']);
      expect(out).toMatch(/规则书可以执行。错误 0 条/);
    },
  );

  it('prints findings as JSON', async () => {
    const { code, out } = await heng('lint', 'default:village', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, problems: [], findings: expect.any(Array) });
  });

  it('exits 1 for a book that does not parse, in text and in JSON', () =>
    inExamples(async (file) => {
      const book = file(await changed(file, 'book.json', '"points": "60"', '"points": "61"'));
      const text = await heng('lint', book);
      expect(text.code).toBe(1);
      expect(text.err).toContain('/sections/0');
      const json = await heng('lint', book, '--json');
      expect(json.code).toBe(1);
      expect(JSON.parse(json.out)).toMatchObject({ ok: false, problems: [{ path: expect.any(String) }] });
    }));

  it('exits 1 for a book that runs but has a finding of severity error', () =>
    inExamples(async (file) => {
      const policy = '"notApplicable": { "policy": "exclude" },';
      const book = file(await changed(file, 'book.json', policy, ''));
      const text = await heng('lint', book);
      expect(text).toMatchObject({ code: 1, err: '' });
      expect(text.out).toMatch(/\[错误\] NOT_APPLICABLE_WITHOUT_POLICY/);
      expect(await heng('lint', book, '--json')).toMatchObject({ code: 1, err: '' });
    }));
});

describe('heng score --results', () => {
  /** The example book with its petitions taken from an earlier round: the same book under another id. */
  const rounds = (work: (file: Files, pair: string) => Promise<void>) =>
    inExamples(async (file) => {
      const first = JSON.parse(await readFile(file('book.json'), 'utf8')) as { facts: object[] };
      const rounding = { mode: 'half-up', digits: 2 };
      const from = { results: 'own', book: 'round-one', value: { of: 'total' }, take: 'sum', rounding };
      const facts = [...first.facts.slice(0, 2), { ...first.facts[2], source: 'imported', from }];
      await writeFile(file('round-one.json'), JSON.stringify({ ...first, id: 'round-one' }));
      await writeFile(file('book.json'), JSON.stringify({ ...first, facts }));
      await work(file, `${file('round-one.json')}=${file('facts.json')}`);
    });

  it('takes facts from the results of another assessment', () =>
    rounds(async (file, pair) => {
      const files = [
        '--book',
        file('book.json'),
        '--facts',
        file('facts.json'),
        '--previous',
        file('last-year.json'),
      ];
      const before = await score(file, 'facts.json', '--json');
      const { out } = await heng(
        'explain',
        ...files,
        '--results',
        pair,
        '--unit',
        'T01',
        '--indicator',
        'A2',
      );
      const [t01] = (JSON.parse(before.out) as { units: { total: string }[] }).units;
      expect(t01?.total).toBe('55');
      expect(out).toContain('55 − ');
    }));

  it('names the assessment that is not there, and a pair that is none', () =>
    rounds(async (file) => {
      await writeFile(
        file('empty.json'),
        (await readFile(file('facts.json'), 'utf8'))
          .replaceAll(/"cases": (\{[^}]*\}|"[^"]*"),?/g, '')
          .replaceAll(/,(\s*\})/g, '$1'),
      );
      const lacking = await score(file, 'empty.json');
      expect(lacking.code).toBe(1);
      expect(lacking.err).toContain('round-one');
      expect(await score(file, 'facts.json', '--results', 'nothing')).toMatchObject({ code: 2 });
    }));
});

describe('heng score', () => {
  it('prints an aligned table by cohort, in the order of ranks', () =>
    inExamples(async (file) => {
      const { code, out } = await score(file, 'facts.json', '--previous', file('last-year.json'));
      expect(code).toBe(0);
      expect(out).toContain(
        [
          '全部单位 (2)',
          '名次  代码  单位      总分  等次    无结果',
          '----  ----  --------  ----  ------  ------',
          '   1  T01   东乡妇联    95  达标         0',
          '   2  T02   西镇妇联    60  未达标       1',
        ].join('\n'),
      );
    }));

  it('speaks English alone with --lang=en', () =>
    inExamples(async (file) => {
      const { out, err } = await score(file, 'facts.json', '--previous', file('last-year.json'), '--lang=en');
      expect(out).toMatch(/rank {2}code {2}unit/);
      expect(err).toMatch(/This rule book does not know/);
      expect(err).not.toMatch(/[\u4e00-\u9fff]/);
    }));

  it('names what last year has and this book does not, and leaves it out', () =>
    inExamples(async (file) => {
      const { code, err } = await score(file, 'facts.json', '--previous', file('last-year.json'));
      expect(code).toBe(0);
      expect(err).toMatch(/没有下列 1 项.*banners/);
    }));

  it('reads last year’s table by last year’s book', () =>
    inExamples(async (file) => {
      await writeFile(
        file('last-year.csv'),
        '单位代码,单位名称,单位类型,petitions,cases\nT01,东乡妇联,TownshipFederation,9,6\n',
      );
      const refused = await score(file, 'facts.json', '--previous', file('last-year.csv'));
      expect(refused.code).toBe(1);
      expect(refused.err).toContain('petitions');
      const book = JSON.parse(await readFile(file('book.json'), 'utf8')) as { facts: { id: string }[] };
      const old = { ...book.facts[2], id: 'petitions', title: { zh: '旧指标', en: 'Old' } };
      await writeFile(file('old.json'), JSON.stringify({ ...book, facts: [...book.facts, old] }));
      const { code, out } = await score(
        file,
        'facts.json',
        ...['--previous', file('last-year.csv'), '--previous-book', file('old.json')],
      );
      expect(code).toBe(0);
      expect(out).toMatch(/1 {2}T01 .* 95 /);
    }));

  it('takes the side that is asked for', () =>
    inExamples(async (file) => {
      const { out } = await score(file, 'facts.json', '--basis', 'declared', '--json');
      const { basis, units } = JSON.parse(out) as { basis: string; units: { total: string }[] };
      expect([basis, units[0]?.total]).toEqual(['declared', '60']);
    }));

  it.each(['.json', '.csv', '.xlsx'])('writes results as %s', (ending) =>
    inExamples(async (file) => {
      const out = file(`results-out${ending}`);
      const { code, err } = await score(file, 'facts.json', '--out', out);
      expect(code).toBe(0);
      expect(err).toContain('2 个单位');
      const content = await readFile(out);
      expect(content.length).toBeGreaterThan(100);
      if (ending !== '.xlsx') expect(content.toString('utf8')).toContain('东乡妇联');
      else expect(content.subarray(0, 2).toString()).toBe('PK');
    }),
  );

  it('lets no name of a file steer the terminal', () =>
    inExamples(async (file) => {
      const facts = await changed(file, 'facts.json', '东乡妇联', '东乡\\u001b[2J\\u202e妇联');
      const { code, out } = await score(file, facts);
      expect(code).toBe(0);
      // eslint-disable-next-line no-control-regex -- control characters are what is looked for
      expect(out).not.toMatch(/[\u001b\u202e]/);
    }));
});

describe('heng explain', () => {
  const explain = (file: Files, ...more: string[]) =>
    heng(
      ...['explain', '--book', file('book.json'), '--facts', file('facts.json')],
      ...['--previous', file('last-year.json'), ...more],
    );

  it('gives the clause and numbered sentences of one indicator', () =>
    inExamples(async (file) => {
      const { code, out } = await explain(file, '--unit', 'T01', '--indicator', 'A1');
      expect(code).toBe(0);
      expect(out).toMatch(
        /A1 村级妇联组建率: 55 分 \/ 60\n {2}条款: .+\n {2}1\. .*11 ÷ 12.*\n {2}2\. .*= 55/,
      );
      expect(out).not.toContain('A2');
    }));

  it('explains all indicators and the total without --indicator', () =>
    inExamples(async (file) => {
      const { out } = await explain(file, '--unit', 'T02', '--lang', 'en');
      expect(out).toMatch(/A1 [^]*A2 .*no points[^]*missing: [^]*Total\n {2}1\. /);
    }));

  it.each([
    [['--unit', 'T09'], /--unit T09[^]*没有这个单位代码[^]*T01 东乡妇联/],
    [['--unit', 'T01', '--indicator', 'Z9'], /--indicator Z9[^]*没有这项指标[^]*A1/],
  ])('refuses %j and says what there is', (args, sentence) =>
    inExamples(async (file) => {
      const { code, err } = await explain(file, ...args);
      expect(code).toBe(1);
      expect(err).toMatch(sentence);
    }),
  );
});

describe('heng facts', () => {
  it.each(['.json', '.csv', '.xlsx'])('makes a template as %s that can be read back and scored', (ending) =>
    inFolder(async (folder) => {
      const file = join(folder, `template${ending}`);
      const made = await heng('facts', 'template', '--book', 'default:township', '--out', file);
      expect(made).toMatchObject({ code: 0, out: '' });
      const { code, out, err } = await heng('score', '--book', 'default:township', '--facts', file);
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('CODE-1');
    }),
  );

  it('prints the template as JSON without --out', async () => {
    const { code, out } = await heng('facts', 'template', '--book', 'default:village');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ format: 'heng-facts/1', units: [{ code: 'CODE-1' }] });
  });

  it.each(['township', 'unit-committee', 'village'])(
    'converts the %s facts of the demonstration through xlsx and CSV without changing one digit of the results',
    (name) =>
      inFolder(async (folder) => {
        const file = (ending: string) => join(folder, `${name}${ending}`);
        const { demonstrationFacts } = await import('../src/demonstration/index.js');
        const facts = demonstrationFacts().find((each) => each.name === name)?.facts;
        await writeFile(file('.json'), JSON.stringify(facts));
        const book = `default:${name}`;
        for (const [from, to] of [
          ['.json', '.xlsx'],
          ['.xlsx', '.csv'],
          ['.csv', '-back.json'],
        ] as const) {
          expect(await heng('facts', 'convert', file(from), file(to), '--book', book)).toMatchObject({
            code: 0,
          });
        }
        const units = async (ending: string) => {
          const { out } = await heng('score', '--book', book, '--facts', file(ending), '--json');
          return (JSON.parse(out) as { units: unknown[] }).units;
        };
        expect(await units('-back.json')).toEqual(await units('.json'));
      }),
    60_000,
  );

  it('keeps the label of the facts in a table', () =>
    inExamples(async (file) => {
      const facts = await changed(
        file,
        'facts.json',
        '"units"',
        '"label": { "zh": "演示", "en": "Made up" }, "units"',
      );
      await heng('facts', 'convert', file(facts), file('out.csv'), '--book', file('book.json'));
      const { out } = await heng('score', '--book', file('book.json'), '--facts', file('out.csv'), '--json');
      expect(JSON.parse(out)).toMatchObject({ label: { zh: '演示', en: 'Made up' } });
    }));

  it('does not write a template over a form that may be filled in', () =>
    inFolder(async (folder) => {
      const args = ['facts', 'template', '--book', 'default:village', '--out', join(folder, 'form.csv')];
      expect((await heng(...args)).code).toBe(0);
      const { code, err } = await heng(...args);
      expect(code).toBe(1);
      expect(err).toContain('已有这个文件');
    }));

  it('does not write over the file it reads', () =>
    inExamples(async (file) => {
      const { code, err } = await heng(
        ...['facts', 'convert', file('facts.json'), file('facts.json'), '--book', file('book.json')],
      );
      expect(code).toBe(2);
      expect(err).toContain('同一个文件');
    }));
});

it('heng book writes a default rule book that parses', () =>
  inFolder(async (folder) => {
    const file = join(folder, 'book.json');
    expect(await heng('book', 'default:village', '--out', file)).toMatchObject({ code: 0, out: '' });
    expect(parseRuleBook(JSON.parse(await readFile(file, 'utf8')))).toMatchObject({ ok: true });
  }));

describe('bad input is refused with place, reason and remedy', () => {
  it.each<[string, (file: Files) => Promise<Ran>, RegExp]>([
    [
      'a book that is not there',
      () => heng('lint', 'nowhere.json'),
      /nowhere\.json\n {2}找不到这个文件。请检查/,
    ],
    [
      'a default book that is not there',
      () => heng('lint', 'default:county'),
      /没有这本默认规则书.*default:village/,
    ],
    [
      'a default book by a name that every object has',
      () => heng('lint', 'default:constructor'),
      /没有这本默认规则书/,
    ],
    ['facts that are not there', (file) => score(file, 'nowhere.json'), /nowhere\.json\n {2}找不到/],
    [
      'facts in a format of the past',
      (file) => score(file, 'facts.xls'),
      /facts\.xls\n {2}不认识“\.xls”格式。请用 \.json、\.csv 或 \.xlsx/,
    ],
    [
      'a folder in place of a file',
      async (file) => {
        await mkdir(file('folder.json'));
        return score(file, 'folder.json');
      },
      /这是文件夹/,
    ],
    [
      'JSON with a comma too many',
      async (file) => score(file, await changed(file, 'facts.json', '"cases": "5"', '"cases": "5",')),
      /changed-facts\.json:12:7\n {2}从第 12 行/,
    ],
    [
      'a number that is a JSON number',
      async (file) => score(file, await changed(file, 'facts.json', '"cases": "5"', '"cases": 5')),
      /\/units\/0\/facts\/cases（东乡妇联）\n {2}5 不是以文本写成的十进制数。请加引号写成文本："5"/,
    ],
    [
      'a part that exceeds its whole',
      async (file) => score(file, await changed(file, 'facts.json', '"verified": "11"', '"verified": "13"')),
      /\/units\/0\/facts\/village-federations（东乡妇联）\n {2}13 大于“villages”的 12/,
    ],
    [
      'a fact that the book does not know',
      async (file) => score(file, await changed(file, 'facts.json', '"cases"', '"case"')),
      /没有标识为“case”的事实。是否指“cases”？/,
    ],
    [
      'one unit twice',
      async (file) => score(file, await changed(file, 'facts.json', '"T02"', '"T01"')),
      /单位代码“T01”用了两次/,
    ],
    [
      'a wrong cell of a table, once',
      async (file) => score(file, await changed(file, 'facts.csv', ',5', ',5x')),
      /^[^\n]*F2[^\n]*（东乡妇联）\n {2}“5x” 不是[^\n]*\n {2}[^\n]*\n$/,
    ],
    [
      'a workbook that is none',
      async (file) => {
        await writeFile(file('facts.xlsx'), 'PK is how one would begin');
        return score(file, 'facts.xlsx');
      },
      /facts\.xlsx/,
    ],
    [
      'a book that does not add up',
      async (file) =>
        heng(
          'score',
          '--facts',
          file('facts.json'),
          '--book',
          file(await changed(file, 'book.json', '"60"', '"61"')),
        ),
      /changed-book\.json \/sections\/0/,
    ],
    [
      'a result file in a folder that is not there',
      (file) => score(file, 'facts.json', '--out', join(file('nowhere'), 'out.json')),
      /文件写不进去（ENOENT）。请检查文件夹/,
    ],
    [
      'a result file in an unknown format',
      (file) => score(file, 'facts.json', '--out', 'a.docx'),
      /“\.docx”/,
    ],
  ])('%s', (_case, run, sentence) =>
    inExamples(async (file) => {
      const { code, out, err } = await run(file);
      expect([code, out]).toEqual([1, '']);
      expect(err).toMatch(sentence);
      expect(err).not.toMatch(/ {4}at |Error:/);
      // The English below says the same.
      expect(err).toMatch(/[A-Za-z]{3,}[^\n]*\.\n/);
    }),
  );
});

describe('a wrong call exits 2 and says what is wrong in both languages', () => {
  it.each([
    [['scorn'], /没有“scorn”这个命令。[^]*unknown command/],
    [['score', '--books', 'x'], /缺少必需的选项|没有“--books”/],
    [['score', '--facts', 'x'], /缺少必需的选项“--book <BOOK>”/],
    [['score', '--book', 'x', '--facts', 'y', '--basis', 'z'], /不在可选范围[^]*verified, declared, latest/],
    [['score', '--book'], /后面缺少内容/],
    [['lint'], /缺少参数“BOOK”/],
    [['lint', 'a', 'b'], /参数太多/],
    [['lint', 'default:village', '--lang', 'fr'], /没有这种语言。请写 zh 或 en。/],
  ])('%j', async (args, sentence) => {
    const { code, err } = await heng(...args);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect(err).not.toMatch(/ {4}at /);
  });

  it('shows the help without a command', async () => {
    const { code, err } = await heng();
    expect(code).toBe(2);
    expect(err).toMatch(/用法 Usage: heng/);
  });
});

it.each([
  [],
  ['lint'],
  ['score'],
  ['explain'],
  ['facts'],
  ['facts', 'template'],
  ['facts', 'convert'],
  ['book'],
  ['seed'],
])('helps with %s %s in both languages and exits 0', async (...command) => {
  const { code, out, err } = await heng(...command.filter((word) => word !== undefined), '--help');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/用法 Usage:/);
  expect(out).toMatch(/[\u4e00-\u9fff]+.* \/ /);
  expect(out).toContain('--lang');
});
