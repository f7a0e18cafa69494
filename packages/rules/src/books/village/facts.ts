import type { Fact } from '../../format/fact.js';
import { bodies } from '../authoring/bodies.js';
import { ballots, count, yesNo } from '../authoring/facts.js';
import { text } from '../authoring/text.js';

const { villageFederation, townshipFederation, ledger } = bodies;

const homeItem = (id: string, zh: string, en: string): Fact =>
  yesNo(id, text(`妇女之家${zh}`, `Women's home ${en}`), {
    source: 'inspection',
    enteredBy: townshipFederation,
  });

/** What is collected from and about a village federation, each fact once; the county sums what the township book needs. */
export const villageFacts: Fact[] = [
  count('executive-members', text('执委人数', 'Executive members'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  yesNo('chair-in-two-committees', text('主席进“两委”', 'The chair sits on the two committees'), {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('chair-vacancy-days', text('主席空岗天数', 'Days without a chair'), 'day', {
    source: 'ledger',
    enteredBy: ledger,
    max: '366',
  }),
  count('chair-trainings', text('主席参加培训次数', 'Trainings the chair attended'), 'time', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('record-gaps', text('组织信息缺项数', 'Gaps in the records'), 'item', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  homeItem('home-has-place', '有场所', 'has a place'),
  homeItem('home-has-sign', '有标识', 'has a sign'),
  homeItem('home-has-team', '有队伍', 'has a team'),
  homeItem('home-has-rules', '有制度', 'has rules'),
  homeItem('home-has-activities', '有活动', 'has activities'),
  homeItem('home-has-funds', '有经费', 'has funds'),
  count('home-open-days', text('妇女之家开放天数', "Days the women's home was open"), 'day', {
    source: 'declared',
    enteredBy: villageFederation,
    max: '366',
    minutes: '1',
  }),
  yesNo('funds-received', text('工作经费到位', 'The working funds arrived'), {
    source: 'imported',
    enteredBy: townshipFederation,
  }),
  count('activities-total', text('全年活动场次', 'Activities in the year'), 'activity', {
    source: 'ledger',
    enteredBy: ledger,
    definition: text(
      '活动随办随记，年底不另填表。',
      'Entered as they happen; no extra form at the end of the year.',
    ),
  }),
  count('activities-outside-march', text('3 月以外的活动场次', 'Activities outside March'), 'activity', {
    source: 'ledger',
    enteredBy: ledger,
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
  count('women-total', text('妇女数', 'Women'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
    min: '1',
    definition: text('年初常住妇女人数。', 'Resident women at the start of the year.'),
  }),
  count('women-participating', text('参加过活动的妇女人数', 'Women who took part in an activity'), 'person', {
    source: 'ledger',
    enteredBy: ledger,
    atMost: 'women-total',
    definition: text('按人计，一人多次只计一次。', 'People; a person counts once.'),
  }),
  count('needs-registered', text('登记的妇女需求', "Women's needs registered"), 'item', {
    source: 'declared',
    enteredBy: villageFederation,
    minutes: '2',
  }),
  count('needs-resolved', text('办结的妇女需求', "Women's needs resolved"), 'item', {
    source: 'declared',
    enteredBy: villageFederation,
    atMost: 'needs-registered',
    minutes: '1',
  }),
  count('disputes-mediated', text('调解的家庭纠纷', 'Family disputes mediated'), 'item', {
    source: 'ledger',
    enteredBy: ledger,
  }),
  count('disputes-settled', text('调解成功的家庭纠纷', 'Family disputes settled'), 'item', {
    source: 'ledger',
    enteredBy: ledger,
    atMost: 'disputes-mediated',
  }),
  count(
    'vulnerable-registered',
    text('在册困境妇女儿童数', 'Women and children in difficulty on the register'),
    'person',
    {
      source: 'ledger',
      enteredBy: ledger,
    },
  ),
  count(
    'vulnerable-visited-twice',
    text('全年走访 2 次以上的困境妇女儿童数', 'Women and children in difficulty visited at least twice'),
    'person',
    {
      source: 'declared',
      enteredBy: villageFederation,
      atMost: 'vulnerable-registered',
      minutes: '2',
    },
  ),
  count(
    'training-attendances',
    text('妇女技能培训人次', "Attendances at women's skills training"),
    'attendance',
    {
      source: 'ledger',
      enteredBy: ledger,
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
  count('council-sessions', text('妇女议事会次数', "Sessions of the women's council"), 'time', {
    source: 'declared',
    enteredBy: villageFederation,
    minutes: '1',
  }),
  count('households-total', text('总户数', 'Households'), 'household', {
    source: 'ledger',
    enteredBy: ledger,
    min: '1',
  }),
  count(
    'model-households',
    text('最美家庭、美丽庭院户数', 'Finest families and beautiful courtyards'),
    'household',
    {
      source: 'ledger',
      enteredBy: ledger,
      atMost: 'households-total',
      definition: text('一户兼得两项只计一次。', 'A household with both counts once.'),
    },
  ),
  ballots('evaluation-ballots', text('妇女代表测评票', "Ballots of the women's representatives"), {
    source: 'meeting',
    enteredBy: townshipFederation,
    definition: text(
      '无记名；弃权票、废票不计入有效票。',
      'Anonymous; abstentions and spoiled ballots are not valid.',
    ),
  }),
  count(
    'township-circulars',
    text('被乡镇妇联通报次数', 'Circulars of the township federation against the village'),
    'time',
    {
      source: 'department',
      enteredBy: townshipFederation,
    },
  ),
  yesNo('falsification-proven', text('数据造假查实', 'Data proven false'), {
    source: 'department',
    enteredBy: townshipFederation,
  }),
  yesNo(
    'harm-concealed',
    text(
      '发生侵害妇女儿童恶性案件且瞒报、不履行强制报告',
      'A grave case of harm was concealed or not reported',
    ),
    {
      source: 'department',
      enteredBy: townshipFederation,
    },
  ),
];
