import { halfWidth } from '../half-width.js';

/** What the heading of a column says that its cells are. `heading` and `content` are settled by looking at the cells below. */
export type HeadingRole =
  | 'number'
  | 'class'
  | 'level-1'
  | 'level-2'
  | 'level-3'
  | 'level-4'
  | 'heading'
  | 'content'
  | 'requirement'
  | 'points'
  | 'weight'
  | 'section-points'
  | 'standard'
  /** Content and standard in one column: 考核内容及评分标准. */
  | 'content-and-standard'
  | 'department'
  | 'evidence'
  | 'remark'
  | 'score';

const subject = '(?:考核|考评|评价|评估|测评|评分|检查|督查|工作|目标|绩效|评议|创建)*';

/** First match wins. Headings are compared without spaces, brackets and what brackets say. */
const roles: readonly (readonly [HeadingRole, RegExp])[] = [
  ['number', /^(?:序号?|编号|项次|条目|行次|no)$/i],
  [
    'score',
    /^(?:自评|自查|自测|考评|考核|复评|复核|初评|终评|核定|实际|最终|评定|上级|群众|单位|部门|县|区|市|镇|乡|街道|本级)*(?:得分|评分|打分|实得分|得分数|自评分|自评|考评|核分)$/,
  ],
  [
    'score',
    /^(?:自评分|自评|得分|实得|扣分|加分|扣分原因|扣分情况|加减分|扣分理由|得分情况|完成情况|考核结果|评定结果|检查情况|扣分及原因)$/,
  ],
  [
    'section-points',
    /^(?:项目|一级指标|大项|类别|板块|部分)(?:总?分值?|分数|标准分|满分)$|^(?:分项合计|项目总分|类别分值)$/,
  ],
  ['weight', /^(?:权重|所占比重|比重|权数|指标权重)$/],
  [
    'points',
    new RegExp(
      `^${subject}(?:分值|标准分值?|满分|满分值|基本分|基础分|基准分|总分|分数|配分|分|赋分|标准分数|小项分值|指标分值|应得分|最高分值?|占分|所占分值)$`,
    ),
  ],
  [
    'content-and-standard',
    new RegExp(
      `^${subject}(?:内容|要求|要点|项目|指标|目标)(?:及|和|与|、)?(?:评分|计分|记分|考核|考评|评价|打分|赋分|扣分)?(?:标准|办法|细则|规则)$`,
    ),
  ],
  ['evidence', /^(?:考核|考评|检查|督查|评价|评估|验收)(?:方式|方法|途径|手段)$/],
  [
    'standard',
    new RegExp(
      `^${subject}(?:及|和|与)?(?:评分|计分|记分|考核|考评|评价|评定|打分|赋分|得分|扣分|加分|加减分|奖扣分|加扣分|奖惩|评估|检查|评判)(?:及扣分|和扣分|及说明)?(?:标准|办法|细则|方法|方式|规则|依据及标准|说明|要点及标准|准则)(?:及说明|及要求)?$`,
    ),
  ],
  [
    'standard',
    /^(?:标准|细则|计算方法|计算办法|计算公式|评分标准及办法|考核评分标准|考核标准及计分办法|指标说明及计分)$/,
  ],
  [
    'department',
    /^(?:责任|牵头|考核|评分|考评|主管|负责|承办|实施|配合|打分|评价|数据提供|数据来源|督查|主考|对口|业务)+(?:部门|部室|科室|单位|处室|股室|站所|机构|领导|主体|人|办)(?:及责任人)?$|^(?:部门|单位|科室|部室|责任部门及单位|考核责任单位|牵头单位及责任单位)$/,
  ],
  [
    'evidence',
    new RegExp(
      `^${subject}(?:佐证|印证|证明|支撑)?(?:材料|资料|台账|依据|方式|方法|途径|手段|来源|材料清单|资料清单|佐证)$`,
    ),
  ],
  [
    'evidence',
    /^(?:评分依据|考核依据|数据来源|数据来源及依据|查看资料|需提供的?材料|备查资料|提供材料|佐证|检查方法|考核方式及材料|得分依据)$/,
  ],
  ['remark', /^(?:备注|附注|注|其他说明|补充说明|说明)$/],
  ['level-1', /^(?:一级指标|一级项目|一级|第一级指标)$/],
  ['level-2', /^(?:二级指标|二级项目|二级|第二级指标)$/],
  ['level-3', /^(?:三级指标|三级项目|三级|第三级指标|考核三级指标)$/],
  ['level-4', /^(?:四级指标|四级|观测点|主要观测点)$/],
  [
    'class',
    new RegExp(`^${subject}(?:项目)?(?:对象类别|类别|分类|大类|大项|板块|模块|类型|类|领域|维度|方面|部分)$`),
  ],
  [
    'requirement',
    new RegExp(
      `^${subject}(?:具体|目标|工作|任务|指标)?(?:内容)?(?:及|和|与|、)?(?:目标|考核|工作|具体)*(?:要求|目标要求|目标任务及要求|达标要求|目标值|指标解释|指标说明|指标内涵|解释)$`,
    ),
  ],
  [
    'content',
    new RegExp(
      `^${subject}(?:主要|具体|任务)?(?:内容|细目|要点|事项|任务|目标|目标任务|重点|重点工作|主要工作|内容及指标|指标内容|具体内容|任务内容)$`,
    ),
  ],
  [
    'heading',
    new RegExp(
      `^${subject}(?:重点|主要|具体|关键)?(?:项目|指标|子项|小项|细项|名称|要素|条款|项|指标名称|项目名称|内容项目)$`,
    ),
  ],
];

export const bareHeading = (text: string): string =>
  halfWidth(text)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s:、.\-—]/g, '');

/** The meaning of a column heading, or null for one that no 细则 seen so far has used. */
export function headingRole(text: string): HeadingRole | null {
  const bare = bareHeading(text);
  if (bare === '' || bare.length > 16) return null;
  // 考核内容及分值: the points stand within the text.
  const told = bare.replace(/(?<=.)[及和与](?:分值|标准分|分数)$/, '');
  return roles.find(([, pattern]) => pattern.test(told))?.[0] ?? null;
}
