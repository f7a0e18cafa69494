import type { CycleListResponse, DryRunResponse, RuleBookResponse } from '@heng/contracts';
import { testBook } from '../../../test/test-book.js';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import { cycleTitle, testCounty } from '../../../test/test-county.js';

type Move = {
  readonly code: string;
  readonly before: { readonly total: string };
  readonly after: { readonly total: string };
};

describe('a dry run', () => {
  let test: TestApp;
  let office: Client;
  let cycle = '';
  beforeAll(async () => {
    test = await createTestApp({ county: testCounty(['verifying']) });
    office = await test.as('office');
    const { items } = (await office.get<CycleListResponse>('/cycles')).body;
    cycle = items.find(({ title }) => title === cycleTitle('verifying'))?.id ?? '';
  });
  afterAll(() => test.close());

  const aDraft = async (id: string, change: object = {}): Promise<string> =>
    (await office.post<RuleBookResponse>('/rulebooks', { book: { ...testBook, id, ...change } })).body.id;
  const run = (client: Client, ruleBookId: string) =>
    client.post<DryRunResponse>(`/cycles/${cycle}/dry-runs`, { ruleBookId });

  it('moves nobody when the draft is the same book', async () => {
    const { status, body } = await run(office, await aDraft('same'));
    expect(status).toBe(200);
    const units = body.units as unknown as Move[];
    expect(units.length).toBeGreaterThan(1);
    for (const { before, after } of units) expect(after.total).toBe(before.total);
  });

  it('tells who moves when the draft asks more, and stores nothing', async () => {
    const [section, ...others] = testBook.sections;
    const [coverage, ...rest] = section?.indicators ?? [];
    const stricter = {
      ...section,
      indicators: [{ ...coverage, score: { method: 'proportion', target: '2', capShare: '1' } }, ...rest],
    };
    const draft = await aDraft('stricter', { sections: [stricter, ...others] });
    const { body } = await run(office, draft);
    const units = body.units as unknown as Move[];
    expect(units.some(({ before, after }) => before.total !== after.total)).toBe(true);
    expect((await run(office, draft)).body).toEqual(body);
  });

  it('is for those who discuss drafts and may compare all units', async () => {
    const draft = await aDraft('closed');
    expect((await run(await test.as('leader'), draft)).status).toBe(200);
    for (const login of ['chair', 'reporter', 'admin', 'auditor'])
      expect([login, (await run(await test.as(login), draft)).status]).toEqual([login, 403]);
    expect((await run(await test.as('city-office'), draft)).status).toBe(404);
  });
});
