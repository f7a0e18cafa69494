export { Database, runInTransaction } from './database.js';
export { createDataSource, type DatabasePlace, type DataSourceSettings } from './data-source.js';
export { openDatabase, type OpenedDatabase } from './open-database.js';
export { migrate } from './migrate.js';
export { checkServer } from './server-check.js';
export { PoolUsedInTransaction } from './pool-guard.js';
export { StaleVersionError, updateVersioned } from './update-versioned.js';
export { lintCatalogue, type CatalogueBreach, type CatalogueRule } from './catalogue-lint.js';
export { declareDistributed, declareReference } from './distribution.js';
