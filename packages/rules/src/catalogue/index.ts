export { catalogueCodes, catalogueFile } from './catalogue-codes.js';
export { CatalogueEntry, type CatalogueChart, type CatalogueExample } from './catalogue-entry.js';
export { observedOf, openExample, runExample, type ExampleRun } from './run-example.js';
