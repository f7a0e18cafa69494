import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem, RuleBookListResponse, RuleBookReadingResponse } from '@heng/contracts';
import { readRuleBookWorkbook, writeRuleBookWorkbook } from '@heng/documents';
import { testBook } from '../../../test/test-book.js';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';

const cases = join(import.meta.dirname, '../../../../../packages/documents/cases/regulations');

describe('rule books as files', () => {
  let test: TestApp;
  let office: Client;
  beforeAll(async () => {
    test = await createTestApp();
    office = await test.as('office');
  });
  afterAll(() => test.close());

  const send = async <T = RuleBookReadingResponse>(
    bytes: Uint8Array,
    name: string | null,
    client = office,
    path = '/rulebook-readings',
  ) => {
    const answer = await fetch(`${client.origin}/api${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/octet-stream',
        ...(name === null ? {} : { 'X-File-Name': encodeURIComponent(name) }),
        ...(client.cookie === null ? {} : { Cookie: client.cookie }),
      },
      body: Buffer.from(bytes),
    });
    return { status: answer.status, body: (await answer.json()) as T };
  };

  it('reads a workbook of our layout as the very book it was written from', async () => {
    const bytes = await writeRuleBookWorkbook(testBook, 'zh-CN');
    const { status, body } = await send(bytes, '细则.xlsx');
    expect([status, body]).toEqual([
      200,
      { kind: 'rule-book', book: testBook, findings: expect.any(Array), corrected: null },
    ]);
  });

  it('tells of a wrong cell where it is, and gives the workbook back with it marked', async () => {
    const wrong = { ...testBook, totalPoints: '90' };
    const { body } = await send(await writeRuleBookWorkbook(wrong, 'zh-CN'), '细则.xlsx');
    expect(body).toMatchObject({ kind: 'rule-book', book: null });
    if (body.kind !== 'rule-book') throw new Error('a rule book');
    expect(body.findings).toContainEqual(
      expect.objectContaining({ code: 'SUM_MISMATCH', severity: 'error' }),
    );
    const again = await readRuleBookWorkbook(Buffer.from(body.corrected ?? '', 'base64'));
    expect(again.ok).toBe(false);
  });

  it.each(['shicheng-2018-river-township.xlsx', 'shicheng-2018-river-township.docx'])(
    'reads an ordinary 细则 row by row: %s',
    async (name) => {
      const { status, body } = await send(readFileSync(join(cases, name)), name);
      expect(status).toBe(200);
      if (body.kind !== 'regulation') throw new Error('a regulation');
      expect(body.regulation.fileName).toBe(name);
      expect(body.regulation.sections.length).toBeGreaterThan(1);
      expect(JSON.stringify(body.regulation)).toContain('"points":"');
    },
  );

  it('refuses what is no rule book with the reason, and stores nothing of anything', async () => {
    const before = (await office.get<RuleBookListResponse>('/rulebooks')).body.items.length;
    const text = await send<Problem>(Buffer.from('细则'), '细则.docx');
    expect([text.status, text.body.code, text.body.problems?.[0]?.message.zh]).toEqual([
      422,
      'FILE_NOT_READ',
      expect.stringMatching(/[\u4e00-\u9fff]/),
    ]);
    expect((await send<Problem>(Buffer.alloc(0), '空.xlsx')).status).toBe(422);
    expect((await office.get<RuleBookListResponse>('/rulebooks')).body.items).toHaveLength(before);
  });

  it('takes files only where files are meant to go, with a name, up to 20 MB, from those who write rule books', async () => {
    const bytes = Buffer.from('x');
    expect((await send<Problem>(bytes, 'a.xlsx', office, '/rulebooks')).body.code).toBe('JSON_ONLY');
    expect((await send<Problem>(bytes, null)).body.problems?.[0]?.code).toBe('FILE_NAME_INVALID');
    expect((await send<Problem>(Buffer.alloc(20_000_001), 'a.xlsx')).status).toBe(413);
    expect((await office.post<Problem>('/rulebook-readings', {})).body.code).toBe('FILE_EXPECTED');
    expect((await send(bytes, 'a.xlsx', await test.as('chair'))).status).toBe(403);
    expect((await send(bytes, 'a.xlsx', test.anonymous())).status).toBe(401);
  });

  it('reads many files sent at once, each to its own answer', async () => {
    const books = Array.from({ length: 5 }, (_, index) => ({ ...testBook, id: `book-${index}` }));
    const files = await Promise.all(books.map((book) => writeRuleBookWorkbook(book, 'zh-CN')));
    const answers = await Promise.all(files.map((file, index) => send(file, `${index}.xlsx`)));
    expect(answers.map(({ body }) => (body.kind === 'rule-book' ? body.book?.id : null))).toEqual(
      books.map(({ id }) => id),
    );
  });

  it('gives out the template and every book as a workbook', async () => {
    const download = async (path: string): Promise<Uint8Array> => {
      const answer = await fetch(`${office.origin}/api${path}`, { headers: { Cookie: office.cookie ?? '' } });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        200,
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ]);
      return new Uint8Array(await answer.arrayBuffer());
    };
    expect((await download('/rulebooks/template?language=en')).length).toBeGreaterThan(5000);
    const { items } = (await office.get<RuleBookListResponse>('/rulebooks')).body;
    const [item] = items;
    const read = await readRuleBookWorkbook(await download(`/rulebooks/${item?.id}/workbook`));
    expect(read.ok && read.book.id).toBe(item?.key);
  });
});
