// `npm run bench -w @heng/rules [-- --quick]`: transforms the TypeScript sources as they stand into a folder outside the repository and
// runs the benchmark there, so that it neither measures a stale build nor carries a compiler in its memory figures.
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const rules = join(dirname(fileURLToPath(import.meta.url)), '..');
const build = mkdtempSync(join(tmpdir(), 'heng-bench-'));
try {
  for (const folder of ['src', 'bench']) {
    for (const entry of readdirSync(join(rules, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !file.endsWith('.ts') || file.endsWith('.spec.ts')) continue;
      const target = join(build, relative(rules, file).replace(/\.ts$/, '.js'));
      const { code } = transformSync(readFileSync(file, 'utf8'), {
        filename: file,
        swcrc: false,
        module: { type: 'es6' },
        jsc: { target: 'es2022', parser: { syntax: 'typescript' }, keepClassNames: true },
      });
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }
  }
  writeFileSync(join(build, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(rules, '..', '..', 'node_modules'), join(build, 'node_modules'), 'junction');
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
