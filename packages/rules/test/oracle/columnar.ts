import { compileBatch } from '../../src/batch/batch.js';
import { batchFactsOf } from '../../src/batch/columns.js';
import { schemaOf } from '../../src/batch/schema.js';
import { withResults, type Evaluator } from './compare-with-engine.js';

/** The columnar evaluator; what lies below is the explaining one's. */
export const columnar: Evaluator = ({ book, units, previous, basis, below }) => {
  const known = withResults(book, units, below);
  const facts = batchFactsOf(book, known, { basis, ...(previous ? { previous } : {}) });
  const batch = compileBatch(book, schemaOf(book, facts)).bind(facts);
  batch.run();
  return { units: known.map((_, index) => batch.outcome(index)), problems: null };
};
