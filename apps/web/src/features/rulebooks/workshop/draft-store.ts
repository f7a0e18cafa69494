import type { RuleBookDraftResponse } from '@heng/contracts';
import { ApiError } from '../../../platform/api-error.js';

export type SaveState =
  | { readonly kind: 'saved' }
  /** Changed; the save begins when the person pauses. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  /** Kept here and tried again with the next change or on request. */
  | { readonly kind: 'failed'; readonly error: unknown }
  /** Someone else saved first: what stands there, to choose from. */
  | { readonly kind: 'conflict'; readonly theirs: RuleBookDraftResponse };

export type DraftSnapshot = {
  /** As the person has it on the screen. */
  readonly document: unknown;
  /** As the server answered it last. */
  readonly server: RuleBookDraftResponse;
  readonly save: SaveState;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export type DraftServer = {
  readonly save: (document: unknown, version: number) => Promise<RuleBookDraftResponse>;
  readonly load: () => Promise<RuleBookDraftResponse>;
};

type Step = { readonly document: unknown; readonly field: string | null };

const pauseMs = 1000;
const keptSteps = 200;

/**
 * The document in the workshop: every change can be undone, and is saved when the person pauses. Nothing typed is lost by a failed save
 * or by somebody else's; what stands on the screen stays until the person decides.
 */
export class DraftStore {
  private current: Step;
  private past: Step[] = [];
  private future: Step[] = [];
  private server: RuleBookDraftResponse;
  private state: SaveState = { kind: 'saved' };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private seen: DraftSnapshot;

  constructor(
    server: RuleBookDraftResponse,
    private readonly remote: DraftServer,
  ) {
    this.server = server;
    this.current = { document: server.document, field: null };
    this.seen = this.snapshotNow();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): DraftSnapshot => this.seen;

  /** @param field what is being typed into; keystrokes in one field are undone together */
  change(document: unknown, field: string | null = null): void {
    if (document === this.current.document) return;
    if (field === null || field !== this.current.field)
      this.past = [...this.past, this.current].slice(-keptSteps);
    this.future = [];
    this.current = { document, field };
    this.wait();
  }

  undo(): void {
    const before = this.past[this.past.length - 1];
    if (before === undefined) return;
    this.past = this.past.slice(0, -1);
    this.future = [this.current, ...this.future];
    // The field is closed: what is typed next is a step of its own.
    this.current = { document: before.document, field: null };
    this.wait();
  }

  redo(): void {
    const [next, ...others] = this.future;
    if (next === undefined) return;
    this.future = others;
    this.past = [...this.past, this.current];
    this.current = { document: next.document, field: null };
    this.wait();
  }

  /** Saves what is not saved yet, now. Resolves when it is saved, failed or in conflict. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    if (this.running) await this.running;
    if (this.isUnsaved() && this.state.kind !== 'conflict') await this.send();
  }

  isUnsaved(): boolean {
    return this.current.document !== this.server.document;
  }

  /** Of a conflict: write mine over theirs, which stays among the saves. */
  async keepMine(): Promise<void> {
    if (this.state.kind !== 'conflict') return;
    this.server = this.state.theirs;
    this.tell({ kind: 'waiting' });
    await this.flush();
  }

  /** Of a conflict: go on with theirs; mine can be had back by undoing. */
  takeTheirs(): void {
    if (this.state.kind !== 'conflict') return;
    const { theirs } = this.state;
    this.past = [...this.past, this.current].slice(-keptSteps);
    this.future = [];
    this.server = theirs;
    this.current = { document: theirs.document, field: null };
    this.tell({ kind: 'saved' });
  }

  /** The server's answer to a review or a publication, which changed the state of the very document on the screen. */
  adopt(answer: RuleBookDraftResponse): void {
    this.server = { ...answer, document: this.server.document };
    this.tell(this.state);
  }

  /** Ends waiting; what is unsaved stays unsaved. */
  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private wait(): void {
    if (this.state.kind === 'conflict') return this.tell(this.state);
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), pauseMs);
    this.tell({ kind: this.isUnsaved() ? 'waiting' : 'saved' });
  }

  private async send(): Promise<void> {
    const { document } = this.current;
    this.tell({ kind: 'saving' });
    this.running = this.remote
      .save(document, this.server.version)
      // The very object that was sent, so that "unsaved" is a matter of identity.
      .then((answer) => this.saved({ ...answer, document }))
      .catch((error: unknown) => this.refused(error));
    await this.running;
    this.running = null;
  }

  private saved(answer: RuleBookDraftResponse): void {
    this.server = answer;
    // Typed meanwhile: its own pause is running already.
    this.tell({ kind: this.isUnsaved() ? 'waiting' : 'saved' });
  }

  private async refused(error: unknown): Promise<void> {
    if (!(error instanceof ApiError) || error.code !== 'STALE_VERSION')
      return this.tell({ kind: 'failed', error });
    try {
      this.tell({ kind: 'conflict', theirs: await this.remote.load() });
    } catch (cause) {
      this.tell({ kind: 'failed', error: cause });
    }
  }

  private tell(state: SaveState): void {
    this.state = state;
    this.seen = this.snapshotNow();
    for (const listener of this.listeners) listener();
  }

  private snapshotNow(): DraftSnapshot {
    return {
      document: this.current.document,
      server: this.server,
      save: this.state,
      canUndo: this.past.length > 0,
      canRedo: this.future.length > 0,
    };
  }
}
