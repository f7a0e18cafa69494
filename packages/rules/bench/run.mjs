// `npm run bench -w @heng/rules [-- --quick]`: transforms the TypeScript sources as they stand into a folder outside the repository and
// runs the benchmark there, so that it neither measures a stale build nor carries a compiler in its memory figures.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformSources } from './transform-sources.mjs';

const build = mkdtempSync(join(tmpdir(), 'heng-bench-'));
try {
  transformSources(build);
  const { status } = spawnSync(
    process.execPath,
    [join(build, 'bench', 'main.js'), ...process.argv.slice(2)],
    {
      stdio: 'inherit',
    },
  );
  process.exitCode = status ?? 1;
} finally {
  rmSync(build, { recursive: true, force: true });
}
