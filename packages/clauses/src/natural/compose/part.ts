import { boundsOf, firstPoints } from '../saying-facts.js';
import { wordsOf, type Saying } from '../saying.js';
import type { Part, Points } from '../statement.js';
import { lastOf } from '../last-of.js';

/** A saying as a part of a list. */
export const partOf = (saying: Saying, text: string, points: Points = firstPoints(saying)): Part => ({
  words: wordsOf(saying, text),
  bound: boundsOf(saying)[0] ?? null,
  points,
  span: saying.span,
});

/** No real list is longer; a run of sayings is looked at this far, so that reading stays linear. */
export const longestList = 40;

/** From the first to the last of some sayings. */
export const spanOfAll = (sayings: readonly Saying[]) => ({
  start: sayings[0]?.span.start ?? 0,
  end: lastOf(sayings)?.span.end ?? 0,
});
