import { canonicalRule, roleOf, type Indicator, type RuleBook, type Section, type Text } from '@heng/rules';

export type ClauseReading =
  | {
      readonly ok: true;
      readonly indicator: Indicator;
      /** What taking it would change. */
      readonly parts: readonly RulePart[];
    }
  /** The clause is of a bonus, say, and the indicator stands among the deductions. */
  | {
      readonly ok: false;
      readonly kind: 'role';
      readonly said: Section['role'];
      readonly own: Section['role'];
    }
  | {
      readonly ok: false;
      readonly kind: 'unreadable';
      readonly shown: string;
      readonly reason: Text;
      readonly remedy: Text;
    };

const ruleParts = ['points', 'measure', 'score', 'finish', 'notApplicable', 'missing'] as const;
export type RulePart = (typeof ruleParts)[number];

/** Reads a written clause into the indicator that would have it. The reader is loaded when the first clause is read. */
export async function readClause(text: string, indicator: Indicator, book: RuleBook): Promise<ClauseReading> {
  const { clauseContextOf, readCanonicalClause } = await import('@heng/clauses/canonical');
  const answer = readCanonicalClause(text, clauseContextOf(book));
  if (!answer.ok) {
    const { place, reason, remedy } = answer.problem;
    return { ok: false, kind: 'unreadable', shown: text.slice(place.start, place.end), reason, remedy };
  }
  const own = roleOf(indicator, book);
  if (answer.role !== own) return { ok: false, kind: 'role', said: answer.role, own };
  const { points, measure, score, finish, notApplicable, missing } = answer.rule;
  const { finish: _finish, notApplicable: _notApplicable, ...kept } = indicator;
  const read: Indicator = {
    ...kept,
    points,
    measure,
    score,
    missing,
    ...(finish === undefined ? {} : { finish }),
    ...(notApplicable === undefined ? {} : { notApplicable }),
  };
  const now = canonicalRule(indicator, { role: own, rounding: book.rounding.indicator });
  const parts = ruleParts.filter((part) => JSON.stringify(answer.rule[part]) !== JSON.stringify(now[part]));
  return { ok: true, indicator: read, parts };
}
