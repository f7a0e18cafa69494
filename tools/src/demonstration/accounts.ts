import type { DemonstrationLogin } from '@heng/api';
import type { TownshipArea } from './areas.js';
import { collectingTownship, secondTownship } from './deliberate.js';
import { Draw } from './draw.js';
import { countyCode, personName } from './place-names.js';
import { unitCommittees } from './unit-committees.js';

/** All demonstration accounts share it; the sign-in page shows it in demonstration mode. */
export const demonstrationPassword = 'heng-demo-2026';

type Role = DemonstrationLogin['appointments'][number]['role'];

/** One person for each part in the assessment. */
export function accounts(areas: readonly TownshipArea[]): DemonstrationLogin[] {
  const draw = new Draw('accounts');
  const login = (
    name: string,
    role: Role,
    unit: string,
    department: string | null = null,
  ): DemonstrationLogin => ({
    login: name,
    password: demonstrationPassword,
    displayName: personName(draw),
    appointments: [{ role, unit, department }],
  });
  const township = named(areas, collectingTownship);
  const second = named(areas, secondTownship);
  const [village] = township.villages;
  const [committee, , , school] = unitCommittees;
  if (!village || !committee || !school) throw new Error('the demonstration has villages and committees');
  return [
    login('office', 'office', countyCode),
    // Departments as the rule books name them in `scoredBy`.
    login('scorer-organization', 'scorer', countyCode, '组织部'),
    login('scorer-rights', 'scorer', countyCode, '权益部'),
    login('leader', 'leader', countyCode),
    login('auditor', 'auditor', countyCode),
    login('admin', 'administrator', countyCode),
    login('chair-liulin', 'chair', township.code),
    login('reporter-school', 'reporter', school.code),
    login('office-liulin', 'office', township.code),
    login('chair-taoyuan', 'chair', second.code),
    login('chair-village', 'chair', village.code),
    login('chair-education', 'chair', committee.code),
  ];
}

function named(areas: readonly TownshipArea[], name: string): TownshipArea {
  const found = areas.find((area) => area.name === name);
  if (!found) throw new Error(`the demonstration has no ${name}`);
  return found;
}
