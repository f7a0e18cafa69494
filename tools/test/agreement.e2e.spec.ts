import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import type { CycleListResponse, ResultsResponse, UnitResult } from '@heng/contracts';
import type { ResultsDocument, ResultsUnit } from '@heng/documents';
import { demonstrationPassword } from '../src/demonstration/index.js';
import { freePort, inFolder, run, startProgram } from './program.js';

jest.setTimeout(180_000);

const bases = ['verified', 'declared', 'latest'] as const;
type Basis = (typeof bases)[number];

/** Files of `heng seed --facts` and how many cycles of the server hold the same facts. */
const assessments = [
  { name: 'township', previous: true, sealed: false, units: 25, cycles: 1 },
  { name: 'township-previous', previous: false, sealed: true, units: 25, cycles: 1 },
  { name: 'unit-committee', previous: false, sealed: false, units: 18, cycles: 1 },
  // Each township runs the assessment of its own villages.
  { name: 'village', previous: false, sealed: false, units: 352, cycles: 25 },
];

/**
 * All that both say of a unit. Exact text, compared letter by letter: totals, self gap, points and full points of sections and
 * indicators, the numbers in reasons. Rank and cohort size are whole numbers, `tied` is yes or no, the rest are ids.
 */
const said = (
  code: string,
  {
    total,
    cohort,
    rank,
    cohortSize,
    tied,
    grade,
    gradeReasons,
    vetoes,
    selfGap,
    soFar,
    asItStands,
    sections,
    indicators,
  }: UnitResult | ResultsUnit,
) => ({
  code,
  total,
  cohort,
  rank,
  cohortSize,
  tied,
  grade,
  gradeReasons,
  vetoes,
  selfGap,
  soFar,
  asItStands,
  sections,
  indicators: indicators.map(({ id, state, points, full, reason }) => ({ id, state, points, full, reason })),
});

const byCode = (a: { readonly code: string }, b: { readonly code: string }) => (a.code < b.code ? -1 : 1);

/** What the command line, as built, says of a file of the demonstration. */
async function scored(
  folder: string,
  name: string,
  basis: Basis,
  previous: boolean,
): Promise<ResultsDocument> {
  const out = join(folder, `${name}-${basis}-results.json`);
  const file = (ending: string) => join(folder, `${name}${ending}.json`);
  const heng = run([
    join('tools', 'dist', 'main.js'),
    'score',
    ...['--book', file('-book'), '--facts', file(''), '--basis', basis, '--out', out],
    ...(previous ? ['--previous', file('-previous')] : []),
  ]);
  if ((await heng.ended) !== 0) throw new Error(heng.printed());
  return JSON.parse(await readFile(out, 'utf8')) as ResultsDocument;
}

/** A signed-in reader of a server. */
async function signedIn(origin: string, login: string): Promise<<T>(path: string) => Promise<T>> {
  const session = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password: demonstrationPassword }),
  });
  const cookie = session.headers.get('set-cookie')?.split(';')[0];
  if (!session.ok || cookie === undefined) throw new Error(`no session: ${session.status}`);
  return async <T>(path: string) => {
    const answer = await fetch(`${origin}/api${path}`, { headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  };
}

it('gives the same digits on the command line as from a running server, for every unit of the demonstration', () =>
  inFolder(async (folder) => {
    const seeded = run([join('tools', 'dist', 'main.js'), 'seed', '--facts', folder]);
    expect(await seeded.ended).toBe(0);
    const port = await freePort();
    const server = run([startProgram, '--data', join(folder, 'data'), '--port', String(port), '--no-web']);
    await server.says(/http:\/\/127\.0\.0\.1:\d+/);
    try {
      const get = await signedIn(`http://127.0.0.1:${port}`, 'office');
      const { items, next } = await get<CycleListResponse>('/cycles');
      expect(next).toBeNull();
      let compared = 0;
      for (const basis of bases) {
        const answers = await Promise.all(
          items.map(({ id }) => get<ResultsResponse>(`/cycles/${id}/results?basis=${basis}`)),
        );
        for (const { name, previous, sealed, units, cycles } of assessments) {
          // A seal holds the verified values only, whatever is asked for.
          const results = await scored(folder, name, sealed ? 'verified' : basis, previous);
          const mine = answers.filter(({ bookHash }) => bookHash === results.book.hash);
          expect(mine).toHaveLength(cycles);
          for (const answer of mine) {
            expect(answer).toMatchObject({
              basis: results.basis,
              engine: results.engine,
              source: sealed ? 'sealed' : 'live',
            });
          }
          const fromServer = mine.flatMap((answer) => answer.units.map((unit) => said(unit.unit.code, unit)));
          const fromCommand = results.units.map((unit) => said(unit.code, unit));
          expect(fromCommand).toHaveLength(units);
          expect(fromCommand.sort(byCode)).toEqual(fromServer.sort(byCode));
          compared += units;
        }
      }
      expect(compared).toBe(bases.length * (25 + 25 + 18 + 352));
    } finally {
      server.child.kill('SIGINT');
      await server.ended;
    }
  }));
