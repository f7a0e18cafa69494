import type { Saying } from '../saying.js';
import type { Span, Statement } from '../statement.js';
import { composeCapAfter, composeFloor, composeLimit, composeModifier } from './asides.js';
import { composeFormula } from './formula.js';
import { composeLevels } from './levels.js';
import {
  composeAward,
  composeChecklist,
  composeExemption,
  composeGap,
  composeJudged,
  composeLoss,
  composeOccurrence,
  composeFullAfterCount,
  composePerUnit,
  composeProportion,
  composeUnstated,
} from './prices.js';
import { composeProviso } from './provisos.js';
import { composeRank } from './rank.js';
import type { Composer, Scope } from './scope.js';
import { composeChoices, composeMarginalRates, composeTiers } from './tiers.js';

/** The more a construction asks for, the earlier it is tried. */
const composers: readonly Composer[] = [
  composeFormula,
  composeProviso,
  composeLimit,
  composeCapAfter,
  composeFloor,
  composeRank,
  composeMarginalRates,
  composeJudged,
  composeProportion,
  composeGap,
  composeTiers,
  composeLevels,
  composeChoices,
  composeOccurrence,
  composeFullAfterCount,
  composePerUnit,
  composeChecklist,
  composeUnstated,
  composeExemption,
  composeAward,
  composeLoss,
  composeModifier,
];

export type Composition = {
  readonly statements: readonly Statement[];
  readonly hasGuess: boolean;
  readonly isDoubtful: boolean;
  /** Sayings with a price or a limit that no construction took. */
  readonly left: readonly Span[];
};

/** Reads the sayings of a text from the first to the last, each once. */
export function compose(scope: Scope): Composition {
  const statements: Statement[] = [];
  const left: Span[] = [];
  let [hasGuess, isDoubtful] = [false, false];
  for (let at = 0; at < scope.sayings.length;) {
    const composed = firstOf(scope, at);
    if (composed === null) {
      const saying = scope.sayings[at] as Saying;
      if (saying.price !== null || saying.aside !== null) left.push(saying.span);
      at += 1;
    } else {
      statements.push(...composed.statements);
      hasGuess ||= composed.isGuess === true;
      isDoubtful ||= composed.isDoubtful === true;
      at = Math.max(at + 1, composed.next);
    }
  }
  return { statements, hasGuess, isDoubtful, left };
}

function firstOf(scope: Scope, at: number) {
  for (const composer of composers) {
    const composed = composer(scope, at);
    if (composed !== null) return composed;
  }
  return null;
}
