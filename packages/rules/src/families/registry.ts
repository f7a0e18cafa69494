import type { Score } from '../format/score.js';
import { checklist } from './checklist.js';
import { choice } from './choice.js';
import { efficacy } from './efficacy.js';
import type { Family } from './family.js';
import { inverse } from './inverse.js';
import { judged } from './judged.js';
import { linear } from './linear.js';
import { proportion } from './proportion.js';
import { ranked } from './ranked.js';
import { recordsWorth } from './records-worth.js';
import { relative } from './relative.js';
import { steps } from './steps.js';
import { tally } from './tally.js';
import { threshold } from './threshold.js';
import { tiers } from './tiers.js';

type Families = { readonly [M in Score['method']]: Family<Extract<Score, { method: M }>> };

const families: Families = {
  proportion,
  inverse,
  threshold,
  checklist,
  linear,
  steps,
  tally,
  tiers,
  choice,
  'records-worth': recordsWorth,
  relative,
  efficacy,
  ranked,
  judged,
};

/** The family of a score's method. */
export const familyOf = (score: Score): Family<Score> =>
  // The map pairs each method with the family of its own parameters; TypeScript cannot follow the pairing.
  families[score.method] as Family<Score>;

/** Whether the points depend on the other units of the cohort. */
export function comparesUnits(score: Score): boolean {
  if (score.method === 'relative' || score.method === 'ranked') return true;
  return score.method === 'efficacy' && (score.low === 'cohort' || score.high === 'cohort');
}
