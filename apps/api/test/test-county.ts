import type { CreateOrganizationRequest, Role, Stage } from '@heng/contracts';
import type { AssessedUnit } from '@heng/rules';
import type { DemonstrationCounty } from '../src/demonstration/demonstration-county.js';
import { testBook } from './test-book.js';

export const county = '410923000000';
export const city = '410900000000';
export const townships = ['410923100000', '410923101000', '410923102000', '410923103000'] as const;
export const [first, second] = townships;
export const village = '410923100201';
export const password = 'correct horse battery';

const organization = (
  code: string,
  name: string,
  type: CreateOrganizationRequest['type'],
  parent: string | null,
): CreateOrganizationRequest => ({
  code,
  name,
  type,
  parent,
  attributes: { group: 'town' },
  validFrom: '2020-01-01',
});

const account = (login: string, role: Role, unit: string, department: string | null = null) => ({
  login,
  password,
  displayName: `${login} 同志`,
  appointments: [{ role, unit, department }],
});

/** One unit's facts, all declared and verified alike; the numbers differ by unit so that ranks are clear. */
export function factsOf(index: number, code: string): AssessedUnit {
  const value = (text: string) => ({ declared: text, verified: text });
  return {
    code,
    name: `第${index + 1}镇`,
    type: 'TownshipFederation',
    parent: county,
    attributes: { group: 'town' },
    facts: {
      villages: value('20'),
      'villages-with-federation': value(String(20 - index)),
      activities: value(String(10 - 2 * index)),
      'meeting-score': value(String(95 - index)),
      cases: value('8'),
      'cases-closed': value(String(8 - index)),
    },
  };
}

export const cycleTitle = (stage: Stage) => `测试考核 ${stage}`;

/** A city with a county of four townships and a village, an account for each role, and one cycle in each of the given stages. */
export const testCounty = (stages: readonly Stage[] = ['collecting']): DemonstrationCounty => ({
  label: { zh: '测试数据', en: 'Test data' },
  organizations: [
    organization(city, '测试市妇联', 'WomensFederation', null),
    organization(county, '测试县妇联', 'WomensFederation', city),
    ...townships.map((code, index) => organization(code, `第${index + 1}镇`, 'TownshipFederation', county)),
    organization(village, '第一村', 'VillageFederation', first),
  ],
  accounts: [
    account('office', 'office', county),
    account('scorer', 'scorer', county, '权益部'),
    account('leader', 'leader', county),
    account('auditor', 'auditor', county),
    account('admin', 'administrator', county),
    account('city-office', 'office', city),
    account('chair', 'chair', first),
    account('reporter', 'reporter', first),
    account('chair-two', 'chair', second),
    account('town-office', 'office', first),
    account('village-chair', 'chair', village),
  ],
  cycles: stages.map((stage) => ({
    key: stage,
    title: cycleTitle(stage),
    year: 2026,
    owner: county,
    book: testBook,
    stage,
    units: townships,
    facts: townships.map((code, index) => factsOf(index, code)),
  })),
});
