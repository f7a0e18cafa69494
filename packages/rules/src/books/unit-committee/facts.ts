import type { Fact } from '../../format/fact.js';
import { bodies } from '../authoring/bodies.js';
import {
  amount,
  ballots,
  count,
  county,
  municipal,
  national,
  provincial,
  records,
  yesNo,
} from '../authoring/facts.js';
import { text } from '../authoring/text.js';

const { unitCommittee, ledger, assessmentOffice } = bodies;

/** What is collected from and about a unit committee, each fact once. */
export const unitCommitteeFacts: Fact[] = [
  yesNo('established-and-elected-on-time', text('按期建立并换届', 'Established, and elected on time'), {
    source: 'ledger',
    enteredBy: ledger,
  }),
  yesNo(
    'director-in-leadership',
    text('主任为班子成员或中层干部', 'The director is a leader or head of a department'),
    {
      source: 'ledger',
      enteredBy: ledger,
    },
  ),
  count('committee-members', text('妇委会委员人数', 'Members of the committee'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('subordinate-units', text('下属单位数', 'Subordinate units'), 'organization', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count(
    'subordinate-units-with-group',
    text('已建妇女小组的下属单位数', "Subordinate units with a women's group"),
    'organization',
    {
      source: 'ledger',
      enteredBy: ledger,
      atMost: 'subordinate-units',
    },
  ),
  count('women-employees', text('女职工人数', 'Women employees'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
    min: '1',
    definition: text(
      '年初在编和聘用的女职工，含下属单位。',
      'Permanent and contracted at the start of the year, with subordinate units.',
    ),
  }),
  count(
    'women-with-complete-records',
    text('信息完整的女职工人数', 'Women employees with complete records'),
    'person',
    {
      source: 'ledger',
      enteredBy: ledger,
      atMost: 'women-employees',
    },
  ),
  count('meetings-missed', text('缺席会议次数', 'Meetings missed'), 'time', {
    source: 'ledger',
    enteredBy: bodies.office,
  }),
  count('papers-late', text('计划总结迟报次数', 'Plans and reports handed in late'), 'time', {
    source: 'ledger',
    enteredBy: bodies.office,
  }),
  count('papers-missing', text('计划总结缺报次数', 'Plans and reports never handed in'), 'time', {
    source: 'ledger',
    enteredBy: bodies.office,
  }),
  count(
    'party-organization-sessions',
    text('党组织研究妇女工作次数', "Party organisation sessions on women's work"),
    'time',
    {
      source: 'declared',
      enteredBy: unitCommittee,
      minutes: '3',
      evidence: text('会议纪要', 'Minutes of the session'),
    },
  ),
  yesNo(
    'funding-in-budget',
    text('妇委会经费列入单位预算', "The committee's funds are in the unit's budget"),
    {
      source: 'declared',
      enteredBy: unitCommittee,
      minutes: '2',
      evidence: text('预算批复', 'The approved budget'),
    },
  ),
  amount('activity-funding', text('全年活动经费', 'Funds for activities in the year'), 'yuan', {
    source: 'declared',
    enteredBy: unitCommittee,
    minutes: '3',
    definition: text('实际支出的活动经费。', 'Actually spent on activities.'),
  }),
  amount(
    'approved-funding-per-head',
    text('县妇联核定的人均活动经费', 'Funding per head set by the county federation'),
    'yuanPerHead',
    {
      source: 'department',
      enteredBy: bodies.office,
      min: '0.01',
      definition: text(
        '各单位可不同；县 A 实况为每单位 2000—10000 元。',
        'May differ by unit; in county A units had 2,000–10,000 yuan.',
      ),
    },
  ),
  count('appeals-received', text('受理的女职工诉求', 'Appeals of women employees received'), 'item', {
    source: 'declared',
    enteredBy: unitCommittee,
    minutes: '2',
  }),
  count('appeals-resolved', text('办结的女职工诉求', 'Appeals of women employees resolved'), 'item', {
    source: 'declared',
    enteredBy: unitCommittee,
    atMost: 'appeals-received',
    minutes: '1',
  }),
  count('model-titles', text('巾帼文明岗等创建数', 'Model posts and similar titles won'), 'project', {
    source: 'department',
    enteredBy: bodies.development,
    definition: text(
      '当年新创建或复核保留的，县级以上。',
      'Newly won or confirmed in the year, county level or above.',
    ),
  }),
  count('activities-held', text('活动场次', 'Activities held'), 'activity', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('participations', text('女职工参与人次', 'Participations of women employees'), 'attendance', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('trainees-due', text('应参训人数', 'People who should attend training'), 'person', {
    source: 'ledger',
    enteredBy: bodies.organization,
    min: '1',
    definition: text('尚未组织培训的留空。', 'Leave empty until a training is held.'),
  }),
  count('trainees-attended', text('实际参训人数', 'People who attended training'), 'person', {
    source: 'ledger',
    enteredBy: bodies.organization,
    atMost: 'trainees-due',
  }),
  amount('volunteer-hours', text('女职工志愿服务总时长', 'Volunteer hours of women employees'), 'hour', {
    source: 'imported',
    enteredBy: text('志愿服务平台（导入）', 'Volunteer platform (import)'),
  }),
  count('pairings-due', text('结对帮扶任务户数', 'Households to be paired with'), 'household', {
    source: 'ledger',
    enteredBy: bodies.development,
  }),
  count('pairings-done', text('完成结对帮扶户数', 'Households paired and helped'), 'household', {
    source: 'ledger',
    enteredBy: bodies.development,
  }),
  records(
    'adopted-information',
    text('被采用的信息', 'Information adopted by higher levels'),
    [national, provincial, municipal, county],
    {
      source: 'department',
      enteredBy: bodies.publicity,
      definition: text('同稿用“同一事项”归到一起。', 'Group one text by its matter.'),
    },
  ),
  count('tasks-overdue', text('任务逾期次数', 'Tasks finished late'), 'time', {
    source: 'ledger',
    enteredBy: bodies.office,
  }),
  count('tasks-undone', text('任务未办次数', 'Tasks not done'), 'time', {
    source: 'ledger',
    enteredBy: bodies.office,
  }),
  count('spot-check-mismatches', text('数据抽查不符条数', 'Entries that a spot check contradicted'), 'item', {
    source: 'inspection',
    enteredBy: bodies.inspectors,
  }),
  ballots('satisfaction-ballots', text('女职工满意度测评票', 'Satisfaction ballots of women employees'), {
    source: 'meeting',
    enteredBy: assessmentOffice,
    definition: text(
      '无记名；弃权票、废票不计入有效票。',
      'Anonymous; abstentions and spoiled ballots are not valid.',
    ),
  }),
  {
    id: 'department-ratings',
    title: text('县妇联各部室评价', 'Ratings by the departments of the county federation'),
    kind: 'raters',
    scale: '100',
    groups: [
      { id: 'organization', title: bodies.organization },
      { id: 'publicity', title: bodies.publicity },
      { id: 'rights', title: bodies.rights },
      { id: 'development', title: bodies.development },
      { id: 'office', title: bodies.office },
    ],
    source: 'meeting',
    enteredBy: bodies.allDepartments,
  },
  records('commendations', text('表彰', 'Commendations'), [national, provincial, municipal, county], {
    source: 'declared',
    enteredBy: unitCommittee,
    minutes: '3',
    evidence: text('表彰文件', 'The document of commendation'),
    definition: text(
      '只计妇女工作方面的表彰；同一事项用“同一事项”归到一起。',
      "Only for women's work; group one matter by its matter.",
    ),
  }),
  records(
    'criticisms',
    text('被通报批评', 'Criticised in a circular'),
    [national, provincial, municipal, county],
    {
      source: 'department',
      enteredBy: assessmentOffice,
    },
  ),
  yesNo('falsification-proven', text('数据或佐证造假查实', 'Data or evidence proven false'), {
    source: 'department',
    enteredBy: assessmentOffice,
  }),
  yesNo(
    'serious-violation',
    text(
      '主任或班子严重违纪违法',
      'Serious violation of discipline or law by the director or the leadership',
    ),
    {
      source: 'department',
      enteredBy: assessmentOffice,
    },
  ),
  yesNo('assessment-refused', text('拒不接受考核', 'The assessment was refused'), {
    source: 'department',
    enteredBy: assessmentOffice,
  }),
];
