export { RuleBookListPage } from './rulebook-list-page.js';
export { RuleBookPage } from './rulebook-page.js';
export { ruleBookQuery } from './rulebook-queries.js';
