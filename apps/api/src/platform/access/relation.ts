import { allows, type Action, type Relation, type Stage } from '@heng/contracts';
import type { Caller, CallerAppointment } from './caller.js';

/** How the unit at `unitPath` stands to the unit at `ownPath`; paths are codes each ended by `/`. */
export function relationOf(ownPath: string, unitPath: string): Relation {
  if (unitPath === ownPath) return 'own';
  if (!unitPath.startsWith(ownPath)) return 'other';
  const below = unitPath.slice(ownPath.length);
  return below.indexOf('/') === below.length - 1 ? 'child' : 'descendant';
}

/** The caller's appointments that allow the action on the unit in the stage; `stage` is null outside a cycle. */
export function allowing(
  caller: Caller,
  action: Action,
  unitPath: string,
  stage: Stage | null,
): CallerAppointment[] {
  return caller.appointments.filter((appointment) =>
    allows({ role: appointment.role, relation: relationOf(appointment.path, unitPath) }, action, stage),
  );
}

/** Whether the policy table allows the action on the unit at `unitPath`. */
export const may = (caller: Caller, action: Action, unitPath: string, stage: Stage | null): boolean =>
  allowing(caller, action, unitPath, stage).length > 0;
