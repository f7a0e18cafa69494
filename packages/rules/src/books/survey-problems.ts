import type { Text } from '../format/primitives.js';
import { text } from './authoring/text.js';

/** One of the nine survey reports that the default books are derived from. Their figures date from about 2008 and are background only. */
export type SurveyReport = {
  /** R1..R9. */
  readonly id: string;
  /** As printed; the same title stands over several reports, told apart by `nature`. */
  readonly title: Text;
  readonly nature: Text;
};

/** A problem named in the reports, and the indicators of the library that turn it into a number. */
export type SurveyProblem = {
  /** P01..P40. */
  readonly id: string;
  readonly reports: readonly string[];
  /** Words of the report itself. Empty where the report gives figures instead of words. */
  readonly quotes: readonly string[];
  readonly problem: Text;
  /** Library ids, H01..H47. */
  readonly indicators: readonly string[];
};

const sharedTitle = text(
  '基层妇联工作存在主要问题调研报告',
  "Survey of the main problems in the work of local women's federations",
);

export const surveyReports: readonly SurveyReport[] = [
  {
    id: 'R1',
    title: text('基层妇联工作面临问题以及对策', "Problems of local women's federations and what to do"),
    nature: text('泛论，无数字', 'General discussion without figures'),
  },
  {
    id: 'R2',
    title: sharedTitle,
    nature: text(
      '其一：访谈、问卷、文件；对策部分残缺，无数字',
      'The first: interviews, questionnaires, papers; countermeasures cut off, no figures',
    ),
  },
  {
    id: 'R3',
    title: sharedTitle,
    nature: text('其二：问卷，5 个地区', 'The second: questionnaires in 5 districts'),
  },
  {
    id: 'R4',
    title: text(
      '新形势下基层妇联存在问题调研报告',
      'Survey of problems of local federations under new conditions',
    ),
    nature: text('现状有数字，问题部分残缺', 'The situation in figures; the problems are cut off'),
  },
  {
    id: 'R5',
    title: text('妇联工作存在的主要困难和问题', "Main difficulties of women's federations"),
    nature: text(
      '汾阳市妇联，实名县级市，无数字',
      'Fenyang city federation, a named county-level city; no figures',
    ),
  },
  {
    id: 'R6',
    title: text('基层妇联工作面临的问题以及对策', "Problems of local women's federations and what to do (2)"),
    nature: text('内题“存在的主要困难及其对策”；对策残缺，有数字', 'Countermeasures cut off; with figures'),
  },
  {
    id: 'R7',
    title: text(
      '关于妇联工作中存在的主要问题及对策建议的调研报告（共五篇）',
      "Main problems of women's federations and proposals (five reports)",
    ),
    nature: text(
      '第一篇，2008-03-24，某县 A，数字多',
      'The first of five, 2008-03-24, county A, many figures',
    ),
  },
  {
    id: 'R8',
    title: sharedTitle,
    nature: text('其三：五个问题，无数字', 'The third: five problems, no figures'),
  },
  {
    id: 'R9',
    title: sharedTitle,
    nature: text(
      '正文主体，某县 B：七个问题、五条对策，数字多',
      'The main text, county B: seven problems, five countermeasures, many figures',
    ),
  },
];

const problem = (
  id: string,
  reports: readonly string[],
  quotes: readonly string[],
  title: Text,
  ...indicators: readonly string[]
): SurveyProblem => ({ id, reports, quotes, problem: title, indicators });

