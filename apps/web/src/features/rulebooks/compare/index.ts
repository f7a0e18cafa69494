export { BookChanges, touchesFilters, type TouchesFilter } from './book-changes.js';
export { ComparePage, type CompareSearch } from './compare-page.js';
