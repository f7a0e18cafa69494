import { withAnotherBand, withBand, withoutBand } from './band-edges.js';

const bands = [
  { to: '3', points: '0' },
  { from: '3', to: '5', points: '2' },
  { from: '5', points: '4' },
];

describe('bands', () => {
  it('share their edges while one is typed', () => {
    expect(withBand(bands, 1, { from: '2', to: '6', points: '2' })).toEqual([
      { to: '2', points: '0' },
      { from: '2', to: '6', points: '2' },
      { from: '6', points: '4' },
    ]);
  });

  it('give an edge to one of them only', () => {
    expect(withBand(bands, 0, { to: '3', toIncluded: true, points: '0' })[1]).toEqual({
      from: '3',
      fromIncluded: false,
      to: '5',
      points: '2',
    });
    expect(withBand(bands, 1, { from: '3', fromIncluded: false, to: '5', points: '2' })[0]).toEqual({
      to: '3',
      toIncluded: true,
      points: '0',
    });
  });

  it('keep an emptied edge to be typed anew', () => {
    expect(withBand(bands, 0, { points: '0' }).slice(0, 2)).toEqual([
      { to: '', points: '0' },
      { from: '', to: '5', points: '2' },
    ]);
  });

  it('leave an edge alone that nothing shares', () => {
    expect(withBand(bands, 2, { from: '5', to: '9', points: '4' }).slice(0, 2)).toEqual(bands.slice(0, 2));
  });

  it('close the gap of one that goes, and begin a new one where the last ends', () => {
    expect(withoutBand(bands, 1)).toEqual([
      { to: '5', points: '0' },
      { from: '5', points: '4' },
    ]);
    expect(withAnotherBand(bands, { points: '0' }).slice(2)).toEqual([
      { from: '5', to: '', points: '4' },
      { from: '', points: '0' },
    ]);
  });
});
