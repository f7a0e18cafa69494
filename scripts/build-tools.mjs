import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Builds the command line and what it needs, as far as something changed (cached in a tenth of a second); nothing where there is no turbo. */
export function buildTools() {
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  if (!existsSync(turbo)) return;
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
  if (built.status === 0) return;
  process.stderr.write(built.stdout + built.stderr);
  process.exit(1);
}
