import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkTable } from './check-table.js';
import { readTruthFolder } from './truth-folder.js';

/** Forms of tables that the published ones here do not have, each in a folder of two files and a book. */
const text = (word: string) => ({ zh: word, en: word });
const common = (id: string) => ({ id, title: text(id), source: 'imported', enteredBy: text('source') });

const book = (facts: readonly unknown[], measure: unknown, score: unknown) => ({
  format: 'heng-rulebook/1',
  id: 'form',
  title: text('form'),
  issuer: text('source'),
  year: 2026,
  version: '1',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['Unit'],
  totalPoints: '100',
  rounding: { indicator: null, section: null, total: null },
  facts,
  sections: [
    {
      id: 'all',
      title: text('all'),
      role: 'base',
      points: '100',
      indicators: [
        {
          id: 'I',
          title: text('I'),
          points: '100',
          scoredBy: text('source'),
          measure,
          score,
          missing: 'wait',
        },
      ],
    },
  ],
  vetoes: [],
  cohorts: { by: 'all' },
  ranking: { on: 'exact', ties: 'competition', tieBreaks: [] },
  grades: [{ id: 'listed', title: text('listed') }],
});
const asItIs = { method: 'linear', intercept: '0', slope: '1', low: '0', high: '100' };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heng-truth-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Matches of one check on the total; the assessment names what it is about. */
async function matches(csv: string, rules: unknown, assessment: Record<string, unknown>, rows: number) {
  const check = {
    id: 'total',
    title: text('total'),
    column: 'index',
    result: { of: 'total' },
    expected: { matched: rows, of: rows },
  };
  const table = {
    format: 'heng-truth/1',
    id: 'form',
    title: text('form'),
    assessments: [
      { book: 'book.json', data: 'data.csv', unit: { code: '{unit}' }, checks: [check], ...assessment },
    ],
  };
  await writeFile(join(folder, 'data.csv'), csv);
  await writeFile(join(folder, 'book.json'), JSON.stringify(rules));
  await writeFile(join(folder, 'table.json'), JSON.stringify(table));
  const { matched, of, checks } = checkTable(await readTruthFolder(folder));
  return { matched, of, mismatches: checks.flatMap(({ result }) => result.mismatches) };
}

it('the period before comes from other rows of the same file', async () => {
  const x = { kind: 'fact', fact: 'x' };
  const growth = {
    kind: 'ratio',
    of: [
      { kind: 'product', of: [x, { kind: 'constant', value: '100' }] },
      { kind: 'previous', of: x },
    ],
    whenZero: 'cannot-compute',
  };
  const csv = 'unit,year,x,index\nA,2024,200,\nA,2025,150,75\nB,2024,"1,000",\nB,2025,500,50\n';
  const found = await matches(
    csv,
    book([{ ...common('x'), kind: 'number', unit: text('things') }], growth, asItIs),
    {
      where: { year: ['2025'] },
      previous: { where: { year: ['2024'] } },
      facts: [{ fact: 'x', ignore: ',' }],
    },
    2,
  );
  expect(found).toEqual({ matched: 2, of: 2, mismatches: [] });
});

it('judges and ballots come from a column each, words have meanings, empty cells are missing or what the table says', async () => {
  const ballots = {
    ...common('votes'),
    kind: 'ballots',
    options: ['good', 'poor'].map((id) => ({ id, title: text(id) })),
  };
  const panel = { ...common('marks'), kind: 'panel', scale: '10' };
  const choice = {
    ...common('level'),
    kind: 'choice',
    options: ['one', 'two'].map((id) => ({ id, title: text(id) })),
  };
  const extra = { ...common('extra'), kind: 'number', unit: text('points') };
  const measure = {
    kind: 'sum',
    of: [
      { kind: 'panel-mean', fact: 'marks', minimumJudges: 2 },
      {
        kind: 'vote-mean',
        fact: 'votes',
        worth: [
          { option: 'good', points: '10' },
          { option: 'poor', points: '0' },
        ],
        minimumValid: 1,
      },
      { kind: 'fact', fact: 'extra' },
    ],
  };
  const csv =
    'unit,J1,J2,J3,yes,no,extra,class,index\n' +
    'A,8,9,7,3,1,5%,I,20.5\n' + // 8 + 7.5 + 5
    'B,6,,7,1,1,n/a,II,11.5\n' + // 6.5 + 5 + 0
    'C,6,8,,1,0,,II,17\n'; // 7 + 10 + 0
  const found = await matches(
    csv,
    book([ballots, panel, choice, extra], measure, asItIs),
    {
      facts: [
        { fact: 'marks', columns: ['J1', 'J2', 'J3'] },
        { fact: 'votes', columns: { good: 'yes', poor: 'no' } },
        { fact: 'extra', ignore: '%', values: { 'n/a': '0' }, empty: { value: '0' } },
        { fact: 'level', column: 'class', values: { I: 'one', II: 'two' } },
      ],
    },
    3,
  );
  expect(found).toEqual({ matched: 3, of: 3, mismatches: [] });
});

it('rows that give one fact of a unit twice are refused, with what to do', async () => {
  const csv = 'unit,x,index\nA,1,1\nA,2,1\n';
  const rules = book(
    [{ ...common('x'), kind: 'number', unit: text('things') }],
    { kind: 'fact', fact: 'x' },
    asItIs,
  );
  await expect(matches(csv, rules, { facts: ['x'] }, 1)).rejects.toThrow(
    '"x" of one unit differs between two rows',
  );
});
