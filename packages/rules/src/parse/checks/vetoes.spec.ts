import { itReports } from '../../../test/wrong-book.js';

describe('[VE2] a veto that takes points reads none', () => {
  itReports([
    [
      'VETO_READS_POINTS',
      '/vetoes/0/when/left/of',
      {
        '/vetoes/0/when/left': {
          kind: 'place',
          of: { kind: 'section-points', section: 'A' },
          better: 'higher',
        },
        '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] },
      },
      {
        '/vetoes/0/when/left': {
          kind: 'place',
          of: { kind: 'section-points', section: 'A' },
          better: 'higher',
        },
      },
    ],
    [
      'VETO_READS_POINTS',
      '/vetoes/0/when/of/left',
      {
        '/vetoes/0/when': {
          kind: 'not',
          of: { kind: 'compare', left: { kind: 'self-gap' }, comparison: 'at-least', right: '3' },
        },
        '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] },
      },
      { '/vetoes/0/effects/-': { kind: 'indicator-zero', indicators: ['B1'] } },
    ],
  ]);
});
