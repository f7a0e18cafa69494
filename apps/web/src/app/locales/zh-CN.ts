import { accounts } from './zh-CN/accounts.js';
import { cycles } from './zh-CN/cycles.js';
import { results } from './zh-CN/results.js';
import { rulebooks } from './zh-CN/rulebooks.js';
import { shell } from './zh-CN/shell.js';
import { worksheets } from './zh-CN/worksheets.js';

/** Chinese: the original of every text on the screens. */
export const zhCN = { ...shell, ...accounts, ...rulebooks, ...cycles, ...results, ...worksheets };
