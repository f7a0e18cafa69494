import {
  clauseOf,
  parseRuleBook,
  type Fact,
  type Grade,
  type Problem,
  type Rounding,
  type RuleBook,
  type Section,
  type Text,
  type Veto,
} from '@heng/rules';
import { Asking, type RecordedQuestion } from '../asking.js';
import { text } from '../fact-needs.js';
import { total } from '../measure-terms.js';
import type { Answers, Question } from '../question.js';
import { trialBook } from '../trial.js';
import { figuresOf, type ProposalFigures } from './figures.js';
import { fittedTo, gradesOf } from './grades-of-notes.js';
import { BookPlan, type LeftOutOfBook } from './plan-book.js';
import type { PlannedSection } from './planned.js';
import { proposeRow, proposeVeto, type ProposedRow, type RowSurroundings } from './propose-row.js';
import type { InputRegulation } from './regulation-input.js';

/** What the document does not say about the book as a whole, and how to deal with open questions. */
export type ProposalHead = {
  readonly id?: string;
  readonly title?: Text;
  readonly issuer?: Text;
  readonly year?: number;
  readonly version?: string;
  readonly unitTypes?: readonly string[];
  readonly grades?: readonly Grade[];
  readonly rounding?: Rounding | null;
  /** `take`: questions with a usual answer count as answered by it. `ask` (when absent): every question waits for the author. */
  readonly suggestions?: 'take' | 'ask';
  /** Without it what the choices lead to is not worked out; quicker where nobody reads it. */
  readonly consequences?: boolean;
};

export type ProposedSection = {
  readonly id: string;
  readonly title: Text;
  readonly role: 'base' | 'bonus' | 'deduction' | 'veto';
  readonly points: string | null;
  readonly place: string;
  readonly rows: readonly ProposedRow[];
  readonly sections: readonly ProposedSection[];
};

export type Proposal = {
  readonly sections: readonly ProposedSection[];
  /** Questions about the book: points that are missing or do not add up, limits. Those of a line stand with the line. */
  readonly questions: readonly Question[];
  /** How many questions, of the book and its lines, still wait. */
  readonly openQuestions: number;
  /** Null while a question waits, or where nothing scores; then `problems` may say more. */
  readonly book: RuleBook | null;
  readonly problems: readonly Problem[];
  readonly notes: readonly Text[];
  readonly leftOut: readonly LeftOutOfBook[];
  readonly figures: ProposalFigures;
};

/**
 * A rule book proposed from an ordinary 细则: sections and items with the rules that their words say, questions where the words leave
 * something open, and the book itself as soon as nothing is open. Whatever is not in a rule is judged by its department or named as left out.
 *
 * @param regulation as the readers of documents give it; only its shape is needed here
 * @param answers the author's decisions, by the ids of the questions
 */
export function proposeRuleBook(
  regulation: InputRegulation,
  answers: Answers = {},
  head: ProposalHead = {},
): Proposal {
  const asking = new Asking('', answers);
  const plan = new BookPlan(regulation, asking).plan();
  const { grades, note } = head.grades ? { grades: head.grades, note: null } : gradesOf(regulation);
  const maker = new RowMaker({
    facts: [],
    answers,
    grades,
    rounding: head.rounding === undefined ? { mode: 'half-up', digits: 2 } : head.rounding,
    consequences: head.consequences !== false,
  });
  const sections = plan.sections.map((section) => maker.section(section));
  const vetoRows = plan.vetoes.map((planned) => maker.keep(proposeVeto(planned, maker.around)));
  const waits = ({ isAnswered, suggested }: RecordedQuestion) =>
    !isAnswered && (head.suggestions !== 'take' || suggested === null);
  const openQuestions = [...asking.recorded, ...maker.open].filter(waits).length;
  const notes = [...plan.notes, ...(note ? [note] : []), ...bookNotes(regulation)];
  const made =
    openQuestions > 0
      ? null
      : bookOf({
          regulation,
          head,
          sections,
          vetoRows,
          grades,
          facts: maker.facts,
          rounding: maker.around.rounding,
        });
  const book = made !== null && made.ok ? made.book : null;
  const withWords = sections.map((section) => worded(section, book, maker.facts));
  const all = [...withWords, ...vetoSection(vetoRows)];
  return {
    sections: all,
    questions: asking.recorded.map(bookQuestion),
    openQuestions,
    book,
    problems: made !== null && !made.ok ? made.problems : [],
    notes,
    leftOut: [
      ...plan.leftOut,
      ...all
        .flatMap(rowsOfProposal)
        .flatMap(({ key, leftOut, status, text: words, reason }) => [
          ...leftOut.map((each) => ({ place: key, text: each, reason: notInRule })),
          ...(status === 'left-out' && leftOut.length === 0
            ? [{ place: key, text: words, reason: reason ?? notInRule }]
            : []),
        ]),
    ],
    figures: figuresOf(all.flatMap(rowsOfProposal)),
  };
}

/** All lines of a section and the sections under it. */
export const rowsOfProposal = (section: ProposedSection): readonly ProposedRow[] => [
  ...section.rows,
  ...section.sections.flatMap(rowsOfProposal),
];

const notInRule: Text = { zh: '没有写进规则。', en: 'It is in no rule.' };

/** Rows one after the other: each sees the facts of those before it. */
class RowMaker {
  readonly open: RecordedQuestion[] = [];
  private known: Fact[] = [];

