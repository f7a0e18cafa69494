// Hostile rule books: mutated copies of good ones must be refused by name or run, and be read in under 20 ms.
//   run-hostile.js [books] [seed]     prints figures; ends with 1 when a book was at fault
//   run-hostile.js --seed <seed>      one book again, with its problems
import { runTrials } from './run-trials.js';
import { hostileBook, tryBook } from './try-book.js';

const now = () => Number(process.hrtime.bigint()) / 1e6;
const clock = () => {
  const { user, system } = process.cpuUsage();
  return { wall: now(), work: (user + system) / 1000 };
};
const [first = '100000', second = '1'] = process.argv.slice(2);
if (first === '--seed') {
  console.log(JSON.stringify(hostileBook(Number(second)))?.slice(0, 5000));
  console.log(tryBook(Number(second), clock));
} else {
  const began = now();
  const seconds = () => `${Math.round((now() - began) / 1000)} s`;
  // The first readings compile the code.
  runTrials(200, 900_000_000, clock);
  const found = runTrials(Number(first), Number(second), clock, (so, faults) =>
    console.log(`${so} books so far, ${faults} faults, ${seconds()}`),
  );
  const codes = [...found.codes].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
  console.log(
    `${found.books} hostile books, ${found.faults.length} faults (seeds from ${second}, ${seconds()}): ` +
      `${found.accepted} accepted and run, ${codes.length} kinds of problem`,
  );
  console.log(codes.join(', '));
  console.log(
    `reading: median ${found.medianReading.toFixed(2)} ms, 99.9% ${found.p999Reading.toFixed(2)} ms, ` +
      `slowest ${found.slowestReading?.reading.toFixed(2)} ms (seed ${found.slowestReading?.seed}); ` +
      `slowest assessment ${found.slowestAssessing?.assessing.toFixed(0)} ms (seed ${found.slowestAssessing?.seed})`,
  );
  for (const { seed, fault } of found.faults.slice(0, 20)) console.log(`seed ${seed}: ${fault}`);
  process.exitCode = found.faults.length > 0 ? 1 : 0;
}
