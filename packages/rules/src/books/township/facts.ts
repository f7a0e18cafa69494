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

const { townshipFederation, villagesSummed, ledger, assessmentOffice } = bodies;

/** Facts of sections A and B: bodies and people. */
const organizationFacts: Fact[] = [
  count('villages-total', text('村（社区）总数', 'Villages and communities'), 'village', {
    source: 'ledger',
    enteredBy: ledger,
    min: '1',
    definition: text(
      '年初在册的建制村和社区，年内合并的按年初口径。',
      'Villages and communities on the register at the start of the year; mergers within the year do not change it.',
    ),
  }),
  count('villages-with-federation', text('已建妇联的村（社区）数', 'Villages with a federation'), 'village', {
    source: 'children',
    enteredBy: villagesSummed,
    atMost: 'villages-total',
  }),
  count(
    'new-sector-organizations-due',
    text('四新领域和企业应建妇女组织数', "Women's organisations due in new sectors and enterprises"),
    'organization',
    {
      source: 'ledger',
      enteredBy: bodies.organization,
      definition: text(
        '县妇联年初核定的应建数。',
        'The number the county federation set at the start of the year.',
      ),
    },
  ),
  count(
    'new-sector-organizations-established',
    text('四新领域和企业已建妇女组织数', "Women's organisations established in new sectors and enterprises"),
    'organization',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      atMost: 'new-sector-organizations-due',
      minutes: '5',
      definition: text('申报后由考核组抽查核实。', 'Declared, then spot-checked by the inspection team.'),
    },
  ),
  count('chairs-total', text('村（社区）妇联主席总数', 'Village chairs'), 'person', {
    source: 'children',
    enteredBy: villagesSummed,
    min: '1',
  }),
  count(
    'chairs-with-one-other-post-at-most',
    text('兼其他固定岗位不超过 1 个的主席数', 'Chairs with at most one other fixed post'),
    'person',
    {
      source: 'children',
      enteredBy: villagesSummed,
      atMost: 'chairs-total',
    },
  ),
  count(
    'chairs-in-two-committees',
    text('进村（社区）“两委”的主席数', 'Chairs who sit on the two village committees'),
    'person',
    {
      source: 'children',
      enteredBy: villagesSummed,
      atMost: 'chairs-total',
    },
  ),
  count('chair-vacancy-days', text('主席空岗天数合计', 'Days without a chair, all villages'), 'day', {
    source: 'children',
    enteredBy: villagesSummed,
    definition: text(
      '各村（社区）主席空缺的天数相加，从空缺次日算到补选之日。',
      'Days from the day after a vacancy to the by-election, summed over the villages.',
    ),
  }),
  count(
    'villages-with-full-executive',
    text(
      '执委人数达到规定的村（社区）妇联数',
      'Village federations with the required number of executive members',
    ),
    'village',
    {
      source: 'children',
      enteredBy: villagesSummed,
      atMost: 'villages-with-federation',
      definition: text(
        '村（社区）妇联执委不少于 7 人（公开做法 7—15 人：开化 7—9 人，祁东 15 人），下限可按本地文件修改。',
        'At least 7 executive members per village (public practice 7–15: Kaihua 7–9, Qidong 15); adapt the minimum to the local document.',
      ),
    },
  ),
  yesNo(
    'township-executive-full',
    text(
      '乡镇（街道）妇联本级执委达到规定人数',
      'The township federation itself has the required number of executive members',
    ),
    {
      source: 'ledger',
      enteredBy: ledger,
      definition: text(
        '乡镇（街道）妇联执委不少于 25 人（祁东做法），下限可按本地文件修改。',
        'At least 25 executive members in the township federation (Qidong practice); adapt the minimum to the local document.',
      ),
    },
  ),
  count(
    'villages-with-incomplete-records',
    text('组织信息缺项或逾期的村（社区）数', 'Villages whose records are incomplete or late'),
    'village',
    {
      source: 'ledger',
      enteredBy: ledger,
      atMost: 'villages-total',
    },
  ),
  amount(
    'women-work-points',
    text(
      '乡镇党委对村考核中的妇女工作分值',
      "Points for women's work in the party committee's assessment of villages",
    ),
    'point',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      atMost: 'party-assessment-points',
      minutes: '3',
      evidence: text('乡镇党委考核文件', "The party committee's assessment document"),
    },
  ),
  amount(
    'party-assessment-points',
    text('乡镇党委对村考核总分', "Total points of the party committee's assessment of villages"),
    'point',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      min: '1',
      minutes: '1',
    },
  ),
  count(
    'party-committee-sessions',
    text('党委专题研究妇女工作次数', "Party committee sessions devoted to women's work"),
    'time',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      minutes: '3',
      evidence: text('会议纪要', 'Minutes of the session'),
    },
  ),
  count(
    'chairs-trained',
    text('参加县级以上培训的主席数', 'Chairs trained at county level or above'),
    'person',
    {
      source: 'ledger',
      enteredBy: ledger,
      atMost: 'chairs-total',
      definition: text('以签到为准，一人多次只计一次。', 'By sign-in; a person counts once.'),
    },
  ),
  count('township-courses', text('乡级培训班次', 'Courses held by the township'), 'session', {
    source: 'declared',
    enteredBy: townshipFederation,
    minutes: '2',
  }),
  count('chairs-tested', text('业务知识测试应试人数', 'Chairs who should sit the test'), 'person', {
    source: 'ledger',
    enteredBy: bodies.organization,
    min: '1',
    definition: text(
      '应考未考计入应试；未组织测试的留空。',
      'Includes those who did not turn up; leave empty when no test was held.',
    ),
  }),
  count('chairs-passed', text('业务知识测试合格人数', 'Chairs who passed the test'), 'person', {
    source: 'ledger',
    enteredBy: bodies.organization,
    atMost: 'chairs-tested',
  }),
  count(
    'chairs-with-college-education',
    text('大专以上学历的主席数', 'Chairs with college education'),
    'person',
    {
      source: 'children',
      enteredBy: villagesSummed,
      atMost: 'chairs-total',
    },
  ),
  count('chairs-aged-45-or-under', text('45 岁及以下的主席数', 'Chairs aged 45 or under'), 'person', {
    source: 'children',
    enteredBy: villagesSummed,
    atMost: 'chairs-total',
    definition: text('按 12 月 31 日周岁计算。', 'Age in full years on 31 December.'),
  }),
  count(
    'subsidy-months-due',
    text('村妇联主席补贴应发人月', 'Person-months of chair subsidies due'),
    'month',
    {
      source: 'imported',
      enteredBy: bodies.finance,
      min: '1',
    },
  ),
  count('subsidy-months-paid', text('按时足额发放人月', 'Person-months paid in full and on time'), 'month', {
    source: 'imported',
    enteredBy: bodies.finance,
    atMost: 'subsidy-months-due',
  }),
  count('longest-arrears-days', text('补贴最长拖欠天数', 'Longest arrears of a subsidy'), 'day', {
    source: 'imported',
    enteredBy: bodies.finance,
  }),
];

