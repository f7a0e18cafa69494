// The proof of exactness: random sheets through the engine and through the oracle, which know nothing of each other.
//   run-proof.js [sheets] [seed]        prints `N sheets, D differences`; ends with 1 on a difference, which it writes to a file
//   … --batch                          the columnar evaluator instead of the explaining one
//   run-proof.js --replay <file>        asks again what was answered differently
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { differences, explaining } from './compare-with-engine.js';
import { prove, told } from './prove.js';
import { smallestCase } from './smallest-case.js';

const words = process.argv.slice(2).filter((word) => word !== '--batch');
const evaluator = process.argv.includes('--batch') ? (await import('./columnar.js')).columnar : explaining;
const [first = '100000', second = '1'] = words;

if (first === '--replay') {
  const found = differences(JSON.parse(readFileSync(second, 'utf8')).question, evaluator);
  console.log(found.length === 0 ? 'no difference any more' : told(found));
  process.exitCode = found.length === 0 ? 0 : 1;
} else {
  const began = process.hrtime.bigint();
  const seconds = () => `${(process.hrtime.bigint() - began) / 1_000_000_000n} s`;
  const { sheets, books, found } = prove(Number(first), Number(second), {
    evaluator,
    progress: (so, seed) => console.log(`${so} sheets so far, seed ${seed}, ${seconds()}`),
  });
  const count = found?.differences.length ?? 0;
  console.log(`${sheets} sheets, ${count} differences (${books} books, seeds from ${second}, ${seconds()})`);
  if (found) {
    console.log(`seed ${found.seed}:\n${told(found.differences)}`);
    const smallest = smallestCase(found.question, evaluator);
    const file = join(tmpdir(), `heng-difference-${found.seed}.json`);
    writeFileSync(file, JSON.stringify({ ...found, smallest }, null, 2));
    console.log(`smallest case:\n${told(differences(smallest, evaluator))}\nwritten to ${file}`);
  }
  process.exitCode = found ? 1 : 0;
}
