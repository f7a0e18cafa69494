import { accounts } from './accounts.js';
import { cycles } from './cycles.js';
import { results } from './results.js';
import { rulebooks } from './rulebooks.js';
import { shell } from './shell.js';
import { worksheets } from './worksheets.js';

/** What every page may need: loaded with the app. */
export const first = { ...shell, ...accounts, ...rulebooks, ...cycles, ...results, ...worksheets };
