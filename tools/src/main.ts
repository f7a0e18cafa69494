import { runHeng } from './commands/run-heng.js';

// `heng score … | head` closes the pipe early: what was asked for has been seen.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

// Not process.exit: a pipe may still hold half of the output.
process.exitCode = await runHeng({
  args: process.argv.slice(2),
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
