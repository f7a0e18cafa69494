export type {
  DemonstrationCounty,
  DemonstrationCycle,
  DemonstrationLogin,
} from './demonstration/demonstration-county.js';
export {
  loadDemonstration,
  startServer,
  type DataPlace,
  type RunningServer,
  type StartOptions,
} from './server.js';
export { StartupError } from './platform/postgres/index.js';
