export { RuleBookRow } from './rulebook.entity.js';
export { RuleBooksImporter } from './rulebooks.importer.js';
export { RuleBooksModule } from './rulebooks.module.js';
export { RuleBooksReader } from './rulebooks.reader.js';
