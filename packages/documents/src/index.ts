export { problemsAtPlaces, type Places, type ReadFacts } from './facts/read-facts.js';
export { readFactsCsv } from './facts/read-facts-csv.js';
export { readFactsWorkbook } from './facts/read-facts-workbook.js';
export { writeFactsCsv } from './facts/write-facts-csv.js';
export { writeFactsWorkbook } from './facts/write-facts-workbook.js';
export type { ResultsDocument, ResultsIndicator, ResultsUnit } from './results-document.js';
export { writeResultsCsv, writeResultsWorkbook } from './results/write-results.js';
