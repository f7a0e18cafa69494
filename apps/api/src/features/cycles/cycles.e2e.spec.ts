import {
  Stage,
  type CycleListResponse,
  type CycleResponse,
  type Problem,
  type RuleBookListResponse,
  type WorkItemListResponse,
  type WorksheetResponse,
} from '@heng/contracts';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import {
  county,
  cycleTitle,
  first,
  second,
  testCounty,
  townships,
  village,
} from '../../../test/test-county.js';
import { stageEdges } from './stage-edges.js';

describe('cycles', () => {
  let test: TestApp;
  let office: Client;
  let ruleBookId = '';
  beforeAll(async () => {
    test = await createTestApp({ county: testCounty(['collecting', 'draft']) });
    office = await test.as('office');
    ruleBookId = (await office.get<RuleBookListResponse>('/rulebooks')).body.items[0]?.id ?? '';
  });
  afterAll(() => test.close());

  const create = (client: Client, more: object = {}) =>
    client.post<CycleResponse & Problem>('/cycles', {
      title: '2026 年度考核',
      year: 2026,
      owner: county,
      ruleBookId,
      ...more,
    });
  const move = (client: Client, id: string, version: number, to: string, reason?: string) =>
    client.post<CycleResponse & Problem>(
      `/cycles/${id}/stage`,
      { to, ...(reason ? { reason } : {}) },
      { headers: { 'If-Match': String(version) } },
    );

  it('takes a snapshot of the units of the book’s types', async () => {
    const { status, body } = await create(office);
    expect([status, body.stage, body.unitCount, body.version]).toEqual([201, 'draft', townships.length, 1]);
    const admin = await test.as('admin');
    await admin.patch(`/organizations/${second}`, { name: '改名以后' }, { headers: { 'If-Match': '1' } });
    const { units } = (await office.get<WorksheetResponse>(`/cycles/${body.id}/worksheet`)).body;
    expect(units.map(({ code, name }) => [code, name])).toEqual(
      townships.map((code, index) => [code, `第${index + 1}镇`]),
    );
  });

  it('refuses units it cannot assess, books that are no use, and owners that are not hers', async () => {
    const { body } = await create(office, { units: [first, village, '410923999999', first] });
    expect(body.code).toBe('UNITS_NOT_USABLE');
    expect(body.problems?.map(({ path }) => path)).toEqual([
      `/units/${village}`,
      '/units/410923999999',
      `/units/${first}`,
    ]);
    expect((await create(office, { ruleBookId: '00000000-0000-4000-8000-000000000000' })).body.code).toBe(
      'RULE_BOOK_NOT_USABLE',
    );
    expect((await create(office, { owner: first })).status).toBe(403);
    expect(
      (await create(office, { previousCycleId: '00000000-0000-4000-8000-000000000000' })).body.code,
    ).toBe('PREVIOUS_CYCLE_NOT_USABLE');
    expect((await create(await test.as('chair'))).status).toBe(403);
  });

  it('walks every pair of stages: only the listed edges are legal, back needs a reason, published only by publication', async () => {
    const { id } = (await create(office, { title: '走一遍' })).body;
    const set = (stage: string) =>
      test.database.manager.query(`UPDATE cycle SET stage = $2, version = 1 WHERE id = $1`, [id, stage]);
    for (const from of Stage.options) {
      for (const to of Stage.options) {
        await set(from);
        const edge = stageEdges.find((candidate) => candidate.from === from && candidate.to === to);
        const answer = await move(office, id, 1, to, '理由');
        expect([from, to, answer.status]).toEqual([from, to, edge ? 200 : 409]);
        if (edge?.direction !== 'back') continue;
        await set(from);
        expect((await move(office, id, 1, to)).body.code).toBe('STAGE_REASON_REQUIRED');
      }
    }
    await set('draft');
    expect((await move(office, id, 1, 'published')).body.code).toBe('STAGE_CHANGE_ILLEGAL');
  });

  it('moves the stage for one of two who saw the same version', async () => {
    const { id } = (await create(office, { title: '两人同时' })).body;
    const answers = await Promise.all([move(office, id, 1, 'issued'), move(office, id, 1, 'issued')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(expect.arrayContaining([200]));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await office.post(`/cycles/${id}/stage`, { to: 'collecting' })).status).toBe(428);
  });

  it('shows a cycle to the body that runs it and above, and to its units once issued', async () => {
    const titles = async (login: string) =>
      (await (await test.as(login)).get<CycleListResponse>('/cycles')).body.items.map(({ title }) => title);
    for (const login of ['office', 'scorer', 'leader', 'auditor', 'city-office'])
      expect(await titles(login)).toEqual(
        expect.arrayContaining([cycleTitle('draft'), cycleTitle('collecting')]),
      );
    for (const login of ['chair', 'reporter']) {
      expect(await titles(login)).toContain(cycleTitle('collecting'));
      expect(await titles(login)).not.toContain(cycleTitle('draft'));
    }
    for (const login of ['town-office', 'village-chair']) expect(await titles(login)).toEqual([]);
  });

  it('tells each person what she may do, and no number of units to a chair', async () => {
    const of = async (login: string) =>
      (await (await test.as(login)).get<CycleListResponse>('/cycles')).body.items.find(
        ({ title }) => title === cycleTitle('collecting'),
      );
    expect(await of('office')).toMatchObject({
      allowed: ['cycle.read', 'cycle.manage', 'fact.read', 'fact.verify', 'result.read', 'result.compare'],
      unitCount: 4,
      ownUnit: null,
    });
    expect(await of('city-office')).toMatchObject({
      allowed: ['cycle.read', 'fact.read', 'result.read', 'result.compare'],
    });
    expect(await of('chair')).toMatchObject({
      allowed: ['cycle.read', 'fact.read', 'result.read', 'fact.declare'],
      unitCount: null,
      ownUnit: first,
    });
  });

  it('lists what waits', async () => {
    const kinds = async (login: string) =>
      (await (await test.as(login)).get<WorkItemListResponse>('/work-items')).body.items
        .filter((item) => item.cycleTitle === cycleTitle('collecting'))
        .map(({ kind, unit, count, of }) => ({ kind, unit, count, of }));
    await test.database.manager.query(
      `UPDATE fact_entry SET declared = NULL, verified = NULL WHERE unit = $1 AND fact = 'activities' AND cycle_id IN (SELECT id FROM cycle WHERE title = $2)`,
      [first, cycleTitle('collecting')],
    );
    expect(await kinds('chair')).toEqual([
      { kind: 'facts-missing', unit: first, count: 1, of: 3 },
      { kind: 'own-score', unit: first, count: 1, of: 1 },
    ]);
    expect(await kinds('office')).toContainEqual({ kind: 'facts-to-verify', unit: null, count: 1, of: 24 });
    expect(await kinds('admin')).toEqual([]);
  });
});
