import { constant, fact, product } from '../authoring/measures.js';

/** 技能培训任务 = 辖区妇女数 × 3% ◇: the target of H27 and the origin of its bonus. */
export const trainingTask = product(fact('women-total'), constant('0.03'));
