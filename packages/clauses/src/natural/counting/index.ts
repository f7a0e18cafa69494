export { compareReading, type Comparison, type Verdict } from './compare-reading.js';
export { labelledClauses, type LabelledClause } from './labelled-clause.js';
