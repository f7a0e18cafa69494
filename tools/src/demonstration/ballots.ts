import type { Draw } from './draw.js';
import { inLine, type Strength } from './strength.js';
import { percentOf } from './whole-numbers.js';

/** Votes 优、良、中、差 of so many voters. */
export function ballots(draw: Draw, strength: Strength, voters: number): Record<string, string> {
  const excellent = percentOf(voters, inLine(draw, strength, { worst: 15, best: 90, spread: 6, most: 100 }));
  const good = percentOf(voters - excellent, draw.whole(55, 85));
  const fair = percentOf(voters - excellent - good, draw.whole(60, 90));
  const poor = voters - excellent - good - fair;
  return { excellent: String(excellent), good: String(good), fair: String(fair), poor: String(poor) };
}
