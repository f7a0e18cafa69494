import type { Regulation, RegulationRow, RegulationSection } from '@heng/contracts';
import {
  proposeRuleBook,
  type Answers,
  type ProposalHead,
  type ProposedRow as DraftedRow,
  type ProposedSection as DraftedSection,
} from '@heng/clauses';
import type { Text } from '@heng/rules';
import { idFor } from '../new-rule-book.js';
import type { Head, Proposal, ProposedRow, ProposedSection } from './proposal.js';

/** What the file itself says about the book, to begin with; what it does not say is guessed and can be changed. */
export function headOf({ title, issuer, year, fileName }: Regulation, guess: HeadGuess): Head {
  const own = year ?? guess.year;
  return {
    title: title ?? fileName.replace(/\.(xlsx|docx)$/i, ''),
    issuer: issuer ?? guess.issuer,
    year: `${own}`,
    id: idFor('imported', own, guess.taken),
    unitTypes: ['TownshipFederation', 'SubdistrictFederation'],
  };
}

export type HeadGuess = {
  readonly issuer: string;
  readonly year: number;
  /** Ids of rule books that there are. */
  readonly taken: ReadonlySet<string>;
};

/**
 * The rule book that the readers of clauses propose, in the shape that the page shows. Questions with a usual answer do not keep the
 * book from being made: the page shows that they were not answered.
 */
export function propose(regulation: Regulation, answers: Answers, head: Head): Proposal {
  const proposed = proposeRuleBook(regulation, answers, bookHead(head));
  const places = new Map<string, RegulationRow>();
  const note = ({ rows, sections }: RegulationSection): void => {
    for (const row of rows) places.set(`${row.place.address} ${row.item}`, row);
    sections.forEach(note);
  };
  regulation.sections.forEach(note);
  return {
    sections: proposed.sections.map((section) => sectionOf(section, places)),
    questions: proposed.questions,
    findings: regulation.findings,
    notes: proposed.notes,
    leftOut: [
      ...regulation.leftOut.map(({ place, text, reason }) => ({ place: place.address, text, reason })),
      ...proposed.leftOut,
    ],
    book: proposed.book,
    problems: proposed.problems.map(({ message }) => message),
  };
}

function bookHead({ title, issuer, year, id, unitTypes }: Head): ProposalHead {
  const own = (words: string): Text => ({ zh: words.trim(), en: words.trim() });
  return {
    // An unfinished field leaves the document's own word; the book is not made from it before the head is right.
    ...(title.trim() !== '' && { title: own(title) }),
    ...(issuer.trim() !== '' && { issuer: own(issuer) }),
    ...(/^20\d\d$/.test(year) && { year: Number.parseInt(year, 10) }),
    ...(id !== '' && { id }),
    ...(unitTypes.length > 0 && { unitTypes }),
    version: '1.0',
    suggestions: 'take',
  };
}

type Places = ReadonlyMap<string, RegulationRow>;

const sectionOf = (
  { id, title, role, points, place, rows, sections }: DraftedSection,
  places: Places,
): ProposedSection => ({
  key: `${place} ${id}`,
  title,
  role,
  points,
  rows: rows.map((row) => rowOf(row, places)),
  sections: sections.map((section) => sectionOf(section, places)),
});

function rowOf(drafted: DraftedRow, places: Places): ProposedRow {
  const { key, item, points, text, status, clause, questions, reason, notes, leftOut, reading } = drafted;
  const natural = reading.kind === 'natural' ? reading.natural : null;
  // The words of a veto are read in a sentence of their own: marks would not fit the words in the file.
  const isAsWritten = reading.text === text;
  return {
    key,
    item,
    points,
    row: places.get(`${key.replace(/#\d+$/, '')} ${item}`) ?? null,
    state: status,
    text,
    understood: isAsWritten
      ? (natural?.statements.map(({ span }) => span) ?? [{ start: 0, end: text.length }])
      : [],
    unread: isAsWritten ? (natural?.unread ?? []) : [],
    clause,
    questions,
    reasons: [...(reason === null ? [] : [reason]), ...notes],
    leftOut,
  };
}
