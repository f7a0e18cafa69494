import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from '@swc/core';

const rules = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Writes the TypeScript sources of `src`, `threads` and `bench`, as they stand, as JavaScript into an empty folder outside the repository. */
export function transformSources(build) {
  for (const folder of ['src', 'threads', 'bench']) {
    for (const entry of readdirSync(join(rules, folder), { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/(?<!\.spec|\.d)\.ts$/.test(file)) continue;
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
}
