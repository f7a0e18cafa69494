import type { Condition } from '../../format/condition.js';
import { fact } from '../authoring/measures.js';

/** 女职工不足 10 人: such units need no groups in subordinate units and create no model posts. */
export const smallUnit: Condition = {
  kind: 'compare',
  left: fact('women-employees'),
  comparison: 'less-than',
  right: '10',
};
