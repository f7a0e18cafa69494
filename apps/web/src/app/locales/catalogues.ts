import { en } from './en.js';
import { zhCN } from './zh-CN.js';

export const catalogues = { 'zh-CN': zhCN, en };
