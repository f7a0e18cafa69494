import type { FactCell, WorksheetResponse } from '@heng/contracts';
import {
  compile,
  type AssessedUnit,
  type ExplainableAssessment,
  type FactValue,
  type RuleBook,
} from '@heng/rules';
import type { Side } from './autosave.js';
import { assessedUnits } from './worksheet-data.js';

/**
 * The totals and ranks of the sheet as it stands on the screen, by the same engine that computes the official ones.
 * Changes are gathered for a moment, so that quick typing never waits for the sums.
 */
export class LiveAssessment {
  private readonly assess: (units: readonly AssessedUnit[]) => ExplainableAssessment;
  private readonly units: AssessedUnit[];
  private readonly rows: ReadonlyMap<string, number>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private latest: ExplainableAssessment | null = null;

  constructor(
    book: RuleBook,
    worksheet: WorksheetResponse,
    private readonly side: Side,
    private readonly pauseMs: number,
  ) {
    const engine = compile(book);
    const previous = assessedUnits(worksheet.units, worksheet.previous);
    this.assess = (units) => engine.assess(units, { basis: side, previous });
    this.units = assessedUnits(worksheet.units, worksheet.cells);
    this.rows = new Map(this.units.map(({ code }, row) => [code, row]));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    if (this.latest === null) this.schedule();
    return () => void this.listeners.delete(listener);
  };

  /** The last finished run; null before the first. */
  readonly current = (): ExplainableAssessment | null => this.latest;

  change(unit: string, fact: string, value: FactValue | null): void {
    this.put(unit, fact, (before) => ({ ...before, [this.side]: value }));
  }

  adopt({ unit, fact, declared, verified, notApplicable }: FactCell): void {
    this.put(unit, fact, () => ({ declared, verified, ...(notApplicable !== null && { notApplicable }) }));
  }

  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private put(
    code: string,
    fact: string,
    next: (before: AssessedUnit['facts'][string]) => AssessedUnit['facts'][string],
  ): void {
    const row = this.rows.get(code);
    const unit = row === undefined ? undefined : this.units[row];
    if (row === undefined || unit === undefined) return;
    const { notApplicable: _, ...before } = unit.facts[fact] ?? {};
    this.units[row] = { ...unit, facts: { ...unit.facts, [fact]: next(before) } };
    this.schedule();
  }

  private schedule(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.latest = this.assess([...this.units]);
      this.listeners.forEach((listener) => listener());
    }, this.pauseMs);
  }
}
