import type { Ambiguity, AmbiguityCode } from '../reading.js';
import type { Saying } from '../saying.js';
import type { Bound, Span, Statement } from '../statement.js';

/** What a question to the author is asked of. */
export type Asked = {
  readonly text: string;
  readonly indicator: string;
  readonly points: string | null;
  readonly sayings: readonly Saying[];
  readonly statements: readonly Statement[];
  /** Bounds that the text and the indicator name; read once, asked for by many. */
  readonly textBounds: readonly Bound[];
  readonly indicatorBounds: readonly Bound[];
};

/** Finds one kind of thing the author left open. */
export type Question = (asked: Asked) => readonly Ambiguity[];

export const ask = (code: AmbiguityCode, span: Span): Ambiguity => ({ code, span });

export const ofKind = <Kind extends Statement['kind']>({ statements }: Asked, ...kinds: readonly Kind[]) =>
  statements.filter((statement): statement is Extract<Statement, { kind: Kind }> =>
    (kinds as readonly string[]).includes(statement.kind),
  );

/** One question for all statements of a kind, placed at the first. */
export const askFirst = (code: AmbiguityCode, statements: readonly Statement[]): readonly Ambiguity[] =>
  statements[0] === undefined ? [] : [ask(code, statements[0].span)];
