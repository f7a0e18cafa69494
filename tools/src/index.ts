export { runHeng, type HengInput } from './commands/run-heng.js';
export { demonstrationCounty, demonstrationFacts, demonstrationPassword } from './demonstration/index.js';
