import type { FactKind } from '../format/fact.js';
import type { DecimalText } from '../format/primitives.js';

/** Minutes that it takes to find out, write down and check one fact of one unit, and to prepare one proof of it. */
export type MinutesTable = {
  readonly kinds: Readonly<Record<FactKind, DecimalText>>;
  /** For each fact that asks for evidence. */
  readonly evidence: DecimalText;
};

/**
 * Our own estimates (◇), to be adapted locally; no document states any. A fact whose book gives `minutes` takes these instead, proof included.
 * Lists are reckoned at five entries, reviews at one unit's part of the meeting.
 */
export const defaultMinutes: MinutesTable = {
  kinds: {
    number: '3',
    percent: '4',
    boolean: '1',
    choice: '1',
    date: '1',
    records: '15',
    ballots: '10',
    panel: '10',
    raters: '10',
  },
  evidence: '10',
};
