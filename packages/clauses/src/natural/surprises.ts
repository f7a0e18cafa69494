import type { Statement } from './statement.js';

/** Words of a calculation. In a statement that does not calculate so, they were passed over. */
const calculations = [
  '系数',
  '乘',
  '除以',
  '折算',
  '换算',
  '折合',
  '递减',
  '递增',
  '以此类推',
  '依此类推',
  '依次',
  '比例',
  '加权',
  '权重',
  '公式',
  '翻倍',
  '一倍',
  '累进',
  '插值',
  '均分',
  '四舍五入',
  '超过部分',
  '超出部分',
];

/** Statements that tell their calculation, or whose words are not theirs alone. */
const calculating: readonly Statement['kind'][] = [
  'proportion',
  'relative',
  'weights',
  'scaled',
  'rank-table',
  'rank-step',
  'mean',
  'converted',
  'panel',
  'shared',
  'diminishing',
  'quota-rates',
  'per-head',
  'proviso',
  'grades',
  'exemption',
  'item-points',
];

/** Whether something stands in a statement that its kind does not account for, so that it may be another kind. */
export function isSurprising(statement: Statement, text: string): boolean {
  if (calculating.includes(statement.kind)) return false;
  const { start, end } = statement.span;
  const words = text.slice(start, end);
  if (statement.kind === 'award' && statement.perHeads !== null) return false;
  if (calculations.some((word) => words.includes(word))) return true;
  // 除特殊情况外: an exception that no statement holds.
  if (/除[^,，。;；]{1,14}外/.test(words)) return true;
  if (statement.kind === 'award' && /扣|减分/.test(statement.words?.text ?? '')) return true;
  switch (statement.kind) {
    case 'award':
    case 'loss':
      // 每 in a single price: something is counted that the reading does not count.
      return words.includes('每') && !frequencies.some((word) => words.includes(word));
    case 'checklist':
      return statement.parts.some(({ bound }) => bound !== null);
    default:
      return false;
  }
}

const frequencies = [
  '每年',
  '每月',
  '每季',
  '每周',
  '每日',
  '每天',
  '每半',
  '每学',
  '每两',
  '每双',
  '每三',
  '每期',
  '每次',
];
