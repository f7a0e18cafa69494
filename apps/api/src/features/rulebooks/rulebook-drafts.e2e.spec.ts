import type {
  Problem,
  RuleBookComment,
  RuleBookComparisonResponse,
  RuleBookCommentsResponse,
  RuleBookDraftResponse,
  RuleBookListResponse,
  RuleBookResponse,
  RuleBookSaveResponse,
  RuleBookSavesResponse,
  CheckRuleBookResponse,
} from '@heng/contracts';
import { clauseOf, indicatorsOf } from '@heng/rules';
import { Database } from '../../platform/database/index.js';
import { testBook } from '../../../test/test-book.js';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';

const at = (version: number) => ({ headers: { 'If-Match': String(version) } });

describe('a rule book on its way to publication', () => {
  let test: TestApp;
  let office: Client;
  let leader: Client;
  let made = 0;
  beforeAll(async () => {
    test = await createTestApp();
    [office, leader] = [await test.as('office'), await test.as('leader')];
  });
  afterAll(() => test.close());

  const aDraft = async (): Promise<RuleBookResponse> => {
    made += 1;
    const book = { ...testBook, id: `way-${made}` };
    return (await office.post<RuleBookResponse>('/rulebooks', { book })).body;
  };
  const save = <T = RuleBookDraftResponse>(id: string, version: number, document: unknown) =>
    office.put<T>(`/rulebooks/${id}/draft`, { document }, at(version));
  const aPublished = async (): Promise<RuleBookResponse> => {
    const { id } = await aDraft();
    await leader.post(`/rulebooks/${id}/review`, {}, at(1));
    return (await office.post<RuleBookResponse>(`/rulebooks/${id}/publication`, {}, at(2))).body;
  };

  it('keeps an unfinished document and says what it lacks', async () => {
    const { id, book } = await aDraft();
    const { sections: _, ...unfinished } = book;
    const { status, body } = await save(id, 1, unfinished);
    expect([status, body.status, body.version]).toEqual([200, 'draft', 2]);
    expect(body.document).toEqual(unfinished);
    expect(body.problems).toContainEqual(expect.objectContaining({ code: 'ABSENT', path: '/sections' }));
    expect((await office.get<RuleBookDraftResponse>(`/rulebooks/${id}/draft`)).body).toEqual(body);
    const whole = await office.get<Problem>(`/rulebooks/${id}`);
    expect([whole.status, whole.body.code]).toEqual([422, 'RULE_BOOK_INVALID']);
    const listed = (await office.get<RuleBookListResponse>('/rulebooks')).body.items;
    expect(listed.find((item) => item.id === id)).toMatchObject({ hash: body.hash, version: 2 });
  });

  it('refuses a document whose head is wrong, and changes nothing', async () => {
    const { id, book } = await aDraft();
    const { status, body } = await save<Problem>(id, 1, { ...book, year: '2026' });
    expect([status, body.code]).toEqual([400, 'REQUEST_INVALID']);
    expect(body.problems?.map(({ path }) => path)).toEqual(['/document/year']);
    expect((await office.get<RuleBookDraftResponse>(`/rulebooks/${id}/draft`)).body.version).toBe(1);
  });

  it('writes over the version that was seen only, and keeps every save', async () => {
    const { id, book } = await aDraft();
    const second = { ...book, notes: [{ zh: '第二稿', en: 'second' }] };
    await save(id, 1, second);
    const late = await save<Problem>(id, 1, { ...book, notes: [{ zh: '另一人', en: 'another' }] });
    expect([late.status, late.body.code]).toEqual([412, 'STALE_VERSION']);
    await save(id, 2, { ...book, notes: [{ zh: '第三稿', en: 'third' }] });
    const saves = (await office.get<RuleBookSavesResponse>(`/rulebooks/${id}/saves`)).body.items;
    expect(saves.map(({ version }) => version)).toEqual([2, 1]);
    const earlier = await office.get<RuleBookSaveResponse>(`/rulebooks/${id}/saves/2`);
    expect(earlier.body.document).toEqual(second);
    expect((await office.get(`/rulebooks/${id}/saves/9`)).status).toBe(404);
  });

  it('lets one of ten who save the same version at once through, and loses no acknowledged save', async () => {
    const { id, book } = await aDraft();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        save(id, 1, { ...book, notes: [{ zh: `第 ${index} 人`, en: `${index}` }] }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
    const kept = (await office.get<RuleBookDraftResponse>(`/rulebooks/${id}/draft`)).body;
    expect(kept).toEqual(answers.find(({ status }) => status === 200)?.body);
  });

  it('must be reviewed to be published, and reviewed again after a change', async () => {
    const { id, book } = await aDraft();
    expect((await (await test.as('scorer')).post(`/rulebooks/${id}/review`, {}, at(1))).status).toBe(403);
    const reviewed = await leader.post<RuleBookDraftResponse>(
      `/rulebooks/${id}/review`,
      { note: '可以' },
      at(1),
    );
    expect(reviewed.body).toMatchObject({ status: 'reviewed', version: 2, review: { note: '可以' } });
    await save(id, 2, { ...book, notes: [{ zh: '又改', en: 'again' }] });
    const refused = await office.post<Problem>(`/rulebooks/${id}/publication`, {}, at(3));
    expect([refused.status, refused.body.code]).toEqual([409, 'RULE_BOOK_NOT_REVIEWED']);
    await leader.post(`/rulebooks/${id}/review`, {}, at(3));
    const published = await office.post<RuleBookResponse>(`/rulebooks/${id}/publication`, {}, at(4));
    expect(published.body).toMatchObject({ status: 'published', book: { notes: [{ zh: '又改' }] } });
    expect((await save<Problem>(id, 5, book)).body.code).toBe('RULE_BOOK_ALREADY_PUBLISHED');
    expect((await office.delete(`/rulebooks/${id}`, at(5))).status).toBe(409);
  });

  it('cannot be reviewed while the check finds an error', async () => {
    const { id, book } = await aDraft();
    const [good, ...others] = book.grades;
    await save(id, 1, { ...book, grades: [{ ...good, atLeast: '120' }, ...others] });
    const { status, body } = await leader.post<Problem>(`/rulebooks/${id}/review`, {}, at(2));
    expect([status, body.code]).toEqual([409, 'RULE_BOOK_NOT_PUBLISHABLE']);
    expect(body.problems?.map(({ code }) => code)).toContain('GRADE_UNREACHABLE');
  });

  it('is amended by another draft, which replaces it once it is published', async () => {
    const published = await aPublished();
    const request = { bookVersion: '1.1', effectiveFrom: '2026-07-01', reason: '上级文件调整了目标值' };
    const amended = await office.post<RuleBookDraftResponse>(
      `/rulebooks/${published.id}/amendments`,
      request,
    );
    expect(amended.body).toMatchObject({
      status: 'draft',
      bookVersion: '1.1',
      key: published.key,
      amends: { id: published.id, effectiveFrom: '2026-07-01', reason: request.reason },
      document: { version: '1.1', effective: { from: '2026-07-01' } },
    });
    const { id } = amended.body;
    expect((await office.get<RuleBookResponse>(`/rulebooks/${published.id}`)).body).toEqual(published);
    const { code } = (await office.post<Problem>(`/rulebooks/${published.id}/amendments`, request)).body;
    expect(code).toBe('RULE_BOOK_VERSION_TAKEN');
    await leader.post(`/rulebooks/${id}/review`, {}, at(1));
    expect((await office.post(`/rulebooks/${id}/publication`, {}, at(2))).status).toBe(200);
    const replaced = (await office.get<RuleBookResponse>(`/rulebooks/${published.id}`)).body;
    expect(replaced).toEqual({ ...published, supersededBy: id });
    const again = await office.post<Problem>(`/rulebooks/${published.id}/amendments`, {
      ...request,
      bookVersion: '1.2',
    });
    expect(again.body.code).toBe('RULE_BOOK_NOT_AMENDABLE');
  });

  it('says so when an amendment is in force from another day than its reason was given for', async () => {
    const published = await aPublished();
    const { body: draft } = await office.post<RuleBookDraftResponse>(
      `/rulebooks/${published.id}/amendments`,
      { bookVersion: '1.1', effectiveFrom: '2026-07-01', reason: '上级文件调整了目标值' },
    );
    await save(draft.id, 1, {
      ...published.book,
      version: '1.1',
      effective: { ...published.book.effective, from: '2026-08-01' },
    });
    await leader.post(`/rulebooks/${draft.id}/review`, {}, at(2));
    const { body } = await office.post<Problem>(`/rulebooks/${draft.id}/publication`, {}, at(3));
    expect([body.code, body.message.zh]).toEqual([
      'AMENDMENT_DATE_DIFFERS',
      expect.stringContaining('2026-08-01'),
    ]);
  });

  it('is discussed by those who write it, part by part, and by nobody else', async () => {
    const { id } = await aDraft();
    const scorer = await test.as('scorer');
    const request = { place: 'indicator/rate', text: '目标值太高' };
    const { status, body } = await scorer.post<RuleBookComment>(`/rulebooks/${id}/comments`, request);
    expect([status, body.place, body.text, body.resolved]).toEqual([201, request.place, request.text, null]);
    const resolved = await office.post<RuleBookComment>(
      `/rulebooks/${id}/comments/${body.id}/resolution`,
      {},
    );
    const listed = (await leader.get<RuleBookCommentsResponse>(`/rulebooks/${id}/comments`)).body.items;
    expect(listed).toEqual([resolved.body]);
    expect(resolved.body.resolved?.by).toBeTruthy();
    // Settled once: a second person does not overwrite the first.
    const again = await leader.post<RuleBookComment>(`/rulebooks/${id}/comments/${body.id}/resolution`, {});
    expect(again.body).toEqual(resolved.body);
    for (const login of ['chair', 'auditor'])
      expect((await (await test.as(login)).get(`/rulebooks/${id}/comments`)).status).toBe(403);
    expect((await office.post(`/rulebooks/${id}/comments`, { place: 'x y', text: 'a' })).status).toBe(400);
  });

  it('can be thrown away as a draft, and the audit keeps that it was there', async () => {
    const { id, hash } = await aDraft();
    expect((await office.delete(`/rulebooks/${id}`, at(4))).status).toBe(412);
    expect((await office.delete(`/rulebooks/${id}`, at(1))).status).toBe(204);
    expect((await office.get(`/rulebooks/${id}`)).status).toBe(404);
    const events = (await test.app
      .get(Database, { strict: false })
      .manager.query(`SELECT action, before FROM audit_event WHERE subject = $1 ORDER BY seq`, [
        `rulebook/${id}`,
      ])) as { action: string; before: unknown }[];
    expect(events.map(({ action }) => action)).toEqual(['rulebook.created', 'rulebook.removed']);
    expect(events.at(-1)?.before).toMatchObject({ hash });
  });

  it('is checked without being stored: problems, findings and the sentence of every indicator', async () => {
    const { status, body } = await office.post<CheckRuleBookResponse>('/rulebook-check', {
      document: testBook,
    });
    expect([status, body.problems]).toEqual([200, []]);
    expect(body.clauses.map(({ clause }) => clause.zh)).toEqual(
      indicatorsOf(testBook).map(({ indicator }) => clauseOf(indicator, testBook, 'zh-CN')),
    );
    const wrong = await office.post<CheckRuleBookResponse>('/rulebook-check', { document: { year: 1 } });
    expect(wrong.body.clauses).toEqual([]);
    expect(wrong.body.problems.length).toBeGreaterThan(3);
  });

  it('is compared with another book in sentences, and its burden told', async () => {
    const published = await aPublished();
    const { body: draft } = await office.post<RuleBookDraftResponse>(
      `/rulebooks/${published.id}/amendments`,
      { bookVersion: '1.1', effectiveFrom: '2026-01-01', reason: '上级文件调整了目标值' },
    );
    const [good, ...others] = published.book.grades;
    await save(draft.id, 1, {
      ...published.book,
      version: '1.1',
      grades: [{ ...good, atLeast: '85' }, ...others],
    });
    const { status, body } = await office.post<RuleBookComparisonResponse>('/rulebook-comparisons', {
      before: published.id,
      after: draft.id,
    });
    expect(status).toBe(200);
    expect(body.changes.map(({ sentence }) => sentence.zh).join()).toMatch(/80.*85/);
    const none = await office.post<RuleBookComparisonResponse>('/rulebook-comparisons', {
      before: published.id,
      after: published.id,
    });
    expect(none.body.changes).toEqual([]);
    // A draft stays hidden from those below, in comparisons too.
    const chair = await test.as('chair');
    const asked = { before: published.id, after: draft.id };
    expect((await chair.post('/rulebook-comparisons', asked)).status).toBe(404);
    expect((await chair.get(`/rulebooks/${published.id}/burden`)).status).toBe(200);
  });
});
