import type { Fact, Grade, Indicator, Rounding, Text, Veto } from '@heng/rules';
import { attempt, type Attempt } from '../attempt.js';
import type { RecordedQuestion } from '../asking.js';
import type { ClauseReading } from '../clause-reading.js';
import type { DraftContext } from '../draft-context.js';
import { withConsequences } from '../questions-of.js';
import { readClause } from '../read-clause.js';
import type { Answers, Question } from '../question.js';
import type { PlannedRow, PlannedVeto } from './planned.js';

/**
 * `understood`: a rule, with no question but those that have a usual answer. `asked`: a rule once the author has decided what only she can,
 * or a rule of which a part is judged. `by-hand`: the department scores it. `left-out`: nothing of it is in the book.
 */
export type RowStatus = 'understood' | 'asked' | 'by-hand' | 'left-out';

/** One line of the document, and what becomes of it. */
export type ProposedRow = {
  /** The place of the line in the document, told apart where two share one. */
  readonly key: string;
  readonly item: string;
  /** The words of its standard. */
  readonly text: string;
  /** As far as they are known. */
  readonly points: string | null;
  readonly role: 'base' | 'bonus' | 'deduction' | 'veto';
  readonly reading: ClauseReading;
  readonly questions: readonly Question[];
  readonly indicator: Indicator | null;
  readonly facts: readonly Fact[];
  readonly vetoes: readonly Veto[];
  /** What the rule says, in its own words; filled in once the book is made. */
  readonly clause: Text | null;
  readonly status: RowStatus;
  /** Why it is judged or left out. */
  readonly reason: Text | null;
  readonly notes: readonly Text[];
  /** Words that no rule holds. */
  readonly leftOut: readonly string[];
};

export type RowSurroundings = {
  readonly facts: readonly Fact[];
  readonly answers: Answers;
  readonly grades: readonly Grade[];
  readonly rounding: Rounding | null;
  /** Whether to work out what the choices lead to. */
  readonly consequences: boolean;
};

export type RowDraft = {
  readonly row: ProposedRow;
  readonly open: readonly RecordedQuestion[];
};

/** Drafts one line. */
export function proposeRow(planned: PlannedRow, around: RowSurroundings): RowDraft {
  const { row, role, points } = planned;
  const context: DraftContext = {
    indicator: row.item,
    requirement: row.requirement,
    points,
    department: row.department,
    evidence: row.evidence,
    facts: around.facts,
    rounding: around.rounding,
    role,
    id: planned.id,
    grades: around.grades.map(({ id }) => id),
  };
  // The points are known by now, and what is open can depend on them.
  const reading = readClause(planned.text, context);
  const answers = answersOf(planned.key, around.answers);
  const made = attempt(reading, context, answers);
  const questions = questionsFor(made, { planned, reading, context, answers, around });
  return {
    row: {
      key: planned.key,
      item: row.item,
      text: planned.text,
      points: made.indicator?.points ?? points,
      role,
      reading,
      questions,
      indicator: made.indicator,
      facts: made.facts.map(({ fact }) => fact),
      vetoes: made.vetoes,
      clause: null,
      status: statusOf(made),
      reason: reasonOf(made),
      notes: [...planned.notes, ...made.notes],
      leftOut: made.leftOut,
    },
    open: made.asking.open,
  };
}

/** Drafts one line of the veto part: it has no points, whatever its words. */
export function proposeVeto(planned: PlannedVeto, around: RowSurroundings): RowDraft {
  const { row } = planned;
  const words = planned.text.trim();
  const isTold = readClause(words).kind === 'natural' && /一票否[决优]|撤销|否决/u.test(words);
  const said = isTold
    ? words
    : `${words === '' ? row.item : words}${/[。；;]$/u.test(words) ? '' : '，'}一票否决。`;
  const context: DraftContext = {
    indicator: row.item,
    department: row.department,
    evidence: row.evidence,
    facts: around.facts,
    id: planned.id,
    grades: around.grades.map(({ id }) => id),
  };
  const reading = readClause(said, context);
  const answers = answersOf(planned.key, around.answers);
  const made = attempt(reading, context, answers);
  const isVeto = made.vetoes.length > 0;
  const around2 = { planned, reading, context, answers, around };
  return {
    row: {
      key: planned.key,
      item: row.item,
      text: planned.text,
      points: null,
      role: 'veto',
      reading,
      questions: questionsFor(made, around2),
      indicator: null,
      facts: made.facts.map(({ fact }) => fact),
      vetoes: made.vetoes,
      clause: null,
      status: isVeto ? 'understood' : 'left-out',
      reason: isVeto ? null : { zh: '没有读出否决的情形。', en: 'No veto was read in it.' },
      notes: made.notes,
      leftOut: made.leftOut,
    },
    open: made.asking.open,
  };
}

type Around = {
  readonly planned: { readonly key: string };
  readonly reading: ClauseReading;
  readonly context: DraftContext;
  readonly answers: Answers;
  readonly around: RowSurroundings;
};

function questionsFor(made: Attempt, { planned, reading, context, answers, around }: Around): Question[] {
  const questions = around.consequences
    ? withConsequences(made.asking.recorded, { reading, context, answers })
    : made.asking.recorded.map(withoutConsequence);
  return questions.map((question) => ({ ...question, id: `${planned.key}/${question.id}` }));
}

const withoutConsequence = ({
  id,
  code,
  span,
  quote,
  ask,
  choices,
  suggested,
  input,
}: RecordedQuestion): Question => ({
  id,
  code,
  span,
  quote,
  ask,
  choices: choices.map((choice) => ({
    id: choice.id,
    label: choice.label,
    consequence: { zh: '', en: '' },
    needsValue: choice.needsValue === true,
  })),
  ...(input ? { input } : {}),
  suggested,
});

/** The answers of one line, by the ids that its questions have within it. */
function answersOf(key: string, answers: Answers): Answers {
  const start = `${key}/`;
  return Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) =>
      id.startsWith(start) ? [[id.slice(start.length), answer]] : [],
    ),
  );
}

function statusOf(made: Attempt): RowStatus {
  if (made.indicator === null) return made.vetoes.length > 0 ? 'understood' : 'left-out';
  if (made.isByHand) return 'by-hand';
  const isOpen = made.asking.recorded.some(({ suggested, isAnswered }) => suggested === null && !isAnswered);
  return isOpen || made.byHand.length > 0 || made.leftOut.length > 0 ? 'asked' : 'understood';
}

function reasonOf(made: Attempt): Text | null {
  if (made.indicator === null && made.vetoes.length === 0)
    return { zh: '没有读出怎么计分。', en: 'No way of scoring was read in it.' };
  const [reason] = made.byHand;
  return reason ?? null;
}
