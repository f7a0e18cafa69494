// `npm run heng -- <command>`: builds what changed, then runs the command line.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildTools, root } from './build-tools.mjs';

buildTools();
// npm runs scripts in the repository's folder; a path that the user types is meant from where she stands.
if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
await import(pathToFileURL(join(root, 'tools', 'dist', 'main.js')).href);
