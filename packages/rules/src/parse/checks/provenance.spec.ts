import { A1, itReports } from '../../../test/wrong-book.js';

describe('[PA9] a note on where a parameter comes from points at something', () => {
  itReports([
    [
      'PROVENANCE_NOWHERE',
      `${A1}/provenance/0/path`,
      { [`${A1}/provenance/0/path`]: '/score/minimumShare' },
      { [`${A1}/provenance/0/path`]: '/score/target' },
    ],
  ]);
});
