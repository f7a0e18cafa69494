import { Stage, type CycleListResponse } from '@heng/contracts';
import { createTestApp, type Client, type TestApp } from '../test/test-app.js';
import { cycleTitle, first, second, testCounty } from '../test/test-county.js';

const stages = Stage.options;

/**
 * Status per stage, in the order draft issued collecting verifying reviewing proposed public-notice published archived.
 * Written by hand from the rules of the house. 404: may not know of it. 403: may see it, may not do this now. 409 and 412 on
 * a change: the policy let it through, and the probe stops at its impossible target or version. 422: may enter something, not this.
 * A role that can never do a thing gets 403 whether the cycle exists or not, so that the answer tells nothing.
 */
const always = (status: number) => Array.from({ length: 9 }, () => status);
const notYet = (status: number) => [404, ...Array.from({ length: 8 }, () => status)];
const publishing = [403, 403, 403, 412, 412, 412, 412, 409, 409];
const closedAbove = [403, 403, 403, 403, 403, 403, 403, 409, 409];
const verifying = [403, 403, 412, 412, 412, 403, 403, 403, 403];
const refusedInside = [403, 403, 422, 422, 422, 403, 403, 403, 403];
const probes = [
  'cycle',
  'worksheet',
  'results',
  'own unit',
  'other unit',
  'declare',
  'verify',
  'stage',
  'publish',
  'package',
] as const;

const everywhere = (status: number) => Object.fromEntries(probes.map((probe) => [probe, always(status)]));
const stranger = everywhere(404);

const expected: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>> = {
  office: {
    cycle: always(200),
    worksheet: always(200),
    results: always(200),
    'own unit': always(200),
    'other unit': always(200),
    declare: refusedInside,
    verify: verifying,
    stage: always(409),
    publish: publishing,
    package: [404, 404, 404, 404, 404, 404, 404, 200, 200],
  },
  scorer: {
    cycle: always(200),
    worksheet: always(200),
    results: always(200),
    'own unit': always(200),
    'other unit': always(200),
    declare: refusedInside,
    // The probe's fact belongs to another department.
    verify: refusedInside,
    stage: always(403),
    publish: always(403),
    package: [404, 404, 404, 404, 404, 404, 404, 200, 200],
  },
  leader: {
    cycle: always(200),
    worksheet: always(403),
    results: always(200),
    'own unit': always(200),
    'other unit': always(200),
    declare: always(403),
    verify: always(403),
    stage: always(403),
    publish: publishing,
    package: [404, 404, 404, 404, 404, 404, 404, 200, 200],
  },
  auditor: {
    cycle: always(200),
    worksheet: always(200),
    results: always(200),
    'own unit': always(200),
    'other unit': always(200),
    declare: always(403),
    verify: always(403),
    stage: always(403),
    publish: always(403),
    package: [404, 404, 404, 404, 404, 404, 404, 200, 200],
  },
  // The office of the body above reads and changes nothing.
  'city-office': {
    cycle: always(200),
    worksheet: always(200),
    results: always(200),
    'own unit': always(200),
    'other unit': always(200),
    declare: always(403),
    verify: always(403),
    stage: always(403),
    publish: closedAbove,
    package: [404, 404, 404, 404, 404, 404, 404, 200, 200],
  },
  chair: {
    cycle: notYet(200),
    worksheet: notYet(200),
    results: notYet(200),
    'own unit': notYet(200),
    'other unit': always(404),
    declare: [404, 412, 412, 403, 403, 403, 403, 403, 403],
    verify: [404, 422, 422, 403, 403, 403, 403, 403, 403],
    stage: always(403),
    publish: always(403),
    package: notYet(403),
  },
  reporter: {
    cycle: notYet(200),
    worksheet: notYet(200),
    results: always(403),
    'own unit': always(403),
    'other unit': always(403),
    declare: [404, 412, 412, 403, 403, 403, 403, 403, 403],
    verify: [404, 422, 422, 403, 403, 403, 403, 403, 403],
    stage: always(403),
    publish: always(403),
    package: always(403),
  },
  // The chair of a peer: what is `first` to the probes is another unit to her.
  'chair-two': {
    cycle: notYet(200),
    worksheet: notYet(200),
    results: notYet(200),
    'own unit': always(404),
    'other unit': notYet(200),
    declare: always(404),
    verify: always(404),
    stage: always(403),
    publish: always(403),
    package: notYet(403),
  },
  // Below the cycle's body without being assessed by it: the cycle does not exist for them.
  'town-office': stranger,
  'village-chair': { ...stranger, stage: always(403), publish: always(403) },
  admin: everywhere(403),
};

describe('the API obeys the policy', () => {
  let test: TestApp;
  const ids = new Map<Stage, string>();
  beforeAll(async () => {
    test = await createTestApp({ county: testCounty(stages) });
    const { body } = await (await test.as('office')).get<CycleListResponse>('/cycles');
    for (const stage of stages)
      ids.set(stage, body.items.find(({ title }) => title === cycleTitle(stage))?.id ?? '');
  });
  afterAll(() => test.close());

  const version = { headers: { 'If-Match': '999' } };
  const probe = async (client: Client, name: (typeof probes)[number], id: string): Promise<number> => {
    const put = (side: string) =>
      client.put(`/cycles/${id}/facts/${first}/activities`, { side, value: '3', reason: '探测' }, version);
    switch (name) {
      case 'cycle':
        return (await client.get(`/cycles/${id}`)).status;
      case 'worksheet':
        return (await client.get(`/cycles/${id}/worksheet`)).status;
      case 'results':
        return (await client.get(`/cycles/${id}/results`)).status;
      case 'own unit':
        return (await client.get(`/cycles/${id}/results/${first}`)).status;
      case 'other unit':
        return (await client.get(`/cycles/${id}/results/${second}`)).status;
      case 'declare':
        return (await put('declared')).status;
      case 'verify':
        return (await put('verified')).status;
      case 'stage':
        // No edge leads from anywhere to published, so that whoever may change stages gets 409.
        return (await client.post(`/cycles/${id}/stage`, { to: 'published' }, version)).status;
      case 'publish':
        return (await client.post(`/cycles/${id}/publication`, {}, version)).status;
      case 'package':
        return (await client.get(`/cycles/${id}/publication/package`)).status;
    }
  };

  it.each(Object.keys(expected))('for %s, in every stage', async (login) => {
    const client = await test.as(login);
    const seen: Record<string, number[]> = {};
    for (const name of probes) {
      seen[name] = [];
      for (const stage of stages) seen[name].push(await probe(client, name, ids.get(stage) ?? ''));
    }
    expect(seen).toEqual(expected[login]);
  });
});
