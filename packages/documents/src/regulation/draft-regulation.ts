import { SectionTree, type OpenSection } from './section-tree.js';
import type { RegulationPlace } from './regulation-place.js';
import type { LeftOut, RegulationFinding, RegulationNote, StatedTotal } from './regulation.js';
import { finding } from './tell.js';

export type Subtotal = {
  readonly section: OpenSection | null;
  readonly points: string;
  readonly place: RegulationPlace;
};

/** A regulation while its grids and paragraphs are being read, one after another. */
export class DraftRegulation {
  readonly tree = new SectionTree();
  readonly titles: RegulationNote[] = [];
  readonly notes: RegulationNote[] = [];
  readonly totals: StatedTotal[] = [];
  readonly subtotals: Subtotal[] = [];
  readonly findings: RegulationFinding[] = [];
  readonly leftOut: LeftOut[] = [];

  /** A title that names both additions and deductions is told; the rows say which is which. */
  unclearRole(title: string, place: RegulationPlace): void {
    this.findings.push(
      finding(
        { code: 'SECTION_ROLE_UNCLEAR', place },
        [
          `“${title}”既像加分又像扣分，暂按加分部分读入。`,
          `“${title}” seems to add and to deduct; it was read as a part that adds.`,
        ],
        ['请把加分项和扣分项分成两部分。', 'Split it into what adds and what deducts.'],
      ),
    );
  }
}
