import { later as en } from './en/later.js';
import { later as zhCN } from './zh-CN/later.js';

/** The words of the pages on which rule books are made; `workshop-pages.tsx` adds them when it is loaded. */
export const laterCatalogues = { 'zh-CN': zhCN, en };
