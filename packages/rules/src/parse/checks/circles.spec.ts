import { removed } from '../../../test/small-book.js';
import { A1, A2, A3, A4, itReports, weighedMean } from '../../../test/wrong-book.js';

describe('[PA4] nothing depends on itself', () => {
  itReports([
    [
      'CIRCLE',
      A1,
      {
        [`${A1}/finish`]: { linkedCap: { indicator: 'A4' } },
        [`${A4}/finish`]: { linkedCap: { indicator: 'A1' } },
      },
      { [`${A1}/finish`]: { linkedCap: { indicator: 'A4' } } },
    ],
    [
      'LIMIT_BY_ITSELF',
      '/facts/1/checks/atMost',
      { '/facts/1/checks/atMost': 'done' },
      { '/facts/1/checks/atMost': removed },
    ],
    [
      'CIRCLE',
      A1,
      {
        [`${A1}/measure`]: { kind: 'place', of: { kind: 'section-points', section: 'A' }, better: 'higher' },
      },
      {
        [`${A1}/measure`]: { kind: 'place', of: { kind: 'section-points', section: 'B' }, better: 'higher' },
      },
    ],
    [
      'CIRCLE',
      A2,
      {
        [`${A2}/measure`]: weighedMean({
          kind: 'cohort',
          of: { kind: 'indicator-points', indicator: 'A3' },
          take: 'mean',
        }),
        [`${A3}/score/at`]: { kind: 'indicator-points', indicator: 'A2' },
      },
      {
        [`${A2}/measure`]: weighedMean({
          kind: 'cohort',
          of: { kind: 'indicator-points', indicator: 'A3' },
          take: 'mean',
        }),
        [`${A3}/score/at`]: { kind: 'indicator-points', indicator: 'A4' },
      },
    ],
  ]);
});
