import type { RecordEntry } from '@heng/rules';
import { womenOf, type TownshipArea } from './areas.js';
import { ballots } from './ballots.js';
import type { Chairs } from './chairs.js';
import {
  falsification,
  fewBallotsIn,
  fewJudgesIn,
  harmConcealedIn,
  noNewSectorsIn,
  smallSampleIn,
} from './deliberate.js';
import { Draw } from './draw.js';
import type { Answers } from './fact-entries.js';
import { inLine, type Strength } from './strength.js';
import { villageYear } from './village-year.js';
import { clamp, hundredthsText, percentOf, quotient, total } from './whole-numbers.js';

/** One year of one township as it was: what its villages did, summed, and what the township did itself. */
export function townshipYear(area: TownshipArea, year: number, chairs: Chairs): Answers {
  const draw = new Draw(`township/${area.code}/${year}`);
  /** Nobody is equally good at everything, and most do better than the year before. */
  const part = (): Context => ({
    area,
    draw,
    strength: clamp(area.strength + draw.whole(-9, 9) - (2026 - year) * 4, 0, 100),
    current: year === 2026,
    year,
  });
  return {
    ...summedFromVillages(area, year, chairs),
    ...organizationOf(part()),
    ...fundingOf(part()),
    ...serviceOf(part()),
    ...activitiesOf(part()),
    ...reviewOf(part()),
    ...incidentsOf(part()),
  };
}

type Context = {
  readonly area: TownshipArea;
  readonly draw: Draw;
  readonly strength: Strength;
  readonly current: boolean;
  readonly year: number;
};

function summedFromVillages({ villages }: TownshipArea, year: number, chairs: Chairs) {
  const years = villages.map((village) => villageYear(village, year));
  const sum = (number: (village: (typeof years)[number]) => number) => String(total(years.map(number)));
  const count = (holds: (village: (typeof years)[number]) => boolean) => String(years.filter(holds).length);
  const members = (of: ReadonlySet<string>) => String(villages.filter(({ code }) => of.has(code)).length);
  return {
    'villages-total': String(villages.length),
    // The reports found a body in each of the 352 villages and communities.
    'villages-with-federation': String(villages.length),
    'chairs-total': String(villages.length),
    'chairs-with-one-other-post-at-most': count(
      ({ chairHasOneOtherPostAtMost }) => chairHasOneOtherPostAtMost,
    ),
    'chairs-in-two-committees': count(({ chairInTwoCommittees }) => chairInTwoCommittees),
    'chair-vacancy-days': sum(({ chairVacancyDays }) => chairVacancyDays),
    'villages-with-full-executive': count(({ executiveMembers }) => executiveMembers >= 7),
    'villages-with-incomplete-records': count(({ recordGaps }) => recordGaps > 0),
    'chairs-trained': count(({ chairTrainings }) => chairTrainings > 0),
    'chairs-with-college-education': members(chairs.withCollegeEducation),
    'chairs-aged-45-or-under': members(chairs.aged45OrUnder),
    'women-total': String(total(villages.map(({ women }) => women))),
    'needs-registered': sum(({ needsRegistered }) => needsRegistered),
    'needs-resolved': sum(({ needsResolved }) => needsResolved),
    'vulnerable-registered': sum(({ vulnerableRegistered }) => vulnerableRegistered),
    'vulnerable-visited-twice': sum(({ vulnerableVisitedTwice }) => vulnerableVisitedTwice),
    'training-attendances': sum(({ trainingAttendances }) => trainingAttendances),
    'screenings-due': sum(({ screeningsDue }) => screeningsDue),
    'screenings-done': sum(({ screeningsDone }) => screeningsDone),
    'village-activities': sum(({ activities }) => activities),
    participations: sum(({ participations }) => participations),
  };
}

