import { CreateAccountRequest, CreateOrganizationRequest } from '@heng/contracts';
import { canonicalJson, indicatorsOf, parseRuleBook, sha256, type AssessedUnit } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { demonstrationCounty } from './index.js';

const county = demonstrationCounty();
const { organizations, accounts, cycles, label } = county;
const [root] = organizations;
const townships = organizations.filter(
  ({ parent, type }) => parent === root?.code && type !== 'WomensCommittee',
);
const villages = organizations.filter(({ type }) => type === 'VillageFederation');
const communities = organizations.filter(({ type }) => type === 'CommunityFederation');
const childrenOf = (code: string) => organizations.filter(({ parent }) => parent === code);
const sum = (numbers: readonly (string | undefined)[]) =>
  numbers.reduce((total, one) => total + Number(one), 0);
const cycleOf = (key: string) => {
  const cycle = cycles.find((each) => each.key === key);
  if (!cycle) throw new Error(`no cycle ${key}`);
  return cycle;
};

describe('the demonstration county', () => {
  it('is the same every time', () => {
    expect(sha256(canonicalJson(demonstrationCounty()))).toBe(sha256(canonicalJson(county)));
  });

  it('says that it is 演示数据 and of which era', () => {
    expect(label.zh).toMatch(/^演示数据.*2008/);
    expect(label.en).toMatch(/^Demonstration data.*2008/);
  });

  it('has exactly the bodies, people, women and cadres of the survey', () => {
    expect([townships, villages, communities].map(({ length }) => length)).toEqual([25, 348, 4]);
    expect(organizations.filter(({ type }) => type === 'WomensCommittee')).toHaveLength(18);
    for (const level of [townships, [...villages, ...communities]]) {
      expect(sum(level.map(({ attributes }) => attributes.population))).toBe(351_000);
      expect(sum(level.map(({ attributes }) => attributes.women))).toBe(167_000);
    }
    expect(sum(communities.map(({ attributes }) => attributes.population))).toBe(46_000);
    expect(sum([root, ...townships].map((body) => body?.attributes.cadres))).toBe(30);
  });

  it('gives each township at least five villages, and the people of its villages', () => {
    for (const { code, attributes } of townships) {
      const children = childrenOf(code);
      expect(children.length).toBeGreaterThanOrEqual(5);
      expect(sum(children.map((child) => child.attributes.population))).toBe(Number(attributes.population));
      expect(sum(children.map((child) => child.attributes.women))).toBe(Number(attributes.women));
    }
  });

  it('is made of requests that the API would accept, parents before children and no code or name twice', () => {
    const seen = new Set<string>();
    for (const organization of organizations) {
      expect(CreateOrganizationRequest.parse(organization)).toEqual(organization);
      expect(organization.parent === null || seen.has(organization.parent)).toBe(true);
      seen.add(organization.code);
    }
    expect(seen.size).toBe(organizations.length);
    const names = [...townships, ...villages].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { password, ...account } of accounts) {
      expect(CreateAccountRequest.safeParse(account).success).toBe(true);
      expect(password.length).toBeGreaterThanOrEqual(12);
    }
  });

  it('has someone for each role, at bodies that exist and in departments that score something', () => {
    const codes = new Set(organizations.map(({ code }) => code));
    const appointments = accounts.flatMap((account) => account.appointments);
    expect(appointments.every(({ unit }) => codes.has(unit))).toBe(true);
    expect(new Set(appointments.map(({ role }) => role))).toEqual(
      new Set(['office', 'scorer', 'leader', 'auditor', 'administrator', 'chair', 'reporter']),
    );
    const departments = appointments.flatMap(({ role, department }) =>
      role === 'scorer' ? [department] : [],
    );
    const scoring = new Set(
      indicatorsOf(defaultRuleBooks.township).map(({ indicator }) => indicator.scoredBy.zh),
    );
    expect(new Set(departments).size).toBe(2);
    for (const department of departments) expect(scoring).toContain(department);
  });

  it('leaves the chairs and the reporter of units that still collect something to report', () => {
    const reporting = accounts.flatMap(({ appointments }) =>
      appointments.filter(({ role }) => role === 'chair' || role === 'reporter').map(({ unit }) => unit),
    );
    const collecting = cycles.filter(({ stage }) => stage === 'collecting');
    const open = collecting.flatMap(({ book, facts }) =>
      facts
        .filter(({ code }) => reporting.includes(code))
        .map(({ facts: entries }) =>
          book.facts.filter(({ id, source }) => source === 'declared' && entries[id]?.declared === undefined),
        ),
    );
    expect(open).toHaveLength(3);
    for (const facts of open) expect(facts.length).toBeGreaterThan(0);
  });

  it('assesses every township, committee and village under a book that the parser accepts', () => {
    for (const { book, units, facts } of cycles) {
      expect(parseRuleBook(JSON.parse(JSON.stringify(book)))).toMatchObject({ ok: true });
      expect(facts.map(({ code }) => code)).toEqual(units);
    }
    const assessed = cycles.filter(({ year }) => year === 2026).flatMap(({ units }) => units);
    const below = organizations.filter(({ parent }) => parent !== null).map(({ code }) => code);
    expect([...assessed].sort()).toEqual([...below].sort());
  });

  it('lets each township run the cycle of its own villages', () => {
    for (const { key, owner, units } of cycles.filter((cycle) => cycle.key.startsWith('village-'))) {
      expect(`${key}: ${units.join(' ')}`).toBe(
        `${key}: ${childrenOf(owner)
          .map(({ code }) => code)
          .join(' ')}`,
      );
    }
  });

  it('sums the numbers of the villages in the facts of their township', () => {
    const reported = (unit: AssessedUnit, fact: string) =>
      Number(unit.facts[fact]?.verified ?? unit.facts[fact]?.declared);
    const villageUnits = cycles.filter(({ key }) => key.startsWith('village-')).flatMap(({ facts }) => facts);
    const summed = {
      'women-total': 'women-total',
      'needs-registered': 'needs-registered',
      'needs-resolved': 'needs-resolved',
      'vulnerable-registered': 'vulnerable-registered',
      'vulnerable-visited-twice': 'vulnerable-visited-twice',
      'training-attendances': 'training-attendances',
      'screenings-due': 'screenings-due',
      'screenings-done': 'screenings-done',
      'chair-vacancy-days': 'chair-vacancy-days',
      'village-activities': 'activities-total',
    };
    for (const township of cycleOf('township-2026').facts) {
      const own = villageUnits.filter(({ parent }) => parent === township.code);
      expect(reported(township, 'villages-total')).toBe(own.length);
      expect(reported(township, 'chairs-in-two-committees')).toBe(
        own.filter(({ facts }) => facts['chair-in-two-committees']?.verified === true).length,
      );
      expect(reported(township, 'villages-with-full-executive')).toBe(
        own.filter((village) => reported(village, 'executive-members') >= 7).length,
      );
      for (const [fact, from] of Object.entries(summed)) {
        const total = own.reduce((numbers, village) => numbers + reported(village, from), 0);
        expect({ fact, total: reported(township, fact) }).toEqual({ fact, total });
      }
    }
  });

  it('has last year’s chairs with college education as the survey counted them', () => {
    const counts = cycleOf('township-2025').facts.map(
      ({ facts }) => facts['chairs-with-college-education']?.verified,
    );
    expect(sum(counts.map(String))).toBe(162);
  });
});
