import type { CycleResponse, UnitResult } from '@heng/contracts';
import { compile, type AssessedUnit, type RuleBook } from '@heng/rules';

const text = (zh: string, en: string) => ({ zh, en });

/** One section, two indicators: one by itself, one that compares units. */
export const smallBook: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'small',
  title: text('小规则书', 'Small book'),
  issuer: text('县妇联', 'County federation'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['TownshipFederation'],
  totalPoints: '10',
  rounding: {
    indicator: { mode: 'half-up', digits: 2 },
    section: null,
    total: { mode: 'half-up', digits: 2 },
  },
  facts: [
    {
      id: 'built',
      title: text('已建数', 'Built'),
      kind: 'number',
      unit: text('个', 'items'),
      source: 'declared',
      enteredBy: text('乡镇妇联', 'Township'),
    },
  ],
  sections: [
    {
      id: 'A',
      title: text('组织建设', 'Organisation'),
      role: 'base',
      points: '10',
      indicators: [
        {
          id: 'H01',
          title: text('组建率', 'Coverage'),
          points: '10',
          scoredBy: text('组织部', 'Organisation department'),
          measure: { kind: 'fact', fact: 'built' },
          score: { method: 'proportion', target: '16', capShare: '1' },
          missing: 'wait',
        },
      ],
    },
  ],
  vetoes: [],
  cohorts: { by: 'all' },
  ranking: { on: 'rounded', ties: 'competition', tieBreaks: [] },
  grades: [
    { id: 'excellent', title: text('优秀', 'Excellent'), atLeast: '9' },
    { id: 'qualified', title: text('合格', 'Qualified') },
  ],
};

const units = [
  ['330100001000', '青山镇妇联', '14'],
  ['330100002000', '白云乡妇联', '16'],
  ['330100003000', '龙泉镇妇联', '16'],
] as const;

const assessed: AssessedUnit[] = units.map(([code, name, built]) => ({
  code,
  name,
  type: 'TownshipFederation',
  facts: { built: { declared: built, verified: built } },
}));

export const run = compile(smallBook).assess(assessed);

/** The run as the API would answer it. */
export const unitResults: UnitResult[] = run.units.map(({ code, name, noAward: _, ...outcome }) => ({
  ...outcome,
  gradeReasons: [...outcome.gradeReasons],
  vetoes: [...outcome.vetoes],
  sections: [...outcome.sections],
  indicators: [...outcome.indicators],
  unit: { code, name, type: 'TownshipFederation', parent: '330100000000', attributes: {} },
}));

export const smallCycle: CycleResponse = {
  id: '22222222-2222-4222-8222-222222222222',
  title: '2026 年度考核',
  year: 2026,
  stage: 'verifying',
  owner: '330100000000',
  ownerName: '县妇联',
  ruleBookId: '11111111-1111-4111-8111-111111111111',
  ruleBookTitle: smallBook.title,
  ruleBookHash: 'a',
  dataLabel: null,
  deadline: null,
  version: 1,
  allowed: [],
  ownUnit: null,
  unitCount: 3,
};
