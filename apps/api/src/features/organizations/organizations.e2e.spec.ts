import type { OrganizationListResponse, OrganizationResponse, Problem } from '@heng/contracts';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import { city, county, first, townships, village } from '../../../test/test-county.js';

describe('organizations', () => {
  let test: TestApp;
  let admin: Client;
  beforeAll(async () => {
    test = await createTestApp();
    admin = await test.as('admin');
  });
  afterAll(() => test.close());

  it('shows each person the part of the tree below her appointment, a chair her own unit', async () => {
    const codes = async (login: string) =>
      (await (await test.as(login)).get<OrganizationListResponse>('/organizations')).body.items.map(
        ({ code }) => code,
      );
    expect(await codes('city-office')).toEqual([city, county, first, village, ...townships.slice(1)]);
    expect(await codes('office')).toEqual([county, first, village, ...townships.slice(1)]);
    expect(await codes('town-office')).toEqual([first, village]);
    expect(await codes('chair')).toEqual([first]);
  });

  it('pages by cursor', async () => {
    const page = await admin.get<OrganizationListResponse>('/organizations?limit=2');
    expect(page.body.items.map(({ code }) => code)).toEqual([county, first]);
    const next = await admin.get<OrganizationListResponse>(
      `/organizations?limit=100&after=${page.body.next}`,
    );
    expect(next.body.items.map(({ code }) => code)).toEqual([village, ...townships.slice(1)]);
    expect(next.body.next).toBeNull();
  });

  it('registers a unit below one she manages, once', async () => {
    const request = {
      code: '410923104000',
      name: '第五镇',
      type: 'TownshipFederation',
      parent: county,
      validFrom: '2026-01-01',
    };
    const { status, body } = await admin.post<OrganizationResponse>('/organizations', request);
    expect([status, body.path, body.version]).toEqual([201, `${city}/${county}/410923104000/`, 1]);
    expect((await admin.post<Problem>('/organizations', request)).body.code).toBe('ORGANIZATION_CODE_TAKEN');
    expect(
      (await admin.post<Problem>('/organizations', { ...request, code: '410924000000', parent: city })).body
        .code,
    ).toBe('ORGANIZATION_PARENT_ABSENT');
    expect(
      (await admin.post<Problem>('/organizations', { ...request, code: '410924000000', parent: null })).body
        .code,
    ).toBe('ORGANIZATION_PARENT_ABSENT');
    expect(
      (await (await test.as('office')).post('/organizations', { ...request, code: '410923105000' })).status,
    ).toBe(403);
  });

  it('changes a unit on the version she saw', async () => {
    const path = `/organizations/${townships[3]}`;
    expect((await admin.patch(path, { name: '新第四镇' })).status).toBe(428);
    const changed = await admin.patch<OrganizationResponse>(
      path,
      { name: '新第四镇' },
      { headers: { 'If-Match': '"1"' } },
    );
    expect(changed.body).toMatchObject({ name: '新第四镇', version: 2, attributes: { group: 'town' } });
    const stale = await admin.patch<Problem>(path, { name: '旧名' }, { headers: { 'If-Match': '"1"' } });
    expect([stale.status, stale.body.current]).toEqual([412, changed.body]);
    expect(
      (await admin.patch(`/organizations/${city}`, { name: '新市' }, { headers: { 'If-Match': '1' } }))
        .status,
    ).toBe(404);
  });

  it('refuses keys that a caller may not set', async () => {
    for (const key of ['version', 'path', 'regionId', 'code', 'validTo']) {
      const { status, body } = await admin.patch<Problem>(
        `/organizations/${first}`,
        { [key]: '1' },
        { headers: { 'If-Match': '1' } },
      );
      expect([status, body.code]).toEqual([400, 'REQUEST_INVALID']);
    }
  });
});
