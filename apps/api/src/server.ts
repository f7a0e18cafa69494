import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino, type Logger } from 'pino';
import { createApp } from './create-app.js';
import { entities, migrations } from './database-model.js';
import type { DemonstrationCounty } from './demonstration/demonstration-county.js';
import { DemonstrationLoader } from './demonstration/demonstration-loader.js';
import { SetupService } from './features/accounts/index.js';
import { SystemClock } from './platform/clock/clock.js';
import { claimDatabase } from './platform/installation/claim-database.js';
import { Installation, type DemonstrationAccount } from './platform/installation/installation.js';
import { openDatabase } from './platform/database/index.js';
import { StartupError, systemErrorCode } from './platform/postgres/index.js';

/** Where the data are: the folder of the embedded server, or a PostgreSQL somewhere. */
export type DataPlace = { readonly dataDir: string } | { readonly databaseUrl: string };

export type StartOptions = DataPlace & {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly mode: 'demonstration' | 'production';
  /** Folder of the built web app; absent serves the API only. */
  readonly webRoot?: string;
  /** Loaded before the server listens, if it is not there yet; its accounts stand on the sign-in page in demonstration mode. */
  readonly demonstration?: DemonstrationCounty | null;
  /** Served over TLS by a proxy in front: Secure cookies with the host prefix. */
  readonly secure?: boolean;
  /** Warnings and worse to standard output when absent. */
  readonly log?: Logger;
};

export type RunningServer = {
  readonly url: string;
  /** One-time code of a first production start, to be printed; null otherwise. */
  readonly setupCode: string | null;
  /** Finishes what is being answered, then closes the pool, then stops the embedded server. */
  readonly close: () => Promise<void>;
};

/**
 * Opens the data, brings the schema up to date, loads the demonstration and listens.
 * @throws StartupError with one sentence for the console, such as `PORT_TAKEN` or `OTHER_MODE`; nothing is left running then
 */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const log = options.log ?? pino({ level: 'warn' });
  const notice = { info: (sentence: string) => log.warn(sentence) };
  const opened = await openDatabase(options, { entities, migrations }, notice);
  let app: NestFastifyApplication | null = null;
  try {
    await claimDatabase(opened.database, options.mode);
    const county = options.demonstration ?? null;
    const accounts = options.mode === 'demonstration' && county ? accountsOf(county) : [];
    app = await createApp({
      database: opened.database,
      clock: new SystemClock(),
      installation: new Installation(options.mode, options.secure ?? false, accounts, false),
      log,
      webRoot: options.webRoot ?? null,
    });
    if (county) await app.get(DemonstrationLoader, { strict: false }).load(county);
    const setupCode = await app.get(SetupService, { strict: false }).issueCode();
    await listen(app, options);
    const running = app;
    return {
      url: await running.getUrl(),
      setupCode,
      close: async () => {
        await running.close();
        await opened.close();
      },
    };
  } catch (error) {
    await app?.close();
    await opened.close();
    throw error;
  }
}

/** Loads the county without listening. @returns how many things were added, 0 when everything was there */
export async function loadDemonstration(
  options: DataPlace & { readonly county: DemonstrationCounty },
): Promise<number> {
  const opened = await openDatabase(options, { entities, migrations });
  try {
    await claimDatabase(opened.database, 'demonstration');
    const app = await createApp({
      database: opened.database,
      clock: new SystemClock(),
      installation: new Installation('demonstration', false, [], false),
      log: pino({ level: 'warn' }),
      webRoot: null,
    });
    const added = await app.get(DemonstrationLoader, { strict: false }).load(options.county);
    await app.close();
    return added;
  } finally {
    await opened.close();
  }
}

async function listen(app: NestFastifyApplication, { host, port }: StartOptions): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    if (systemErrorCode(error) !== 'EADDRINUSE') throw error;
    throw new StartupError('PORT_TAKEN', {
      zh: `端口 ${port} 已被别的程序占用。请关闭那个程序，或换一个端口启动。`,
      en: `Port ${port} is taken by another program. Close that program or start on another port.`,
    });
  }
}

/** The sign-in page lists each account with its first appointment. */
function accountsOf({ accounts, organizations }: DemonstrationCounty): DemonstrationAccount[] {
  const names = new Map(organizations.map(({ code, name }) => [code, name]));
  return accounts.flatMap(({ login, password, displayName, appointments }) => {
    const [first] = appointments;
    return first
      ? [{ login, password, displayName, unitName: names.get(first.unit) ?? first.unit, role: first.role }]
      : [];
  });
}
