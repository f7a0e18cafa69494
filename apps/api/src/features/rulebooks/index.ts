export { RuleBookCommentRow } from './rulebook-comment.entity.js';
export { RuleBookSave } from './rulebook-save.entity.js';
export { RuleBookRow } from './rulebook.entity.js';
export { RuleBooksImporter } from './rulebooks.importer.js';
export { RuleBooksModule } from './rulebooks.module.js';
export { RuleBooksReader } from './rulebooks.reader.js';
export { RuleBookAccess } from './rulebook-access.js';
