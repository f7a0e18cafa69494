import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startServer, StartupError, type DemonstrationCounty, type RunningServer } from '@heng/api';
import { repositoryFolder } from './data-place.js';
import { announcement } from './start/announcement.js';
import { readStartOptions, startHelp, type StartWishes } from './start/start-options.js';

/** `npm start`: serves until Ctrl-C. Every refusal is one sentence and a non-zero exit. */
export async function start(args: readonly string[]): Promise<void> {
  const options = readStartOptions(args);
  if (options.kind === 'help') {
    console.log(startHelp);
    return;
  }
  if (options.kind === 'refused') {
    console.error(options.sentence);
    process.exitCode = 1;
    return;
  }
  let stopping = false;
  const starting = open(options.wishes);
  const stop = () => {
    // A second Ctrl-C is from someone who will not wait.
    if (stopping) process.exit(1);
    stopping = true;
    console.log('正在停止…  Stopping…');
    starting.then(
      async (server) => {
        await server.close();
        process.exit(0);
      },
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  try {
    await starting;
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

async function open(wishes: StartWishes): Promise<RunningServer> {
  const { place, mode, host, port, secure, web } = wishes;
  const began = performance.now();
  console.log(
    'databaseUrl' in place
      ? '正在连接数据库…  Connecting to the database…'
      : `正在启动，数据在 ${place.dataDir}  Starting; the data are in ${place.dataDir}`,
  );
  const county = mode === 'demonstration' ? await demonstration() : null;
  const server = await startServer({
    ...place,
    mode,
    host,
    port,
    secure,
    demonstration: county,
    ...(web ? { webRoot: builtWeb() } : {}),
  });
  const seconds = ((performance.now() - began) / 1000).toLocaleString('en', { maximumFractionDigits: 1 });
  console.log(announcement(server, county, seconds));
  return server;
}

/** Loaded only when wanted: a real installation has no made-up county in memory. */
async function demonstration(): Promise<DemonstrationCounty> {
  const { demonstrationCounty } = await import('./demonstration/index.js');
  return demonstrationCounty();
}

function builtWeb(): string {
  const folder = join(repositoryFolder, 'apps', 'web', 'dist');
  if (existsSync(join(folder, 'index.html'))) return folder;
  throw new StartupError('WEB_NOT_BUILT', {
    zh: `没有找到网页（${folder}）。请先运行 npm run build，或加 --no-web 只提供接口。`,
    en: `The web app is not there (${folder}). Run "npm run build" first, or add --no-web to serve the API only.`,
  });
}
