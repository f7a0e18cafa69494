import type {
  CycleListResponse,
  CycleResponse,
  ResultsResponse,
  SaveCellsResponse,
  UnitExplanationsResponse,
} from '@heng/contracts';
import { createTestApp, type Client, type TestApp } from '../../../test/test-app.js';
import { cycleTitle, first, testCounty, townships, village } from '../../../test/test-county.js';

/** A small generator with a seed, so that a failure can be run again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('embargo: before publication a unit sees nothing that another unit can move', () => {
  let test: TestApp;
  let [chair, reporter, office]: Client[] = [];
  let cycle = '';

  beforeAll(async () => {
    test = await createTestApp({ county: testCounty(['collecting']) });
    [chair, reporter, office] = [await test.as('chair'), await test.as('reporter'), await test.as('office')];
    const { body } = await office.get<CycleListResponse>('/cycles');
    cycle = body.items.find(({ title }) => title === cycleTitle('collecting'))?.id ?? '';
  });
  afterAll(() => test.close());

  /** Everything that she can read, as bytes; correlation ids of refusals differ by nature. */
  const everything = async (client: Client): Promise<string[]> => {
    const { body } = await client.get<CycleResponse>(`/cycles/${cycle}`);
    const paths = [
      '/session',
      '/organizations',
      ...[...townships, village, '410923999999'].map((code) => `/organizations/${code}`),
      '/rulebooks',
      `/rulebooks/${body.ruleBookId}`,
      '/cycles',
      `/cycles/${cycle}`,
      '/work-items',
      `/cycles/${cycle}/worksheet`,
      ...townships.flatMap((code) => [
        `/cycles/${cycle}/facts/${code}/activities/history`,
        `/cycles/${cycle}/facts/${code}/cases/history`,
      ]),
      ...['verified', 'declared', 'latest'].flatMap((basis) => [
        `/cycles/${cycle}/results?basis=${basis}`,
        ...townships.map((code) => `/cycles/${cycle}/results/${code}?basis=${basis}`),
      ]),
      `/cycles/${cycle}/publication`,
      `/cycles/${cycle}/publication/package`,
    ];
    const answers = await Promise.all(paths.map((path) => client.get(path)));
    return answers.map(
      ({ status, text }, index) => `${paths[index]} ${status} ${text.replace(/"correlationId":"[^"]+"/, '')}`,
    );
  };

  it('keeps every answer to the chair and to her reporter byte for byte the same under 60 random changes of her peers', async () => {
    const random = randomFrom(20260308);
    const before = { chair: await everything(chair!), reporter: await everything(reporter!) };
    expect(before.chair.join('\n')).toContain('"state":"withheld"');
    for (let round = 0; round < 60; round += 1) {
      const peers = townships.filter((code) => code !== first);
      const unit = peers[random(peers.length)] ?? peers[0]!;
      const fact = [
        'activities',
        'cases',
        'cases-closed',
        'villages',
        'villages-with-federation',
        'meeting-score',
      ][random(6)]!;
      const { body: history } = await office!.get<{ items: { version: number }[] }>(
        `/cycles/${cycle}/facts/${unit}/${fact}/history`,
      );
      const change = {
        unit,
        fact,
        side: 'verified',
        value: String(random(100)),
        version: history.items.at(-1)?.version ?? 0,
        reason: '核实',
      };
      const undo = random(5) === 0 ? { ...change, value: null, notApplicable: '无此业务' } : change;
      const { status } = await office!.patch<SaveCellsResponse>(
        `/cycles/${cycle}/facts`,
        { changes: [undo] },
        { headers: { 'Idempotency-Key': `mutation-${round}` } },
      );
      expect(status).toBe(200);
      expect(await everything(chair!)).toEqual(before.chair);
      if (round % 6 === 5) expect(await everything(reporter!)).toEqual(before.reporter);
    }
  }, 60_000);

  it('is not blind: her own change does move her answers', async () => {
    const before = await everything(chair!);
    const saved = await office!.patch<SaveCellsResponse>(
      `/cycles/${cycle}/facts`,
      {
        changes: [
          { unit: first, fact: 'cases-closed', side: 'verified', value: '1', version: 1, reason: '核实' },
        ],
      },
      { headers: { 'Idempotency-Key': 'own-change' } },
    );
    expect(saved.body.saved).toHaveLength(1);
    expect(await everything(chair!)).not.toEqual(before);
  });

  it('withholds what compares units from points, sections, totals and explanations', async () => {
    const { body } = await chair!.get<ResultsResponse>(`/cycles/${cycle}/results`);
    const [own, ...others] = body.units;
    expect(others).toEqual([]);
    expect(own).toMatchObject({
      total: null,
      cohort: null,
      rank: null,
      cohortSize: null,
      tied: null,
      grade: null,
      gradeReasons: [],
      selfGap: null,
    });
    expect(own?.indicators.map(({ id, state }) => `${id} ${state}`)).toEqual([
      'C1 scored',
      'C2 withheld',
      'P1 scored',
      'R1 scored',
      'B1 withheld',
    ]);
    // A: 20 of 20 villages earn 40; its other 20 points are withheld. B: 30 × 1/8 = 3.75 and 10 × 95/100 = 9.5.
    expect(own?.sections).toEqual([
      { id: 'A', points: '40', full: '40' },
      { id: 'B', points: '13.25', full: '40' },
      { id: 'X', points: '0', full: '5' },
    ]);
    expect(own?.soFar).toEqual({ points: '53.25', outOf: '80' });
    expect(own?.asItStands).toEqual({ points: '53.25', outOf: '80' });

    const explained = await chair!.get<UnitExplanationsResponse>(`/cycles/${cycle}/results/${first}`);
    expect(explained.body.total).toBeNull();
    const hidden = explained.body.indicators.filter(({ state }) => state === 'withheld');
    expect(hidden.map(({ indicator, points, steps }) => [indicator, points, steps])).toEqual([
      ['C2', null, []],
      ['B1', null, []],
    ]);
    expect(explained.text).not.toMatch(/"mean"|"best"|cohort":"|"rank":\d/);
  });

  it('answers for another unit exactly as for one that does not exist', async () => {
    for (const path of [
      (unit: string) => `/cycles/${cycle}/results/${unit}`,
      (unit: string) => `/cycles/${cycle}/facts/${unit}/cases/history`,
      (unit: string) => `/organizations/${unit}`,
    ]) {
      const [peer, nobody] = [await chair!.get(path(townships[1])), await chair!.get(path('410923999999'))];
      expect(peer.status).toBe(404);
      const plain = (text: string) => text.replace(/"correlationId":"[^"]+"/, '');
      expect(plain(peer.text)).toBe(plain(nobody.text));
    }
  });
});