  constructor(private readonly base: RowSurroundings) {}

  get facts(): readonly Fact[] {
    return this.known;
  }

  get around(): RowSurroundings {
    return { ...this.base, facts: this.known };
  }

  section(planned: PlannedSection): ProposedSection {
    const rows = planned.rows.map((row) => this.keep(proposeRow(row, this.around)));
    const sections = planned.sections.map((part) => this.section(part));
    const { id, title, role, limit, place } = planned;
    const points =
      limit ??
      total([
        ...rows.map((row) => row.indicator?.points ?? '0'),
        ...sections.map((part) => part.points ?? '0'),
      ]);
    return { id, title, role, points, place: place.address, rows, sections };
  }

  keep({
    row,
    open,
  }: {
    readonly row: ProposedRow;
    readonly open: readonly RecordedQuestion[];
  }): ProposedRow {
    this.open.push(...open);
    const ids = new Set(this.known.map(({ id }) => id));
    this.known = [...this.known, ...row.facts.filter(({ id }) => !ids.has(id))];
    return row;
  }
}

const vetoSection = (rows: readonly ProposedRow[]): ProposedSection[] =>
  rows.length === 0
    ? []
    : [
        {
          id: 'vetoes',
          title: { zh: '否决事项', en: 'Vetoes' },
          role: 'veto',
          points: null,
          place: '',
          rows,
          sections: [],
        },
      ];

/** Choices about points say themselves what they lead to. */
const bookQuestion = ({
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
    consequence: choice.label,
    needsValue: choice.needsValue === true,
  })),
  ...(input ? { input } : {}),
  suggested,
});

type Parts = {
  readonly regulation: InputRegulation;
  readonly head: ProposalHead;
  readonly sections: readonly ProposedSection[];
  readonly vetoRows: readonly ProposedRow[];
  readonly grades: readonly Grade[];
  readonly facts: readonly Fact[];
  readonly rounding: Rounding | null;
};

function bookOf({ regulation, head, sections, vetoRows, grades, facts, rounding }: Parts) {
  const year = head.year ?? regulation.year ?? 2026;
  const kept = sections.flatMap((section) => sectionOf(section) ?? []);
  const totalPoints = total(kept.filter(({ role }) => role === 'base').map(({ points }) => points));
  const vetoes: Veto[] = [...sections.flatMap(rowsOfProposal), ...vetoRows].flatMap((row) => row.vetoes);
  const book: RuleBook = {
    format: 'heng-rulebook/1',
    id: head.id ?? 'draft',
    title: head.title ?? text((regulation.title ?? '').trim() || '考核细则'),
    issuer: head.issuer ?? text((regulation.issuer ?? '').trim() || '考核办公室'),
    year,
    version: head.version ?? '1',
    effective: { from: `${year}-01-01`, to: `${year}-12-31` },
    unitTypes: [...(head.unitTypes ?? ['Unit'])],
    totalPoints,
    rounding: { indicator: rounding, section: null, total: { mode: 'half-up', digits: 2 } },
    ...(regulation.notes.length > 0
      ? { notes: regulation.notes.flatMap((note) => (note.text.trim() === '' ? [] : [text(note.text)])) }
      : {}),
    facts: [...facts],
    sections: kept,
    vetoes,
    cohorts: { by: 'all' },
    ranking: { on: 'rounded', ties: 'competition', tieBreaks: [] },
    grades: fittedTo(totalPoints, grades, vetoes.length > 0),
  };
  return parseRuleBook(JSON.parse(JSON.stringify(book)) as unknown);
}

function sectionOf(section: ProposedSection): Section | null {
  const indicators = section.rows.flatMap(({ indicator }) => indicator ?? []);
  const sections = section.sections.flatMap((part) => sectionOf(part) ?? []);
  if (section.role === 'veto' || (indicators.length === 0 && sections.length === 0)) return null;
  return {
    id: section.id,
    title: section.title,
    role: section.role,
    points: section.points ?? '0',
    ...(indicators.length > 0 ? { indicators } : {}),
    ...(sections.length > 0 ? { sections } : {}),
  };
}

/** Every rule in its own words, for reading it beside the document. */
function worded(section: ProposedSection, book: RuleBook | null, facts: readonly Fact[]): ProposedSection {
  return {
    ...section,
    rows: section.rows.map((row) => ({ ...row, clause: clauseFor(row, book, facts) })),
    sections: section.sections.map((part) => worded(part, book, facts)),
  };
}

function clauseFor(
  { indicator, facts, role, vetoes }: ProposedRow,
  book: RuleBook | null,
  known: readonly Fact[],
): Text | null {
  if (indicator === null) return null;
  const needed = (book === null ? facts : known).map((fact) => ({ fact, trial: { good: '0', tries: [] } }));
  const around =
    book ?? trialBook(indicator, needed, { context: { role: role === 'veto' ? 'base' : role }, vetoes });
  return { zh: clauseOf(indicator, around, 'zh-CN'), en: clauseOf(indicator, around, 'en') };
}

/** Words about the whole book that no part of it holds. */
function bookNotes({ notes }: InputRegulation): Text[] {
  return notes.flatMap(({ text: words }) =>
    words.trim() === ''
      ? []
      : [
          {
            zh: `备注“${words.slice(0, 200)}”随规则书保留，没有变成规则。`,
            en: `The note “${words.slice(0, 200)}” is kept with the book and is no rule.`,
          },
        ],
  );
}
