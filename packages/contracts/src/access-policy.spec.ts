import { accessPolicy, allows, type Action, type Relation } from './access-policy.js';
import { Role } from './accounts.js';
import { Stage } from './cycles.js';

/**
 * The policy once more, written by hand from the rules of the house and not from the table.
 * A cell: relations (o own, c child, d descendant, x other), then `@` and the stages in which it holds
 * (d draft, i issued, c collecting, v verifying, r reviewing, p proposed, n public notice, P published, A archived); no `@`: always.
 */
const columns = ['office', 'scorer', 'leader', 'auditor', 'chair', 'reporter', 'administrator'] as const;
const expected: Readonly<Record<Action, readonly string[]>> = {
  'organization.read': ['ocd', 'ocd', 'ocd', 'ocd', 'o', 'o', 'ocd'],
  'organization.manage': ['', '', '', '', '', '', 'ocd'],
  'account.manage': ['', '', '', '', '', '', 'ocd'],
  'rulebook.read': ['ocd', 'ocd', 'ocd', 'ocd', 'o', 'o', ''],
  'rulebook.manage': ['o', '', '', '', '', '', ''],
  'rulebook.discuss': ['o', 'o', 'o', '', '', '', ''],
  'rulebook.review': ['o', '', 'o', '', '', '', ''],
  'cycle.read': ['ocd', 'ocd', 'ocd', 'ocd', 'o@icvrpnPA', 'o@icvrpnPA', ''],
  'cycle.manage': ['o', '', '', '', '', '', ''],
  // Leaders decide on results; the facts of a unit are not theirs to browse.
  'fact.read': ['cd', 'cd', '', 'ocd', 'o@icvrpnPA', 'o@icvrpnPA', ''],
  'fact.declare': ['', '', '', '', 'o@ic', 'o@ic', ''],
  // Nobody verifies her own unit.
  'fact.verify': ['cd@cvr', 'cd@cvr', '', '', '', '', ''],
  'result.read': ['cd', 'cd', 'cd', 'ocd', 'o@icvrpnPA', '', ''],
  // The embargo: a unit compares itself with others only once results are published.
  'result.compare': ['cd', 'cd', 'cd', 'ocd', 'ox@PA', '', ''],
  'result.publish': ['o@vrpn', '', 'o@vrpn', '', '', '', ''],
};

const stageLetters: Readonly<Record<Stage, string>> = {
  draft: 'd',
  issued: 'i',
  collecting: 'c',
  verifying: 'v',
  reviewing: 'r',
  proposed: 'p',
  'public-notice': 'n',
  published: 'P',
  archived: 'A',
};
const relationLetters: Readonly<Record<Relation, string>> = {
  own: 'o',
  child: 'c',
  descendant: 'd',
  other: 'x',
};
const relations = Object.keys(relationLetters) as Relation[];
const actions = Object.keys(expected) as Action[];

const holds = (cell: string, relation: Relation, stage: Stage | null): boolean => {
  const [who = '', when] = cell.split('@');
  return (
    who.includes(relationLetters[relation]) &&
    (when === undefined || (stage !== null && when.includes(stageLetters[stage])))
  );
};

describe('the access policy', () => {
  it('says what was written by hand, in every cell of role × relation × stage × action', () => {
    let cells = 0;
    for (const action of actions) {
      columns.forEach((role, column) => {
        for (const relation of relations) {
          for (const stage of [null, ...Stage.options]) {
            cells += 1;
            const where = `${role} ${action} ${relation} ${stage}`;
            expect([where, allows({ role, relation }, action, stage)]).toEqual([
              where,
              holds(expected[action][column] ?? '', relation, stage),
            ]);
          }
        }
      });
    }
    expect(cells).toBe(15 * 7 * 4 * 10);
  });

  it('knows every role and no action beside those listed', () => {
    expect([...columns].sort()).toEqual([...Role.options].sort());
    expect(new Set(accessPolicy.map(({ action }) => action))).toEqual(new Set(actions));
  });

  it('never lets anyone verify facts of her own unit', () => {
    for (const role of Role.options)
      for (const stage of Stage.options)
        expect(allows({ role, relation: 'own' }, 'fact.verify', stage)).toBe(false);
  });
});
