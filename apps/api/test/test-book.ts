import type { Fact, Indicator, RuleBook } from '@heng/rules';

const text = (zh: string) => ({ zh, en: `EN ${zh}` });

const count = (id: string, source: Fact['source'], atMost?: string): Fact => ({
  id,
  title: text(id),
  source,
  enteredBy: text('乡镇妇联'),
  kind: 'number',
  unit: text('个'),
  checks: { min: '0', integer: true, ...(atMost ? { atMost } : {}) },
});

const indicator = (
  id: string,
  points: string,
  department: string,
  parts: Pick<Indicator, 'measure' | 'score'>,
): Indicator => ({
  id,
  title: text(id),
  points,
  scoredBy: text(department),
  missing: 'wait',
  notApplicable: { policy: 'exclude' },
  ...parts,
});

/**
 * A small book of 100 points: C1 a coverage (40), C2 activities beside the best of the group (20), C3 last year's growth is not
 * asked, R1 a meeting score (10), P1 an imported number (30), a bonus of 5 by rank. C2 and B1 compare units.
 */
export const testBook: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'test-book',
  title: text('测试细则'),
  issuer: text('测试县妇联'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['TownshipFederation', 'SubdistrictFederation'],
  totalPoints: '100',
  rounding: {
    indicator: { mode: 'half-up', digits: 2 },
    section: null,
    total: { mode: 'half-up', digits: 2 },
  },
  facts: [
    count('villages', 'ledger'),
    count('villages-with-federation', 'children', 'villages'),
    count('activities', 'declared'),
    count('meeting-score', 'meeting'),
    count('cases-closed', 'department', 'cases'),
    count('cases', 'department'),
  ],
  sections: [
    {
      id: 'A',
      title: text('组织'),
      role: 'base',
      points: '60',
      indicators: [
        indicator('C1', '40', '组织部', {
          measure: {
            kind: 'ratio',
            of: [
              { kind: 'fact', fact: 'villages-with-federation' },
              { kind: 'fact', fact: 'villages' },
            ],
            whenZero: 'cannot-compute',
          },
          score: { method: 'proportion', target: '1', capShare: '1' },
        }),
        indicator('C2', '20', '宣传部', {
          measure: { kind: 'fact', fact: 'activities' },
          score: { method: 'relative', to: 'best', better: 'higher' },
        }),
      ],
    },
    {
      id: 'B',
      title: text('服务'),
      role: 'base',
      points: '40',
      indicators: [
        indicator('P1', '30', '权益部', {
          measure: {
            kind: 'ratio',
            of: [
              { kind: 'fact', fact: 'cases-closed' },
              { kind: 'fact', fact: 'cases' },
            ],
            whenZero: 'not-applicable',
          },
          score: { method: 'proportion', target: '1', capShare: '1' },
        }),
        indicator('R1', '10', '办公室', {
          measure: { kind: 'fact', fact: 'meeting-score' },
          score: { method: 'proportion', target: '100', capShare: '1' },
        }),
      ],
    },
    {
      id: 'X',
      title: text('加分'),
      role: 'bonus',
      points: '5',
      indicators: [
        indicator('B1', '5', '宣传部', {
          measure: { kind: 'fact', fact: 'activities' },
          score: {
            method: 'ranked',
            form: 'table',
            better: 'higher',
            tied: 'highest',
            points: ['5', '3'],
            beyond: '0',
          },
        }),
      ],
    },
  ],
  vetoes: [],
  cohorts: {
    by: 'attribute',
    attribute: 'group',
    groups: [{ id: 'town', title: text('乡镇'), values: ['town'] }],
  },
  ranking: { on: 'rounded', ties: 'competition', tieBreaks: [{ kind: 'indicator', indicator: 'C1' }] },
  grades: [
    { id: 'good', title: text('优秀'), atLeast: '80' },
    { id: 'plain', title: text('合格') },
  ],
};
