import { compile, parseRuleBook, type AssessedUnit, type FactValue } from '@heng/rules';
import { draftIndicator } from './draft-indicator.js';
import type { DraftContext } from './draft-context.js';
import type { Answers } from './question.js';
import { questionsOf } from './questions-of.js';
import { readClause } from './read-clause.js';
import { trialBook } from './trial.js';

/** The usual choice of every question, the given answers first; a number that is asked for is 10. */
export function withUsualChoices(text: string, context: DraftContext, given: Answers = {}): Answers {
  const reading = readClause(text, context);
  let answers = given;
  for (let round = 0; round < 5; round += 1) {
    const open = questionsOf(reading, context, answers).filter(({ id }) => answers[id] === undefined);
    if (open.length === 0) return answers;
    const usual = open.map(({ id, choices, suggested, input }) => {
      const choice = choices.find((each) => each.id === suggested) ?? choices[0];
      const value = input?.kind === 'text' ? '标准' : '10';
      return [
        id,
        choice?.needsValue === true ? { choice: choice.id, value } : { choice: choice?.id ?? '' },
      ] as const;
    });
    answers = { ...Object.fromEntries(usual), ...answers };
  }
  return answers;
}

type Values = Readonly<Record<string, FactValue>>;

/**
 * The points of one unit under the rule that is drafted from a clause, with what its facts hold by title; others of the cohort can be given.
 * For tests: the rule goes through the parser of rule books and the engine, as a published one does.
 */
export function scoredDraft(
  text: string,
  context: DraftContext,
  {
    answers = {},
    values,
    others = [],
    previous,
  }: {
    readonly answers?: Answers;
    readonly values: Values;
    readonly others?: readonly Values[];
    readonly previous?: Values;
  },
): string | null {
  const drafted = draftIndicator(
    readClause(text, context),
    context,
    withUsualChoices(text, context, answers),
  );
  if (!drafted.ok) throw new Error(`open: ${drafted.open.map(({ id }) => id).join(', ')}`);
  const { indicator, facts } = drafted;
  if (indicator === null) throw new Error('the clause scores nothing');
  const needed = facts.map((fact) => ({ fact, trial: { good: '0', tries: [] } }));
  const parsed = parseRuleBook(
    JSON.parse(JSON.stringify(trialBook(indicator, needed, { context, vetoes: drafted.vetoes }))),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const unit = (code: string, own: Values): AssessedUnit => {
    const unknown = Object.keys(own).filter((title) => !facts.some((fact) => fact.title.zh === title));
    if (unknown.length > 0)
      throw new Error(`no fact ${unknown.join(', ')} among ${facts.map(({ title }) => title.zh).join(', ')}`);
    const entries = facts.map((fact) => [fact.id, { verified: own[fact.title.zh] ?? null }]);
    return { code, name: code, type: 'Unit', facts: Object.fromEntries(entries) };
  };
  const units = [unit('X', values), ...others.map((own, at) => unit(`U${at}`, own))];
  const before = previous === undefined ? undefined : { previous: [unit('X', previous)] };
  return compile(parsed.book).assess(units, before).units[0]?.indicators[0]?.points ?? null;
}
