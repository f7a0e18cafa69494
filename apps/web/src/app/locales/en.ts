import { accounts } from './en/accounts.js';
import { cycles } from './en/cycles.js';
import { results } from './en/results.js';
import { rulebooks } from './en/rulebooks.js';
import { shell } from './en/shell.js';
import { worksheets } from './en/worksheets.js';
import type { zhCN } from './zh-CN.js';

/** English: the translation of every text, with the same keys. */
export const en: typeof zhCN = { ...shell, ...accounts, ...rulebooks, ...cycles, ...results, ...worksheets };
