import { runTruth } from './run-truth.js';

// Not process.exit: a pipe may still hold half of the output.
process.exitCode = await runTruth({
  args: process.argv.slice(2),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
