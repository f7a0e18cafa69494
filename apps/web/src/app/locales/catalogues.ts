import { first as en } from './en/first.js';
import { first as zhCN } from './zh-CN/first.js';

/** The words that the app starts with. */
export const catalogues = { 'zh-CN': zhCN, en };
