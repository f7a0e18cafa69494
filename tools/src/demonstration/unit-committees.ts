import { countyCode } from './place-names.js';
import type { Strength } from './strength.js';

export type UnitCommittee = {
  readonly code: string;
  readonly name: string;
  /** Women employees with those of subordinate units; under 10 the unit is small. */
  readonly women: number;
  readonly subordinateUnits: number;
  readonly strength: Strength;
};

const committees: readonly (readonly [string, number, number, Strength])[] = [
  ['教育体育局', 1860, 42, 82],
  ['卫生健康局', 1130, 27, 76],
  ['人民医院', 412, 6, 88],
  ['第一中学', 138, 0, 70],
  ['公安局', 96, 18, 57],
  ['财政局', 47, 3, 73],
  ['民政局', 38, 4, 68],
  ['人力资源和社会保障局', 52, 3, 60],
  ['农业农村局', 61, 9, 50],
  ['自然资源局', 44, 11, 40],
  ['文化旅游局', 35, 5, 78],
  ['融媒体中心', 29, 0, 72],
  ['税务局', 57, 6, 54],
  ['司法局', 9, 0, 76],
  ['统计局', 9, 0, 50],
  ['信访局', 8, 0, 62],
  ['审计局', 7, 0, 45],
  ['档案馆', 5, 0, 38],
];

/** The 18 committees of county units, five of them small. */
export const unitCommittees: readonly UnitCommittee[] = committees.map(
  ([unit, women, subordinateUnits, strength], index) => ({
    code: `${countyCode}-W${String(index + 1).padStart(3, '0')}`,
    name: `${unit}妇委会`,
    women,
    subordinateUnits,
    strength,
  }),
);
