import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '@heng/contracts';
import { createTestApp, type Answer, type Client, type TestApp } from '../test/test-app.js';
import { password } from '../test/test-county.js';

describe('what stands before every route', () => {
  let test: TestApp;
  let client: Client;
  let webRoot = '';
  beforeAll(async () => {
    webRoot = mkdtempSync(join(tmpdir(), 'heng-web-'));
    mkdirSync(join(webRoot, 'assets'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>衡</title>');
    writeFileSync(join(webRoot, 'assets', 'app-abc123.js'), 'export {};');
    test = await createTestApp({ webRoot });
    client = test.anonymous();
  });
  afterAll(async () => {
    await test.close();
    rmSync(webRoot, { recursive: true });
  });

  const signIn = (body: unknown, headers: Record<string, string> = {}) =>
    client.post<Problem>('/session', body, { headers });
  const refusal = ({ status, body }: Answer<Problem>) => [status, body.code];

  it('refuses bodies that are no plain JSON, nested too deeply, or too large', async () => {
    expect(refusal(await signIn('{"login":'))).toEqual([400, 'BODY_NOT_JSON']);
    expect(refusal(await signIn('['.repeat(40_000)))).toEqual([400, 'BODY_TOO_DEEP']);
    expect(refusal(await signIn(`${'['.repeat(33)}${']'.repeat(33)}`))).toEqual([400, 'BODY_TOO_DEEP']);
    expect(refusal(await signIn(`{"login":"${'x'.repeat(1_100_000)}"}`))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(refusal(await signIn('{"login":"a\\u0000b","password":"x"}'))).toEqual([400, 'BODY_WITH_NUL']);
    expect(refusal(await signIn('{"__proto__":{"a":1},"login":"a","password":"x"}'))).toEqual([
      400,
      'BODY_KEY_FORBIDDEN',
    ]);
    expect(refusal(await signIn('{"login":"a","password":"x","constructor":{}}'))).toEqual([
      400,
      'BODY_KEY_FORBIDDEN',
    ]);
    expect(refusal(await signIn({ login: 'a', password: 'x', role: 'office' }))).toEqual([
      400,
      'REQUEST_INVALID',
    ]);
  });

  it.each([
    ['a form', { 'Content-Type': 'application/x-www-form-urlencoded' }, 415],
    ['plain text', { 'Content-Type': 'text/plain' }, 415],
    ['multipart', { 'Content-Type': 'multipart/form-data; boundary=x' }, 415],
    ['JSON with an origin of another site', { Origin: 'https://evil.example' }, 403],
    ['JSON with a null origin', { Origin: 'null' }, 403],
    ['JSON that the browser calls cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['JSON from a sibling site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ])('refuses %s on unsafe methods', async (_name, headers, status) => {
    expect((await signIn({ login: 'office', password }, headers as Record<string, string>)).status).toBe(
      status,
    );
  });

  it('takes JSON of its own pages and of scripts', async () => {
    const host = new URL(client.origin).host;
    expect(
      (
        await signIn(
          { login: 'office', password },
          { Origin: `http://${host}`, 'Sec-Fetch-Site': 'same-origin' },
        )
      ).status,
    ).toBe(200);
    expect((await signIn({ login: 'office', password })).status).toBe(200);
  });

  it('answers every refusal as a problem without anything from inside', async () => {
    const office = await test.as('office');
    const answers = [
      await client.get<Problem>('/nothing-here'),
      await client.get<Problem>('/cycles'),
      await office.get<Problem>('/cycles/not-an-id'),
      await office.get<Problem>('/cycles?sort=password'),
      await office.get<Problem>('/organizations/..%2f..%2fetc'),
      await office.get<Problem>('/organizations/4109%00'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 401, 400, 400, 400, 400]);
    for (const { headers, body, text } of answers) {
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(Problem.parse(body).correlationId).toBe(headers['x-correlation-id']);
      expect(text).not.toMatch(/node_modules|at \w+ \(|SELECT|postgres|\.ts|\.js/);
    }
  });

  it('tells a failure of its own as one sentence with a number, and nothing else', async () => {
    const office = await test.as('office');
    await test.database.manager.query('ALTER TABLE rule_book RENAME TO rule_book_away');
    const { status, text, body } = await office.get<Problem>('/rulebooks');
    await test.database.manager.query('ALTER TABLE rule_book_away RENAME TO rule_book');
    expect([status, body.code]).toEqual([500, 'INTERNAL']);
    expect(text).not.toMatch(/rule_book|relation "|Query|SELECT/);
  });

  it('sends the security headers with every answer and keeps API answers out of caches', async () => {
    for (const path of ['/health', '/nothing-here', '/session']) {
      const { headers } = await client.get(path);
      expect(headers['content-security-policy']).toBe(
        "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;font-src 'self' data:;object-src 'none';base-uri 'none';frame-ancestors 'none';form-action 'self'",
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-powered-by']).toBeUndefined();
    }
  });

  it('serves the web app: files with hashed names for ever, its start page for every other page, nothing from outside', async () => {
    const page = (path: string) => new (client.constructor as typeof Client)(client.origin).get(`/..${path}`);
    const asset = await page('/assets/app-abc123.js');
    expect([asset.status, asset.headers['cache-control'], asset.headers['content-type']]).toEqual([
      200,
      'public, max-age=31536000, immutable',
      'text/javascript; charset=utf-8',
    ]);
    for (const path of ['/', '/cycles/abc', '/index.html']) {
      const { status, text, headers } = await page(path);
      expect([path, status, headers['cache-control']]).toEqual([path, 200, 'no-cache']);
      expect(text).toContain('<title>衡</title>');
    }
    for (const path of ['/assets/gone.js', '/assets/..%2f..%2f..%2fetc%2fpasswd.txt', '/api', '/api/gone'])
      expect((await page(path)).status).toBe(404);
  });
});
