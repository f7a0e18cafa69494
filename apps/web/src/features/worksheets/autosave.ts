import type { CellChange, FactCell, SaveCellsRequest, SaveCellsResponse } from '@heng/contracts';
import { canonicalJson, type FactValue } from '@heng/rules';
import { cellKey, emptyFactCell } from './worksheet-data.js';

export type Side = CellChange['side'];
export type Edit = { readonly unit: string; readonly fact: string; readonly value: FactValue | null };
export type SaveCells = (request: SaveCellsRequest, idempotencyKey: string) => Promise<SaveCellsResponse>;

/** A conflict with the cell that both sides started from. */
export type BasedConflict = SaveCellsResponse['conflicts'][number] & { readonly base: FactCell };

/** What happened to cells, for the grid's triangles and the status bar. */
export type SaveEvents = {
  readonly saving: (edits: readonly Edit[]) => void;
  readonly saved: (cells: readonly FactCell[]) => void;
  readonly conflicts: (conflicts: readonly BasedConflict[]) => void;
  readonly refused: (refused: SaveCellsResponse['refused']) => void;
  /** The server could not be asked; the edits stay and are sent again. */
  readonly failed: (edits: readonly Edit[], error: unknown) => void;
  /** Verified values that exist are about to change: a reason is needed before they can be sent. */
  readonly reasonNeeded: (count: number) => void;
};

type Options = {
  readonly side: Side;
  readonly cells: readonly FactCell[];
  readonly save: SaveCells;
  readonly newKey: () => string;
  readonly events: SaveEvents;
  readonly delayMs: number;
  readonly retryMs: number;
  /** Whether the same batch may succeed later: the network was away, not the permission. */
  readonly worthRetrying: (error: unknown) => boolean;
};

const largestBatch = 2000;

/**
 * Collects edits and sends them in batches, one at a time, each cell with the version it is based on.
 * An edit is kept until the server has answered for it; a failed batch is sent again under the same idempotency key.
 */
export class Autosave {
  private readonly base: Map<string, FactCell>;
  private readonly waiting = new Map<string, Edit>();
  private readonly withoutReason = new Map<string, Edit>();
  private readonly reasons = new Map<string, string>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private flight: { readonly key: string; readonly request: SaveCellsRequest } | null = null;
  private sending = false;

  constructor(private readonly options: Options) {
    this.base = new Map(options.cells.map((cell) => [cellKey(cell.unit, cell.fact), cell]));
  }

  /** The cell as the server last confirmed it. */
  confirmed(unit: string, fact: string): FactCell {
    return this.base.get(cellKey(unit, fact)) ?? emptyFactCell(unit, fact);
  }

  get unsaved(): number {
    return this.waiting.size + this.withoutReason.size + (this.flight?.request.changes.length ?? 0);
  }

  edit(edits: readonly Edit[]): void {
    const restored: FactCell[] = [];
    for (const edit of edits) {
      const key = cellKey(edit.unit, edit.fact);
      this.waiting.delete(key);
      this.withoutReason.delete(key);
      const confirmed = this.confirmed(edit.unit, edit.fact);
      const { verified, notApplicable } = confirmed;
      // Undone before it was sent: there is nothing to save and no reason to ask for.
      if (!this.underWay(edit) && notApplicable === null && same(confirmed[this.options.side], edit.value)) {
        restored.push(confirmed);
        continue;
      }
      const decided = this.options.side === 'verified' && (verified !== null || notApplicable !== null);
      (decided && !this.reasons.has(key) ? this.withoutReason : this.waiting).set(key, edit);
    }
    if (restored.length > 0) this.options.events.saved(restored);
    this.options.events.reasonNeeded(this.withoutReason.size);
    if (this.waiting.size > 0) this.schedule(this.options.delayMs);
  }

  /** Forgets an edit that became invalid or that its author gave up. */
  drop(unit: string, fact: string): void {
    this.waiting.delete(cellKey(unit, fact));
    this.withoutReason.delete(cellKey(unit, fact));
    this.options.events.reasonNeeded(this.withoutReason.size);
  }

  giveReason(reason: string): void {
    for (const [key, edit] of this.withoutReason) {
      this.reasons.set(key, reason);
      this.waiting.set(key, edit);
    }
    this.withoutReason.clear();
    this.options.events.reasonNeeded(0);
    this.schedule(0);
  }

  /** Takes over what the server has; after a conflict the next edit is based on it. */
  adopt(cell: FactCell): void {
    this.base.set(cellKey(cell.unit, cell.fact), cell);
  }

  /** Sends at once, such as when the page is left. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.sending || (this.flight === null && this.waiting.size === 0)) return;
    this.sending = true;
    this.flight ??= this.takeOff();
    const { key, request } = this.flight;
    this.options.events.saving(request.changes);
    try {
      const answer = await this.options.save(request, key);
      this.flight = null;
      this.land(answer);
    } catch (error) {
      this.options.events.failed(request.changes, error);
      if (this.options.worthRetrying(error)) this.schedule(this.options.retryMs);
    } finally {
      this.sending = false;
    }
    if (this.waiting.size > 0 && this.timer === null) this.schedule(this.options.delayMs);
  }

  dispose(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private underWay({ unit, fact }: Edit): boolean {
    return (
      this.flight?.request.changes.some((change) => change.unit === unit && change.fact === fact) ?? false
    );
  }

  private takeOff(): { key: string; request: SaveCellsRequest } {
    const edits = [...this.waiting.entries()].slice(0, largestBatch);
    for (const [key] of edits) this.waiting.delete(key);
    const changes = edits.map(([key, { unit, fact, value }]): CellChange => {
      const reason = this.reasons.get(key);
      this.reasons.delete(key);
      const { version } = this.confirmed(unit, fact);
      return { unit, fact, side: this.options.side, value, version, ...(reason !== undefined && { reason }) };
    });
    return { key: this.options.newKey(), request: { changes } };
  }

  private land({ saved, conflicts, refused }: SaveCellsResponse): void {
    const based = conflicts.map((each) => ({
      ...each,
      base: this.confirmed(each.mine.unit, each.mine.fact),
    }));
    saved.forEach((cell) => this.adopt(cell));
    conflicts.forEach(({ current }) => this.adopt(current));
    const { events } = this.options;
    // A cell typed into again while it was under way is still unsaved.
    events.saved(saved.filter(({ unit, fact }) => !this.waiting.has(cellKey(unit, fact))));
    if (based.length > 0) events.conflicts(based);
    if (refused.length > 0) events.refused(refused);
  }

  private schedule(delayMs: number): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.flush();
    }, delayMs);
  }
}

const same = (a: FactValue | null, b: FactValue | null): boolean => canonicalJson(a) === canonicalJson(b);
