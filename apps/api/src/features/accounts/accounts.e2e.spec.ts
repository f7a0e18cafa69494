import type {
  AccountListResponse,
  CreateAccountResponse,
  Problem,
  SessionResponse,
  WelcomeResponse,
} from '@heng/contracts';
import { createTestApp, type TestApp } from '../../../test/test-app.js';
import { city, county, first, password } from '../../../test/test-county.js';
import { SetupService } from './index.js';

describe('accounts and sessions', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp();
  });
  afterAll(() => test.close());

  const cookieOf = (headers: { readonly 'set-cookie'?: unknown }) => String(headers['set-cookie']);

  it('opens a session whose id the browser’s scripts cannot read and the database does not hold', async () => {
    const { status, body, headers } = await test
      .anonymous()
      .post<SessionResponse>('/session', { login: 'Office', password });
    expect([status, body.account.login, body.mode]).toEqual([200, 'office', 'demonstration']);
    expect(body.appointments).toEqual([
      {
        role: 'office',
        unit: county,
        unitName: '测试县妇联',
        unitType: 'WomensFederation',
        department: null,
      },
    ]);
    expect(cookieOf(headers)).toMatch(/^heng=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    const id = cookieOf(headers).slice(5, 48);
    const rows = JSON.stringify(await test.database.manager.query('SELECT * FROM session'));
    expect(rows).not.toContain(id);
  });

  it('takes a Secure cookie with the host prefix when served over TLS', async () => {
    const secure = await createTestApp({ secure: true });
    const { headers } = await secure.anonymous().post('/session', { login: 'office', password });
    expect(cookieOf(headers)).toMatch(/^__Host-heng=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    await secure.close();
  });

  it('gives a new id at each sign-in and forgets the session at sign-out', async () => {
    const [one, two] = [await test.as('office'), await test.as('office')];
    expect(one.cookie).not.toBe(two.cookie);
    expect((await one.delete('/session')).status).toBe(204);
    expect((await one.get<Problem>('/session')).body.code).toBe('NOT_SIGNED_IN');
    expect((await two.get('/session')).status).toBe(200);
  });

  it('says the same to an unknown name and to a wrong password', async () => {
    const ask = (login: string) =>
      test
        .anonymous()
        .post<Problem>('/session', { login, password: 'wrong password' }, { address: '127.0.0.9' });
    const [known, unknown] = [await ask('leader'), await ask('nobody-here')];
    expect([known.status, known.body.code]).toEqual([401, 'SIGN_IN_REFUSED']);
    expect({ ...known.body, correlationId: '' }).toEqual({ ...unknown.body, correlationId: '' });
  });

  it('takes about as long for both', async () => {
    const time = async (login: string) => {
      const from = performance.now();
      await test
        .anonymous()
        .post('/session', { login, password: 'wrong password' }, { address: '127.0.0.10' });
      return performance.now() - from;
    };
    const median = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const times = { known: [] as number[], unknown: [] as number[] };
    for (const login of ['auditor', 'admin', 'reporter', 'chair-two']) {
      times.known.push(await time(login), await time(login));
      times.unknown.push(await time(`${login}-x`), await time(`${login}-x`));
    }
    // Without the decoy hash an unknown name answers in a tenth of the time.
    expect(median(times.unknown)).toBeGreaterThan(0.4 * median(times.known));
  });

  it('stops guessing after five tries per account, whatever the address, for 15 minutes', async () => {
    const ask = (index: number, secret = 'wrong password') =>
      test
        .anonymous()
        .post<Problem>(
          '/session',
          { login: 'scorer', password: secret },
          { address: `127.0.1.${index}`, headers: { 'X-Forwarded-For': `10.0.0.${index}` } },
        );
    const answers = await Promise.all([1, 2, 3, 4, 5].map((index) => ask(index)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    const locked = await ask(6, password);
    expect([locked.status, locked.body.code]).toEqual([429, 'SIGN_IN_THROTTLED']);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(0);
    test.clock.advance(16);
    expect((await ask(7, password)).status).toBe(200);
  });

  it('ends a session after 30 idle minutes, and after 12 hours whatever happens', async () => {
    const idle = await test.as('leader');
    test.clock.advance(31);
    expect((await idle.get('/session')).status).toBe(401);
    const busy = await test.as('leader');
    for (let minutes = 0; minutes < 700; minutes += 25) {
      test.clock.advance(25);
      expect((await busy.get('/session')).status).toBe(200);
    }
    test.clock.advance(25);
    expect((await busy.get('/session')).status).toBe(401);
  });

  it('gives a new account a one-time password that opens nothing but its own change', async () => {
    const admin = await test.as('admin');
    const request = {
      login: 'new-chair',
      displayName: '新主席',
      appointments: [{ role: 'chair', unit: first }],
    };
    const { status, body } = await admin.post<CreateAccountResponse>('/accounts', request);
    expect(status).toBe(201);
    expect((await admin.post<Problem>('/accounts', { ...request, login: 'NEW-chair' })).body.code).toBe(
      'LOGIN_TAKEN',
    );
    const fresh = await test.as('new-chair', body.oneTimePassword);
    expect((await fresh.get<SessionResponse>('/session')).body.mustChangePassword).toBe(true);
    expect((await fresh.get<Problem>('/cycles')).body.code).toBe('PASSWORD_CHANGE_REQUIRED');
    expect(
      (
        await fresh.post<Problem>('/account/password', {
          current: 'not this one',
          next: 'a quiet long river',
        })
      ).body.code,
    ).toBe('CURRENT_PASSWORD_WRONG');
    expect(
      (
        await fresh.post<Problem>('/account/password', {
          current: body.oneTimePassword,
          next: 'new-chair12345',
        })
      ).body.code,
    ).toBe('PASSWORD_TOO_PLAIN');
    const other = await test.as('new-chair', body.oneTimePassword);
    const changed = await fresh.post<SessionResponse>('/account/password', {
      current: body.oneTimePassword,
      next: 'a quiet long river',
    });
    expect([changed.status, changed.body.mustChangePassword]).toEqual([200, false]);
    expect((await other.get('/session')).status).toBe(401);
    fresh.cookie = cookieOf(changed.headers).split(';')[0] ?? null;
    expect((await fresh.get('/cycles')).status).toBe(200);
  });

  it('lets an administrator appoint only inside what she manages', async () => {
    const admin = await test.as('admin');
    const request = { login: 'above', displayName: '上级', appointments: [{ role: 'office', unit: city }] };
    expect((await admin.post<Problem>('/accounts', request)).body.code).toBe('APPOINTMENT_OUTSIDE_SCOPE');
    const scorer = {
      login: 'scorer-x',
      displayName: '评分',
      appointments: [{ role: 'scorer', unit: county }],
    };
    expect((await admin.post<Problem>('/accounts', scorer)).body.code).toBe('DEPARTMENT_MISSING');
    expect((await (await test.as('office')).post('/accounts', scorer)).status).toBe(403);
    const { body } = await admin.get<AccountListResponse>('/accounts?limit=3');
    expect(body.items).toHaveLength(3);
    const rest = await admin.get<AccountListResponse>(`/accounts?after=${body.next}`);
    const logins = [...body.items, ...rest.body.items].map(({ login }) => login);
    expect(logins).toEqual([...logins].sort());
    expect(logins).toContain('village-chair');
    expect(logins).not.toContain('city-office');
  });

  it('acts on a withdrawn appointment and a disabled account in the next request', async () => {
    const reporter = await test.as('reporter');
    await test.database.manager.query(
      `DELETE FROM appointment WHERE account_id = (SELECT id FROM account WHERE login = 'reporter')`,
    );
    expect((await reporter.get('/cycles')).status).toBe(403);
    await test.database.manager.query(`UPDATE account SET disabled = true WHERE login = 'reporter'`);
    expect((await reporter.get('/session')).status).toBe(401);
    expect((await test.anonymous().post('/session', { login: 'reporter', password })).status).toBe(401);
  });
});

describe('the first start of a real installation', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await createTestApp({ county: null, mode: 'production' });
  });
  afterAll(() => test.close());

  const request = (code: string) => ({
    code,
    county: { code: county, name: '真实县妇联' },
    login: 'first-admin',
    displayName: '李管理',
    password: 'a long quiet river',
  });

  it('has no account at all, lists none, and its printed code works once, within 30 minutes', async () => {
    const setup = test.app.get(SetupService, { strict: false });
    const { body } = await test.anonymous().get<WelcomeResponse>('/welcome');
    expect(body).toEqual({ mode: 'production', setupNeeded: true, demonstrationAccounts: [] });
    for (const [login, secret] of [
      ['admin', 'admin'],
      ['root', 'root'],
      ['heng', 'heng'],
      ['admin', '123456'],
    ]) {
      expect((await test.anonymous().post('/session', { login, password: secret })).status).toBe(401);
    }

    const late = await setup.issueCode();
    test.clock.advance(31);
    expect((await test.anonymous().post<Problem>('/setup', request(late ?? ''))).body.code).toBe(
      'SETUP_CODE_REFUSED',
    );
    const replaced = await setup.issueCode();
    const code = await setup.issueCode();
    expect(code).toMatch(/^[A-Z2-9]{4}(-[A-Z2-9]{4}){3}$/);
    expect((await test.anonymous().post<Problem>('/setup', request(replaced ?? ''))).status).toBe(422);
    const done = await test.anonymous().post<SessionResponse>('/setup', request(code?.toLowerCase() ?? ''));
    expect([done.status, done.body.appointments[0]?.role]).toEqual([200, 'administrator']);
    expect(
      (await test.anonymous().post<Problem>('/setup', { ...request(code ?? ''), login: 'second-admin' }))
        .status,
    ).toBe(422);
    expect(await setup.issueCode()).toBeNull();
    expect((await test.anonymous().get<WelcomeResponse>('/welcome')).body.setupNeeded).toBe(false);
    await test.as('first-admin', 'a long quiet river');
  });
});
