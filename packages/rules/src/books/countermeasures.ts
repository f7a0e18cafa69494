import type { Text } from '../format/primitives.js';
import { text } from './authoring/text.js';

/** What a report proposes, and where the default books or the product take it up. */
export type Countermeasure = {
  /** Report and number of the proposal in it, `R9-5`. */
  readonly id: string;
  readonly report: string;
  readonly proposal: Text;
  /** Library indicators that carry it; empty where it is no indicator. */
  readonly indicators: readonly string[];
  /** What carries it besides indicators. */
  readonly means?: Text;
};

const countermeasure = (
  id: string,
  proposal: Text,
  indicators: readonly string[],
  means?: Text,
): Countermeasure => ({
  id,
  report: id.slice(0, 2),
  proposal,
  indicators,
  ...(means && { means }),
});

/** The reports' countermeasures, each with the rule that puts it into practice. */
export const countermeasures: readonly Countermeasure[] = [
  countermeasure('R1-1', text('优化班子、专业化', 'A better and more professional leadership'), [
    'H06',
    'H14',
  ]),
  countermeasure(
    'R1-2',
    text('按区域、层次开展多样活动', 'Varied activities by place and level'),
    ['H34'],
    text(
      '按活动类型数计分；分组比较',
      'Kinds of activity are counted; like is compared with like in cohorts',
    ),
  ),
  countermeasure(
    'R1-3',
    text('整合社会资源、培育公益项目', 'Draw on society, grow public-welfare projects'),
    ['H23'],
  ),
  countermeasure('R1-4', text('提升素质、职业能力', 'Raise skills and professional ability'), ['H27']),
  countermeasure('R2-1', text('加强宣传力度（后文残缺）', 'More publicity (the rest is cut off)'), [
    'H36',
    'H37',
  ]),
  countermeasure('R3-1', text('组织机制与管理制度', 'Mechanisms of organisation and management'), [
    'H07',
    'H08',
  ]),
  countermeasure('R3-2', text('培训与交流', 'Training and exchange'), ['H11', 'H12']),
  countermeasure('R3-3', text('调查需求、座谈', 'Ask for needs, talk with women'), ['H24']),
  countermeasure(
    'R8-1',
    text('架构、信息共享、会员服务多样化', 'Structure, shared information, varied services for members'),
    ['H08', 'H31'],
  ),
  countermeasure('R9-1', text('提高认识、领导带头学', 'Raise awareness, leaders learn first'), ['H10']),
  countermeasure(
    'R9-2',
    text(
      '党建带妇建；经费进年度预算；进党政议事日程；例会',
      'Led by party building; funds in the yearly budget; on the agenda; regular meetings',
    ),
    ['H09', 'H10', 'H19'],
  ),
  countermeasure(
    'R9-3',
    text(
      '培训列入党校计划；业务培训与外出考察',
      'Training in the party school plan; courses and study trips',
    ),
    ['H11', 'H12', 'H13'],
  ),
  countermeasure(
    'R9-4',
    text(
      '打破单打独奏、协调部门、利用节日办有影响的活动',
      'Work with other departments; use festivals for activities that count',
    ),
    ['H33', 'H42'],
    text('加分项', 'Bonus items'),
  ),
  countermeasure(
    'R9-5',
    text(
      '规范考核、规定硬指标，“软”工作“硬”考核',
      'Regular assessment by hard indicators: soft work, hard assessment',
    ),
    [],
    text('整个系统和三本默认规则书', 'The whole system and the three default rule books'),
  ),
];
