import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runClauses } from './run-clauses.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heng-clauses-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

const label = (fields: object) => ({
  context: { indicator: null, points: 5 },
  ambiguities: [],
  executable: 'yes',
  ...fields,
});

async function run(clauses: readonly object[], ...args: readonly string[]) {
  const file = join(folder, 'clauses.jsonl');
  await writeFile(file, clauses.map((clause) => JSON.stringify(label(clause))).join('\n'));
  let [printed, refused] = ['', ''];
  const code = await runClauses({
    args: ['--file', file, ...args],
    out: (text) => void (printed += text),
    err: (text) => void (refused += text),
  });
  return { code, printed, refused };
}

const exact = { id: 'X1', text: '逐级签订责任书,1分。', methods: ['M01'], parameters: { pass: 1 } };
const silent = { id: 'X2', text: '逐级签订责任书,1分。', methods: ['M01'], parameters: { pass: 2 } };
const uncertain = { ...silent, id: 'X3', uncertain: true };

it('counts exact readings by family and leaves the uncertain labels out', async () => {
  const { code, printed } = await run([exact, uncertain]);
  expect(printed).toContain(
    'exact 1  partial 0  asked 0  wrong 0  of 1  (100.0% exact, 1 uncertain left out)',
  );
  expect(printed).toContain('pass       exact 1');
  expect(code).toBe(0);
});

it('fails when a reading would run and differs from its label, and says how with --verbose', async () => {
  const { code, printed } = await run([exact, silent], '--verbose');
  expect(code).toBe(1);
  expect(printed).toContain('silently wrong 1');
  expect(printed).toContain('X2 partial SILENT certain');
  expect(printed).toContain('numbers missing: points 2');
  expect(printed).not.toContain('X1 exact');
});

it('reads only the clauses that are named', async () => {
  expect((await run([exact, silent], 'X1')).printed).toContain('of 1 ');
});

it('explains a wrong call in both languages', async () => {
  const { code, refused } = await run([], '--families');
  expect(code).toBe(2);
  expect(refused).toContain('用法：npm run clauses');
  expect(refused).toContain('Usage: npm run clauses');
});