/** Facts of sections C and D: money, places, services. */
const serviceFacts: Fact[] = [
  yesNo(
    'funding-in-budget',
    text('妇联工作经费列入本级预算', "The federation's funds are in the township's budget"),
    {
      source: 'imported',
      enteredBy: bodies.finance,
    },
  ),
  amount(
    'funding-allocated',
    text('本级拨付妇联工作经费', 'Funds allocated to the federation by the township'),
    'yuan',
    {
      source: 'imported',
      enteredBy: bodies.finance,
      definition: text(
        '全年实际到账，不含上级专项和社会捐赠。',
        'Received in the year, without earmarked funds from above and donations.',
      ),
    },
  ),
  amount('funding-spent', text('本级拨付经费支出', 'Spent of the allocated funds'), 'yuan', {
    source: 'imported',
    enteredBy: bodies.finance,
    atMost: 'funding-allocated',
    definition: text(
      '只计当年拨付经费的支出，不含上年结转和其他来源，所以不会超过拨付数。',
      'Only what was spent of this year’s allocation; carry-overs and other sources are left out, so it cannot exceed the allocation.',
    ),
  }),
  count('women-total', text('辖区妇女数', 'Women in the area'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
    min: '1',
    definition: text('年初常住妇女人数。', 'Resident women at the start of the year.'),
  }),
  count('womens-homes-inspected', text('抽查的妇女之家数', "Women's homes inspected"), 'project', {
    source: 'inspection',
    enteredBy: bodies.inspectors,
    min: '1',
    definition: text(
      '每个乡镇（街道）随机抽 2 个；尚未抽查的留空。',
      'Two drawn at random in each township; leave empty until inspected.',
    ),
  }),
  count(
    'womens-homes-up-to-standard',
    text('抽查达标的妇女之家数', "Inspected women's homes up to standard"),
    'project',
    {
      source: 'inspection',
      enteredBy: bodies.inspectors,
      atMost: 'womens-homes-inspected',
      definition: text(
        '“六有”（场所、标识、队伍、制度、活动、经费）逐项都有才算达标。',
        'A home is up to standard when it has all six: place, sign, team, rules, activities, funds.',
      ),
    },
  ),
  count(
    'social-projects',
    text('引入社会资源和公益项目数', 'Social resources and public-welfare projects brought in'),
    'project',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      minutes: '3',
      definition: text(
        '当年实施并已有妇女受益的，申报后抽查。',
        'Carried out in the year with women who benefited; declared, then spot-checked.',
      ),
    },
  ),
  count('needs-registered', text('登记的妇女需求', "Women's needs registered"), 'item', {
    source: 'children',
    enteredBy: villagesSummed,
  }),
  count('needs-resolved', text('办结的妇女需求', "Women's needs resolved"), 'item', {
    source: 'children',
    enteredBy: villagesSummed,
    atMost: 'needs-registered',
  }),
  count(
    'petitions-received',
    text('受理的信访和家庭纠纷', 'Petitions and family disputes received'),
    'item',
    {
      source: 'ledger',
      enteredBy: bodies.rights,
    },
  ),
  count(
    'petitions-closed-on-time',
    text('按期办结的信访和家庭纠纷', 'Petitions and family disputes closed on time'),
    'item',
    {
      source: 'ledger',
      enteredBy: bodies.rights,
      atMost: 'petitions-received',
    },
  ),
  count('harm-reports-late', text('侵害事件迟报次数', 'Incidents of harm reported late'), 'time', {
    source: 'department',
    enteredBy: bodies.rights,
    definition: text('瞒报不在此计，按否决处理。', 'Concealment is not counted here; it is a veto.'),
  }),
  count(
    'training-attendances',
    text('妇女技能培训人次', "Attendances at women's skills training"),
    'attendance',
    {
      source: 'ledger',
      enteredBy: ledger,
    },
  ),
  count('farm-training-total', text('农技培训总人次', 'Attendances at farm training, all'), 'attendance', {
    source: 'imported',
    enteredBy: bodies.agriculture,
  }),
  count(
    'farm-training-women',
    text('农技培训女性人次', 'Attendances at farm training, women'),
    'attendance',
    {
      source: 'imported',
      enteredBy: bodies.agriculture,
      atMost: 'farm-training-total',
    },
  ),
  count(
    'women-newly-employed',
    text('新增创业就业妇女数', 'Women newly in business or employment'),
    'person',
    {
      source: 'declared',
      enteredBy: townshipFederation,
      atMost: 'women-total',
      minutes: '10',
      definition: text(
        '当年经妇联组织帮扶实现的，申报后抽查。',
        'With the help of the federation in the year; declared, then spot-checked.',
      ),
    },
  ),
  count('screenings-due', text('“两癌”筛查任务数', 'Two-cancer screenings due'), 'person', {
    source: 'imported',
    enteredBy: bodies.health,
  }),
  count('screenings-done', text('“两癌”筛查完成数', 'Two-cancer screenings done'), 'person', {
    source: 'imported',
    enteredBy: bodies.health,
    definition: text('可以超过任务数。', 'May exceed the number due.'),
  }),
  count(
    'vulnerable-registered',
    text('在册困境妇女儿童数', 'Women and children in difficulty on the register'),
    'person',
    {
      source: 'children',
      enteredBy: villagesSummed,
    },
  ),
  count(
    'vulnerable-visited-twice',
    text('全年走访 2 次以上的困境妇女儿童数', 'Women and children in difficulty visited at least twice'),
    'person',
    {
      source: 'children',
      enteredBy: villagesSummed,
      atMost: 'vulnerable-registered',
    },
  ),
];

