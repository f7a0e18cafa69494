import type { CreateOrganizationRequest } from '@heng/contracts';
import { populationOf, womenOf, type TownshipArea, type VillageArea } from './areas.js';
import { countyTotals } from './county-totals.js';
import { countyCode, countyName } from './place-names.js';
import { unitCommittees } from './unit-committees.js';

const validFrom = '2020-01-01';

/** The county federation, its townships with their villages, and the unit committees; parents before children. */
export function organizations(townships: readonly TownshipArea[]): CreateOrganizationRequest[] {
  return [
    {
      code: countyCode,
      name: `${countyName}妇联`,
      type: 'WomensFederation',
      parent: null,
      attributes: {
        population: String(countyTotals.population),
        women: String(countyTotals.women),
        // One cadre in each township, the others in the county federation.
        cadres: String(countyTotals.cadres - townships.length),
      },
      validFrom,
    },
    ...townships.flatMap((township) => [
      townshipUnit(township),
      ...township.villages.map((village) => villageUnit(township, village)),
    ]),
    ...unitCommittees.map(({ code, name, women }) => ({
      code,
      name,
      type: 'WomensCommittee' as const,
      parent: countyCode,
      attributes: { size: women < 10 ? 'small' : 'standard' },
      validFrom,
    })),
  ];
}

export const townshipUnit = (township: TownshipArea): CreateOrganizationRequest => ({
  code: township.code,
  name: `${township.name}妇联`,
  type: township.group === 'street' ? 'SubdistrictFederation' : 'TownshipFederation',
  parent: countyCode,
  attributes: {
    group: township.group,
    population: String(populationOf(township)),
    women: String(womenOf(township)),
    cadres: '1',
  },
  validFrom,
});

export const villageUnit = (township: TownshipArea, village: VillageArea): CreateOrganizationRequest => ({
  code: village.code,
  name: `${village.name}妇联`,
  type: village.kind === 'community' ? 'CommunityFederation' : 'VillageFederation',
  parent: township.code,
  attributes: {
    group: village.kind,
    population: String(village.population),
    women: String(village.women),
  },
  validFrom,
});
