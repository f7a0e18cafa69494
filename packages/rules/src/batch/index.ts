export { ChunkQueue, chunksOf } from './chunks.js';
export { compileBatch, type Batch, type BatchPlan, type ColumnReport } from './batch.js';
export {
  batchFactsOf,
  columnOf,
  factColumnsOf,
  presence,
  type BatchFacts,
  type FactColumn,
  type FactColumns,
  type PreviousFacts,
  type UnitHead,
} from './columns.js';
export { stateName, type IndicatorColumn } from './indicator-column.js';
export { joinBatch } from './join-batch.js';
export type { SharedBatch } from './shared-batch.js';
export { schemaOf, type BatchSchema, type FactBounds } from './schema.js';