/** Facts of sections E, F and G: activities, duties, review. */
const activityFacts: Fact[] = [
  count('activities-total', text('全年活动场次', 'Activities in the year'), 'activity', {
    source: 'ledger',
    enteredBy: ledger,
    definition: text('乡镇（街道）和村（社区）两级合计。', 'Township and villages together.'),
  }),
  count('activities-outside-march', text('3 月以外的活动场次', 'Activities outside March'), 'activity', {
    source: 'ledger',
    enteredBy: ledger,
    atMost: 'activities-total',
    definition: text('1—2 月和 4—12 月。', 'January, February and April to December.'),
  }),
  count('village-activities', text('村级活动总场次', 'Activities of the villages'), 'activity', {
    source: 'children',
    enteredBy: villagesSummed,
    atMost: 'activities-total',
  }),
  count('activity-kinds', text('已开展的活动类别数', 'Kinds of activity held'), 'kind', {
    source: 'ledger',
    enteredBy: ledger,
    max: '6',
    definition: text(
      '六类：宣传、技能、维权、健康、家庭、文体。',
      'Six kinds: publicity, skills, rights, health, family, culture and sport.',
    ),
  }),
  count('participations', text('妇女参与人次', 'Participations of women'), 'attendance', {
    source: 'children',
    enteredBy: villagesSummed,
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
  count('survey-sample', text('知晓率调查有效样本', 'Valid answers in the awareness survey'), 'person', {
    source: 'imported',
    enteredBy: bodies.thirdParty,
  }),
  count('survey-aware', text('知晓妇联的人数', 'Women who know the federation'), 'person', {
    source: 'imported',
    enteredBy: bodies.thirdParty,
    atMost: 'survey-sample',
  }),
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
    definition: text(
      '笔误、口径不符计入；查实造假的按否决处理。',
      'Slips and wrong definitions; proven falsification is a veto.',
    ),
  }),
  {
    id: 'report-scores',
    title: text('述职评委打分', "Judges' scores of the report"),
    kind: 'panel',
    scale: '100',
    source: 'meeting',
    enteredBy: bodies.meeting,
    definition: text(
      '百分制；评委对本单位回避。',
      'Out of 100; judges recuse themselves from their own unit.',
    ),
  },
  ballots('evaluation-ballots', text('民主测评票', 'Ballots of the democratic evaluation'), {
    source: 'meeting',
    enteredBy: bodies.meeting,
    definition: text(
      '无记名；弃权票、废票不计入有效票。',
      'Anonymous; abstentions and spoiled ballots are not valid.',
    ),
  }),
];

