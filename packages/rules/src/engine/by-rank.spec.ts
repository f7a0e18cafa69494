import { byRank } from './by-rank.js';

it('[RK6] units are listed by rank, those without one behind, and equal ones by code, whatever the order given', () => {
  const listed = [
    { rank: 1, code: 'z' },
    { rank: 2, code: 'a' },
    { rank: 2, code: 'b' },
    { rank: 10, code: 'c' },
    { rank: null, code: 'd' },
    { rank: null, code: 'e' },
  ];
  const codes = (of: typeof listed) => [...of].sort(byRank).map(({ code }) => code);
  expect(codes(listed)).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
  expect(codes([...listed].reverse())).toEqual(['z', 'a', 'b', 'c', 'd', 'e']);
  expect(byRank({ rank: 2, code: 'a' }, { rank: 2, code: 'a' })).toBe(0);
});
