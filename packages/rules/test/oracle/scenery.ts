import type { Fact } from '../../src/format/fact.js';
import type { Text } from '../../src/format/primitives.js';
import type { Dice } from './dice.js';

export const text = (id: string): Text => ({ zh: `名称${id}`, en: `name ${id}` });
export const named = (id: string) => ({ id, title: text(id) });

/** Facts of one book, by kind, and what a part of the book that is being made may already point at. */
export type Scenery = {
  readonly dice: Dice;
  readonly facts: readonly Fact[];
  /** Indicators made so far: pointing only at these makes no circle. */
  readonly indicators: string[];
  /** Sections finished so far. */
  readonly sections: string[];
  /** No base indicator comes any more, so that the self-gap makes no circle. */
  selfGap: boolean;
};

export const factsOf = <K extends Fact['kind']>(
  { facts }: Pick<Scenery, 'facts'>,
  ...kinds: readonly K[]
): Extract<Fact, { kind: K }>[] =>
  facts.filter((fact): fact is Extract<Fact, { kind: K }> => kinds.some((kind) => kind === fact.kind));

/** Facts of every kind, some of which await a meeting. */
export function randomFacts(dice: Dice): Fact[] {
  const common = (id: string) => ({
    ...named(id),
    source: dice.happens(12) ? ('meeting' as const) : ('ledger' as const),
    enteredBy: text('office'),
  });
  const numbers = dice.many(3, 6, (index): Fact => ({
    ...common(`n${index}`),
    kind: 'number',
    unit: text('unit'),
  }));
  const yes = dice.many(2, 4, (index): Fact => ({ ...common(`b${index}`), kind: 'boolean' }));
  const options = (prefix: string, low: number, high: number) =>
    dice.many(low, high, (index) => named(`${prefix}${index}`));
  return [
    ...numbers,
    ...yes,
    { ...common('p'), kind: 'percent' },
    { ...common('c'), kind: 'choice', options: options('o', 2, 4) },
    {
      ...common('r'),
      kind: 'records',
      levels: options('l', 2, 4),
      ...(dice.happens(70) ? { genres: options('g', 1, 3) } : {}),
    },
    { ...common('d'), kind: 'date' },
    {
      ...common('v'),
      kind: 'ballots',
      // The first two are always valid, as a worth needs two.
      options: options('v', 2, 4).map((option, index) =>
        index > 1 && dice.happens(40) ? { ...option, valid: false } : option,
      ),
    },
    { ...common('j'), kind: 'panel', scale: '10' },
    { ...common('s'), kind: 'raters', scale: '10', groups: options('s', 2, 3) },
  ];
}

export const validOptions = ({ options }: Extract<Fact, { kind: 'ballots' }>) =>
  options.filter(({ valid }) => valid !== false);

/** Around the ends of months, years and leap years. */
export const days = [
  '2026-06-30',
  '2026-07-01',
  '2026-06-29',
  '2024-02-29',
  '2024-03-01',
  '2025-12-31',
  '2026-01-01',
  '2000-02-28',
  '1900-03-01',
] as const;
