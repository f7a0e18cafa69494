export { applyEdits, valueAt, type Edit } from './edit.js';
export { fixesFor, type Fix } from './fixes-for.js';
