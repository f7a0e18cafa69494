import type { DemonstrationCycle } from '@heng/api';
import { defaultRuleBooks } from '@heng/rules/books';
import type { TownshipArea } from './areas.js';
import { chairs } from './chairs.js';
import { collectingTownship } from './deliberate.js';
import { lastYearsTownshipBook } from './last-years-book.js';
import { countyCode } from './place-names.js';
import { townshipFacts } from './township-facts.js';
import { unitCommitteeFacts } from './unit-committee-facts.js';
import { unitCommittees } from './unit-committees.js';
import { villageFacts } from './village-facts.js';

export const [lastYear, thisYear, committees] = ['township-2025', 'township-2026', 'unit-committee-2026'];

/**
 * Each township runs the assessment of its own villages: verified values may be entered only by the body that runs the
 * cycle, and the village book compares villages within their township. The county's own cycles come last, so they are
 * the newest and head its list.
 */
export function cycles(areas: readonly TownshipArea[]): DemonstrationCycle[] {
  const townships = areas.map(({ code }) => code);
  return [
    ...areas.map(villageCycle),
    {
      key: lastYear,
      title: '2025 年度乡镇（街道）妇联工作考核',
      year: 2025,
      owner: countyCode,
      book: lastYearsTownshipBook,
      stage: 'published',
      units: townships,
      facts: townshipFacts(areas, lastYearsTownshipBook, chairs(areas, 2025)),
    },
    {
      key: committees,
      title: '2026 年度县直单位妇委会工作考核',
      year: 2026,
      owner: countyCode,
      book: defaultRuleBooks.unitCommittee,
      stage: 'collecting',
      units: unitCommittees.map(({ code }) => code),
      facts: unitCommitteeFacts(),
    },
    {
      key: thisYear,
      title: '2026 年度乡镇（街道）妇联工作考核',
      year: 2026,
      owner: countyCode,
      book: defaultRuleBooks.township,
      stage: 'verifying',
      units: townships,
      previousKey: lastYear,
      facts: townshipFacts(areas, defaultRuleBooks.township, chairs(areas, 2026)),
    },
  ];
}

const villageCycle = (area: TownshipArea): DemonstrationCycle => ({
  key: `village-2026-${area.code}`,
  title: `2026 年度${area.name}村（社区）妇联工作考核`,
  year: 2026,
  owner: area.code,
  book: defaultRuleBooks.village,
  stage: area.name === collectingTownship ? 'collecting' : 'verifying',
  units: area.villages.map(({ code }) => code),
  facts: villageFacts(area),
});
