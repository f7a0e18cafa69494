import type { Role, UnitType } from '@heng/contracts';

/** A role at a unit, with the unit's place in the tree as it is now. */
export type CallerAppointment = {
  readonly role: Role;
  readonly unit: string;
  readonly unitName: string;
  readonly unitType: UnitType;
  /** Codes from the root to the unit, each ended by `/`. */
  readonly path: string;
  readonly regionId: string;
  readonly department: string | null;
};

/** Who asks. Read anew from the database for every request, so that changes of role or unit act at once. */
export type Caller = {
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
  readonly mustChangePassword: boolean;
  readonly sessionHash: string;
  readonly appointments: readonly CallerAppointment[];
};
