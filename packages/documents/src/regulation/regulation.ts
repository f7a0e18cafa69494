import type { Text } from '@heng/rules';
import type { RegulationPlace } from './regulation-place.js';

/** What a section does to the score, as far as its title says so. */
export type SectionRole = 'base' | 'bonus' | 'deduction' | 'veto';

/** One scored line of a 细则 as it is written; nothing in it has been interpreted but where the points stand. */
export type RegulationRow = {
  /** As written: `1`, `(2)`, `①`. */
  readonly number: string | null;
  readonly item: string;
  readonly requirement: string | null;
  /** An exact decimal, or null when none is written. */
  readonly points: string | null;
  /** Whether the points stand in a cell of their own or within the text. */
  readonly pointsFrom: 'cell' | 'text' | null;
  readonly standard: string | null;
  readonly department: string | null;
  readonly evidence: string | null;
  readonly remark: string | null;
  readonly place: RegulationPlace;
};

export type RegulationSection = {
  readonly number: string | null;
  readonly title: string;
  /** False for a section that the document does not name: its rows stand under no heading. */
  readonly named: boolean;
  readonly points: string | null;
  readonly role: SectionRole;
  readonly rows: readonly RegulationRow[];
  readonly sections: readonly RegulationSection[];
  readonly place: RegulationPlace;
};

export type RegulationNote = { readonly text: string; readonly place: RegulationPlace };
export type StatedTotal = { readonly points: string; readonly text: string; readonly place: RegulationPlace };

/** Something the author should look at: points that do not add up, or a reading that could be another. */
export type RegulationFinding = {
  readonly code: string;
  readonly kind: 'mismatch' | 'notice';
  readonly place: RegulationPlace;
  readonly numbers: Readonly<Record<string, string>>;
  readonly message: Text;
  readonly fix: Text;
};

/** A row, a cell, a column or a sheet that is in the file but not in the regulation. */
export type LeftOut = {
  readonly code: string;
  readonly place: RegulationPlace;
  readonly text: string;
  readonly reason: Text;
};

/** An ordinary 细则 as plain data. Clauses are not read here. */
export type Regulation = {
  readonly fileName: string;
  readonly format: 'xlsx' | 'docx';
  readonly title: string | null;
  readonly year: number | null;
  readonly issuer: string | null;
  readonly total: StatedTotal | null;
  readonly sections: readonly RegulationSection[];
  readonly notes: readonly RegulationNote[];
  readonly findings: readonly RegulationFinding[];
  readonly leftOut: readonly LeftOut[];
};

/** All rows of a section and the sections under it, in the order of the document. */
export const rowsOf = (section: RegulationSection): readonly RegulationRow[] => [
  ...section.rows,
  ...section.sections.flatMap(rowsOf),
];
