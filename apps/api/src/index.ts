export type {
  DemonstrationCounty,
  DemonstrationCycle,
  DemonstrationLogin,
} from './demonstration/demonstration-county.js';
export { loadDemonstration, startServer, type RunningServer, type StartOptions } from './server.js';
