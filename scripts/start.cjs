const { spawnSync } = require('node:child_process');
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');

const root = join(__dirname, '..');
const entry = join(root, 'tools', 'dist', 'start.js');
const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');

if (!existsSync(join(root, 'node_modules'))) {
  console.error(
    '尚未安装依赖，请先运行 npm ci。\nThe dependencies are not installed yet: run "npm ci" first.',
  );
  process.exit(1);
}

// A production installation has no development tools and brings its build along.
if (existsSync(turbo)) {
  const built = spawnSync(
    process.execPath,
    [turbo, 'run', 'build', '--output-logs=errors-only', '--log-order=grouped'],
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
    console.error(built.stdout, built.stderr);
    console.error('构建失败，原因见上。\nThe build failed; the reason stands above.');
    process.exit(1);
  }
} else if (!existsSync(entry)) {
  console.error(
    '没有构建产物，请用 npm ci（含开发依赖）后重试。\nNothing is built here: run "npm ci" with development dependencies, then start again.',
  );
  process.exit(1);
}

import(pathToFileURL(entry).href).then(
  ({ start }) => start(process.argv.slice(2)),
  (error) => {
    console.error(error);
    process.exit(1);
  },
);
