import type { TownshipArea } from './areas.js';
import { countyTotals } from './county-totals.js';
import { Draw } from './draw.js';

/** Village chairs by education and age, as sets of village codes. */
export type Chairs = {
  readonly withCollegeEducation: ReadonlySet<string>;
  readonly aged45OrUnder: ReadonlySet<string>;
};

/** Last year's numbers are the county's totals; this year some chairs have taken a degree and some have gone. */
export function chairs(areas: readonly TownshipArea[], year: number): Chairs {
  const villages = areas.flatMap((area) =>
    area.villages.map(({ code }) => ({ code, strength: area.strength })),
  );
  /** Stronger townships have more of them, by a long way not all. */
  const ordered = (name: string) => {
    const draw = new Draw(`chairs/${name}`);
    return villages
      .map(({ code, strength }) => ({ code, key: draw.whole(0, 160) + strength }))
      .sort((a, b) => b.key - a.key || (a.code < b.code ? -1 : 1))
      .map(({ code }) => code);
  };
  const educated = ordered('education');
  const young = ordered('age');
  const { chairsWithCollegeEducation: withDegree, chairsAged45OrUnder: underFifty } = countyTotals;
  if (year < 2026) {
    return {
      withCollegeEducation: new Set(educated.slice(0, withDegree)),
      aged45OrUnder: new Set(young.slice(0, underFifty)),
    };
  }
  const draw = new Draw('chairs/changes');
  const stayed = educated.slice(0, withDegree).filter(() => !draw.chance(3));
  const joined = educated.slice(withDegree).filter(() => draw.chance(14));
  return {
    withCollegeEducation: new Set([...stayed, ...joined]),
    aged45OrUnder: new Set(young.slice(0, underFifty + 6)),
  };
}
