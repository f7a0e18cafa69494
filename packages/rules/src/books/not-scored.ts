import type { Text } from '../format/primitives.js';
import { text } from './authoring/text.js';

/** Something the material offers that no default book scores, with the reason. */
export type NotScored =
  | {
      readonly kind: 'indicator';
      /** Library id. */
      readonly indicator: string;
      readonly title: Text;
      /** The problems it would answer; all but those left to it alone are answered by scored indicators as well. */
      readonly answers: readonly string[];
      /** `monitored`: watched by the county. `reserve`: a local book may take it in. */
      readonly use: 'monitored' | 'reserve';
      readonly reason: Text;
    }
  | {
      readonly kind: 'statement';
      readonly report: string;
      /** Words of the report. */
      readonly quote: string;
      /** The interval that the words stand for; an absent end is open. */
      readonly range: { readonly from?: string; readonly to?: string; readonly unit: Text };
      readonly reason: Text;
    };

const background = text(
  '区间表述，不可计分，仅作背景。',
  'A range, not a value: background only, never scored.',
);

/** Indicators of the library outside the default books, and statements of the reports that are background only. */
export const notScored: readonly NotScored[] = [
  {
    kind: 'indicator',
    indicator: 'H05',
    title: text('村“两委”女性比例', 'Share of women on the two committees'),
    answers: ['P19'],
    use: 'reserve',
    reason: text(
      '由村级换届决定，换届之间乡镇妇联难以改变；进“两委”已由 H04 计分。',
      'Decided at village elections, hardly in the hands of the federation between them; H04 already scores the seats of chairs.',
    ),
  },
  {
    kind: 'indicator',
    indicator: 'H17',
    title: text('补贴与村主职报酬比', "Subsidy beside the village head's pay"),
    answers: ['P37'],
    use: 'reserve',
    reason: text(
      '标准由县里统一规定，同县各乡镇没有差别，拉不开差距；兑现与否由 H16 计分。',
      'The rate is set for the whole county, so it separates no township from another; H16 scores whether it is paid.',
    ),
  },
  {
    kind: 'indicator',
    indicator: 'H18',
    title: text('妇联干部交流推荐数', 'Cadres recommended for other posts'),
    answers: ['P37'],
    use: 'reserve',
    reason: text(
      '加分备选：任用由组织部门决定，不作硬指标；本地可列入加分。',
      'A candidate for bonus: appointments are decided elsewhere, so it is no hard indicator; a local book may add it.',
    ),
  },
  {
    kind: 'indicator',
    indicator: 'H45',
    title: text('妇儿工委办定编（县级）', 'Fixed posts of the county working committee'),
    answers: ['P34'],
    use: 'monitored',
    reason: text(
      '县级事项，只监测，不考乡镇。',
      "The county's own matter: watched, townships are not assessed on it.",
    ),
  },
  {
    kind: 'indicator',
    indicator: 'H46',
    title: text(
      '县直（含科教文卫）妇委会组建率',
      'County units with a committee, science, schools and clinics included',
    ),
    answers: ['P22', 'P33'],
    use: 'monitored',
    reason: text(
      '全县一个数，不分单位，没有可排名的对象；县直单位自身是否建立由 U01 计分。应建数缺失时报“无法计算”。',
      'One figure for the county with nobody to rank; whether a unit has its committee is scored by U01. Without the number due it cannot be computed.',
    ),
  },
  {
    kind: 'indicator',
    indicator: 'H47',
    title: text('用工性别限制查实数（县级）', 'Cases of hiring limited by sex, upheld'),
    answers: ['P14'],
    use: 'monitored',
    reason: text(
      '县级监测：查处权不在乡镇妇联，计分会鼓励少查。',
      'Watched by the county: townships cannot prosecute, and scoring it would reward looking away.',
    ),
  },
  {
    kind: 'statement',
    report: 'R6',
    quote: '最多不超过两次',
    range: { from: '0', to: '2', unit: text('次/年', 'times a year') },
    reason: background,
  },
  {
    kind: 'statement',
    report: 'R9',
    quote: '80%以上',
    range: { from: '80', to: '100', unit: text('%', '%') },
    reason: background,
  },
  {
    kind: 'statement',
    report: 'R9',
    quote: '一至二年',
    range: { from: '1', unit: text('年', 'years') },
    reason: text(
      '区间表述（“甚至更久”），不可计分，仅作背景。',
      'A range ("or even longer"): background only, never scored.',
    ),
  },
];
