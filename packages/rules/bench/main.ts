import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import {
  measureBatch,
  measureExplaining,
  measureNaive,
  measureRulesEngine,
  type BatchFigures,
} from './measure.js';
import { measureThreads, type ThreadFigures } from './measure-threads.js';

const self = fileURLToPath(import.meta.url);
const row = process.argv.find((argument) => argument.startsWith('--row='));

if (row !== undefined) await one(row.slice('--row='.length));
else report(process.argv.includes('--quick'));

/** One measurement in a process of its own, so that peak memory is its own too. */
async function one(name: string): Promise<void> {
  const [kind, count = 0, group = 0] = name
    .split(',')
    .map((part, index) => (index === 0 ? part : Number(part))) as [string, number, number];
  const figures =
    kind === 'batch'
      ? measureBatch(count, group)
      : kind === 'threads'
        ? await measureThreads(count, group)
        : kind === 'naive'
          ? measureNaive(count, group)
          : kind === 'explaining'
            ? measureExplaining(count, group)
            : await measureRulesEngine(count, group);
  process.stdout.write(JSON.stringify(figures));
}

function child<T>(name: string): T {
  const { status, stdout, stderr } = spawnSync(process.execPath, [self, `--row=${name}`], {
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return JSON.parse(stdout) as T;
}

function report(quick: boolean): void {
  say(`Node ${process.version}, ${cpus()[0]?.model ?? '?'}, ${cpus().length} cores; processor time, medians`);
  say('40 indicators, full mode (points, sections, totals, ranks, grades kept)\n');
  const sizes: readonly (readonly [number, number])[] = quick
    ? [
        [1000, 16],
        [100_000, 16],
      ]
    : [
        [1000, 16],
        [100_000, 16],
        [665_000, 16],
        [665_000, 2843],
      ];
  const batches = sizes.map(([count, group]) => child<BatchFigures>(`batch,${count},${group}`));
  table([
    [
      'units',
      'groups of',
      'run ms',
      'M units/s',
      'M values/s',
      'wall ms',
      'bind ms',
      'peak MB',
      'slow columns',
    ],
    ...batches.map((each) => [
      whole(each.count),
      whole(each.group),
      each.runMs.toPrecision(3),
      (each.count / each.runMs / 1000).toPrecision(3),
      ((each.count * 40) / each.runMs / 1000).toPrecision(3),
      each.wallMs.toPrecision(3),
      whole(each.bindMs),
      `${whole(each.peakMB)} (start ${whole(each.startMB)})`,
      String(each.slowColumns),
    ]),
  ]);
  table([
    ['one edit, with ranks and grades', 'units', 'groups of', 'p50 µs', 'p99 µs'],
    ...batches.flatMap((each) =>
      each.edits.map(({ what, p50, p99 }) => [
        what === 'visits' ? 'own indicator' : 'group indicator',
        whole(each.count),
        whole(each.group),
        p50.toPrecision(3),
        p99.toPrecision(3),
      ]),
    ),
  ]);
  table([
    ['explanation of one indicator, units', 'groups of', 'own µs', 'group µs'],
    ...batches.map((each) => [
      whole(each.count),
      whole(each.group),
      whole(each.explainOwnUs),
      whole(each.explainGroupUs),
    ]),
  ]);
  const threads = sizes
    .filter(([count]) => count >= 20_000)
    .map(([count, group]) => child<ThreadFigures>(`threads,${count},${group}`));
  inThreads(threads);
  compare(batches, quick);
  targets(batches, threads);
  say('Digests over total, rank and grade:');
  for (const { count, group, digest } of batches) say(`  ${whole(count)} in groups of ${group}: ${digest}`);
}

function ratioOf({ one, two }: ThreadFigures): number {
  return one.median / two.median;
}

/** Medians of the wall clock tell the truth on a quiet machine only: two threads need both processors, which neighbours take away. */
function inThreads(threads: readonly ThreadFigures[]): void {
  table([
    [
      'two threads, in turns with one',
      'groups of',
      'one: wall ms',
      'two: wall ms',
      'ratio',
      'of the fastest',
      'processor ms',
      'load',
      'digests',
    ],
    ...threads.map((each) => [
      whole(each.count),
      whole(each.group),
      each.one.median.toPrecision(3),
      each.two.median.toPrecision(3),
      ratioOf(each).toPrecision(3),
      (each.one.least / each.two.least).toPrecision(3),
      `${whole(each.oneProcessor)} and ${whole(each.twoProcessor)}`,
      each.load.map((load) => load.toPrecision(2)).join(' to '),
      each.agrees ? 'the same' : 'DIFFER',
    ]),
  ]);
}

type PerUnit = { readonly count: number; readonly msPerUnit: number };

function compare(batches: readonly BatchFigures[], quick: boolean): void {
  const best = batches.filter(({ count, group }) => count >= 100_000 && group === 16).at(-1);
  const own = best === undefined ? Number.NaN : best.runMs / best.count;
  type Naive = PerUnit & { readonly wrong: Readonly<Record<string, number>> };
  const naive = child<Naive>(`naive,${quick ? 10_000 : 50_000},16`);
  const explaining = child<PerUnit & { readonly agrees: boolean }>(`explaining,${quick ? 480 : 4000},16`);
  const engine = child<(PerUnit & { readonly name: string }) | null>(`engine,${quick ? 480 : 4000},16`);
  const line = (what: string, { count, msPerUnit }: PerUnit, note: string) => [
    what,
    whole(count),
    (msPerUnit * 1000).toPrecision(3),
    `${(msPerUnit / own).toPrecision(3)} ×`,
    note,
  ];
  const { points, totals, ranks, grades } = naive.wrong;
  table([
    ['the same task otherwise', 'units', 'µs a unit', 'of the batch', ''],
    ['this batch', '', (own * 1000).toPrecision(3), '1 ×', 'exact'],
    line(
      'objects and doubles',
      naive,
      `wrong: ${points} points, ${totals} totals, ${ranks} ranks, ${grades} grades`,
    ),
    line('explaining evaluator', explaining, explaining.agrees ? 'exact, agrees' : 'DIFFERS'),
    ...(engine === null
      ? [['public rules engine', '', '', '', 'skipped: it could not be fetched']]
      : [line(engine.name, engine, 'formulas in doubles')]),
  ]);
}

function targets(batches: readonly BatchFigures[], threads: readonly ThreadFigures[]): void {
  const of = (group: number) => batches.find((each) => each.group === group && each.count > 600_000);
  const [village, county] = [of(16), of(2843)];
  if (village === undefined || county === undefined) return;
  const worst = (each: BatchFigures, of: 'p50' | 'p99') => Math.max(...each.edits.map((edit) => edit[of]));
  const met = (holds: boolean) => (holds ? 'met' : 'MISSED');
  const check = (what: string, value: number, most: number, unit: string) => [
    what,
    `${value.toPrecision(3)} ${unit}`,
    `≤ ${most} ${unit}`,
    met(value <= most),
  ];
  table([
    ['target', 'measured', 'wanted', ''],
    check('665,000 × 40, one thread', village.runMs, 500, 'ms'),
    ...threads
      .filter(({ count }) => count > 600_000)
      .map((each) => [
        `two threads against one, groups of ${whole(each.group)}`,
        `${ratioOf(each).toPrecision(3)} ×`,
        '≥ 1.7 ×',
        met(ratioOf(each) >= 1.7),
      ]),
    check('peak memory, 665,000 units', village.peakMB, 300, 'MB'),
    check('one edit in a group of 16, median', worst(village, 'p50'), 50, 'µs'),
    check('one edit among 2,843, p99', worst(county, 'p99'), 1000, 'µs'),
    check('explanation of an own indicator', Math.max(village.explainOwnUs, county.explainOwnUs), 1000, 'µs'),
    check('explanation of a group indicator, groups of 16', village.explainGroupUs, 1000, 'µs'),
    check('explanation of a group indicator, groups of 2,843', county.explainGroupUs, 1000, 'µs'),
  ]);
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function table(rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((cells) => (cells[column] ?? '').length)),
  );
  rows.forEach((cells, index) => {
    say(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    if (index === 0) say(widths.map((width) => '-'.repeat(width)).join('  '));
  });
  say('');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
