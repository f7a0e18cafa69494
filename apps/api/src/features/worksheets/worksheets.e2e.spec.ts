import type {
  CellHistoryResponse,
  CycleListResponse,
  FactCell,
  Problem,
  SaveCellsResponse,
  WorksheetResponse,
} from '@heng/contracts';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import { cycleTitle, first, second, testCounty, townships } from '../../../test/test-county.js';

describe('worksheets', () => {
  let test: TestApp;
  let office: Client;
  let [collecting, verifying, issued] = ['', '', ''];
  let keys = 0;
  const key = () => ({ headers: { 'Idempotency-Key': `key-${(keys += 1)}-of-the-test` } });

  beforeAll(async () => {
    test = await createTestApp({ county: testCounty(['collecting', 'verifying', 'issued']) });
    office = await test.as('office');
    const { body } = await office.get<CycleListResponse>('/cycles');
    const idOf = (stage: 'collecting' | 'verifying' | 'issued') =>
      body.items.find(({ title }) => title === cycleTitle(stage))?.id ?? '';
    [collecting, verifying, issued] = [idOf('collecting'), idOf('verifying'), idOf('issued')];
  });
  afterAll(() => test.close());

  const change = (unit: string, fact: string, value: string | null, version: number, more: object = {}) => ({
    unit,
    fact,
    side: 'verified' as const,
    value,
    version,
    ...more,
  });

  it('shows the office every unit and the chair only her own', async () => {
    const whole = await office.get<WorksheetResponse>(`/cycles/${collecting}/worksheet`);
    expect(whole.body.units.map(({ code }) => code)).toEqual([...townships]);
    expect(whole.body.enterable.every(({ side }) => side === 'verified')).toBe(true);

    const own = await (await test.as('chair')).get<WorksheetResponse>(`/cycles/${collecting}/worksheet`);
    expect(own.body.units.map(({ code }) => code)).toEqual([first]);
    expect(new Set(own.body.cells.map(({ unit }) => unit))).toEqual(new Set([first]));
    expect(own.body.enterable.map(({ fact }) => fact).sort()).toEqual([
      'activities',
      'villages',
      'villages-with-federation',
    ]);
  });

  it('says why nothing can be entered', async () => {
    const { body } = await (await test.as('chair')).get<WorksheetResponse>(`/cycles/${verifying}/worksheet`);
    expect(body.enterable).toEqual([]);
    expect(body.lockedBecause?.zh).toContain('核定');
  });

  it('limits a scorer to the facts that her department’s indicators read', async () => {
    const scorer = await test.as('scorer');
    const { body } = await scorer.get<WorksheetResponse>(`/cycles/${collecting}/worksheet`);
    expect(body.enterable.map(({ fact }) => fact).sort()).toEqual(['cases', 'cases-closed']);
    const saved = await scorer.patch<SaveCellsResponse>(
      `/cycles/${collecting}/facts`,
      {
        changes: [
          change(townships[3], 'cases', '9', 1, { reason: '补报' }),
          change(townships[3], 'villages', '30', 1, { reason: '补报' }),
        ],
      },
      key(),
    );
    expect(saved.body.saved.map(({ fact }) => fact)).toEqual(['cases']);
    expect(saved.body.refused.map(({ problems }) => problems[0]?.code)).toEqual(['FACT_NOT_YOURS']);
  });

  it('saves what fits, reports conflicts with what stands, refuses bad values, each cell for itself', async () => {
    const { status, body } = await office.patch<SaveCellsResponse>(
      `/cycles/${collecting}/facts`,
      {
        changes: [
          change(townships[2], 'activities', '7', 1, { reason: '核实' }),
          change(townships[2], 'cases', '9', 5, { reason: '核实' }),
          change(townships[2], 'villages', '二十', 1, { reason: '核实' }),
          change(townships[2], 'meeting-score', '90', 1),
          change(townships[2], 'villages-with-federation', '21', 1, { reason: '核实' }),
          change(townships[2], 'no-such-fact', '1', 0),
        ],
      },
      key(),
    );
    expect(status).toBe(200);
    expect(body.saved).toEqual([
      expect.objectContaining({ fact: 'activities', verified: '7', version: 2, changedBy: 'office 同志' }),
    ]);
    expect(body.conflicts).toEqual([
      expect.objectContaining({ current: expect.objectContaining({ fact: 'cases', version: 1 }) }),
    ]);
    expect(body.refused.map(({ change: { fact } }) => fact).sort()).toEqual([
      'meeting-score',
      'no-such-fact',
      'villages',
      'villages-with-federation',
    ]);
    expect(body.refused.find(({ change: { fact } }) => fact === 'meeting-score')?.problems[0]?.code).toBe(
      'REASON_REQUIRED',
    );
  });

  it('tells of a conflict before it asks for a reason: whoever comes second has not seen what stands', async () => {
    const stale = change(second, 'cases', '9', 0);
    const { body } = await office.patch<SaveCellsResponse>(
      `/cycles/${collecting}/facts`,
      { changes: [stale] },
      key(),
    );
    expect(body.refused).toEqual([]);
    expect(body.conflicts).toMatchObject([{ mine: { value: '9' }, current: { verified: '8', version: 1 } }]);
  });

  it('carries a batch out once per key and refuses the key for another payload', async () => {
    const sent = key();
    const changes = [change(townships[1], 'activities', '6', 1, { reason: '核实' })];
    const once = await office.patch<SaveCellsResponse>(`/cycles/${collecting}/facts`, { changes }, sent);
    const again = await office.patch<SaveCellsResponse>(`/cycles/${collecting}/facts`, { changes }, sent);
    expect(once.body.saved[0]?.version).toBe(2);
    expect(again.body).toEqual(once.body);
    const other = await office.patch<Problem>(
      `/cycles/${collecting}/facts`,
      { changes: [{ ...changes[0], value: '5' }] },
      sent,
    );
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const without = await office.patch<Problem>(`/cycles/${collecting}/facts`, { changes });
    expect([without.status, without.body.problems?.[0]?.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
  });

  it('gives twins that arrive together one effect and one answer', async () => {
    const sent = key();
    const changes = [change(townships[1], 'cases', '10', 1, { reason: '核实' })];
    const answers = await Promise.all(
      Array.from({ length: 6 }, () =>
        office.patch<SaveCellsResponse>(`/cycles/${collecting}/facts`, { changes }, sent),
      ),
    );
    expect(new Set(answers.map(({ text }) => text.length)).size).toBe(1);
    expect(answers.every(({ body }) => body.saved[0]?.version === 2)).toBe(true);
    const { body } = await office.get<CellHistoryResponse>(
      `/cycles/${collecting}/facts/${townships[1]}/cases/history`,
    );
    expect(body.items.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('lets one of many racing writers win each version', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        office.patch<SaveCellsResponse>(
          `/cycles/${collecting}/facts`,
          { changes: [change(townships[3], 'meeting-score', String(50 + index), 1, { reason: '核实' })] },
          key(),
        ),
      ),
    );
    expect(answers.filter(({ body }) => body.saved.length === 1)).toHaveLength(1);
    expect(answers.filter(({ body }) => body.conflicts.length === 1)).toHaveLength(11);
  });

  it('writes one cell with If-Match: 428 without, 412 with what stands, 422 for a bad value', async () => {
    const path = `/cycles/${collecting}/facts/${townships[0]}/cases`;
    const request = { side: 'verified', value: '12', reason: '核实' };
    expect((await office.put<Problem>(path, request)).status).toBe(428);
    const stale = await office.put<Problem>(path, request, { headers: { 'If-Match': '"9"' } });
    expect([stale.status, (stale.body.current as FactCell).version]).toEqual([412, 1]);
    expect(
      (await office.put<Problem>(path, { ...request, value: '-1' }, { headers: { 'If-Match': '"1"' } }))
        .status,
    ).toBe(422);
    const saved = await office.put<FactCell>(path, request, { headers: { 'If-Match': '"1"' } });
    expect([saved.status, saved.body.verified, saved.body.version]).toEqual([200, '12', 2]);
    const history = await office.get<CellHistoryResponse>(`${path}/history`);
    expect(history.body.items.map(({ verified, reason }) => [verified, reason])).toEqual([
      ['8', null],
      ['12', '核实'],
    ]);
  });

  it('keeps the declared value when the office decides "not applicable", and asks a reason to undo it', async () => {
    const path = `/cycles/${collecting}/facts/${townships[3]}/activities`;
    const decided = await office.put<FactCell>(
      path,
      { side: 'verified', value: null, notApplicable: '无此业务', reason: '核实' },
      { headers: { 'If-Match': '1' } },
    );
    expect(decided.body).toMatchObject({
      declared: '4',
      verified: null,
      notApplicable: '无此业务',
      version: 2,
    });
    const undone = await office.put<Problem>(
      path,
      { side: 'verified', value: '4' },
      { headers: { 'If-Match': '2' } },
    );
    expect(undone.body.problems?.[0]?.code).toBe('REASON_REQUIRED');
  });

  it('lets a chair declare her own facts while collecting, and nothing else', async () => {
    const chair = await test.as('chair');
    const put = (cycle: string, unit: string, side: string, more: object = {}) =>
      chair.put<Problem & FactCell>(
        `/cycles/${cycle}/facts/${unit}/activities`,
        { side, value: '11', ...more },
        { headers: { 'If-Match': '1' } },
      );
    expect((await put(collecting, first, 'verified')).body.problems?.[0]?.code).toBe('FACT_NOT_YOURS');
    expect(
      (await put(collecting, first, 'declared', { value: null, notApplicable: '没有' })).body.problems?.[0]
        ?.code,
    ).toBe('NOT_APPLICABLE_BY_SCORER');
    expect((await put(verifying, first, 'declared')).status).toBe(403);
    expect((await put(collecting, second, 'declared')).status).toBe(404);
    expect((await put(collecting, first, 'declared')).body).toMatchObject({
      declared: '11',
      verified: '10',
      version: 2,
    });
    expect((await put(issued, first, 'declared')).status).toBe(200);
  });

  it('refuses a whole batch that names a unit outside the caller’s view, as if it were absent', async () => {
    const reporter = await test.as('reporter');
    const batch = (unit: string) => ({
      changes: [
        { unit: first, fact: 'villages', side: 'declared', value: '20', version: 1 },
        { unit, fact: 'villages', side: 'declared', value: '20', version: 1 },
      ],
    });
    const foreign = await reporter.patch<Problem>(`/cycles/${collecting}/facts`, batch(second), key());
    const absent = await reporter.patch<Problem>(`/cycles/${collecting}/facts`, batch('410923999999'), key());
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, correlationId: '' }).toEqual({ ...absent.body, correlationId: '' });
  });
});
