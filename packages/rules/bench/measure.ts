import { compileBatch, type Batch } from '../src/batch/batch.js';
import { schemaOf } from '../src/batch/schema.js';
import { compile } from '../src/engine/compile.js';
import { digestOf } from './digest.js';
import { naiveLoop, plainFormulas, plainUnits } from './naive-loop.js';
import { rulesEngine, rulesEngineName } from './rules-engine.js';
import { taskBook } from './task-book.js';
import { stream, taskFacts } from './task-facts.js';

/** Milliseconds of processor time: on a busy machine the wall clock says little. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export const median = (list: readonly number[]): number => quantile(list, 0.5);
const quantile = (list: readonly number[], share: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

const bound = (count: number, group: number): Batch => {
  const facts = taskFacts(count, group);
  const batch = compileBatch(taskBook, schemaOf(taskBook, facts, { largestCohort: group })).bind(facts);
  return batch;
};

export type BatchFigures = {
  readonly count: number;
  readonly group: number;
  readonly slowColumns: number;
  readonly bindMs: number;
  readonly runMs: number;
  readonly wallMs: number;
  readonly peakMB: number;
  readonly startMB: number;
  readonly digest: string;
  readonly edits: readonly { readonly what: string; readonly p50: number; readonly p99: number }[];
  readonly explainOwnUs: number;
  readonly explainGroupUs: number;
};

/** Full mode: points, sections, totals, ranks and grades of all units, kept. */
export function measureBatch(count: number, group: number): BatchFigures {
  const startMB = process.memoryUsage().rss / 1e6;
  const before = processorTime();
  const batch = bound(count, group);
  const bindMs = processorTime() - before;
  const [runs, walls]: [number[], number[]] = [[], []];
  for (let round = 0; round < (count > 50_000 ? 7 : 41); round += 1) {
    const [cpu, wall] = [processorTime(), performance.now()];
    batch.run();
    runs.push(processorTime() - cpu);
    walls.push(performance.now() - wall);
  }
  const peakMB = process.resourceUsage().maxRSS / 1024;
  const digest = digestOf(batch);
  return {
    count,
    group,
    slowColumns: batch.report().filter(({ why }) => why !== null).length,
    bindMs,
    // The first rounds run before the loops are compiled.
    runMs: median(runs.slice(2)),
    wallMs: median(walls.slice(2)),
    peakMB,
    startMB,
    digest,
    edits: [measureEdits(batch, 'visits', 61, count), measureEdits(batch, 'participations', 2001, count)],
    explainOwnUs: measureExplanation(batch, ['p2', 't2', 'a1', 'v1', 'c1'], count),
    explainGroupUs: measureExplanation(batch, ['r1', 'e1', 'b2'], count),
  };
}

/** Microseconds (of processor time, as all figures here) of single edits with everything that follows, ranks and grades included. */
function measureEdits(batch: Batch, fact: string, below: number, count: number) {
  const next = stream(7);
  const times: number[] = [];
  for (let edit = 0; edit < 4000; edit += 1) {
    const [unit, value] = [next(count), String(next(below))];
    const start = processorTime();
    batch.set(fact, unit, value);
    times.push((processorTime() - start) * 1000);
  }
  const warm = times.slice(1000);
  return { what: fact, p50: median(warm), p99: quantile(warm, 0.99) };
}

/** Microseconds to explain one indicator of one unit after an edit, so that nothing is known from before. */
function measureExplanation(batch: Batch, indicators: readonly string[], count: number): number {
  const next = stream(11);
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const unit = next(count);
    batch.set('visits', unit, String(next(61)));
    const indicator = indicators[round % indicators.length] ?? '';
    const start = processorTime();
    batch.explain(unit, indicator);
    times.push((processorTime() - start) * 1000);
  }
  return median(times.slice(20));
}

export type NaiveFigures = {
  readonly count: number;
  readonly msPerUnit: number;
  readonly wrong: {
    readonly points: number;
    readonly totals: number;
    readonly ranks: number;
    readonly grades: number;
  };
};

/** The same task as objects and doubles, and how often it differs from the exact points. */
export function measureNaive(count: number, group: number): NaiveFigures {
  const facts = taskFacts(count, group);
  const units = plainUnits(facts, group);
  let results = naiveLoop(units);
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const start = processorTime();
    results = naiveLoop(units);
    times.push(processorTime() - start);
  }
  const batch = bound(count, group);
  batch.run();
  const exact = batch.results();
  const wrong = { points: 0, totals: 0, ranks: 0, grades: 0 };
  results.forEach((result, unit) => {
    if (Math.round(result.total * 1e4) !== exact?.totals[unit]) wrong.totals += 1;
    if (result.rank !== exact?.ranks[unit]) wrong.ranks += 1;
    if (result.grade !== exact?.grades[unit]) wrong.grades += 1;
    plainFormulas.forEach(({ indicator }, index) => {
      const column = batch.column(indicator.id);
      const points = (result.points[index] ?? 0) * 10 ** column.decimals;
      if (Math.round(points) !== column.points[unit]) wrong.points += 1;
    });
  });
  return { count, msPerUnit: median(times) / count, wrong };
}

/** The explaining evaluator on the same facts. */
export function measureExplaining(
  count: number,
  group: number,
): { count: number; msPerUnit: number; agrees: boolean } {
  const facts = taskFacts(count, group);
  const batch = bound(count, group);
  batch.run();
  const units = batch.asUnits();
  const engine = compile(taskBook);
  engine.assess(units.slice(0, group));
  const start = processorTime();
  const { units: outcomes } = engine.assess(units);
  const msPerUnit = (processorTime() - start) / facts.count;
  const agrees = outcomes.every((outcome, unit) => {
    const own = batch.outcome(unit);
    return own.total === outcome.total && own.rank === outcome.rank && own.grade === outcome.grade;
  });
  return { count, msPerUnit, agrees };
}

/** A public rules engine on the same formulas; null when it cannot be fetched. */
export async function measureRulesEngine(count: number, group: number) {
  const run = rulesEngine();
  if (run === null) return null;
  const units = plainUnits(taskFacts(count, group), group);
  await run(units.slice(0, group));
  const start = processorTime();
  const totals = await run(units);
  return { name: rulesEngineName, count, msPerUnit: (processorTime() - start) / totals.length };
}
