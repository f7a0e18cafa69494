import { request } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import type { DemonstrationCounty } from '../src/demonstration/demonstration-county.js';
import { createApp } from '../src/create-app.js';
import { DemonstrationLoader } from '../src/demonstration/demonstration-loader.js';
import { Clock } from '../src/platform/clock/clock.js';
import { Database } from '../src/platform/database/index.js';
import { Installation } from '../src/platform/installation/installation.js';
import { createTestDatabase } from './test-database.js';
import { password as commonPassword, testCounty } from './test-county.js';

/** A clock that a test moves. */
export class TestClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  advance(minutes: number): void {
    this.offsetMs += minutes * 60_000;
  }
}

export type Answer<T = never> = {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  /** The parsed body, taken as what the test says it is; the app itself holds it against its contract. */
  readonly body: T;
};

export type Sent = { readonly headers?: Record<string, string>; readonly address?: string };

/** Speaks HTTP with the app, as one browser. */
export class Client {
  constructor(
    readonly origin: string,
    public cookie: string | null = null,
  ) {}

  get<T>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('GET', path, undefined, sent);
  }

  post<T>(path: string, body: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('POST', path, body, sent);
  }

  put<T>(path: string, body: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('PUT', path, body, sent);
  }

  patch<T>(path: string, body: unknown, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('PATCH', path, body, sent);
  }

  delete<T>(path: string, sent: Sent = {}): Promise<Answer<T>> {
    return this.send('DELETE', path, {}, sent);
  }

  private async send<T>(
    method: string,
    path: string,
    body: unknown,
    { headers = {}, address }: Sent,
  ): Promise<Answer<T>> {
    const payload = body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body);
    const {
      status,
      headers: received,
      text,
    } = await exchange({
      url: `${this.origin}/api${path}`,
      method,
      headers: {
        ...(payload === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(payload)) }),
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...headers,
      },
      payload,
      address,
    });
    const json = /json/.test(String(received['content-type'] ?? '')) && text !== '';
    return { status, text, headers: received, body: (json ? JSON.parse(text) : null) as T };
  }
}

type Exchange = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly payload: string | undefined;
  /** Loopback address to call from, such as 127.0.0.7. */
  readonly address: string | undefined;
};

/** One request over a socket; `fetch` would not let a test choose its own address or `Origin`. */
function exchange({ url, method, headers, payload, address }: Exchange): Promise<Omit<Answer, 'body'>> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method, headers, ...(address === undefined ? {} : { localAddress: address }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(payload);
  });
}

export type TestApp = {
  readonly app: NestFastifyApplication;
  readonly database: Database;
  readonly clock: TestClock;
  readonly anonymous: () => Client;
  /** A client signed in as one of the county's accounts. */
  readonly as: (login: string, password?: string) => Promise<Client>;
  readonly close: () => Promise<void>;
};

/** The whole application on a database of its own, with a county in it. Every successful answer is held against its contract. */
export async function createTestApp(
  options: {
    readonly county?: DemonstrationCounty | null;
    readonly mode?: 'demonstration' | 'production';
    readonly webRoot?: string;
    readonly secure?: boolean;
  } = {},
): Promise<TestApp> {
  const { county = testCounty(), mode = 'demonstration' } = options;
  const testDatabase = await createTestDatabase();
  const [database, clock] = [new Database(testDatabase.dataSource), new TestClock()];
  const app = await createApp({
    database,
    clock,
    installation: new Installation(mode, options.secure ?? false, [], true),
    log: pino({ level: process.env.HENG_TEST_LOG ?? 'silent' }),
    webRoot: options.webRoot ?? null,
  });
  if (county) await app.get(DemonstrationLoader, { strict: false }).load(county);
  await app.listen(0, '127.0.0.1');
  const origin = await app.getUrl();
  const anonymous = () => new Client(origin);
  return {
    app,
    database,
    clock,
    anonymous,
    as: async (login, password = commonPassword) => {
      const client = anonymous();
      const { status, headers, text } = await client.post('/session', { login, password });
      if (status !== 200) throw new Error(`${login} cannot sign in: ${text}`);
      client.cookie = String(headers['set-cookie']).split(';')[0] ?? null;
      return client;
    },
    close: async () => {
      await app.close();
      await testDatabase.drop();
    },
  };
}
