import type { RegulationPlace, RegulationRow, RegulationSection } from '@heng/contracts';
import type { Answer, Answers, Question, RowStatus, Span } from '@heng/clauses';
import type { RuleBook, Text } from '@heng/rules';

/** One row of the 细则 with what was understood of it. */
export type ProposedRow = {
  readonly key: string;
  readonly item: string;
  readonly points: string | null;
  /** As it stands in the file; null for a row that was added so that the points add up. */
  readonly row: RegulationRow | null;
  readonly state: RowStatus;
  /** The standard as it stands in the file; offsets of the marks are into it. */
  readonly text: string;
  readonly understood: readonly Span[];
  readonly unread: readonly Span[];
  /** The sentence of the drafted rule; null where there is none. */
  readonly clause: Text | null;
  readonly questions: readonly Question[];
  /** Assumptions that were made, why points are given by hand, why the row is left out. */
  readonly reasons: readonly Text[];
  /** Words that no rule holds. */
  readonly leftOut: readonly string[];
};

export type ProposedSection = {
  readonly key: string;
  readonly title: Text;
  readonly role: RegulationSection['role'];
  readonly points: string | null;
  readonly rows: readonly ProposedRow[];
  readonly sections: readonly ProposedSection[];
};

/** What the file does not say for sure. */
export type Head = {
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  readonly id: string;
  /** For which kinds of units. */
  readonly unitTypes: readonly string[];
};

export type LeftOut = { readonly place: string; readonly text: string; readonly reason: Text };

export type Proposal = {
  readonly sections: readonly ProposedSection[];
  /** Questions about the whole: points that are missing or do not add up. */
  readonly questions: readonly Question[];
  /** What the reader of the file noticed. */
  readonly findings: readonly {
    readonly place: RegulationPlace;
    readonly message: Text;
    readonly fix: Text;
  }[];
  readonly notes: readonly Text[];
  readonly leftOut: readonly LeftOut[];
  /** The draft, with the usual choice where nothing was answered; null while something waits that only the author knows. */
  readonly book: RuleBook | null;
  /** Why the parts make no rule book, where nothing waits and still none came of them. */
  readonly problems: readonly Text[];
};

/** All rows of a proposal in the order of the file. */
export const rowsOf = ({ sections }: Pick<ProposedSection, 'sections'>): ProposedRow[] =>
  sections.flatMap((section) => [...section.rows, ...rowsOf(section)]);

export type Progress = Readonly<Record<RowStatus, number>> & { readonly rows: number };

export function progressOf(proposal: Proposal): Progress {
  const rows = rowsOf(proposal);
  const count = (wanted: RowStatus) => rows.filter(({ state }) => state === wanted).length;
  return {
    rows: rows.length,
    understood: count('understood'),
    asked: count('asked'),
    'by-hand': count('by-hand'),
    'left-out': count('left-out'),
  };
}

/** Every question without a usable answer of the author yet, in the order in which they stand on the page. */
export const openQuestions = (proposal: Proposal, answers: Answers): Question[] =>
  [...proposal.questions, ...rowsOf(proposal).flatMap(({ questions }) => questions)].filter(
    (question) => !isAnswered(question, answers[question.id]),
  );

/** Whether an answer names a choice and brings the value that the choice asks for. */
export function isAnswered(question: Question, answer: Answer | undefined): boolean {
  const choice = question.choices.find(({ id }) => id === answer?.choice);
  if (choice === undefined || answer === undefined) return false;
  if (!choice.needsValue) return true;
  const value = answer.value ?? '';
  return question.input?.kind === 'number' ? isNumber(value) : value.trim() !== '' && value.length <= 200;
}

/** Numbers of a rule are written without sign. */
export const isNumber = (value: string): boolean => /^\d{1,12}(\.\d{1,10})?$/.test(value);

/** The suggested choice as an answer, where it can stand without a value. */
export function suggestedAnswer({ suggested, choices }: Question): Answer | null {
  const choice = choices.find(({ id }) => id === suggested);
  return choice === undefined || choice.needsValue ? null : { choice: choice.id };
}
