import { Agent, get, type Server } from 'node:http';
import type { SessionResponse, WelcomeResponse } from '@heng/contracts';
import { createTestDatabase, type TestDatabase } from '../test/test-database.js';
import { Client, createTestApp } from '../test/test-app.js';
import { county as countyCode, password, testCounty } from '../test/test-county.js';
import { loadDemonstration, startServer, type RunningServer } from './server.js';

describe('startServer', () => {
  let databases: TestDatabase[] = [];
  const database = async () => {
    const created = await createTestDatabase();
    databases.push(created);
    return created.url;
  };
  afterEach(async () => {
    for (const database of databases) await database.drop();
    databases = [];
  });
  const common = { host: '127.0.0.1', port: 0 } as const;
  const signIn = ({ url }: RunningServer, login: string, secret: string) =>
    new Client(url).post<SessionResponse>('/session', { login, password: secret });

  it('starts a demonstration, lists its accounts, and starts again on the same data', async () => {
    const place = { databaseUrl: await database() };
    const options = { ...common, ...place, mode: 'demonstration', demonstration: testCounty() } as const;
    const first = await startServer(options);
    expect(first.setupCode).toBeNull();
    const welcome = await new Client(first.url).get<WelcomeResponse>('/welcome');
    expect(welcome.body.demonstrationAccounts).toContainEqual({
      login: 'office',
      password,
      displayName: 'office 同志',
      unitName: '测试县妇联',
      role: 'office',
    });
    await first.close();
    const second = await startServer(options);
    expect((await signIn(second, 'office', password)).status).toBe(200);
    await second.close();
  });

  it('shows no account and hands out a code in production', async () => {
    const server = await startServer({ ...common, databaseUrl: await database(), mode: 'production' });
    const welcome = await new Client(server.url).get<WelcomeResponse>('/welcome');
    expect(welcome.body).toEqual({ mode: 'production', setupNeeded: true, demonstrationAccounts: [] });
    const { status } = await new Client(server.url).post('/setup', {
      code: server.setupCode,
      county: { code: countyCode, name: '真实县妇联' },
      login: 'first-admin',
      displayName: '李管理',
      password: 'a long quiet river',
    });
    expect(status).toBe(200);
    await server.close();
  });

  it('keeps demonstration and real data apart', async () => {
    const demonstration = { databaseUrl: await database() };
    await loadDemonstration({ ...demonstration, county: testCounty() });
    await expect(startServer({ ...common, ...demonstration, mode: 'production' })).rejects.toMatchObject({
      code: 'OTHER_MODE',
    });
    const real = { databaseUrl: await database() };
    await (await startServer({ ...common, ...real, mode: 'production' })).close();
    await expect(loadDemonstration({ ...real, county: testCounty() })).rejects.toMatchObject({
      code: 'OTHER_MODE',
    });
  });

  it('names a taken port and leaves nothing open', async () => {
    const server = await startServer({ ...common, databaseUrl: await database(), mode: 'production' });
    const port = Number(new URL(server.url).port);
    await expect(
      startServer({ ...common, port, databaseUrl: await database(), mode: 'production' }),
    ).rejects.toMatchObject({ code: 'PORT_TAKEN' });
    await server.close();
  });

  it('answers what it has begun before it closes', async () => {
    const server = await startServer({
      ...common,
      databaseUrl: await database(),
      mode: 'demonstration',
      demonstration: testCounty(),
    });
    const begun = Promise.all([1, 2, 3, 4].map(() => signIn(server, 'office', password)));
    // The requests are on their way once the server has seen their sockets.
    await new Client(server.url).get('/health');
    await server.close();
    expect((await begun).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it('ends at once although a connection turns idle only after closing has looked for idle ones', async () => {
    const { app, anonymous, close } = await createTestApp({ county: null });
    const http = app.getHttpServer() as Server;
    const closeIdle = http.closeIdleConnections.bind(http);
    let looked = 0;
    http.closeIdleConnections = () => {
      looked += 1;
      if (looked > 1) closeIdle();
    };
    const agent = new Agent({ keepAlive: true });
    await new Promise<void>((resolve, reject) => {
      get(`${anonymous().origin}/api/health`, { agent }, (response) => {
        response.resume();
        response.once('end', resolve);
      }).once('error', reject);
    });
    await close();
    agent.destroy();
  });

  it('loads a demonstration without listening', async () => {
    const place = { databaseUrl: await database() };
    expect(await loadDemonstration({ ...place, county: testCounty() })).toBeGreaterThan(0);
    expect(await loadDemonstration({ ...place, county: testCounty() })).toBe(0);
  });
});
