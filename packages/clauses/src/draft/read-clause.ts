import { readCanonicalClause } from '../canonical/index.js';
import { readNatural, type NaturalReading } from '../natural/index.js';
import type { ClauseReading } from './clause-reading.js';
import type { DraftContext } from './draft-context.js';

/**
 * Reads a clause: one that was generated from a rule gives that very rule, any other is read as people write it.
 *
 * @param text one clause, or the whole standard of an item, as found
 * @param context name and points of the item, and the facts that a generated clause can speak of
 */
export function readClause(text: string, context: DraftContext = {}): ClauseReading {
  const read = readCanonicalClause(text, {
    facts: context.facts ?? [],
    indicators: [],
    sections: [],
    rounding: context.rounding ?? null,
  });
  if (read.ok) return { kind: 'canonical', text, read };
  return { kind: 'natural', text, natural: naturalOf(text, context) };
}

/** A fault of the grammar must not cost the clerk her document: the clause is then not understood, and says so. */
function naturalOf(text: string, context: DraftContext): NaturalReading {
  try {
    return readNatural(text, { indicator: itemOf(context), points: context.points });
  } catch {
    return {
      statements: [],
      methods: [],
      parameters: {},
      ambiguities: [],
      executable: 'not-a-scoring-clause',
      confidence: 'unsure',
      unread: [{ start: 0, end: text.length }],
    };
  }
}

/** What the table says about the item, in one text. */
export const itemOf = ({ indicator, requirement }: DraftContext): string =>
  [indicator ?? '', requirement ?? ''].filter((part) => part !== '').join('：');
