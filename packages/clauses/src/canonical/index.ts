export { clauseContextOf, type ClauseContext } from './clause-context.js';
export type { ClauseProblem } from './clause-problem.js';
export { longestCanonicalClause, readCanonicalClause, type ReadClause } from './read-canonical-clause.js';
