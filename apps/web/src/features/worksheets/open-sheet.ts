import type { FactCell, WorksheetResponse } from '@heng/contracts';
import type { Locale, RuleBook } from '@heng/rules';
import i18next from 'i18next';
import { ApiError } from '../../platform/api-error.js';
import { randomKey } from '../../platform/random-key.js';
import { Autosave, type Edit, type SaveCells, type SaveEvents, type Side } from './autosave.js';
import { factText } from './fact-content.js';
import { factColumns, type PlacedFact } from './fact-columns.js';
import type { CellContent } from './grid/grid-column.js';
import { GridStore, type CellAddress } from './grid/grid-store.js';
import { LiveAssessment } from './live-assessment.js';

export type Conflict = {
  readonly mine: CellContent;
  readonly current: FactCell;
  /** What both sides started from. */
  readonly base: FactCell;
  readonly cell: CellAddress;
};
export type SheetNotice = {
  readonly waitingForReason: number;
  readonly conflicts: readonly Conflict[];
  readonly failure: unknown;
  /** What the server refused last, in words; empty after the next edit. */
  readonly refusal: string;
};

type Input = {
  readonly book: RuleBook;
  readonly worksheet: WorksheetResponse;
  readonly facts: readonly PlacedFact[];
  readonly side: Side;
  readonly locale: Locale;
  readonly save: SaveCells;
};

/** An open sheet: cells, their saving and the live assessment, tied together. Screens subscribe to `notice`. */
export class OpenSheet {
  readonly store: GridStore;
  readonly live: LiveAssessment;
  readonly autosave: Autosave;
  private readonly rows: ReadonlyMap<string, number>;
  private readonly columns: ReadonlyMap<string, number>;
  private readonly listeners = new Set<() => void>();
  private edited = false;
  private noticed: SheetNotice = { waitingForReason: 0, conflicts: [], failure: null, refusal: '' };

  constructor(private readonly input: Input) {
    const { book, worksheet, facts, side, locale, save } = input;
    this.rows = new Map(worksheet.units.map(({ code }, row) => [code, row]));
    this.columns = new Map(facts.map(({ fact }, column) => [fact.id, column]));
    const cells = new Map(worksheet.cells.map((cell) => [`${cell.unit}/${cell.fact}`, cell]));
    this.store = new GridStore(
      factColumns({ facts, enterable: worksheet.enterable, side, locale }),
      worksheet.units.map(({ code }) =>
        facts.map((placed) => this.contentOf(placed, cells.get(`${code}/${placed.fact.id}`))),
      ),
    );
    this.live = new LiveAssessment(book, worksheet, side, 150);
    this.autosave = new Autosave({
      side,
      cells: worksheet.cells,
      save,
      newKey: randomKey,
      delayMs: 500,
      retryMs: 5000,
      events: this.events(),
      worthRetrying: (error) =>
        error instanceof ApiError && (error.status === 0 || error.status >= 500 || error.status === 401),
    });
    this.store.onChange((changes, origin) => {
      if (origin === 'server') return;
      this.edited = true;
      if (this.noticed.refusal !== '') this.say({ refusal: '' });
      const edits: Edit[] = [];
      const invalid: CellAddress[] = [];
      for (const { row, column, to } of changes) {
        const [unit, fact] = [this.unit(row), this.fact(column)];
        const valid = this.store.problem(row, column) === null;
        // What the rule book refuses is neither sent nor assessed; it stays on the screen, red.
        this.live.change(unit, fact, valid ? to.value : null);
        if (valid) edits.push({ unit, fact, value: to.value });
        else {
          this.autosave.drop(unit, fact);
          invalid.push({ row, column });
        }
      }
      this.store.mark(invalid, 'error');
      this.autosave.edit(edits);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly notice = (): SheetNotice => this.noticed;

  unit(row: number): string {
    return this.input.worksheet.units[row]?.code ?? '';
  }

  fact(column: number): string {
    return this.input.facts[column]?.fact.id ?? '';
  }

  /** Settles a conflict: mine is written again on top of theirs, or theirs replaces mine. */
  settle(conflict: Conflict, keep: 'mine' | 'theirs'): void {
    const { row, column } = conflict.cell;
    const placed = this.input.facts[column];
    this.say({ conflicts: this.noticed.conflicts.filter((other) => other !== conflict) });
    if (keep === 'mine') {
      this.store.mark([conflict.cell], 'dirty');
      this.autosave.edit([{ unit: this.unit(row), fact: this.fact(column), value: conflict.mine.value }]);
    } else if (placed) {
      this.store.replace(row, column, this.contentOf(placed, conflict.current));
      this.live.adopt(conflict.current);
    }
  }

  /** Sends what waits. Resolves to whether anything was edited here, so that the sheet must be asked for again. */
  async dispose(): Promise<boolean> {
    this.live.dispose();
    await this.autosave.flush();
    return this.edited;
  }

  private contentOf({ fact }: PlacedFact, cell: FactCell | undefined): CellContent {
    if (cell === undefined) return { text: '', value: null };
    if (cell.notApplicable !== null)
      return { text: i18next.getFixedT(this.input.locale)('fact.notApplicable'), value: null };
    const value = cell[this.input.side];
    return { text: factText(fact, value, this.input.locale), value };
  }

  private place({ row, column }: CellAddress): string {
    const title = this.store.columns[column]?.title ?? '';
    return `${this.input.worksheet.units[row]?.name ?? ''} · ${title}`;
  }

  private address(unit: string, fact: string): CellAddress | null {
    const [row, column] = [this.rows.get(unit), this.columns.get(fact)];
    return row === undefined || column === undefined ? null : { row, column };
  }

  private addresses(cells: readonly { unit: string; fact: string }[]): CellAddress[] {
    return cells.flatMap(({ unit, fact }) => this.address(unit, fact) ?? []);
  }

  private events(): SaveEvents {
    const { locale } = this.input;
    return {
      saving: (edits) => this.store.mark(this.addresses(edits), 'saving'),
      saved: (cells) => {
        this.store.mark(this.addresses(cells), 'saved');
        this.say({ failure: null });
      },
      conflicts: (conflicts) => {
        const found = conflicts.flatMap(({ mine, current, base }): Conflict[] => {
          const cell = this.address(mine.unit, mine.fact);
          return cell ? [{ cell, current, base, mine: this.store.content(cell.row, cell.column) }] : [];
        });
        this.store.mark(
          found.map(({ cell }) => cell),
          'conflict',
        );
        this.say({ conflicts: [...this.noticed.conflicts, ...found] });
      },
      refused: (refused) => {
        for (const { change, problems } of refused) {
          const cell = this.address(change.unit, change.fact);
          const message = problems[0]?.message;
          if (!cell || !message) continue;
          const sentence = locale === 'en' ? message.en : message.zh;
          this.store.refuse(cell.row, cell.column, sentence);
          this.say({ refusal: `${this.place(cell)}: ${sentence}` });
        }
      },
      failed: (edits, failure) => {
        this.store.mark(this.addresses(edits), 'error');
        this.say({ failure });
      },
      reasonNeeded: (waitingForReason) => this.say({ waitingForReason }),
    };
  }

  private say(news: Partial<SheetNotice>): void {
    this.noticed = { ...this.noticed, ...news };
    this.listeners.forEach((listener) => listener());
  }
}
