import type { VillageArea } from './areas.js';
import { ballots } from './ballots.js';
import { Draw } from './draw.js';
import { inLine } from './strength.js';
import { clamp, percentOf, quotient } from './whole-numbers.js';

/** One year of one village as it was, before anybody reports it. Townships' numbers are sums of these. */
export type VillageYear = ReturnType<typeof villageYear>;

export const homeItems = ['place', 'sign', 'team', 'rules', 'activities', 'funds'] as const;

export function villageYear(area: VillageArea, year: number) {
  const draw = new Draw(`village/${area.code}/${year}`);
  // One year is not like another, and most do better than the year before.
  const strength = clamp(area.strength + draw.whole(-3, 3) - (2026 - year) * 4, 0, 100);
  const span = (worst: number, best: number, spread: number, most?: number) =>
    inLine(draw, strength, { worst, best, spread, ...(most === undefined ? {} : { most }) });
  const likely = (worst: number, best: number) => draw.chance(span(worst, best, 0));

  const activities = span(0, 7, 1);
  const inMarch = Math.min(activities, draw.whole(strength < 45 ? 1 : 0, strength < 30 ? 2 : 1));
  const participating = percentOf(area.women, span(8, 48, 6, 100));
  const needs = span(1, 9, 2);
  const disputes = draw.chance(12) ? 0 : draw.whole(1, 6);
  const vulnerable = draw.chance(7) ? 0 : draw.whole(2, 14);
  const screeningsDue = draw.chance(4) ? 0 : percentOf(area.women, draw.whole(6, 10));
  return {
    executiveMembers: likely(40, 130) ? 7 + span(0, 3, 2) : draw.whole(4, 6),
    chairInTwoCommittees: likely(35, 110),
    chairVacancyDays: draw.chance(4) ? draw.whole(31, 120) : draw.chance(10) ? draw.whole(5, 30) : 0,
    chairTrainings: span(0, 3, 1),
    recordGaps: span(5, -2, 1),
    home: homeItems.map(() => likely(55, 103)),
    homeOpenDays: span(70, 265, 25, 366),
    fundsReceived: likely(25, 108),
    activities,
    activitiesOutsideMarch: activities - inMarch,
    activityKinds: Math.min(6, activities, span(1, 6, 1)),
    womenParticipating: participating,
    participations: quotient(participating * draw.whole(11, 22), 10),
    needsRegistered: needs,
    needsResolved: percentOf(needs, span(55, 108, 10, 100)),
    disputesMediated: disputes,
    disputesSettled: percentOf(disputes, span(50, 115, 12, 100)),
    vulnerableRegistered: vulnerable,
    vulnerableVisitedTwice: percentOf(vulnerable, span(40, 112, 10, 100)),
    trainingAttendances: quotient(area.women * 3 * span(45, 135, 20), 10_000),
    screeningsDue,
    screeningsDone: percentOf(screeningsDue, span(60, 105, 8)),
    councilSessions: span(0, 3, 1),
    modelHouseholds: percentOf(area.households, span(1, 14, 2)),
    // Small meetings do not reach the eight valid votes that a result needs.
    ballots: ballots(draw, strength, draw.chance(2) ? draw.whole(4, 7) : draw.whole(12, 32)),
    circulars: likely(55, -8) ? draw.whole(1, 2) : 0,
    chairHasOneOtherPostAtMost: likely(25, 98),
  };
}