function organizationOf({ area, draw, strength }: Context) {
  const villages = area.villages.length;
  const due = area.name === noNewSectorsIn ? 0 : draw.whole(8, 42);
  const tested = villages - (villages > 8 && draw.chance(30) ? 1 : 0);
  const monthsDue = villages * 12;
  const monthsPaid = percentOf(
    monthsDue,
    inLine(draw, strength, { worst: 55, best: 108, spread: 5, most: 100 }),
  );
  const partyPoints = draw.pick([100, 200, 1000]);
  const tenths = inLine(draw, strength, { worst: 0, best: 62, spread: 8 });
  return {
    'new-sector-organizations-due': String(due),
    'new-sector-organizations-established': String(
      percentOf(due, inLine(draw, strength, { worst: 2, best: 38, spread: 5 })),
    ),
    'township-executive-full': draw.chance(inLine(draw, strength, { worst: 30, best: 120, spread: 0 })),
    'women-work-points': hundredthsText(quotient(partyPoints * tenths, 10)),
    'party-assessment-points': String(partyPoints),
    'party-committee-sessions': String(inLine(draw, strength, { worst: 0, best: 3, spread: 1 })),
    'township-courses': String(inLine(draw, strength, { worst: 0, best: 3, spread: 0 })),
    'chairs-tested': String(tested),
    'chairs-passed': String(
      percentOf(tested, inLine(draw, strength, { worst: 50, best: 108, spread: 6, most: 100 })),
    ),
    'subsidy-months-due': String(monthsDue),
    'subsidy-months-paid': String(monthsPaid),
    'longest-arrears-days': String(
      monthsPaid === monthsDue ? 0 : strength < 45 ? draw.whole(95, 540) : draw.whole(12, 85),
    ),
  };
}

function fundingOf({ area, draw, strength }: Context) {
  const women = womenOf(area);
  // The amounts are in hundredths of a yuan.
  const allocated = women * inLine(draw, strength, { worst: 15, best: 125, spread: 8 });
  const spent = percentOf(allocated, inLine(draw, strength, { worst: 50, best: 108, spread: 5, most: 100 }));
  return {
    'funding-in-budget': draw.chance(inLine(draw, strength, { worst: 20, best: 125, spread: 0 })),
    'funding-allocated': hundredthsText(allocated),
    'funding-spent': hundredthsText(spent),
    'womens-homes-inspected': '2',
    'womens-homes-up-to-standard': String(inLine(draw, strength, { worst: 0, best: 2, spread: 0 })),
    'social-projects': String(inLine(draw, strength, { worst: 0, best: 5, spread: 1 })),
  };
}

function serviceOf({ area, draw, strength }: Context) {
  const petitions = draw.chance(8) ? 0 : draw.whole(6, 45);
  const farmTraining = draw.whole(80, 420);
  const women = womenOf(area);
  return {
    'petitions-received': String(petitions),
    'petitions-closed-on-time': String(
      percentOf(petitions, inLine(draw, strength, { worst: 55, best: 108, spread: 5, most: 100 })),
    ),
    'harm-reports-late': String(
      draw.chance(inLine(draw, strength, { worst: 45, best: -20, spread: 0 })) ? 1 : 0,
    ),
    'farm-training-total': String(farmTraining),
    'farm-training-women': String(
      percentOf(farmTraining, inLine(draw, strength, { worst: 28, best: 50, spread: 4 })),
    ),
    'women-newly-employed': String(
      quotient(women * inLine(draw, strength, { worst: 0, best: 11, spread: 2 }), 1000),
    ),
  };
}

