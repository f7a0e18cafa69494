import { nearestName } from './nearest-name.js';

describe('the nearest name', () => {
  it.each([
    ['vilages', 'villages'],
    ['VILLAGES', 'villages'],
    ['villagse', 'villages'],
    ['h1', 'h2'],
    ['weather', null],
    ['', null],
  ])('"%s" means %p', (typed, meant) => {
    expect(nearestName(typed, ['villages', 'h2', 'late-days'])).toBe(meant);
  });

  it('of several close names the closest wins', () => {
    expect(nearestName('chairs-totl', ['chairs-to', 'chairs-total'])).toBe('chairs-total');
  });
});
