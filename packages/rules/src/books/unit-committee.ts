import type { RuleBook } from '../format/rule-book.js';
import { fact } from './authoring/measures.js';
import { defaultGrades } from './authoring/grades.js';
import { text } from './authoring/text.js';
import { bonus, deductions } from './unit-committee/bonus-and-deductions.js';
import { duties, review } from './unit-committee/duties-and-review.js';
import { unitCommitteeFacts } from './unit-committee/facts.js';
import { mechanisms } from './unit-committee/mechanisms.js';
import { organization } from './unit-committee/organization.js';
import { work } from './unit-committee/work.js';

/** 默认规则书二:县直单位妇委会, U01–U22, 100 points. */
export const unitCommittee: RuleBook = {
  format: 'heng-rulebook/1',
  id: 'default-unit-committee',
  title: text(
    '县直单位妇委会工作考核细则（默认）',
    "Assessment of county units' women's committees (default)",
  ),
  issuer: text('县妇联', 'County federation'),
  year: 2026,
  version: '1.0',
  effective: { from: '2026-01-01', to: '2026-12-31' },
  unitTypes: ['WomensCommittee'],
  totalPoints: '100',
  rounding: {
    indicator: { mode: 'half-up', digits: 2 },
    section: null,
    total: { mode: 'half-up', digits: 2 },
  },
  notes: [
    text(
      '分值、目标、加减分、否决、等次和分组均为默认值（◇），请按本地文件修改。',
      'Points, targets, bonus, deductions, vetoes, grades and groups are all defaults (◇); adapt them to your local document.',
    ),
    text(
      '女职工不足 10 人的单位归“小单位组”（单位属性 size 填 small），U04、U12 剔除折算。',
      'Units with fewer than 10 women employees form the group of small units (unit attribute size: small); U04 and U12 are left out and converted.',
    ),
  ],
  facts: unitCommitteeFacts,
  sections: [organization, mechanisms, work, duties, review, bonus, deductions],
  vetoes: [
    {
      id: 'falsification',
      title: text('数据或佐证造假查实', 'Data or evidence proven false'),
      when: { kind: 'is-true', fact: 'falsification-proven' },
      effects: [
        { kind: 'indicator-zero', indicators: ['U20'] },
        { kind: 'grade-ceiling', grade: 'good' },
      ],
    },
    {
      id: 'violation',
      title: text(
        '主任或班子严重违纪违法',
        'Serious violation of discipline or law by the director or the leadership',
      ),
      when: { kind: 'is-true', fact: 'serious-violation' },
      effects: [{ kind: 'grade-ceiling', grade: 'good' }],
    },
    {
      id: 'refusal',
      title: text('拒不接受考核', 'The assessment was refused'),
      when: { kind: 'is-true', fact: 'assessment-refused' },
      effects: [{ kind: 'grade', grade: 'unqualified' }],
    },
  ],
  cohorts: {
    by: 'attribute',
    attribute: 'size',
    groups: [
      { id: 'standard', title: text('一般单位组', 'Units of ordinary size'), values: ['standard'] },
      { id: 'small', title: text('小单位组', 'Small units'), values: ['small'] },
    ],
  },
  ranking: {
    on: 'rounded',
    ties: 'competition',
    tieBreaks: [
      { kind: 'no-veto' },
      { kind: 'section', section: 'work' },
      { kind: 'indicator', indicator: 'U21' },
      { kind: 'self-gap' },
      { kind: 'measure', of: fact('spot-check-mismatches'), better: 'lower' },
      { kind: 'unit-code' },
    ],
  },
  grades: defaultGrades(),
};