function activitiesOf({ area, draw, strength, year }: Context) {
  const villages = area.villages.map((village) => villageYear(village, year));
  const own = inLine(draw, strength, { worst: 2, best: 16, spread: 2, least: 1 });
  const inMarch = Math.min(own, draw.whole(1, 3));
  const kinds = Math.max(
    inLine(draw, strength, { worst: 1, best: 6, spread: 1, most: 6 }),
    ...villages.map(({ activityKinds }) => activityKinds),
  );
  const sample = area.name === smallSampleIn && year === 2026 ? 46 : draw.whole(64, 130);
  const overdue = inLine(draw, strength, { worst: 7, best: -2, spread: 1 });
  return {
    'activities-total': String(total(villages.map(({ activities }) => activities)) + own),
    'activities-outside-march': String(
      total(villages.map(({ activitiesOutsideMarch }) => activitiesOutsideMarch)) + own - inMarch,
    ),
    'activity-kinds': String(kinds),
    'adopted-information': Array.from(
      { length: inLine(draw, strength, { worst: 0, best: 5, spread: 1 }) },
      (_, index): RecordEntry => ({
        title: `${area.name}妇女工作信息第 ${index + 1} 篇`,
        level: index === 0 && draw.chance(strength) ? 'municipal' : 'county',
        date: dayIn(draw, year),
      }),
    ),
    'survey-sample': String(sample),
    'survey-aware': String(
      percentOf(sample, inLine(draw, strength, { worst: 58, best: 97, spread: 4, most: 100 })),
    ),
    'tasks-overdue': String(overdue),
    'tasks-undone': String(draw.chance(inLine(draw, strength, { worst: 60, best: -25, spread: 0 })) ? 1 : 0),
    'spot-check-mismatches': String(inLine(draw, strength, { worst: 4, best: -1, spread: 1 })),
  };
}

function reviewOf({ area, draw, strength, current }: Context) {
  const middle = inLine(draw, strength, { worst: 66, best: 96, spread: 2 });
  const fewJudges = current && area.name === fewJudgesIn;
  return {
    'report-scores': Array.from({ length: 7 }, (_, index) => ({
      judge: `评委${index + 1}`,
      score: hundredthsText(Math.min(100_00, middle * 100 + draw.whole(-8, 8) * 50)),
      ...((fewJudges ? index >= 2 : draw.chance(4)) && { recused: true }),
    })),
    'evaluation-ballots': ballots(
      draw,
      strength,
      current && area.name === fewBallotsIn ? 7 : draw.whole(28, 80),
    ),
  };
}

/** Bonus, deductions and vetoes: few, and not always where one would expect them. */
function incidentsOf({ area, draw, strength, current, year }: Context) {
  const { name } = area;
  const likely = (worst: number, best: number) =>
    draw.chance(inLine(draw, strength, { worst, best, spread: 0 }));
  return {
    commendations: [
      ...(likely(-10, 80)
        ? [
            {
              title: `${year} 年全县妇女工作先进集体`,
              level: 'county',
              matter: `先进集体 ${year}`,
              date: dayIn(draw, year),
            },
          ]
        : []),
      ...(likely(-40, 45)
        ? [{ title: `${year} 年全市三八红旗集体`, level: 'municipal', date: dayIn(draw, year) }]
        : []),
    ] satisfies RecordEntry[],
    'innovation-award': strength > 88 ? draw.pick(['first', 'second']) : likely(-10, 45) ? 'third' : 'none',
    'promoted-experience': likely(-40, 40)
      ? [{ title: `${name}“巾帼议事”做法`, level: 'county', date: dayIn(draw, year) }]
      : [],
    criticisms: likely(30, -15)
      ? [{ title: '关于妇女工作任务滞后情况的通报', level: 'county', date: dayIn(draw, year) }]
      : [],
    'complaints-upheld': String(likely(35, -15) ? 1 : 0),
    'rectifications-overdue': String(likely(35, -10) ? 1 : 0),
    'harm-concealed': current && name === harmConcealedIn,
    'serious-violation': false,
    'assessment-refused': false,
    'falsified-indicators':
      current && name === falsification.township
        ? [{ title: '虚报村级活动场次', level: falsification.indicator, date: dayIn(draw, year) }]
        : [],
  };
}

const dayIn = (draw: Draw, year: number): string =>
  `${year}-${String(draw.whole(1, 11)).padStart(2, '0')}-${String(draw.whole(1, 28)).padStart(2, '0')}`;
