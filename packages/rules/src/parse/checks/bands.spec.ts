import { A2, fact, itReports, measured } from '../../../test/wrong-book.js';

const bands = (...list: object[]) => ({ [`${A2}/score/bands`]: list });

describe('[PA6] bands have neither gap nor overlap', () => {
  itReports([
    [
      'BAND_PAY',
      `${A2}/score/bands/0`,
      { [`${A2}/score/bands/0/share`]: '0' },
      { [`${A2}/score/bands/1/share`]: '0.6' },
    ],
    [
      'BAND_EMPTY',
      `${A2}/score/bands/1`,
      bands({ to: '60', points: '0' }, { from: '60', to: '60', points: '5' }, { from: '60', points: '20' }),
      bands(
        { to: '60', points: '0' },
        { from: '60', to: '60', toIncluded: true, points: '5' },
        { from: '60', fromIncluded: false, points: '20' },
      ),
    ],
    [
      'BAND_GAP',
      `${A2}/score/bands/0`,
      bands({ to: '60', points: '0' }, { from: '61', points: '20' }),
      bands({ to: '61', points: '0' }, { from: '61', points: '20' }),
    ],
    [
      'BAND_GAP',
      `${A2}/score/bands/0`,
      bands({ to: '60', points: '0' }, { from: '60', fromIncluded: false, points: '20' }),
      bands({ to: '60', toIncluded: true, points: '0' }, { from: '60', fromIncluded: false, points: '20' }),
    ],
    [
      'BAND_OVERLAP',
      `${A2}/score/bands/0`,
      bands({ to: '60', toIncluded: true, points: '0' }, { from: '60', points: '20' }),
      bands({ to: '60', points: '0' }, { from: '60', points: '20' }),
    ],
    ['BAND_GAP', `${A2}/measure/bands/0`, measured(banded('60', '61')), measured(banded('60', '60'))],
    ['BAND_OVERLAP', `${A2}/measure/bands/0`, measured(banded('61', '60')), measured(banded('60', '60'))],
  ]);
});

function banded(to: string, from: string): object {
  return {
    kind: 'banded',
    of: fact('rate'),
    bands: [
      { to, value: '1' },
      { from, value: '0.8' },
    ],
  };
}
