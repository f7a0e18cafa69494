// `npm run heng -- <command>`: builds what changed (cached in a tenth of a second), then runs the command line.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
if (existsSync(turbo)) {
  const built = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--filter=@heng/tools...', '--output-logs=errors-only'],
    {
      cwd: root,
      env: {
        ...process.env,
        TURBO_TELEMETRY_DISABLED: '1',
        DO_NOT_TRACK: '1',
        TURBO_NO_UPDATE_NOTIFIER: '1',
      },
      encoding: 'utf8',
    },
  );
  if (built.status !== 0) {
    process.stderr.write(built.stdout + built.stderr);
    process.exit(1);
  }
}
// npm runs scripts in the repository's folder; a path that the user types is meant from where she stands.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(root, 'tools', 'dist', 'main.js')).href);
