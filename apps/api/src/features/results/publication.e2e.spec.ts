import { createHash } from 'node:crypto';
import type {
  CycleListResponse,
  CycleResponse,
  FactCell,
  Problem,
  PublicationResponse,
  ResultsResponse,
  UnitExplanationsResponse,
} from '@heng/contracts';
import { canonicalJson, compile, verifyPackage } from '@heng/rules';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import { city, cycleTitle, first, second, testCounty, townships } from '../../../test/test-county.js';
import { AuditEvent, firstBrokenEvent } from '../../platform/audit/index.js';
import type { SealedPackage } from './sealed-package.js';

const base = testCounty(['reviewing', 'verifying', 'published', 'collecting']);
const withRace = {
  ...base,
  cycles: [
    ...base.cycles,
    ...testCounty(['verifying']).cycles.map((cycle) => ({ ...cycle, key: 'racing', title: '抢发' })),
  ],
};

describe('results and their publication', () => {
  let test: TestApp;
  let [office, chair, auditor]: Client[] = [];
  let cycles: CycleResponse[] = [];
  const idOf = (name: 'reviewing' | 'verifying' | 'published' | 'collecting' | 'racing') =>
    cycles.find(({ title }) => title === (name === 'racing' ? '抢发' : cycleTitle(name)))?.id ?? '';

  beforeAll(async () => {
    test = await createTestApp({ county: withRace });
    [office, chair, auditor] = [await test.as('office'), await test.as('chair'), await test.as('auditor')];
    cycles = (await office.get<CycleListResponse>('/cycles')).body.items;
  });
  afterAll(() => test.close());

  it('computes the ranking from the facts', async () => {
    const { body } = await office!.get<ResultsResponse>(`/cycles/${idOf('reviewing')}/results`);
    expect(body.source).toBe('live');
    // Second township: C1 40×19/20=38, C2 20×8/10=16, P1 30×7/8=26.25, R1 10×94/100=9.4, B1 second place 3.
    expect(body.units.map(({ unit, total, rank, grade }) => [unit.code, total, rank, grade])).toEqual([
      [first, '104.5', 1, 'good'],
      [second, '92.65', 2, 'good'],
      [townships[2], '79.8', 3, 'plain'],
      [townships[3], '69.95', 4, 'plain'],
    ]);
  });

  it('refuses to publish while values are missing, names them, and publishes over them with a reason', async () => {
    const id = idOf('verifying');
    const cleared = await office!.put<FactCell>(
      `/cycles/${id}/facts/${second}/meeting-score`,
      { side: 'verified', value: null, reason: '尚未评议' },
      { headers: { 'If-Match': '1' } },
    );
    expect(cleared.body.verified).toBeNull();
    const refused = await office!.post<Problem>(
      `/cycles/${id}/publication`,
      {},
      { headers: { 'If-Match': '1' } },
    );
    expect([refused.status, refused.body.code]).toEqual([409, 'PUBLICATION_NOT_READY']);
    expect(refused.body.problems?.map(({ path }) => path)).toEqual([`${second}/meeting-score`]);
    expect((await office!.get<CycleResponse>(`/cycles/${id}`)).body.stage).toBe('verifying');

    const published = await office!.post<PublicationResponse>(
      `/cycles/${id}/publication`,
      { overrideReason: '评议会另行补办' },
      { headers: { 'If-Match': '1' } },
    );
    expect([published.status, published.body.overrideReason]).toEqual([201, '评议会另行补办']);
  });

  it('is published once, by who may, on the version she saw', async () => {
    const id = idOf('reviewing');
    const publish = (client: Client, version: string | null) =>
      client.post<Problem>(
        `/cycles/${id}/publication`,
        {},
        version === null ? {} : { headers: { 'If-Match': version } },
      );
    expect((await publish(chair!, '1')).status).toBe(403);
    expect((await publish(await test.as('scorer'), '1')).status).toBe(403);
    expect((await publish(office!, null)).status).toBe(428);
    expect((await publish(office!, '7')).status).toBe(412);
    expect((await publish(await test.as('leader'), '1')).status).toBe(201);
    expect((await publish(office!, '2')).body.code).toBe('ALREADY_PUBLISHED');
  });

  it('seals a package that recomputes to the same digits and hashes to what was announced', async () => {
    const id = idOf('reviewing');
    const { body: announced } = await auditor!.get<PublicationResponse>(`/cycles/${id}/publication`);
    const { text, headers } = await auditor!.get(`/cycles/${id}/publication/package`);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(createHash('sha256').update(text).digest('hex')).toBe(announced.packageHash);
    const read = verifyPackage(text);
    expect(read.ok && [read.verified.hash, read.verified.checks.every(({ ok }) => ok)]).toEqual([
      announced.packageHash,
      true,
    ]);
    const sealed = JSON.parse(text) as SealedPackage;
    expect(canonicalJson(sealed)).toBe(text);
    const again = compile(sealed.ruleBook).assess(sealed.facts.units, { basis: 'verified' });
    expect(canonicalJson(again.units)).toBe(canonicalJson(sealed.results.units));
    expect(sealed.hashes.facts).toBe(createHash('sha256').update(canonicalJson(sealed.facts)).digest('hex'));
  });

  it('reads results from the seal, not from what is in the tables now', async () => {
    const id = idOf('reviewing');
    const before = await office!.get<ResultsResponse>(`/cycles/${id}/results`);
    expect(before.body).toMatchObject({ source: 'sealed', stage: 'published' });
    await test.database.manager.query(
      `UPDATE fact_entry SET verified = '"0"' WHERE cycle_id = $1 AND fact = 'cases-closed'`,
      [id],
    );
    expect((await office!.get(`/cycles/${id}/results`)).text).toBe(before.text);
    const locked = await office!.put<Problem>(
      `/cycles/${id}/facts/${first}/cases`,
      { side: 'verified', value: '9', reason: '改' },
      { headers: { 'If-Match': '1' } },
    );
    expect(locked.status).toBe(403);
  });

  it('waits with the seal for a scorer who is in the middle of saving', async () => {
    const id = idOf('racing');
    /** Resolves when so many requests wait for a lock, or when `unless` is done without waiting. */
    const waiting = async (count: number, unless: Promise<unknown>): Promise<void> => {
      let over = false;
      void unless.finally(() => (over = true));
      for (;;) {
        const [row] = (await test.database.dataSource.query(
          `SELECT count(*)::int AS waiting FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        )) as { waiting: number }[];
        if (over || (row?.waiting ?? 0) >= count) return;
      }
    };
    const holder = test.database.dataSource.createQueryRunner();
    await holder.startTransaction();
    await holder.query(
      `SELECT 1 FROM fact_entry WHERE cycle_id = $1 AND unit = $2 AND fact = 'activities' FOR UPDATE`,
      [id, first],
    );

    const save = office!.put<FactCell>(
      `/cycles/${id}/facts/${first}/activities`,
      { side: 'verified', value: '77', reason: '赶在发布前' },
      { headers: { 'If-Match': '1' } },
    );
    await waiting(1, save);
    const publish = office!.post(`/cycles/${id}/publication`, {}, { headers: { 'If-Match': '1' } });
    await waiting(2, publish);
    await holder.rollbackTransaction();
    await holder.release();

    expect((await save).body.verified).toBe('77');
    expect((await publish).status).toBe(201);
    const sealed = JSON.parse((await office!.get(`/cycles/${id}/publication/package`)).text) as SealedPackage;
    expect(sealed.facts.units[0]?.facts.activities?.verified).toBe('77');
    const late = await office!.put<FactCell>(
      `/cycles/${id}/facts/${first}/activities`,
      { side: 'verified', value: '78', reason: '晚了' },
      { headers: { 'If-Match': '2' } },
    );
    expect(late.status).toBe(403);
  });

  it('then shows a chair the ranking, her own sheet whole, and of the others total, rank and grade only', async () => {
    const id = idOf('published');
    const { body } = await chair!.get<ResultsResponse>(`/cycles/${id}/results`);
    expect(body.units.map(({ unit, rank, total }) => [unit.code, rank, total])).toEqual([
      [first, 1, '104.5'],
      [second, 2, '92.65'],
      [townships[2], 3, '79.8'],
      [townships[3], 4, '69.95'],
    ]);
    expect(body.units[0]?.indicators.map(({ state }) => state)).not.toContain('withheld');
    for (const other of body.units.slice(1))
      expect(other).toMatchObject({
        indicators: [],
        sections: [],
        selfGap: null,
        vetoes: [],
        gradeReasons: [],
      });
    expect(
      (await chair!.get<UnitExplanationsResponse>(`/cycles/${id}/results/${first}`)).body.total?.points,
    ).toBe('104.5');
    expect((await chair!.get(`/cycles/${id}/results/${second}`)).status).toBe(404);
    expect((await chair!.get(`/cycles/${id}/publication`)).status).toBe(200);
    expect((await chair!.get(`/cycles/${id}/publication/package`)).status).toBe(403);
  });

  it('has nothing to show before publication', async () => {
    expect((await office!.get(`/cycles/${idOf('collecting')}/publication`)).status).toBe(404);
    expect((await office!.get(`/cycles/${idOf('collecting')}/publication/package`)).status).toBe(404);
  });

  it('keeps an unbroken chain of audit events, and notices a change in it', async () => {
    const regions = (await test.database.manager.query(
      'SELECT DISTINCT region_id FROM audit_event ORDER BY 1',
    )) as { region_id: string }[];
    expect(regions.map(({ region_id }) => region_id)).toEqual([
      '000000',
      city.slice(0, 6),
      first.slice(0, 6),
    ]);
    for (const { region_id: regionId } of regions) {
      const events = await test.database.manager.find(AuditEvent, {
        where: { regionId },
        order: { seq: 'ASC' },
      });
      events.sort((a, b) => (BigInt(a.seq) < BigInt(b.seq) ? -1 : 1));
      expect(firstBrokenEvent(events)).toBeNull();
      const second = events[1];
      if (!second) throw new Error('each region has several events');
      expect(firstBrokenEvent([events[0]!, { ...second, actorName: '别人' }, ...events.slice(2)])).toBe('2');
      expect(firstBrokenEvent([events[0]!, ...events.slice(2)])).toBe(events[2]?.seq ?? null);
    }
    const published = await test.database.manager.findBy(AuditEvent, { action: 'results.published' });
    expect(published.length).toBeGreaterThanOrEqual(3);
  });
});
