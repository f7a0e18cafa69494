// `npm run dev`: packages and API recompile and restart on save, the web app reloads in place.
import { spawn, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const bin = (...parts) => join(root, 'node_modules', ...parts);
const env = {
  ...process.env,
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  HENG_API: 'http://127.0.0.1:4000',
};

const built = spawnSync(
  process.execPath,
  [bin('turbo', 'bin', 'turbo'), 'run', 'build', '--output-logs=errors-only'],
  {
    cwd: root,
    env,
    stdio: 'inherit',
  },
);
if (built.status !== 0) process.exit(built.status ?? 1);

const children = [];
const start = (name, args, cwd) => {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit'] });
  child.on('exit', (code) => {
    if (!stopping) {
      console.error(`${name} ended with ${code}`);
      stop(1);
    }
  });
  children.push(child);
};

let stopping = false;
function stop(code) {
  stopping = true;
  for (const child of children) child.kill('SIGINT');
  process.exitCode = code;
}
process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));

const watched = [
  'packages/rules',
  'packages/clauses',
  'packages/contracts',
  'packages/documents',
  'apps/api',
  'tools',
];
for (const folder of watched) {
  start(
    folder,
    [
      bin('@swc', 'cli', 'bin', 'swc.js'),
      'src',
      '-d',
      'dist',
      '--strip-leading-paths',
      '--config-file',
      join(root, '.swcrc'),
      '--ignore',
      '**/*.spec.ts',
      '--copy-files',
      '-w',
      '-q',
    ],
    join(root, folder),
  );
}
const watch = watched.map((folder) => `--watch-path=${join(root, folder, 'dist')}`);
start('api', [...watch, join(root, 'tools/dist/start-main.js'), '--port', '4000', '--no-web'], root);
start('web', [bin('vite', 'bin', 'vite.js'), '--host', '127.0.0.1'], join(root, 'apps/web'));
