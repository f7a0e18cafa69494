import { byRank } from '@heng/rules';
import type { ResultsDocument } from '../results-document.js';

export const rankingHeads = [
  '组别',
  '位次',
  '并列',
  '单位代码',
  '单位名称',
  '总分',
  '等次',
  '目前得分',
  '目前满分',
  '否决',
  '自评与核定差',
];

/** One row a unit, in the order of groups and ranks. */
export const rankingRows = ({ units }: ResultsDocument): string[][] =>
  [...units]
    .sort((a, b) => (a.cohort < b.cohort ? -1 : a.cohort > b.cohort ? 1 : byRank(a, b)))
    .map((unit) => [
      unit.cohort,
      unit.rank === null ? '不排名' : String(unit.rank),
      unit.tied ? '并列' : '',
      unit.code,
      unit.name,
      unit.total,
      unit.gradeTitle?.zh ?? '',
      unit.soFar.points,
      unit.soFar.outOf,
      unit.vetoes.join('、'),
      unit.selfGap ?? '',
    ]);

export const pointsHeads = ['单位代码', '单位名称', '指标', '指标名称', '状态', '得分', '分值'];

export const stateNames: Readonly<Record<string, string>> = {
  scored: '已得分',
  missing: '缺少数据',
  'not-applicable': '不涉及',
  'cannot-compute': '无法计算',
  vetoed: '已否决',
  pending: '待会议产生',
};

/** One row for each indicator of each unit. */
export const pointsRows = ({ units }: ResultsDocument): string[][] =>
  units.flatMap(({ code, name, indicators }) =>
    indicators.map(({ id, title, state, points, full }) => [
      code,
      name,
      id,
      title.zh,
      stateNames[state] ?? state,
      points ?? '',
      full,
    ]),
  );
