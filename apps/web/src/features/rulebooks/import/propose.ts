import type { Regulation, RegulationRow, RegulationSection } from '@heng/contracts';
import { draftIndicator, questionsOf, readClause, type Answers, type DraftContext } from '@heng/clauses';
import type { AllAnswers, Head, Proposal, ProposedRow, ProposedSection, RowState } from './proposal.js';

/** What the file itself says about the book, to begin with. */
export const headOf = ({ title, issuer, year, fileName }: Regulation): Head => ({
  title: title ?? fileName.replace(/\.(xlsx|docx)$/i, ''),
  issuer: issuer ?? '',
  year: year === null ? '' : `${year}`,
  id: year === null ? 'imported' : `imported-${year}`,
});

/** The regulation as the readers of clauses understand it, in the shape that the page shows. */
export function propose(regulation: Regulation, answers: AllAnswers, _head: Head): Proposal {
  return {
    sections: regulation.sections.map((section) => sectionOf(section, answers)),
    findings: regulation.findings.map(({ place, message, fix }, index) => ({
      key: `finding ${index}`,
      place,
      message,
      fix,
      question: null,
    })),
    leftOut: regulation.leftOut,
    book: null,
  };
}

const sectionOf = (section: RegulationSection, answers: AllAnswers): ProposedSection => ({
  key: section.place.address,
  section,
  rows: section.rows.map((row) => rowOf(row, section, answers[row.place.address] ?? {})),
  sections: section.sections.map((inner) => sectionOf(inner, answers)),
});

function rowOf(row: RegulationRow, { role }: RegulationSection, answers: Answers): ProposedRow {
  const context: DraftContext = {
    indicator: row.item,
    requirement: row.requirement,
    points: row.points,
    department: row.department,
    evidence: row.evidence,
    ...(role !== 'veto' && { role }),
  };
  const text = row.standard ?? '';
  const reading = readClause(text, context);
  const drafted = draftIndicator(reading, context, answers);
  const natural = reading.kind === 'natural' ? reading.natural : null;
  const state: RowState = !drafted.ok
    ? 'asked'
    : drafted.indicator === null
      ? 'left-out'
      : drafted.isByHand
        ? 'by-hand'
        : 'understood';
  return {
    key: row.place.address,
    row,
    state,
    text,
    understood: natural?.statements.map(({ span }) => span) ?? [],
    unread: natural?.unread ?? [],
    clause: null,
    questions: questionsOf(reading, context, answers),
    reasons: drafted.ok ? [...drafted.byHand, ...drafted.notes] : [],
  };
}
