import { Regulation, type ProblemDetail, type WorkbookFinding } from '@heng/contracts';
import {
  cellName,
  type DocumentProblem,
  type Regulation as ReadRegulation,
  type RuleBookFinding,
} from '@heng/documents';

/** Where JSON paths stand elsewhere stands the place as spreadsheets write it, `考核表!C7`. */
export const toReadingProblems = (problems: readonly DocumentProblem[]): ProblemDetail[] =>
  problems.map(({ code, place, message, fix }) => ({ code, path: cellName(place), message, fix }));

export const toWorkbookFinding = (finding: RuleBookFinding): WorkbookFinding => ({
  severity: finding.severity,
  code: finding.code,
  place: finding.place,
  cell: finding.cell,
  message: finding.message,
  fix: finding.fix,
});

/** The contract names every field of it; what it does not name stays behind. */
export const toRegulation = (regulation: ReadRegulation): Regulation => Regulation.parse(regulation);
