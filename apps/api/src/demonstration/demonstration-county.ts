import type { CreateOrganizationRequest, Role, Stage } from '@heng/contracts';
import type { AssessedUnit, RuleBook, Text } from '@heng/rules';

export type DemonstrationLogin = {
  readonly login: string;
  readonly password: string;
  readonly displayName: string;
  readonly appointments: readonly {
    readonly role: Role;
    readonly unit: string;
    readonly department: string | null;
  }[];
};

export type DemonstrationCycle = {
  /** Name of the cycle inside this input, for `previousKey`. */
  readonly key: string;
  /** Unique per owner: a cycle with the same title is not loaded twice. */
  readonly title: string;
  readonly year: number;
  readonly owner: string;
  readonly book: RuleBook;
  readonly stage: Stage;
  /** Codes of the assessed units. */
  readonly units: readonly string[];
  /** `key` of a cycle that comes before this one in the list. */
  readonly previousKey?: string;
  readonly facts: readonly AssessedUnit[];
};

/** A whole county as plain data. */
export type DemonstrationCounty = {
  /** 演示数据 with the era of the figures; shown on every page and paper. */
  readonly label: Text;
  /** Parents before children. */
  readonly organizations: readonly CreateOrganizationRequest[];
  readonly accounts: readonly DemonstrationLogin[];
  readonly cycles: readonly DemonstrationCycle[];
};
