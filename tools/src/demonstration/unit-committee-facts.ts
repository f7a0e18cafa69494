import type { AssessedUnit, RecordEntry } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import { ballots } from './ballots.js';
import { refusedBy } from './deliberate.js';
import { Draw } from './draw.js';
import { factEntries, type Answers, type Report } from './fact-entries.js';
import { countyCode } from './place-names.js';
import { inLine } from './strength.js';
import { unitCommittees, type UnitCommittee } from './unit-committees.js';
import { hundredthsText, percentOf } from './whole-numbers.js';

/** This year's facts of the unit committees, which are still reporting. */
export const unitCommitteeFacts = (): AssessedUnit[] =>
  unitCommittees.map((unit, index) => ({
    code: unit.code,
    name: unit.name,
    type: 'WomensCommittee',
    parent: countyCode,
    attributes: { size: unit.women < 10 ? 'small' : 'standard' },
    facts: factEntries(defaultRuleBooks.unitCommittee, { found: answersOf(unit), ...progressOf(index) }),
  }));

function answersOf({ code, name, women, subordinateUnits, strength }: UnitCommittee): Answers {
  const draw = new Draw(`unit-committee/${code}`);
  const span = (worst: number, best: number, spread: number, most?: number) =>
    inLine(draw, strength, { worst, best, spread, ...(most === undefined ? {} : { most }) });
  const likely = (worst: number, best: number) => draw.chance(span(worst, best, 0));
  const count = (worst: number, best: number, spread: number) => String(span(worst, best, spread));
  const share = (of: number, worst: number, best: number) => String(percentOf(of, span(worst, best, 6, 100)));

  const [appeals, due, pairings] = [
    draw.chance(15) ? 0 : draw.whole(2, 14),
    draw.whole(2, 12),
    draw.chance(12) ? 0 : draw.whole(2, 10),
  ];
  const approvedPerHead = draw.whole(60, 200);
  return {
    'established-and-elected-on-time': likely(30, 120),
    'director-in-leadership': likely(30, 115),
    'committee-members': String(women < 10 ? draw.whole(2, 3) : draw.whole(3, 9)),
    'subordinate-units': String(subordinateUnits),
    'subordinate-units-with-group': share(subordinateUnits, 45, 106),
    'women-employees': String(women),
    'women-with-complete-records': share(women, 60, 104),
    'meetings-missed': count(3, -1, 1),
    'papers-late': count(3, -1, 1),
    'papers-missing': count(2, -1, 0),
    'party-organization-sessions': count(0, 3, 0),
    'funding-in-budget': likely(25, 115),
    'activity-funding': hundredthsText(women * approvedPerHead * span(35, 120, 8)),
    'approved-funding-per-head': String(approvedPerHead),
    'appeals-received': String(appeals),
    'appeals-resolved': share(appeals, 50, 112),
    'model-titles': count(0, 4, 1),
    'activities-held': count(1, 6, 1),
    participations: String(percentOf(women, span(60, 330, 20))),
    'trainees-due': String(due),
    'trainees-attended': share(due, 45, 110),
    'volunteer-hours': hundredthsText(women * span(100, 1100, 100)),
    'pairings-due': String(pairings),
    'pairings-done': share(pairings, 50, 115),
    'adopted-information': Array.from({ length: span(0, 4, 1) }, (_, index): RecordEntry => ({
      title: `工作信息第 ${index + 1} 篇`,
      level: index === 0 && strength > 75 ? 'provincial' : index < 2 ? 'municipal' : 'county',
      date: `2026-0${draw.whole(1, 9)}-1${draw.whole(0, 9)}`,
    })),
    'tasks-overdue': count(5, -1, 1),
    'tasks-undone': count(2, -1, 0),
    'spot-check-mismatches': count(3, -1, 1),
    'satisfaction-ballots': ballots(draw, strength, Math.min(women, draw.whole(8, 60))),
    'department-ratings': Object.fromEntries(
      ['organization', 'publicity', 'rights', 'development', 'office']
        // A department that had nothing to do with the unit gives no rating.
        .filter(() => !draw.chance(8))
        .map((group) => [group, String(span(60, 98, 4, 100))]),
    ),
    commendations: draw.chance(percentOf(strength, 45))
      ? [{ title: '县级三八红旗集体', level: 'county', date: '2026-03-06' }]
      : [],
    criticisms: likely(35, -15)
      ? [{ title: '妇女工作信息迟报情况的通报', level: 'county', date: '2026-07-20' }]
      : [],
    'falsification-proven': false,
    'serious-violation': false,
    'assessment-refused': name === refusedBy,
  };
}

/** Three units have not reported some facts of their own, two of them with accounts; some reports are not verified yet. */
function progressOf(index: number): Omit<Report, 'found'> {
  const open = ['appeals-resolved', 'activity-funding', 'party-organization-sessions'];
  if (index === 0) {
    const left = new Set(['activity-funding', 'commendations']);
    return { unreported: left, unverified: left };
  }
  if (index === 3 || index === 10) {
    return { unreported: new Set(open.slice(0, 2)), unverified: new Set(open) };
  }
  return index === 6 ? { unverified: new Set(open.slice(2)) } : {};
}
