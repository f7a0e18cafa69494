import { jest } from '@jest/globals';
import type { FactCell, SaveCellsRequest, SaveCellsResponse } from '@heng/contracts';
import { Autosave, type SaveEvents } from './autosave.js';
import { emptyFactCell } from './worksheet-data.js';

const unit = '330100001000';
const cell = (fact: string, more: Partial<FactCell> = {}): FactCell => ({
  ...emptyFactCell(unit, fact),
  ...more,
});
const nothing: SaveCellsResponse = { saved: [], conflicts: [], refused: [] };

function anAutosave(
  cells: readonly FactCell[],
  answers: (request: SaveCellsRequest) => SaveCellsResponse | Error,
) {
  const sent: { request: SaveCellsRequest; key: string }[] = [];
  const heard: string[] = [];
  const needed: number[] = [];
  const events: SaveEvents = {
    saving: () => heard.push('saving'),
    saved: () => heard.push('saved'),
    conflicts: () => heard.push('conflicts'),
    refused: () => heard.push('refused'),
    failed: () => heard.push('failed'),
    reasonNeeded: (count) => needed.push(count),
  };
  let keys = 0;
  const autosave = new Autosave({
    side: 'verified',
    cells,
    delayMs: 500,
    retryMs: 5000,
    newKey: () => `key-${(keys += 1)}`,
    worthRetrying: () => true,
    events,
    save: (request, key) => {
      sent.push({ request, key });
      const answer = answers(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  return { autosave, sent, heard, needed };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('Autosave', () => {
  it('sends what was typed in half a second as one batch, with versions', async () => {
    const { autosave, sent } = anAutosave([cell('a', { version: 4, declared: '1' })], () => nothing);
    autosave.edit([{ unit, fact: 'a', value: '1' }]);
    autosave.edit([{ unit, fact: 'b', value: '2' }]);
    await jest.advanceTimersByTimeAsync(499);
    expect(sent).toHaveLength(0);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent.map(({ request }) => request.changes)).toEqual([
      [
        { unit, fact: 'a', side: 'verified', value: '1', version: 4 },
        { unit, fact: 'b', side: 'verified', value: '2', version: 0 },
      ],
    ]);
  });

  it('sends a failed batch again under the same key', async () => {
    let failures = 1;
    const { autosave, sent, heard } = anAutosave([], () => (failures-- > 0 ? new Error('away') : nothing));
    autosave.edit([{ unit, fact: 'a', value: '1' }]);
    await jest.advanceTimersByTimeAsync(6000);
    expect(sent.map(({ key }) => key)).toEqual(['key-1', 'key-1']);
    expect(heard).toEqual(['saving', 'failed', 'saving', 'saved']);
    expect(autosave.unsaved).toBe(0);
  });

  it('waits for a reason before a verified value is changed', async () => {
    const { autosave, sent, needed } = anAutosave([cell('a', { version: 1, verified: '3' })], () => nothing);
    autosave.edit([{ unit, fact: 'a', value: '4' }]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toHaveLength(0);
    expect(needed[needed.length - 1]).toBe(1);
    autosave.giveReason('核对台账');
    await jest.advanceTimersByTimeAsync(10);
    expect(sent[0]?.request.changes[0]).toMatchObject({ value: '4', reason: '核对台账', version: 1 });
  });

  it('asks for nothing when the edit was undone', async () => {
    const { autosave, sent, needed, heard } = anAutosave(
      [cell('a', { version: 1, verified: '3' })],
      () => nothing,
    );
    autosave.edit([{ unit, fact: 'a', value: '4' }]);
    autosave.edit([{ unit, fact: 'a', value: '3' }]);
    await jest.advanceTimersByTimeAsync(2000);
    expect(sent).toHaveLength(0);
    expect(needed[needed.length - 1]).toBe(0);
    expect(heard).toEqual(['saved']);
  });

  it('bases the next edit on what stands after a conflict', async () => {
    const current = cell('a', { version: 7, declared: '5' });
    const { autosave, sent, heard } = anAutosave([], ({ changes }) => ({
      ...nothing,
      conflicts: changes.map((mine) => ({ mine, current })).filter(({ mine }) => mine.version !== 7),
    }));
    autosave.edit([{ unit, fact: 'a', value: '1' }]);
    await jest.advanceTimersByTimeAsync(600);
    expect(heard).toContain('conflicts');
    autosave.edit([{ unit, fact: 'a', value: '1' }]);
    await jest.advanceTimersByTimeAsync(600);
    expect(sent[1]?.request.changes[0]?.version).toBe(7);
  });
});
