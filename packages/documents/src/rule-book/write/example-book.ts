import type { Fact, RuleBook, Text } from '@heng/rules';

const text = (zh: string, en: string): Text => ({ zh, en });
const number = (id: string, title: Text, unit: Text, atMost?: string): Fact => ({
  id,
  title,
  kind: 'number',
  unit,
  source: 'declared',
  enteredBy: text('乡镇妇联', 'Township federation'),
  checks: { min: '0', integer: true, ...(atMost === undefined ? {} : { atMost }) },
});
const villages = text('个', 'villages');
const office = text('县妇联办公室', 'Office of the county federation');
const half = { mode: 'half-up', digits: 2 } as const;

/** A small rule book that shows how the sheets are filled in: the examples of the template, and nobody's real rules. */
export const exampleBook: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'example',
  title: text('示例考核细则', 'Example rule book'),
  issuer: text('某县妇联', 'A county federation'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['TownshipFederation', 'SubdistrictFederation'],
  totalPoints: '100',
  rounding: { indicator: half, section: null, total: half },
  facts: [
    number('villages', text('行政村数', 'Villages'), villages),
    number('with-federation', text('已建妇联的村数', 'Villages with a federation'), villages, 'villages'),
    number('activities', text('开展活动次数', 'Activities held'), text('次', 'activities')),
    number('late', text('迟报次数', 'Late reports'), text('次', 'times')),
    {
      id: 'awards',
      title: text('表彰清单', 'Awards'),
      kind: 'records',
      source: 'declared',
      enteredBy: text('乡镇妇联', 'Township federation'),
      evidence: text('表彰文件', 'the document of the award'),
      levels: [
        { id: 'province', title: text('省级', 'provincial') },
        { id: 'city', title: text('市级', 'city') },
      ],
    },
    {
      id: 'accident',
      title: text('发生责任事故', 'An accident to answer for'),
      kind: 'boolean',
      source: 'department',
      enteredBy: office,
    },
  ],
  sections: [
    {
      id: 'A',
      title: text('组织建设', 'Organisation'),
      role: 'base',
      points: '100',
      indicators: [
        {
          id: 'A1',
          title: text('村级妇联组建率', 'Villages with a federation'),
          points: '60',
          scoredBy: office,
          measure: {
            kind: 'ratio',
            of: [
              { kind: 'fact', fact: 'with-federation' },
              { kind: 'fact', fact: 'villages' },
            ],
            whenZero: 'not-applicable',
          },
          score: { method: 'proportion', target: '1', capShare: '1' },
          notApplicable: { policy: 'exclude' },
          missing: 'wait',
        },
        {
          id: 'A2',
          title: text('活动开展', 'Activities'),
          points: '30',
          scoredBy: office,
          measure: { kind: 'fact', fact: 'activities' },
          score: {
            method: 'tiers',
            form: 'step',
            bands: [
              { to: '4', points: '0' },
              { from: '4', to: '12', points: '20' },
              { from: '12', points: '30' },
            ],
          },
          missing: 'wait',
        },
        {
          id: 'A3',
          title: text('报送时效', 'Reports in time'),
          points: '10',
          scoredBy: office,
          measure: { kind: 'fact', fact: 'late' },
          score: {
            method: 'steps',
            base: '10',
            origin: '0',
            above: { points: '-2', per: '1', partial: 'down' },
          },
          missing: 'wait',
        },
      ],
    },
    {
      id: 'B',
      title: text('加分项', 'Bonus'),
      role: 'bonus',
      points: '5',
      indicators: [
        {
          id: 'B1',
          title: text('受到表彰', 'Awards received'),
          points: '5',
          scoredBy: office,
          measure: { kind: 'none' },
          score: {
            method: 'records-worth',
            fact: 'awards',
            worth: [
              { level: 'province', points: '3' },
              { level: 'city', points: '1' },
            ],
            sameMatter: 'highest',
          },
          missing: 'wait',
        },
      ],
    },
  ],
  vetoes: [
    {
      id: 'V1',
      title: text('发生责任事故的不得评优', 'No top grade after an accident'),
      when: { kind: 'is-true', fact: 'accident' },
      effects: [{ kind: 'grade-ceiling', grade: 'good' }],
    },
  ],
  cohorts: { by: 'all' },
  ranking: {
    on: 'rounded',
    ties: 'competition',
    tieBreaks: [{ kind: 'no-veto' }, { kind: 'indicator', indicator: 'A1' }],
  },
  grades: [
    {
      id: 'excellent',
      title: text('优秀', 'Excellent'),
      atLeast: '90',
      quota: { ratio: '0.2', rounding: 'down', minimum: 1, scope: 'cohort', tieAtEdge: 'in' },
    },
    { id: 'good', title: text('良好', 'Good'), atLeast: '80' },
    { id: 'rest', title: text('一般', 'Fair') },
  ],
};
