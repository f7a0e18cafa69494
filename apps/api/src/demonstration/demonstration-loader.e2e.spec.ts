import type { CycleListResponse, PublicationResponse, WorksheetResponse } from '@heng/contracts';
import { createTestApp, type TestApp } from '../../test/test-app.js';
import { cycleTitle, factsOf, testCounty, townships } from '../../test/test-county.js';
import { DemonstrationLoader } from './demonstration-loader.js';
import type { DemonstrationCounty } from './demonstration-county.js';

describe('the demonstration', () => {
  let test: TestApp;
  const base = testCounty(['published', 'collecting']);
  const county: DemonstrationCounty = {
    ...base,
    cycles: base.cycles.map((cycle) =>
      cycle.stage === 'collecting' ? { ...cycle, previousKey: 'published' } : cycle,
    ),
  };
  beforeAll(async () => {
    test = await createTestApp({ county });
  });
  afterAll(() => test.close());

  const counts = () =>
    test.database.manager.query(
      `SELECT (SELECT count(*) FROM organization) AS organizations, (SELECT count(*) FROM account) AS accounts, (SELECT count(*) FROM cycle) AS cycles,
              (SELECT count(*) FROM fact_entry) AS facts, (SELECT count(*) FROM fact_entry_version) AS versions, (SELECT count(*) FROM rule_book) AS books,
              (SELECT count(*) FROM publication) AS publications, (SELECT count(*) FROM audit_event) AS events`,
    );

  it('is loaded once, however often it is loaded', async () => {
    const before = await counts();
    expect(before).toEqual([
      expect.objectContaining({
        organizations: '7',
        accounts: '11',
        cycles: '2',
        facts: '48',
        versions: '48',
        books: '1',
        publications: '1',
      }),
    ]);
    expect(await test.app.get(DemonstrationLoader, { strict: false }).load(county)).toBe(0);
    expect(await counts()).toEqual(before);
  });

  it('labels every cycle, seals the published one, and gives the other its year before', async () => {
    const office = await test.as('office');
    const { items } = (await office.get<CycleListResponse>('/cycles')).body;
    expect(items.map(({ dataLabel }) => dataLabel)).toEqual([county.label, county.label]);
    const idOf = (stage: 'published' | 'collecting') =>
      items.find(({ title }) => title === cycleTitle(stage))?.id ?? '';
    expect(
      (await office.get<PublicationResponse>(`/cycles/${idOf('published')}/publication`)).body.number,
    ).toBe(1);
    const { previous } = (await office.get<WorksheetResponse>(`/cycles/${idOf('collecting')}/worksheet`))
      .body;
    expect(previous).toHaveLength(townships.length * Object.keys(factsOf(0, '').facts).length);
  });
});
