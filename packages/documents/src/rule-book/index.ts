export type { RuleBookFinding } from './finding.js';
export { readRuleBookWorkbook, type ReadRuleBook } from './read-rule-book-workbook.js';
export { writeRuleBookWorkbook } from './write-rule-book-workbook.js';
export { ruleBookTemplate } from './rule-book-template.js';
