import { text } from './text.js';

/** Departments and bodies named in the default books; a local book replaces them by its own. */
export const bodies = {
  organization: text('组织部', 'Organization Department'),
  publicity: text('宣传部', 'Publicity Department'),
  rights: text('权益部', 'Rights Department'),
  development: text('发展部', 'Development Department'),
  office: text('办公室', 'Office'),
  assessmentOffice: text('考核办公室', 'Assessment office'),
  inspectors: text('考核组（抽查）', 'Inspection team'),
  meeting: text('述职评议会', 'Review meeting'),
  villagesSummed: text('系统按村（社区）数据汇总', 'Summed by the system from the villages'),
  ledger: text('系统台账', 'System ledger'),
  townshipFederation: text('乡镇（街道）妇联', 'Township federation'),
  finance: text('县财政局（导入）', 'County finance bureau (import)'),
  health: text('县卫健局（导入）', 'County health bureau (import)'),
  agriculture: text('县农业农村局（导入）', 'County agriculture bureau (import)'),
  thirdParty: text('第三方调查机构（导入）', 'Third-party survey (import)'),
  unitCommittee: text('本单位妇委会', "The unit's women's committee"),
  villageFederation: text('村（社区）妇联', 'Village federation'),
  allDepartments: text('县妇联各部室', 'Departments of the county federation'),
} as const;
