export { readRegulation, type ReadRegulation } from './read-regulation.js';
export { placeText, type RegulationPlace } from './regulation-place.js';
export {
  rowsOf,
  type LeftOut,
  type Regulation,
  type RegulationFinding,
  type RegulationNote,
  type RegulationRow,
  type RegulationSection,
  type SectionRole,
  type StatedTotal,
} from './regulation.js';
