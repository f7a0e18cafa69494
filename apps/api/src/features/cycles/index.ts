export { CycleAccess } from './cycle-access.js';
export { CycleUnitRow } from './cycle-unit.entity.js';
export { Cycle } from './cycle.entity.js';
export { toCycleUnit } from './cycle.mapper.js';
export { CyclesImporter, type NewCycle } from './cycles.importer.js';
export { CyclesModule } from './cycles.module.js';
export { CyclesReader } from './cycles.reader.js';
export { CyclesService } from './cycles.service.js';
