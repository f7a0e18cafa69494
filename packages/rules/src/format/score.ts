import { z } from 'zod';
import { Checklist } from '../families/checklist.js';
import { Choice } from '../families/choice.js';
import { Efficacy } from '../families/efficacy.js';
import { Inverse } from '../families/inverse.js';
import { Judged } from '../families/judged.js';
import { Linear } from '../families/linear.js';
import { Proportion } from '../families/proportion.js';
import { Ranked } from '../families/ranked.js';
import { RecordsWorth } from '../families/records-worth.js';
import { Relative } from '../families/relative.js';
import { Steps } from '../families/steps.js';
import { Tally } from '../families/tally.js';
import { Threshold } from '../families/threshold.js';
import { Tiers } from '../families/tiers.js';

/** How the number becomes points: one method family, each in its own file under `families/`. */
export const Score = z.discriminatedUnion('method', [
  Proportion,
  Inverse,
  Threshold,
  Checklist,
  Linear,
  Steps,
  Tally,
  Tiers,
  Choice,
  RecordsWorth,
  Relative,
  Efficacy,
  Ranked,
  Judged,
]);
export type Score = z.infer<typeof Score>;
