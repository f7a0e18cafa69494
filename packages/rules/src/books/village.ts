import type { RuleBook } from '../format/rule-book.js';
import { defaultGrades } from './authoring/grades.js';
import { text } from './authoring/text.js';
import { activities } from './village/activities.js';
import { villageFacts } from './village/facts.js';
import { governance, review } from './village/governance-and-review.js';
import { organization, places } from './village/organization-and-places.js';
import { service } from './village/service.js';

/** 默认规则书三:村(社区)妇联, V01–V21, 100 points; the township assesses its own villages. */
export const village: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'default-village',
  title: text('村（社区）妇联工作考核细则（默认）', 'Assessment of village federations (default)'),
  issuer: text('乡镇（街道）妇联', 'Township federation'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['VillageFederation', 'CommunityFederation'],
  totalPoints: '100',
  rounding: {
    indicator: { mode: 'half-up', digits: 2 },
    section: null,
    total: { mode: 'half-up', digits: 2 },
  },
  notes: [
    text(
      '分值、目标、档位、否决和等次均为默认值（◇），请按本地文件修改。',
      'Points, targets, bands, vetoes and grades are all defaults (◇); adapt them to your local document.',
    ),
    text(
      '不设加分和减分，不向村里多要一张表；同镇的村互相比较。',
      'There is no bonus and no deduction, so villages fill in no extra form; villages are compared within their township.',
    ),
  ],
  facts: villageFacts,
  sections: [organization, places, activities, service, governance, review],
  vetoes: [
    {
      id: 'falsification',
      title: text('数据造假查实', 'Data proven false'),
      when: { kind: 'is-true', fact: 'falsification-proven' },
      effects: [
        { kind: 'indicator-zero', indicators: ['V21'] },
        { kind: 'grade-ceiling', grade: 'good' },
      ],
    },
    {
      id: 'concealment',
      title: text(
        '发生侵害妇女儿童恶性案件且瞒报、不履行强制报告',
        'A grave case of harm was concealed or not reported',
      ),
      when: { kind: 'is-true', fact: 'harm-concealed' },
      effects: [{ kind: 'grade', grade: 'unqualified' }],
    },
  ],
  cohorts: { by: 'parent' },
  ranking: {
    on: 'rounded',
    ties: 'competition',
    tieBreaks: [
      { kind: 'no-veto' },
      { kind: 'section', section: 'service' },
      { kind: 'indicator', indicator: 'V20' },
      { kind: 'self-gap' },
      { kind: 'unit-code' },
    ],
  },
  grades: defaultGrades(),
};
