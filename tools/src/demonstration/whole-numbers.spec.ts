import { apportion, hundredthsText, quotient } from './whole-numbers.js';

it('splits a whole into parts that sum exactly and follow the weights', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(352, [5, 0, 15])).toEqual([88, 0, 264]);
});

it('divides downwards without fractions', () => {
  expect([quotient(7, 2), quotient(6, 2), quotient(-1, 2)]).toEqual([3, 3, -1]);
});

it('writes hundredths as the shortest decimal', () => {
  expect([668_050, 100, 5, 0].map(hundredthsText)).toEqual(['6680.5', '1', '0.05', '0']);
});
