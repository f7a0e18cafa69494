export { demonstrationPassword } from './accounts.js';
export { demonstrationCounty } from './demonstration-county.js';
export { demonstrationFacts, type DemonstrationFacts } from './demonstration-facts.js';
