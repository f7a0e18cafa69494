import type { AssessedUnit } from '@heng/rules';
import { defaultRuleBooks } from '@heng/rules/books';
import type { TownshipArea, VillageArea } from './areas.js';
import { collectingTownship, harmConcealedIn } from './deliberate.js';
import { Draw } from './draw.js';
import { factEntries, type Answers, type Report } from './fact-entries.js';
import { villageUnit } from './organizations.js';
import { homeItems, villageYear, type VillageYear } from './village-year.js';

/** This year's facts of a township's villages. */
export function villageFacts(township: TownshipArea): AssessedUnit[] {
  return township.villages.map((area, index) => {
    const year = villageYear(area, 2026);
    const { code, name, type, parent, attributes } = villageUnit(township, area);
    return {
      code,
      name,
      type,
      ...(parent !== null && { parent }),
      attributes,
      facts: factEntries(defaultRuleBooks.village, {
        found: answersOf(area, year, {
          harmConcealed: township.name === harmConcealedIn && index === 0,
          // One village in fifty made its data up.
          falsified: new Draw(`village-falsified/${area.code}`).chance(2),
        }),
        ...progressOf(township, area, index),
      }),
    };
  });
}

type Incidents = { readonly harmConcealed: boolean; readonly falsified: boolean };

function answersOf(area: VillageArea, year: VillageYear, { harmConcealed, falsified }: Incidents): Answers {
  return {
    'executive-members': String(year.executiveMembers),
    'chair-in-two-committees': year.chairInTwoCommittees,
    'chair-vacancy-days': String(year.chairVacancyDays),
    'chair-trainings': String(year.chairTrainings),
    'record-gaps': String(year.recordGaps),
    ...Object.fromEntries(homeItems.map((item, index) => [`home-has-${item}`, year.home[index] === true])),
    'home-open-days': String(year.homeOpenDays),
    'funds-received': year.fundsReceived,
    'activities-total': String(year.activities),
    'activities-outside-march': String(year.activitiesOutsideMarch),
    'activity-kinds': String(year.activityKinds),
    'women-total': String(area.women),
    'women-participating': String(year.womenParticipating),
    'needs-registered': String(year.needsRegistered),
    'needs-resolved': String(year.needsResolved),
    'disputes-mediated': String(year.disputesMediated),
    'disputes-settled': String(year.disputesSettled),
    'vulnerable-registered': String(year.vulnerableRegistered),
    'vulnerable-visited-twice': String(year.vulnerableVisitedTwice),
    'training-attendances': String(year.trainingAttendances),
    'screenings-due': String(year.screeningsDue),
    'screenings-done': String(year.screeningsDone),
    'council-sessions': String(year.councilSessions),
    'households-total': String(area.households),
    'model-households': String(year.modelHouseholds),
    'evaluation-ballots': year.ballots,
    'township-circulars': String(year.circulars),
    'falsification-proven': falsified,
    'harm-concealed': harmConcealed,
  };
}

/** Where the township's assessment stands: one still collects, the others verify, with a gap here and there. */
function progressOf(township: TownshipArea, area: VillageArea, index: number): Omit<Report, 'found'> {
  const draw = new Draw(`village-progress/${area.code}`);
  if (township.name === collectingTownship) {
    return {
      // The chair of the first village has an account and something left to report.
      unreported: new Set(index === 0 || draw.chance(50) ? ['home-open-days', 'council-sessions'] : []),
      unverified: new Set(['home-open-days', 'council-sessions', 'evaluation-ballots', 'township-circulars']),
    };
  }
  const waiting = ['home-open-days', 'council-sessions', 'funds-received', 'model-households'];
  return {
    unverified: new Set([
      ...(draw.chance(6) ? [draw.pick(waiting)] : []),
      ...(draw.chance(2) ? ['evaluation-ballots'] : []),
    ]),
  };
}
