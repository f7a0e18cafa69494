import { ambiguitiesOf, executableOf } from './ambiguities/ambiguities-of.js';
import { clausesOf } from './clause-parser.js';
import { compose } from './compose/compose.js';
import { settle } from './compose/settle.js';
import { tokensOf } from './lexer.js';
import { methodsOf, parametersOf } from './parameters.js';
import { piecesOfKind, sayingsOf } from './saying.js';
import type { Clause, Phrase } from './phrase.js';
import type { NaturalContext, Confidence, NaturalReading } from './reading.js';
import type { Bound } from './statement.js';
import { isSurprising } from './surprises.js';
import { unreadOf } from './unread.js';

/** Longer texts are no clauses; what is cut off is reported as unread. */
export const longestClause = 20_000;

/** Real clauses stay far below these; a text beyond them is read up to here, and the rest is reported as unread. */
const mostTokens = 8_000;
const mostSayings = 300;

/**
 * Reads a scoring clause as people write it.
 *
 * @param text one clause, or the whole standard of an item, as found
 * @param context name or requirement and full points of the item, as far as the table around the clause says them
 * @returns statements with the place of every part, labels, what the author left open, and what was not understood.
 *   Nothing is guessed in silence: what looks like scoring and was not understood stands in `unread` and makes the
 *   reading `unsure`
 */
export function readNatural(text: string, context: NaturalContext = {}): NaturalReading {
  const { clauses, sayings, end } = readable(text);
  const said = text.slice(0, end);
  const indicator = (context.indicator ?? '').slice(0, 2000);
  const points = context.points === null || context.points === undefined ? null : String(context.points);
  const indicatorBounds = boundsIn(phrasesOf(clausesOf(tokensOf(indicator))));
  const demand = indicatorBounds.length === 1 ? (indicatorBounds[0] ?? null) : null;
  const composed = compose({ text: said, sayings, indicator, demand, points });
  const statements = settle(composed.statements, sayings, said);
  const methods = methodsOf(statements);
  const textBounds = boundsIn(phrasesOf(clauses));
  const ambiguities = ambiguitiesOf({
    text: said,
    indicator,
    points,
    sayings,
    statements,
    textBounds,
    indicatorBounds,
  });
  const second = unreadOf({ text: said, clauses, statements, left: composed.left });
  const unread = end < text.length ? [...second.unread, { start: end, end: text.length }] : second.unread;
  return {
    statements,
    methods,
    parameters: parametersOf(statements),
    ambiguities,
    executable: executableOf(methods, ambiguities, points),
    confidence: confidenceOf(
      unread.length > 0 ||
        second.isPriceGuessed ||
        second.isPartial ||
        composed.isDoubtful ||
        statements.some((statement) => isSurprising(statement, said)),
      composed.hasGuess,
    ),
    unread,
  };
}

/** Phrases and sayings of a text, and up to where it was read. */
function readable(text: string) {
  const all = tokensOf(text.slice(0, longestClause));
  const tokens = all.slice(0, mostTokens);
  const clauses = clausesOf(tokens);
  const found = sayingsOf(clauses, text);
  const sayings = found.slice(0, mostSayings);
  const next = found[mostSayings]?.span.start ?? all[mostTokens]?.startOffset;
  const end = next ?? Math.min(text.length, longestClause);
  return { clauses, sayings, end };
}

const confidenceOf = (isUnsure: boolean, hasGuess: boolean): Confidence =>
  isUnsure ? 'unsure' : hasGuess ? 'likely' : 'certain';

const phrasesOf = (clauses: readonly Clause[]): readonly Phrase[] =>
  clauses.flatMap(({ phrases }) => phrases);

const boundsIn = (phrases: readonly Phrase[]): readonly Bound[] =>
  piecesOfKind(phrases, 'bound').map(({ bound }) => bound);
