import type { AssessedUnit, RuleBook } from '@heng/rules';
import type { LastYear } from '@heng/rules/compare';
import { smallBook } from './small-book.js';

const text = (zh: string, en: string) => ({ zh, en });

/** Next year's draft of the small book: a higher target, half of the points, and a new indicator for the rest. */
export const aDraft: RuleBook = {
  ...smallBook,
  id: 'small-2027',
  title: text('小规则书 2027', 'Small book 2027'),
  year: 2027,
  facts: [
    ...smallBook.facts,
    {
      id: 'active',
      title: text('活跃数', 'Active'),
      kind: 'number',
      unit: text('个', 'items'),
      source: 'declared',
      enteredBy: text('乡镇妇联', 'Township'),
    },
  ],
  sections: smallBook.sections.map((section) => ({
    ...section,
    indicators: [
      ...(section.indicators ?? []).map((indicator) => ({
        ...indicator,
        points: '5',
        score: { method: 'proportion', target: '20', capShare: '1' } as const,
      })),
      {
        id: 'H02',
        title: text('活跃率', 'Activity'),
        points: '5',
        scoredBy: text('组织部', 'Organisation department'),
        measure: { kind: 'fact', fact: 'active' },
        score: { method: 'proportion', target: '10', capShare: '1' },
        missing: 'wait',
      },
    ],
  })),
};

const units = [
  ['330100001000', '青山镇妇联', '14', '10'],
  ['330100002000', '白云乡妇联', '16', '4'],
  ['330100003000', '龙泉镇妇联', '18', '2'],
] as const;

const assessed: AssessedUnit[] = units.map(([code, name, built, activities]) => ({
  code,
  name,
  type: 'TownshipFederation',
  facts: {
    built: { declared: built, verified: built },
    activities: { declared: activities, verified: activities },
  },
}));

/** Last year collected what the draft calls 活跃数 under another id. */
export const lastYear: LastYear = {
  book: {
    ...smallBook,
    facts: [
      ...smallBook.facts,
      {
        id: 'activities',
        title: text('活跃数', 'Activities'),
        kind: 'number',
        unit: text('个', 'items'),
        source: 'declared',
        enteredBy: text('乡镇妇联', 'Township'),
      },
    ],
  },
  units: assessed,
};
