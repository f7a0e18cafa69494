import { runClauses } from './run-clauses.js';

// Not process.exit: a pipe may still hold half of the output.
process.exitCode = await runClauses({
  args: process.argv.slice(2),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
