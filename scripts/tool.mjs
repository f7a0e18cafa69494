// `node scripts/tool.mjs <folder> …`: builds what changed, then runs tools/src/<folder>/main.ts with the rest of the line.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildTools, root } from './build-tools.mjs';

buildTools();
const [folder] = process.argv.splice(2, 1);
await import(pathToFileURL(join(root, 'tools', 'dist', folder, 'main.js')).href);
