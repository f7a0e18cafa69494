import { oneOf } from '../cells/words.js';

/** The method families by the names that authors look for. */
export const methods = oneOf({
  proportion: ['按比例得分', 'proportion', '按比例'],
  inverse: ['越小越好', 'inverse'],
  threshold: ['达标得分', 'threshold', '达标'],
  checklist: ['逐项累加', 'checklist'],
  linear: ['线性折算', 'linear'],
  steps: ['每步加减分', 'steps', '每……加减分'],
  tally: ['分类计次', 'tally'],
  tiers: ['分档', 'tiers', '分档得分'],
  choice: ['评定等次', 'choice', '按选项得分'],
  'records-worth': ['逐件计分', 'records-worth'],
  relative: ['比同组', 'relative'],
  efficacy: ['功效系数', 'efficacy'],
  ranked: ['按名次赋分', 'ranked', '按名次'],
  judged: ['酌情打分', 'judged', '评议'],
});
