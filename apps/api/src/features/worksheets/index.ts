export { enterableFacts, type Enterable } from './enterable-facts.js';
export { FactEntryVersion } from './fact-entry-version.entity.js';
export { FactEntryRow } from './fact-entry.entity.js';
export { IdempotencyKeyRow } from './idempotency-key.entity.js';
export { WorksheetsImporter } from './worksheets.importer.js';
export { WorksheetsModule } from './worksheets.module.js';
export { WorksheetsReader } from './worksheets.reader.js';
