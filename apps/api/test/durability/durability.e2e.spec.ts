import { killRounds, type KillRounds } from './kill-rounds.js';
import { inScratchFolder } from './scratch-folder.js';

const after = (kill: KillRounds['kill'], acknowledge: KillRounds['acknowledge'], rounds: number) =>
  inScratchFolder((folder) => killRounds({ kill, acknowledge, rounds, folder }));

it('loses nothing it has acknowledged when Node is killed, and its server is taken over', async () => {
  const { acknowledged, ...rest } = await after('node', 'after', 3);
  expect(acknowledged).toBeGreaterThanOrEqual(90);
  expect(rest).toMatchObject({ lost: 0, torn: 0, adopted: 3 });
}, 40_000);

it('loses nothing it has acknowledged when everything is killed, and the server recovers', async () => {
  const { acknowledged, ...rest } = await after('tree', 'after', 3);
  expect(acknowledged).toBeGreaterThanOrEqual(90);
  expect(rest).toMatchObject({ lost: 0, torn: 0, adopted: 0 });
}, 40_000);

it.each(['node', 'tree'] as const)(
  'control: would see what is acknowledged too early (%s)',
  async (kill) => {
    const { lost, torn } = await after(kill, 'before', 3);
    expect(lost).toBeGreaterThan(0);
    expect(torn).toBe(0);
  },
  40_000,
);
