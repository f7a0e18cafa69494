import type { Text } from '@heng/rules';
import type { ClauseReading } from '../clause-reading.js';
import type { InputPlace, InputRow } from './regulation-input.js';

export type PlannedRole = 'base' | 'bonus' | 'deduction';

/** A row that becomes an indicator, with its place in the tree and what it is worth. */
export type PlannedRow = {
  readonly key: string;
  readonly id: string;
  readonly row: InputRow;
  readonly text: string;
  readonly reading: ClauseReading;
  readonly role: PlannedRole;
  /** Null where only the author can know; the row asks for it then. */
  readonly points: string | null;
  readonly notes: readonly Text[];
};

/** A section of the book to be. */
export type PlannedSection = {
  readonly id: string;
  readonly title: Text;
  readonly role: PlannedRole;
  /** The limit of additions and deductions; null for a base section, which is worth what its parts are. */
  readonly limit: string | null;
  readonly rows: readonly PlannedRow[];
  readonly sections: readonly PlannedSection[];
  readonly place: InputPlace;
};

/** A line of the veto sections. */
export type PlannedVeto = {
  readonly key: string;
  readonly id: string;
  readonly row: InputRow;
  readonly text: string;
};
