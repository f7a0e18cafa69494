/** What happens on purpose, so that every state can be seen somewhere. Township names as in `place-names`. */

/** Its village assessment is still collecting, and its people have demonstration accounts. */
export const collectingTownship = '柳林镇';
/** A second township whose chair has an account. */
export const secondTownship = '桃源乡';

/** A village concealed a case of harm: the township and the village are unqualified whatever their totals. */
export const harmConcealedIn = '大沙坪镇';

/** Data of one indicator were proven false: no points for it, and the grade can be good at best. */
export const falsification = { township: '老鹰岩渡口镇', indicator: 'H33' } as const;

/** A unit committee that would not be assessed. */
export const refusedBy = '档案馆妇委会';

/** Its review meeting is still to come. */
export const reviewPendingIn = '红土地乡';
/** Fewer valid ballots than a result needs. */
export const fewBallotsIn = '北园街道';
/** A survey sample smaller than a result needs. */
export const smallSampleIn = '小水井乡';
/** Judges who recused themselves leave two. */
export const fewJudgesIn = '黄泥塘镇';
/** No new sectors at all: none due. */
export const noNewSectorsIn = '云雾山乡';

/** How far a unit's own report goes beyond what was found: 0 not at all, 3 wherever it can. */
export const boasting: ReadonlyMap<string, 1 | 2 | 3> = new Map([
  ['三岔河镇', 1],
  ['马家沟乡', 3],
  ['西河沿街道', 2],
  ['新集镇', 1],
  ['石桥镇', 2],
  ['月牙泉乡', 1],
]);

/** Facts that wait to be verified, by township. */
export const unverified: ReadonlyMap<string, readonly string[]> = new Map([
  ['柳林镇', ['women-newly-employed', 'social-projects']],
  ['城关镇', ['petitions-closed-on-time']],
  ['青龙山镇', ['party-committee-sessions', 'new-sector-organizations-established']],
  ['南坪乡', ['women-newly-employed', 'chairs-passed', 'petitions-closed-on-time']],
]);

/** Nobody has these yet, not even the township itself. */
export const unreported: ReadonlyMap<string, readonly string[]> = new Map([
  ['青龙山镇', ['party-committee-sessions']],
  ['南坪乡', ['women-newly-employed']],
]);
