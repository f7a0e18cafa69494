import { first } from './zh-CN/first.js';
import { later } from './zh-CN/later.js';

/** Chinese: the original of every text on the screens. */
export const zhCN = { ...first, ...later };
