import type { Rounding } from '../../src/format/primitives.js';
import type { Dice } from './dice.js';

/** Few numbers, used for facts, targets, bands and lines alike, so that edges, halves, zeros and ties are frequent. */
const common = ['0', '1', '2', '3', '5', '0.5', '1.5', '2.5', '4', '10'] as const;
const rare = ['0.25', '0.125', '7.5', '0.3', '0.05', '1.005', '20', '50', '0.3333', '12.345', '100'] as const;

/** As long as the format lets them be. */
const extreme = [
  '999999999999999',
  '0.00000000000000000001',
  '123456789012345.01234567890123456789',
  '0.9999999999',
] as const;

export const amount = (dice: Dice): string =>
  dice.happens(80) ? dice.one(common) : dice.happens(95) ? dice.one(rare) : dice.one(extreme);
export const positive = (dice: Dice): string => {
  const found = amount(dice);
  return found === '0' ? '1' : found;
};
/** Now and then below zero. */
export const signed = (dice: Dice): string => {
  const found = amount(dice);
  return found !== '0' && dice.happens(25) ? `-${found}` : found;
};
/** Weights, of which some but not all are zero. `number` makes the others. */
export const weights = (dice: Dice, count: number, number: () => string): string[] =>
  Array.from({ length: count }, (_, index) => (index > 0 && dice.happens(12) ? '0' : number()));
export const percentage = (dice: Dice): string => (dice.happens(80) ? dice.one(common) : dice.one(rare));
export const share = (dice: Dice): string => dice.one(['0', '0.1', '0.25', '0.5', '0.6', '0.75', '0.9', '1']);

export function rounding(dice: Dice): Rounding {
  const mode = dice.one(['half-up', 'half-even', 'down', 'up'] as const);
  return dice.happens(60)
    ? { mode, digits: dice.one([0, 1, 2, 2, 4]) }
    : { mode, step: dice.one(['0.5', '0.25', '0.1', '1', '0.3', '5']) };
}

export type Edges = { from?: string; fromIncluded?: boolean; to?: string; toIncluded?: boolean };

/** Bands that touch, ascend and give each edge to one of them; the outer ends are open or not. */
export function bands(dice: Dice, withSingles = true): Edges[] {
  const cuts = ascendingCuts(dice, dice.between(1, 4));
  const edges: Edges[] = [];
  let start: { from?: string; fromIncluded?: boolean } = dice.happens(75)
    ? {}
    : { from: dice.one(['-10', '-0.5']), ...(dice.happens(50) ? { fromIncluded: dice.happens(50) } : {}) };
  for (const cut of cuts) {
    const isBelow = dice.happens(35);
    edges.push({
      ...start,
      to: cut,
      ...(isBelow ? { toIncluded: true } : dice.happens(20) ? { toIncluded: false } : {}),
    });
    start = {
      from: cut,
      ...(isBelow ? { fromIncluded: false } : dice.happens(20) ? { fromIncluded: true } : {}),
    };
    if (withSingles && !isBelow && dice.happens(12)) {
      // A band of a single number, `= 3`.
      edges.push({ from: cut, to: cut, toIncluded: true });
      start = { from: cut, fromIncluded: false };
    }
  }
  edges.push(
    dice.happens(80) ? start : { ...start, to: '1000', ...(dice.happens(50) ? { toIncluded: true } : {}) },
  );
  return edges;
}

/** Numbers of the pool in ascending order, each once. */
export function ascendingCuts(dice: Dice, count: number): string[] {
  const order = ['0', '0.5', '1', '1.5', '2', '2.5', '3', '4', '5', '7.5', '10', '20', '50', '100'];
  const chosen = new Set(Array.from({ length: count }, () => dice.one(order)));
  return order.filter((cut) => chosen.has(cut));
}
