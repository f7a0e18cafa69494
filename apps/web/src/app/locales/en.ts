import { first } from './en/first.js';
import { later } from './en/later.js';
import type { zhCN } from './zh-CN.js';

/** English: the translation of every text, with the same keys. */
export const en: typeof zhCN = { ...first, ...later };
