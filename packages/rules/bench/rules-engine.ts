import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, peersOf, plainFormulas, plainTotal, type PlainUnit } from './naive-loop.js';

const name = 'json-rules-engine';
const version = '7.3.1';

/** The parts of json-rules-engine that are used here. */
type Almanac = { factValue: <T>(fact: string) => Promise<T> };
type Engine = {
  addRule: (rule: object) => void;
  addFact: (id: string, value: (parameters: unknown, almanac: Almanac) => unknown) => void;
  run: (facts: object) => Promise<{ events: readonly { params?: Record<string, unknown> }[] }>;
};
type Library = { Engine: new (rules: object[], options: object) => Engine };

/** Installed into a folder of its own outside the repository, which never depends on it. @returns null without a network */
function library(): Library | null {
  const folder = join(tmpdir(), `heng-bench-${name}-${version}`);
  if (!existsSync(join(folder, 'node_modules', name))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    try {
      execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', `${name}@${version}`], {
        cwd: folder,
        stdio: 'ignore',
        timeout: 120_000,
      });
    } catch {
      return null;
    }
  }
  // A CommonJS package whose types are not installed here; the parts used are named above.
  return createRequire(join(folder, 'package.json'))(name) as Library;
}

/** The task as rules: one rule an indicator, whose points a dynamic fact works out in doubles; totals and ranks outside. */
export function rulesEngine(): ((units: readonly PlainUnit[]) => Promise<number[]>) | null {
  const found = library();
  if (found === null) return null;
  const engine = new found.Engine([], { replaceFactsInEventParams: true });
  plainFormulas.forEach((placed, index) => {
    const id = placed.indicator.id;
    engine.addFact(`points-${id}`, async (_, almanac) => {
      const [unit, peers] = [
        await almanac.factValue<PlainUnit>('unit'),
        await almanac.factValue<number[][]>('peers'),
      ];
      return finished(placed, placed.of(unit, peers[index]!)) ?? null;
    });
    engine.addRule({
      conditions: { all: [{ fact: `points-${id}`, operator: 'notEqual', value: null }] },
      event: { type: 'scored', params: { index, points: { fact: `points-${id}` } } },
    });
  });
  return async (units) => {
    const totals: number[] = [];
    for (let start = 0; start < units.length;) {
      let end = start;
      while (end < units.length && units[end]!.group === units[start]!.group) end += 1;
      const group = units.slice(start, end);
      const peers = plainFormulas.map((placed) => peersOf(group, placed));
      for (const unit of group) {
        const { events } = await engine.run({ unit, peers });
        const points: (number | null)[] = plainFormulas.map(() => null);
        for (const { params } of events) points[Number(params?.['index'])] = Number(params?.['points']);
        totals.push(plainTotal(points));
      }
      start = end;
    }
    return totals;
  };
}

export const rulesEngineName = `${name} ${version}`;
