import { allows, type Action } from '@heng/contracts';
import { relationOf, type Caller, type CallerAppointment } from '../../platform/access/index.js';
import type { CycleUnitRow } from './cycle-unit.entity.js';
import type { Cycle } from './cycle.entity.js';

/** A cycle as one caller stands to it. Everything that a reader shows of a cycle is asked here. */
export class CycleAccess {
  constructor(
    readonly caller: Caller,
    readonly cycle: Cycle,
    readonly ownerPath: string,
    /** Units of the cycle at which the caller holds an appointment. */
    private readonly ownUnits: readonly CycleUnitRow[],
  ) {}

  get isVisible(): boolean {
    return this.assessors('cycle.read').length > 0 || this.assessed('cycle.read') !== null;
  }

  /** Whether the policy table allows the action on the cycle, or on any unit of it, now. */
  may(action: Action): boolean {
    return this.assessors(action).length > 0 || this.assessed(action) !== null;
  }

  /**
   * Appointments that look down on the cycle: at the body that runs it or above it. A township's own office is below the
   * county's cycle and is not among them, although villages of the cycle are below the township.
   * Changing verified facts needs an appointment at the very body that runs the cycle.
   */
  assessors(action: Action): CallerAppointment[] {
    const { stage } = this.cycle;
    return this.caller.appointments.filter(({ role, path }) => {
      const above = this.ownerPath.startsWith(path);
      if (!above || !isDownward(role) || (action === 'fact.verify' && path !== this.ownerPath)) return false;
      const relations = aboutTheOwner.has(action) ? [relationOf(path, this.ownerPath)] : aboutItsUnits;
      return relations.some((relation) => allows({ role, relation }, action, stage));
    });
  }

  /** The caller's own assessed unit, if the action is allowed on it; null otherwise. */
  assessed(action: Action): CycleUnitRow | null {
    const { stage } = this.cycle;
    return (
      this.ownUnits.find((unit) =>
        this.caller.appointments.some(
          ({ role, path }) =>
            !isDownward(role) &&
            relationOf(path, unit.path) === 'own' &&
            allows({ role, relation: 'own' }, action, stage),
        ),
      ) ?? null
    );
  }

  /** Codes of the units on which the action is allowed: all below the owner, one, or none. */
  scopeOf(
    action: Action,
  ): { readonly kind: 'all' } | { readonly kind: 'units'; readonly units: readonly string[] } {
    if (this.assessors(action).length > 0) return { kind: 'all' };
    const own = this.assessed(action);
    return { kind: 'units', units: own ? [own.unit] : [] };
  }
}

/** Actions whose subject is the body that runs the cycle; the others are about the units below it. */
const aboutTheOwner: ReadonlySet<Action> = new Set(['cycle.read', 'cycle.manage', 'result.publish']);
const aboutItsUnits = ['child', 'descendant'] as const;

/** Roles that assess, lead or audit others; a chair and her reporter speak for their own unit only. */
const isDownward = (role: CallerAppointment['role']): boolean => role !== 'chair' && role !== 'reporter';
