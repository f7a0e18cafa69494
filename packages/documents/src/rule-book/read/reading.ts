import type { Place } from '../../document-problem.js';
import type { CellProblem } from '../cells/cell-codec.js';
import { findingAt, type RuleBookFinding } from '../finding.js';

/** A cell that would better say something else, where that is certain. */
export type Correction = { readonly place: Place; readonly text: string };

/** What is found while a workbook is read: findings, certain corrections, and where each part of the document stands. */
export class Reading {
  readonly findings: RuleBookFinding[] = [];
  readonly corrections: Correction[] = [];
  private readonly places = new Map<string, Place>();

  fault(place: Place, { code, message, fix }: CellProblem): void {
    this.tell(findingAt('error', code, place, { message: words(message), fix: words(fix) }));
  }

  tell(finding: RuleBookFinding): void {
    this.findings.push(finding);
  }

  correct(place: Place, text: string): void {
    this.corrections.push({ place, text });
  }

  /** The first cell that claims a part keeps it. */
  put(path: readonly (string | number)[], place: Place): void {
    const pointer = path.map((step) => `/${step}`).join('');
    if (!this.places.has(pointer)) this.places.set(pointer, place);
  }

  /** The place of a part; else of the first part of it, for what is missing altogether; else of the nearest part above it. */
  placeOf(pointer: string): Place | null {
    const exact = this.places.get(pointer);
    if (exact !== undefined) return exact;
    for (const [inner, place] of this.places)
      if (inner.startsWith(`${pointer}/`) && pointer !== '') return place;
    for (let at = pointer; at !== '';) {
      at = at.slice(0, at.lastIndexOf('/'));
      const place = this.places.get(at);
      if (place !== undefined) return place;
    }
    return null;
  }
}

const words = ([zh, en]: readonly [string, string]) => ({ zh, en });