/** All problems of the reports, each with the indicators of the library that answer it. */
export const surveyProblems: readonly SurveyProblem[] = [
  problem('P01', ['R1'], ['更替频繁'], text('班子不稳', 'The leadership changes too often'), 'H06'),
  problem(
    'P02',
    ['R1'],
    ['单一形式'],
    text('只搞节日活动、无特色', 'Festival activities only, nothing of its own'),
    'H32',
    'H33',
    'H34',
  ),
  problem('P03', ['R1'], ['轻资产', '半义务'], text('缺资源', 'Without resources'), 'H20', 'H23'),
  problem('P04', ['R1'], ['素质不高'], text('妇女自身能力不足', 'Women lack skills'), 'H27'),
  problem(
    'P05',
    ['R2'],
    ['宣传方式单一'],
    text('宣传无针对性', 'Publicity reaches nobody in particular'),
    'H34',
    'H36',
    'H37',
  ),
  problem('P06', ['R2'], ['层级不清晰'], text('管理混乱', 'Unclear levels of management'), 'H07', 'H08'),
  problem('P07', ['R2'], ['服务内容'], text('服务与需求脱节', 'Services miss the needs'), 'H24', 'H30'),
  problem(
    'P08',
    ['R3'],
    ['组织建设不完善'],
    text('组织缺机制', 'Organisations without working mechanisms'),
    'H01',
    'H07',
  ),
  problem('P09', ['R3'], ['能力不足'], text('干部能力不足', 'Cadres lack ability'), 'H11', 'H13'),
  problem(
    'P10',
    ['R3'],
    ['缺乏针对性'],
    text('工作不合实际需要', 'The work does not fit what is needed'),
    'H24',
  ),
  problem(
    'P11',
    ['R4'],
    ['缺少硬任务', '副业'],
    text('工作被边缘化，村级更突出', "Women's work is a sideline, most of all in villages"),
    'H09',
    'H10',
  ),
  problem('P12', ['R5'], ['女性整体素质'], text('妇女发展不足', 'Women lag in development'), 'H27', 'H29'),
  problem('P13', ['R5'], ['向男性倾斜'], text('培训机会不均', 'Training goes to men first'), 'H28'),
  problem('P14', ['R5'], ['不愿招用女工'], text('就业歧视', 'Employers avoid hiring women'), 'H29', 'H47'),
  problem('P15', ['R5'], ['家庭的沉重负担'], text('家庭负担重', 'The burden of the family'), 'H25', 'H31'),
  problem(
    'P16',
    ['R6'],
    ['年龄老化'],
    text('队伍年龄偏大、学历偏低', 'An ageing team with little schooling'),
    'H14',
    'H15',
  ),
  problem(
    'P17',
    ['R6'],
    ['最多不超过两次'],
    text('培训少、无专项费用，认为学习没用', 'Little training, no money for it, no belief in it'),
    'H11',
    'H12',
    'H13',
  ),
  problem('P18', ['R6'], ['工作失误'], text('法规政策不熟', 'Laws and policies are not known'), 'H13'),
  problem(
    'P19',
    ['R6'],
    ['两委', '比例很低'],
    text('政治待遇低，进“两委”少', 'Low standing; few sit on the two committees'),
    'H04',
    'H05',
    'H16',
  ),
  problem(
    'P20',
    ['R6'],
    ['经费筹措难'],
    text('活动靠节日、甚至省略', 'No funds: activities only at festivals, or none'),
    'H19',
    'H20',
    'H32',
  ),
  problem('P21', ['R6'], ['角色比较尴尬'], text('能力与地位弱', 'A weak role'), 'H09', 'H40'),
  problem(
    'P22',
    ['R7'],
    [],
    text('组织覆盖有缺口（以数字呈现）', 'Gaps in coverage (given as figures)'),
    'H01',
    'H02',
    'H46',
  ),
  problem('P23', ['R7'], ['没有办公场地'], text('阵地缺', 'No place to work'), 'H22'),
  problem(
    'P24',
    ['R7'],
    ['基本上没有'],
    text('乡村无经费', 'Townships and villages have no funds'),
    'H19',
    'H20',
  ),
  problem('P25', ['R7'], ['占95%'], text('兼职过多', '95% part-time'), 'H03'),
  problem(
    'P26',
    ['R7'],
    ['搪塞、拖延', '随意性很大'],
    text('以文件传文件、以会议落会议，催才办', 'Papers answer papers; nothing moves until pressed'),
    'H38',
    'H39',
  ),
  problem('P27', ['R8'], ['资金来源比较单一'], text('资金不足', 'A single source of funds'), 'H20', 'H23'),
  problem(
    'P28',
    ['R8'],
    ['人才储备不足', '危机管理能力'],
    text('年龄偏大，应急与敬业不足', 'Too few able people, weak in a crisis'),
    'H14',
    'H15',
    'H13',
  ),
  problem(
    'P29',
    ['R8'],
    ['认知程度较低'],
    text('影响力小，社会资源少', 'Hardly known, so little support'),
    'H37',
    'H35',
    'H23',
  ),
  problem('P30', ['R8'], ['不得人心'], text('业务失误', 'Mistakes that cost trust'), 'H13', 'H41'),
  problem(
    'P31',
    ['R8'],
    ['信息共享系统', '会员优惠'],
    text('信息不通，会员服务与权益保护弱', 'Information does not flow; weak services and protection'),
    'H08',
    'H25',
    'H26',
  ),
  problem(
    'P32',
    ['R9'],
    ['忙起来不要', '软任务'],
    text('领导不重视，分值低，没量化', 'Leaders give it no weight; nothing is measured'),
    'H09',
    'H10',
  ),
  problem(
    'P33',
    ['R9'],
    ['覆盖面不够全'],
    text(
      '科教文卫、新经济、社区缺人',
      'Science, schools, clinics, new economy and communities are not covered',
    ),
    'H01',
    'H02',
    'H03',
    'H46',
  ),
  problem(
    'P34',
    ['R9'],
    ['身兼数职', '没有定编'],
    text(
      '乡镇主席兼职，村社区只挂牌，妇儿工委办无编',
      'Chairs hold several posts; signs without people; no fixed posts',
    ),
    'H03',
    'H22',
    'H45',
  ),
  problem(
    'P35',
    ['R9'],
    ['自我认同感较差'],
    text('等靠，不敢争取', 'Waiting instead of asking'),
    'H10',
    'H40',
  ),
  problem(
    'P36',
    ['R9'],
    ['一事一报告'],
    text('经费未进预算', 'Funds are begged for case by case'),
    'H19',
    'H20',
    'H21',
  ),
  problem(
    'P37',
    ['R9'],
    ['拖欠', '转岗困难'],
    text('待遇低，流动慢，进“双委”少', 'Poor pay, no way on, few on the two committees'),
    'H04',
    'H16',
    'H17',
    'H18',
  ),
  problem('P38', ['R9'], ['定位不清'], text('职责边界不清', 'Duties without borders'), 'H38', 'H40'),
  problem('P39', ['R9'], ['主次不明'], text('忽略妇女特殊需要', 'What women need comes last'), 'H24', 'H31'),
  problem('P40', ['R9'], ['老套路', '敷衍了事'], text('缺创新', 'Nothing new is tried'), 'H42', 'H34'),
];
