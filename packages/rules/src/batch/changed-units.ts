import type { IndicatorColumn } from './indicator-column.js';

/** Above this many changed units, one by one takes longer than the whole stretch again. */
const most = 24;
/** So many units of a stretch cost what one unit alone does. */
const perUnit = 32;

/** Finds out which units of a cohort an edit changes: of thousands that are compared, often a few. */
export class ChangedUnits {
  private found: number[] | null = null;
  private points = new Float64Array(0);
  private states = new Uint8Array(0);

  /** Positions; null when they are too many, so that all units of the cohort count as changed. */
  get list(): readonly number[] | null {
    return this.found;
  }

  /** @param position the edited unit, which counts as changed */
  begin(position: number): void {
    this.found = [position];
  }

  /** Works out a column for units `from` to `to` and notes those whose points or states are others than before. */
  during({ points, states, exact }: IndicatorColumn, from: number, to: number, work: () => void): void {
    if (this.found === null || exact !== null || to - from < perUnit) {
      this.found = null;
      work();
      return;
    }
    if (this.points.length < to - from) {
      this.points = new Float64Array(to - from);
      this.states = new Uint8Array(to - from);
    }
    this.points.set(points.subarray(from, to));
    if (states !== null) this.states.set(states.subarray(from, to));
    work();
    const allowed = Math.min(most, (to - from) / perUnit);
    for (let i = from; i < to; i += 1) {
      if (points[i] === this.points[i - from] && (states === null || states[i] === this.states[i - from]))
        continue;
      if (this.found.includes(i)) continue;
      if (this.found.length >= allowed) {
        this.found = null;
        return;
      }
      this.found.push(i);
    }
  }
}
