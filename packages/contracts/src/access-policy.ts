import type { Role } from './accounts.js';
import type { Stage } from './cycles.js';

/** How the person's appointment stands to the unit the action is about. */
export type Relation = 'own' | 'child' | 'descendant' | 'other';

/** What can be done to a cycle, its facts and its results. */
export type Action =
  | 'organization.read'
  | 'organization.manage'
  | 'account.manage'
  | 'rulebook.read'
  | 'rulebook.manage'
  /** To see drafts and comment on them. */
  | 'rulebook.discuss'
  | 'rulebook.review'
  | 'cycle.read'
  | 'cycle.manage'
  | 'fact.read'
  | 'fact.declare'
  | 'fact.verify'
  | 'result.read'
  /** Everything that depends on other units: rank, cohort, grade, relative indicators. */
  | 'result.compare'
  | 'result.publish';

export type PolicyRow = {
  readonly role: Role;
  readonly action: Action;
  readonly relations: readonly Relation[];
  /** Absent: in every stage. For actions on a cycle's facts and results, the stages in which the row holds. */
  readonly stages?: readonly Stage[];
};

const collecting: readonly Stage[] = ['issued', 'collecting'];
const scoring: readonly Stage[] = ['collecting', 'verifying', 'reviewing'];
const published: readonly Stage[] = ['published', 'archived'];
const fromIssued: readonly Stage[] = [
  'issued',
  'collecting',
  'verifying',
  'reviewing',
  'proposed',
  'public-notice',
  'published',
  'archived',
];
const below: readonly Relation[] = ['child', 'descendant'];
const downward: readonly Relation[] = ['own', 'child', 'descendant'];

/**
 * The access policy, whole: role × relation × stage × action. What is not listed is refused.
 * Nobody enters or verifies facts of her own unit as its assessor: `fact.verify` never has relation `own`.
 */
export const accessPolicy: readonly PolicyRow[] = [
  { role: 'office', action: 'organization.read', relations: downward },
  { role: 'office', action: 'rulebook.read', relations: downward },
  { role: 'office', action: 'rulebook.manage', relations: ['own'] },
  { role: 'office', action: 'rulebook.discuss', relations: ['own'] },
  // A county office may be one person: she may review her own draft, and the record says so.
  { role: 'office', action: 'rulebook.review', relations: ['own'] },
  { role: 'office', action: 'cycle.read', relations: downward },
  { role: 'office', action: 'cycle.manage', relations: ['own'] },
  { role: 'office', action: 'fact.read', relations: below },
  { role: 'office', action: 'fact.verify', relations: below, stages: scoring },
  { role: 'office', action: 'result.read', relations: below },
  { role: 'office', action: 'result.compare', relations: below },
  {
    role: 'office',
    action: 'result.publish',
    relations: ['own'],
    stages: ['verifying', 'reviewing', 'proposed', 'public-notice'],
  },

  { role: 'scorer', action: 'organization.read', relations: downward },
  { role: 'scorer', action: 'rulebook.read', relations: downward },
  { role: 'scorer', action: 'rulebook.discuss', relations: ['own'] },
  { role: 'scorer', action: 'cycle.read', relations: downward },
  { role: 'scorer', action: 'fact.read', relations: below },
  { role: 'scorer', action: 'fact.verify', relations: below, stages: scoring },
  { role: 'scorer', action: 'result.read', relations: below },
  { role: 'scorer', action: 'result.compare', relations: below },

  { role: 'leader', action: 'organization.read', relations: downward },
  { role: 'leader', action: 'rulebook.read', relations: downward },
  { role: 'leader', action: 'rulebook.discuss', relations: ['own'] },
  { role: 'leader', action: 'rulebook.review', relations: ['own'] },
  { role: 'leader', action: 'cycle.read', relations: downward },
  { role: 'leader', action: 'result.read', relations: below },
  { role: 'leader', action: 'result.compare', relations: below },
  {
    role: 'leader',
    action: 'result.publish',
    relations: ['own'],
    stages: ['verifying', 'reviewing', 'proposed', 'public-notice'],
  },

  { role: 'auditor', action: 'organization.read', relations: downward },
  { role: 'auditor', action: 'rulebook.read', relations: downward },
  { role: 'auditor', action: 'cycle.read', relations: downward },
  { role: 'auditor', action: 'fact.read', relations: downward },
  { role: 'auditor', action: 'result.read', relations: downward },
  { role: 'auditor', action: 'result.compare', relations: downward },

  { role: 'chair', action: 'organization.read', relations: ['own'] },
  { role: 'chair', action: 'rulebook.read', relations: ['own'] },
  { role: 'chair', action: 'cycle.read', relations: ['own'], stages: fromIssued },
  { role: 'chair', action: 'fact.read', relations: ['own'], stages: fromIssued },
  { role: 'chair', action: 'fact.declare', relations: ['own'], stages: collecting },
  { role: 'chair', action: 'result.read', relations: ['own'], stages: fromIssued },
  { role: 'chair', action: 'result.compare', relations: ['own', 'other'], stages: published },

  { role: 'reporter', action: 'organization.read', relations: ['own'] },
  { role: 'reporter', action: 'rulebook.read', relations: ['own'] },
  { role: 'reporter', action: 'cycle.read', relations: ['own'], stages: fromIssued },
  { role: 'reporter', action: 'fact.read', relations: ['own'], stages: fromIssued },
  { role: 'reporter', action: 'fact.declare', relations: ['own'], stages: collecting },

  { role: 'administrator', action: 'organization.read', relations: downward },
  { role: 'administrator', action: 'organization.manage', relations: downward },
  { role: 'administrator', action: 'account.manage', relations: downward },
];

/** Whether one of the appointments allows the action; `stage` is null for things outside a cycle. */
export function allows(
  appointment: { readonly role: Role; readonly relation: Relation },
  action: Action,
  stage: Stage | null,
): boolean {
  return accessPolicy.some(
    (row) =>
      row.role === appointment.role &&
      row.action === action &&
      row.relations.includes(appointment.relation) &&
      (row.stages === undefined || (stage !== null && row.stages.includes(stage))),
  );
}
