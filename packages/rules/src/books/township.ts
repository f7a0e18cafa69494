import type { RuleBook } from '../format/rule-book.js';
import { defaultGrades } from './authoring/grades.js';
import { text } from './authoring/text.js';
import { activities } from './township/activities.js';
import { bonus } from './township/bonus.js';
import { deductions } from './township/deductions.js';
import { duties } from './township/duties.js';
import { townshipFacts } from './township/facts.js';
import { funding } from './township/funding.js';
import { organization } from './township/organization.js';
import { review } from './township/review.js';
import { service } from './township/service.js';
import { team } from './township/team.js';
import { falsifiedIndicators, vetoes } from './township/vetoes.js';

const baseSections = [organization, team, funding, service, activities, duties, review];

/** 默认规则书一:乡镇(街道)妇联, 38 base indicators, 100 points. Every ◇ is marked in the indicators' `provenance`. */
export const township: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'default-township',
  title: text('乡镇（街道）妇联工作考核细则（默认）', 'Assessment of township federations (default)'),
  issuer: text('县妇联', 'County federation'),
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
  notes: [
    text(
      '分值、目标、档位、等次线、名额和分组凡无文件依据的都是默认值（◇），请按本地文件修改。',
      'Points, targets, bands, grade lines, quotas and groups without a cited document are defaults (◇); adapt them to your local document.',
    ),
    text(
      '指标由妇联工作调研报告所列问题推导；报告数字约为 2008 年前后，只作背景。',
      'The indicators are derived from problems named in survey reports; their figures date from about 2008 and are background only.',
    ),
    text(
      '平时与年终：日常履职和系统直取的指标按季累计，半年公布情况。',
      'Through the year: daily duties and indicators taken from the system accumulate by quarter; a report is published at mid-year.',
    ),
    text(
      'H14 需要上年数据；首年没有上年数据且占比未达 60% 的无法计算，启用前请先录入上年人数。',
      'H14 needs last year’s data; without it a unit under 60% cannot be computed, so enter last year’s figures first.',
    ),
    text(
      '没有业务的指标剔除后按“得分÷适用满分×100”折算。',
      'Indicators without such business are left out and the total is converted: points ÷ applicable points × 100.',
    ),
  ],
  facts: [...townshipFacts, falsifiedIndicators(baseSections)],
  sections: [...baseSections, bonus, deductions],
  vetoes,
  cohorts: {
    by: 'attribute',
    attribute: 'group',
    groups: [
      {
        id: 'A',
        title: text('街道与城关镇', 'Subdistricts and the county town'),
        values: ['street', 'county-town'],
      },
      { id: 'B', title: text('镇', 'Towns'), values: ['town'] },
      { id: 'C', title: text('乡', 'Townships'), values: ['township'] },
    ],
  },
  ranking: {
    on: 'rounded',
    ties: 'competition',
    tieBreaks: [
      { kind: 'no-veto' },
      { kind: 'indicator', indicator: 'H40' },
      { kind: 'section', section: 'D' },
      { kind: 'self-gap' },
      { kind: 'unit-code' },
    ],
  },
  grades: defaultGrades(),
};
