/** Compiles the copy in which the mutants live, in place, as native modules. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from '@swc/core';

const options = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: { target: 'es2022', parser: { syntax: 'typescript' }, experimental: { keepImportAttributes: true } },
};
/** Few tries for each property: a fault that needs hundreds of them is for jest, which asks once and not for each mutant. */
const fewRuns = (code) => code.replaceAll(/\bnumRuns: \d+/g, 'numRuns: 15');

for (const folder of ['src', 'test'])
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts')) continue;
    const file = join(folder, path);
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...options, filename: file });
    writeFileSync(file.replace(/\.ts$/, '.js'), fewRuns(code));
  }
