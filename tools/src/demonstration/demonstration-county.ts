import type { DemonstrationCounty } from '@heng/api';
import { accounts } from './accounts.js';
import { areas } from './areas.js';
import { demonstrationLabel } from './county-totals.js';
import { cycles } from './cycles.js';
import { organizations } from './organizations.js';

/** The demonstration county as plain data, the same every time. */
export function demonstrationCounty(): DemonstrationCounty {
  const townships = areas();
  return {
    label: demonstrationLabel,
    organizations: organizations(townships),
    accounts: accounts(townships),
    cycles: cycles(townships),
  };
}
