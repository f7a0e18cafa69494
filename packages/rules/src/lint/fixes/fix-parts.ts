import type { Edit } from './edit.js';
import type { Fix } from './fixes-for.js';

export const fix = (zh: string, en: string, ...edits: readonly Edit[]): Fix => ({ title: { zh, en }, edits });
export const set = (path: string, value: unknown): Edit => ({ op: 'set', path, value });
export const remove = (path: string): Edit => ({ op: 'remove', path });

/** The pointer `levels` steps up. */
export const above = (path: string, levels = 1): string => path.split('/').slice(0, -levels).join('/');

/** The pointer of the indicator that a pointer leads into; null when it leads elsewhere. */
export const indicatorPath = (path: string): string | null =>
  /^(?:\/sections\/\d+)+\/indicators\/\d+/.exec(path)?.[0] ?? null;
