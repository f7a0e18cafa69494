import { countyTotals } from './county-totals.js';
import { Draw } from './draw.js';
import {
  communityNames,
  countyCode,
  townshipNames,
  villageNames,
  type TownshipGroup,
} from './place-names.js';
import type { Strength } from './strength.js';
import { apportion, clamp, quotient, total } from './whole-numbers.js';

export type VillageArea = {
  readonly code: string;
  readonly name: string;
  readonly kind: 'village' | 'community';
  readonly population: number;
  readonly women: number;
  readonly households: number;
  readonly strength: Strength;
};

export type TownshipArea = {
  readonly code: string;
  readonly name: string;
  readonly group: TownshipGroup;
  readonly strength: Strength;
  readonly villages: readonly VillageArea[];
};

/** The townships with their villages; people, women and villages sum exactly to the county's totals. */
export function areas(): TownshipArea[] {
  const draw = new Draw('areas');
  const counts = villageCounts(draw);
  const names = villageNames(countyTotals.villages);
  const places = townshipNames.flatMap(({ group, name }, index) => {
    const communities = communityNames.slice(...(communitiesOf.get(name) ?? [0, 0]));
    const villages = names.splice(0, counts[index] ?? 0);
    return [
      ...communities.map((place) => ({ township: index, group, name: place, kind: 'community' as const })),
      ...villages.map((place) => ({ township: index, group, name: place, kind: 'village' as const })),
    ];
  });
  const people = peopleOf(draw, places);
  const serials = new Map<string, number>();
  const villages = places.map(({ township, name, kind }, index): VillageArea & { township: number } => {
    const key = `${township}/${kind}`;
    const serial = (serials.get(key) ?? (kind === 'community' ? 0 : 200)) + 1;
    serials.set(key, serial);
    const { population, women } = people[index] ?? { population: 0, women: 0 };
    return {
      township,
      code: `${townshipCode(township).slice(0, 9)}${String(serial).padStart(3, '0')}`,
      name,
      kind,
      population,
      women,
      households: quotient(population * 10, draw.whole(30, 36)),
      strength: clamp((townshipNames[township]?.strength ?? 50) + draw.whole(-20, 20), 2, 99),
    };
  });
  return townshipNames.map(({ name, group, strength }, index) => ({
    code: townshipCode(index),
    name,
    group,
    strength,
    villages: villages.filter(({ township }) => township === index).map(({ township: _, ...area }) => area),
  }));
}

export const womenOf = ({ villages }: TownshipArea): number => total(villages.map(({ women }) => women));
export const populationOf = ({ villages }: TownshipArea): number =>
  total(villages.map(({ population }) => population));

/** Which of the communities lie in which unit: from index, up to index. */
const communitiesOf: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['城关镇', [0, 2]],
  ['东升街道', [2, 3]],
  ['迎宾大道街道', [3, 4]],
]);

/** Serial numbers as the statistical code gives them: subdistricts from 001, towns from 100, townships from 200. */
function townshipCode(index: number): string {
  const first = { street: 1, 'county-town': 100, town: 100, township: 200 };
  const kinds = townshipNames.map(({ group }) => first[group]);
  const own = kinds[index] ?? 0;
  const serial = own + kinds.slice(0, index).filter((kind) => kind === own).length;
  return `${countyCode.slice(0, 6)}${String(serial).padStart(3, '0')}000`;
}

/** Few villages around the county town, many in the towns; nowhere fewer than five. */
function villageCounts(draw: Draw): number[] {
  const least = 5;
  const weights = townshipNames.map(({ group }) =>
    group === 'street' ? draw.whole(5, 25) : group === 'township' ? draw.whole(30, 110) : draw.whole(60, 190),
  );
  return apportion(countyTotals.villages - least * weights.length, weights).map((more) => least + more);
}

/** Communities share the urban population, villages the rural; women follow people with small differences. */
function peopleOf(draw: Draw, places: readonly { readonly kind: VillageArea['kind'] }[]) {
  const { population, urbanPopulation, women } = countyTotals;
  const urbanWomen = quotient(urbanPopulation * women, population);
  const share = (kind: VillageArea['kind'], people: number, females: number) => {
    const members = places.filter((place) => place.kind === kind);
    const sizes = apportion(
      people,
      members.map(() => draw.whole(45, 170)),
    );
    return apportion(
      females,
      sizes.map((size) => size * draw.whole(450, 502)),
    ).map((own, index) => ({ population: sizes[index] ?? 0, women: own }));
  };
  const urban = share('community', urbanPopulation, urbanWomen);
  const rural = share('village', population - urbanPopulation, women - urbanWomen);
  return places.map(({ kind }) => (kind === 'community' ? urban : rural).shift());
}
