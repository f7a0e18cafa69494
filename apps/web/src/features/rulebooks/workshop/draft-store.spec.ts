import { jest } from '@jest/globals';
import type { RuleBookDraftResponse } from '@heng/contracts';
import { ApiError } from '../../../platform/api-error.js';
import { DraftStore, type DraftServer } from './draft-store.js';

const answer = (version: number, document: unknown): RuleBookDraftResponse => ({
  id: '0d4d1c5e-7a52-4f51-8d0e-111111111111',
  key: 'book',
  bookVersion: '1.0',
  title: { zh: '细则', en: 'Book' },
  year: 2026,
  status: 'draft',
  hash: 'x',
  version,
  changedBy: '王主席',
  changedAt: '2026-11-01T00:00:00Z',
  review: null,
  amends: null,
  supersededBy: null,
  document,
  problems: [],
  findings: [],
});
const stale = () =>
  new ApiError({ code: 'STALE_VERSION', status: 412, message: { zh: '别人改过', en: 'changed' } });

/** A server that holds one document and one version, and refuses a version that is not its own. */
function aServer(document: unknown): DraftServer & { held: RuleBookDraftResponse; down: boolean } {
  const server = {
    held: answer(1, document),
    down: false,
    load: () => Promise.resolve(server.held),
    save: async (next: unknown, version: number) => {
      await Promise.resolve();
      if (server.down) throw new ApiError({ code: 'OFFLINE', status: 0, message: { zh: '断网', en: 'off' } });
      if (version !== server.held.version) throw stale();
      server.held = answer(version + 1, next);
      return server.held;
    },
  };
  return server;
}

describe('DraftStore', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());
  const pause = () => jest.advanceTimersByTimeAsync(1000);

  it('saves once the person pauses, the last of what was typed', async () => {
    const server = aServer({ a: 1 });
    const store = new DraftStore(server.held, server);
    store.change({ a: 2 }, 'a');
    await jest.advanceTimersByTimeAsync(900);
    store.change({ a: 3 }, 'a');
    expect(store.snapshot().save.kind).toBe('waiting');
    await jest.advanceTimersByTimeAsync(900);
    expect(server.held.version).toBe(1);
    await pause();
    expect([server.held.version, server.held.document]).toEqual([2, { a: 3 }]);
    expect(store.snapshot().save.kind).toBe('saved');
  });

  it('undoes a whole field at once, and steps of different fields one by one', () => {
    const server = aServer('start');
    const store = new DraftStore(server.held, server);
    for (const [document, field] of [
      ['t', 'title'],
      ['ti', 'title'],
      ['points', 'points'],
      ['moved', null],
      ['moved again', null],
    ] as const)
      store.change(document, field);
    const seen: unknown[] = [];
    while (store.snapshot().canUndo) {
      store.undo();
      seen.push(store.snapshot().document);
    }
    expect(seen).toEqual(['moved', 'points', 'ti', 'start']);
    while (store.snapshot().canRedo) store.redo();
    expect(store.snapshot().document).toBe('moved again');
    store.undo();
    store.change('other');
    expect(store.snapshot().canRedo).toBe(false);
  });

  it('saves what was undone as well', async () => {
    const server = aServer('one');
    const store = new DraftStore(server.held, server);
    store.change('two');
    await pause();
    store.undo();
    await pause();
    expect([server.held.version, server.held.document]).toEqual([3, 'one']);
  });

  it('keeps what is on the screen when a save fails, and saves it with the next try', async () => {
    const server = aServer('one');
    const store = new DraftStore(server.held, server);
    server.down = true;
    store.change('two');
    await pause();
    expect(store.snapshot().save.kind).toBe('failed');
    expect([store.snapshot().document, store.isUnsaved()]).toEqual(['two', true]);
    server.down = false;
    await store.flush();
    expect([server.held.document, store.isUnsaved()]).toEqual(['two', false]);
  });

  it('saves what was typed while a save was on its way, after it', async () => {
    const server = aServer('one');
    const store = new DraftStore(server.held, server);
    store.change('two');
    const first = store.flush();
    store.change('three');
    await first;
    expect([server.held.document, store.snapshot().save.kind]).toEqual(['two', 'waiting']);
    await pause();
    expect([server.held.version, server.held.document]).toEqual([3, 'three']);
  });

  it('shows what someone else saved, writes nothing, and lets mine be written over it', async () => {
    const server = aServer('one');
    const store = new DraftStore(server.held, server);
    server.held = answer(2, 'theirs');
    store.change('mine');
    await pause();
    expect(store.snapshot().save).toEqual({ kind: 'conflict', theirs: server.held });
    expect([server.held.document, store.snapshot().document]).toEqual(['theirs', 'mine']);
    // Typing on in a conflict saves nothing by itself.
    store.change('mine still');
    await pause();
    expect(server.held.document).toBe('theirs');
    await store.keepMine();
    expect([server.held.version, server.held.document]).toEqual([3, 'mine still']);
    expect(store.snapshot().save.kind).toBe('saved');
  });

  it('goes on with theirs when asked to, and undoing gives mine back', async () => {
    const server = aServer('one');
    const store = new DraftStore(server.held, server);
    server.held = answer(2, 'theirs');
    store.change('mine');
    await pause();
    store.takeTheirs();
    expect([store.snapshot().document, store.isUnsaved()]).toEqual(['theirs', false]);
    store.undo();
    await pause();
    expect([server.held.version, server.held.document]).toEqual([3, 'mine']);
  });
});
