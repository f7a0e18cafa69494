export type { DraftContext } from './draft-context.js';
export type { ClauseReading } from './clause-reading.js';
export { readClause } from './read-clause.js';
export type { Answer, Answers, Choice, Question, QuestionCode } from './question.js';
export { questionsOf } from './questions-of.js';
export { draftIndicator, type DraftedIndicator } from './draft-indicator.js';
export { defaultGrades } from './default-grades.js';
export type { InputPlace, InputRegulation, InputRow, InputSection } from './proposal/regulation-input.js';
export {
  proposeRuleBook,
  rowsOfProposal,
  type Proposal,
  type ProposalHead,
  type ProposedSection,
} from './proposal/propose-rule-book.js';
export type { ProposedRow, RowStatus } from './proposal/propose-row.js';
export type { ProposalFigures } from './proposal/figures.js';
export type { LeftOutOfBook } from './proposal/plan-book.js';
