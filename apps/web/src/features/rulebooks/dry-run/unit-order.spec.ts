import { dryRun } from '@heng/rules/compare';
import { aDraft, lastYear } from '../../../../test/small-trial.js';
import { orderedUnits, type UnitFilter } from './unit-order.js';

const run = dryRun(aDraft, lastYear, { mapping: { active: 'activities' } });
const all: UnitFilter = { group: null, only: 'all', name: '' };
const byMerit = (run.groups[0]?.units ?? []).flatMap(
  (code) => run.units.find((unit) => unit.code === code) ?? [],
);
const names = (filter: UnitFilter, sort: Parameters<typeof orderedUnits>[2]) =>
  orderedUnits(byMerit, filter, sort).map(({ name }) => name.slice(0, 2));

describe('the units of a dry run', () => {
  it.each([
    ['rank', ['青山', '白云', '龙泉']],
    ['lastRank', ['白云', '龙泉', '青山']],
    ['places', ['青山', '龙泉', '白云']],
    ['by', ['青山', '白云', '龙泉']],
  ] as const)('are sorted by %s', (sort, expected) => {
    expect(names(all, sort)).toEqual(expected);
  });

  it('can be narrowed by name, by change and by group', () => {
    expect(names({ ...all, name: ' 龙泉 ' }, 'rank')).toEqual(['龙泉']);
    expect(names({ ...all, only: 'regraded' }, 'rank')).toEqual(
      ['青山', '白云', '龙泉'].filter((name) =>
        run.units.some((unit) => unit.name.startsWith(name) && unit.gradeChanged),
      ),
    );
    expect(names({ ...all, group: 'nobody' }, 'rank')).toEqual([]);
  });
});
