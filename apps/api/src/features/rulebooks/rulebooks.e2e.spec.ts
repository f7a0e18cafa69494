import type { Problem, RuleBookListResponse, RuleBookResponse } from '@heng/contracts';
import { bookHash } from '@heng/rules';
import { testBook } from '../../../test/test-book.js';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';

describe('rulebooks', () => {
  let test: TestApp;
  let office: Client;
  const draft = { ...testBook, id: 'draft-book' };
  beforeAll(async () => {
    test = await createTestApp();
    office = await test.as('office');
  });
  afterAll(() => test.close());

  it('stores a draft with its hash and what the check found, seen by its issuer only', async () => {
    const { status, body } = await office.post<RuleBookResponse>('/rulebooks', { book: draft });
    expect([status, body.status, body.hash]).toEqual([201, 'draft', bookHash(draft)]);
    expect(body.book).toEqual(draft);
    expect((await (await test.as('chair')).get(`/rulebooks/${body.id}`)).status).toBe(404);
    expect((await (await test.as('auditor')).get(`/rulebooks/${body.id}`)).status).toBe(404);
    expect((await office.post<Problem>('/rulebooks', { book: { ...draft, year: 2027 } })).body.code).toBe(
      'RULE_BOOK_VERSION_TAKEN',
    );
  });

  it('names every problem of a document with its path', async () => {
    const { status, body } = await office.post<Problem>('/rulebooks', {
      book: { ...draft, id: 'wrong', totalPoints: 100, year: 'x' },
    });
    expect([status, body.code]).toEqual([422, 'RULE_BOOK_INVALID']);
    expect(body.problems?.map(({ path }) => path)).toEqual(expect.arrayContaining(['/totalPoints', '/year']));
  });

  it('publishes once; then everyone below reads it and nobody changes it', async () => {
    const { items } = (await office.get<RuleBookListResponse>('/rulebooks')).body;
    const id = items.find(({ key }) => key === 'draft-book')?.id ?? '';
    const publish = (client: Client, version: string) =>
      client.post<{ readonly code?: string; readonly status: unknown; readonly version?: number }>(
        `/rulebooks/${id}/publication`,
        {},
        { headers: { 'If-Match': version } },
      );
    expect((await publish(office, '4')).status).toBe(412);
    expect((await publish(await test.as('leader'), '1')).status).toBe(403);
    expect((await publish(await test.as('city-office'), '1')).status).toBe(404);
    expect((await publish(office, '1')).body.code).toBe('RULE_BOOK_NOT_REVIEWED');
    expect((await office.post(`/rulebooks/${id}/review`, {}, { headers: { 'If-Match': '1' } })).status).toBe(
      200,
    );
    expect((await publish(office, '2')).body).toMatchObject({ status: 'published', version: 3 });
    expect((await publish(office, '3')).body.code).toBe('RULE_BOOK_ALREADY_PUBLISHED');
    const chair = await test.as('chair');
    expect((await chair.get<RuleBookResponse>(`/rulebooks/${id}`)).body.hash).toBe(bookHash(draft));
    expect((await chair.post('/rulebooks', { book: draft })).status).toBe(403);
  });
});