/** Facts of bonus, deductions and vetoes; recorded by the county when something happens. */
const exceptionalFacts: Fact[] = [
  records('commendations', text('表彰', 'Commendations'), [national, provincial, municipal, county], {
    source: 'declared',
    enteredBy: townshipFederation,
    minutes: '3',
    evidence: text('表彰文件', 'The document of commendation'),
    definition: text(
      '上年工作受表彰而上年未加分的，今年可加；同一事项用“同一事项”归到一起。',
      'Commendations of last year’s work not counted last year may count now; group one matter by its matter.',
    ),
  }),
  {
    id: 'innovation-award',
    title: text('创新项目评审等次', 'Award of the innovation project'),
    kind: 'choice',
    options: [
      { id: 'none', title: text('未申报或未获奖', 'None') },
      { id: 'third', title: text('三等', 'Third prize') },
      { id: 'second', title: text('二等', 'Second prize') },
      { id: 'first', title: text('一等', 'First prize') },
    ],
    source: 'department',
    enteredBy: assessmentOffice,
    definition: text('每家限报 1 个。', 'One project per unit.'),
  },
  records(
    'promoted-experience',
    text('经验推广', 'Experience promoted by higher levels'),
    [{ id: 'provincial', title: text('省级及以上', 'Provincial or above') }, municipal, county],
    {
      source: 'declared',
      enteredBy: townshipFederation,
      minutes: '3',
      evidence: text('推广文件', 'The document that promotes it'),
    },
  ),
  records(
    'criticisms',
    text('被通报批评', 'Criticised in a circular'),
    [national, provincial, municipal, county],
    {
      source: 'department',
      enteredBy: assessmentOffice,
    },
  ),
  count('complaints-upheld', text('妇女群众投诉查实件数', 'Complaints of women upheld'), 'item', {
    source: 'department',
    enteredBy: bodies.rights,
  }),
  count('rectifications-overdue', text('整改逾期次数', 'Rectifications overdue'), 'time', {
    source: 'department',
    enteredBy: bodies.office,
  }),
  yesNo(
    'harm-concealed',
    text(
      '辖区发生侵害妇女儿童恶性案件且瞒报、不履行强制报告',
      'A grave case of harm to women or children was concealed or not reported',
    ),
    {
      source: 'department',
      enteredBy: bodies.rights,
    },
  ),
  yesNo(
    'serious-violation',
    text('主席或班子严重违纪违法', 'Serious violation of discipline or law by the chair or the leadership'),
    {
      source: 'department',
      enteredBy: assessmentOffice,
    },
  ),
  yesNo(
    'assessment-refused',
    text('未开展述职或拒不接受考核', 'No report was given, or the assessment was refused'),
    {
      source: 'department',
      enteredBy: assessmentOffice,
    },
  ),
];

/** What is collected from and about a township, each fact once. */
export const townshipFacts: Fact[] = [
  ...organizationFacts,
  ...serviceFacts,
  ...activityFacts,
  ...exceptionalFacts,
];
