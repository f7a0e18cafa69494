import type { RegulationPlace, RegulationRow, RegulationSection } from '@heng/contracts';
import type { Answers, Question, Span } from '@heng/clauses';
import type { Text } from '@heng/rules';

/**
 * What became of a row. `understood`: a rule that asks nothing more; `asked`: a question is open; `by-hand`: the department gives the points;
 * `left-out`: it scores nothing by itself, or no rule holds it.
 */
export type RowState = 'understood' | 'asked' | 'by-hand' | 'left-out';

/** One row of the 细则 with what was understood of it. */
export type ProposedRow = {
  /** Where the row stands; answers are kept under it. */
  readonly key: string;
  readonly row: RegulationRow;
  readonly state: RowState;
  /** The standard as it stands in the file; offsets of the marks are into it. */
  readonly text: string;
  readonly understood: readonly Span[];
  readonly unread: readonly Span[];
  /** The sentence of the drafted rule; null where there is none. */
  readonly clause: Text | null;
  readonly questions: readonly Question[];
  /** Assumptions that were made, why points are given by hand, why the row is left out. */
  readonly reasons: readonly Text[];
};

export type ProposedSection = {
  readonly key: string;
  readonly section: Pick<RegulationSection, 'number' | 'title' | 'named' | 'points' | 'role'>;
  readonly rows: readonly ProposedRow[];
  readonly sections: readonly ProposedSection[];
};

/** Something about the whole: points that do not add up, with what can be done about it. */
export type ProposedFinding = {
  readonly key: string;
  readonly place: RegulationPlace | null;
  readonly message: Text;
  readonly fix: Text | null;
  /** Answered like those of a row, under the key of the finding. */
  readonly question: Question | null;
};

/** Answers by the key of their row or finding. */
export type AllAnswers = Readonly<Record<string, Answers>>;

export type Head = {
  readonly title: string;
  readonly issuer: string;
  readonly year: string;
  readonly id: string;
};

export type Proposal = {
  readonly sections: readonly ProposedSection[];
  readonly findings: readonly ProposedFinding[];
  readonly leftOut: readonly {
    readonly place: RegulationPlace;
    readonly text: string;
    readonly reason: Text;
  }[];
  /** The draft as it stands, with usual choices where nothing was answered; null while there is none. */
  readonly book: unknown;
};

/** All rows of a proposal in the order of the file. */
export const rowsOf = ({ sections }: Pick<ProposedSection, 'sections'>): ProposedRow[] =>
  sections.flatMap((section) => [...section.rows, ...rowsOf(section)]);

export type Progress = Readonly<Record<RowState, number>> & { readonly rows: number };

export function progressOf(proposal: Proposal): Progress {
  const rows = rowsOf(proposal);
  const count = (wanted: RowState) => rows.filter(({ state }) => state === wanted).length;
  return {
    rows: rows.length,
    understood: count('understood'),
    asked: count('asked'),
    'by-hand': count('by-hand'),
    'left-out': count('left-out'),
  };
}

export type OpenQuestion = { readonly key: string; readonly question: Question };

/** Every question with no usable answer yet, in the order in which they stand on the page. */
export function openQuestions(proposal: Proposal, answers: AllAnswers): OpenQuestion[] {
  const all = [
    ...proposal.findings.map(({ key, question }) => ({
      key,
      questions: question === null ? [] : [question],
    })),
    ...rowsOf(proposal),
  ];
  return all.flatMap(({ key, questions }) =>
    questions
      .filter((question) => !isAnswered(question, answers[key]?.[question.id]))
      .map((question) => ({ key, question })),
  );
}

/** Whether an answer names a choice and brings the value that the choice asks for. */
export function isAnswered(question: Question, answer: Answers[string] | undefined): boolean {
  const choice = question.choices.find(({ id }) => id === answer?.choice);
  if (choice === undefined || answer === undefined) return false;
  if (!choice.needsValue) return true;
  const value = answer.value ?? '';
  return question.input?.kind === 'number' ? /^\d{1,12}(\.\d{1,10})?$/.test(value) : value.trim() !== '';
}

/** The suggested choice as an answer, where it can stand without a value. */
export function suggestedAnswer({ suggested, choices }: Question): Answers[string] | null {
  const choice = choices.find(({ id }) => id === suggested);
  return choice === undefined || choice.needsValue ? null : { choice: choice.id };
}
