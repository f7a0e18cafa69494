import type { Text } from '../format/primitives.js';

/** One place that is wrong: where (a JSON pointer, '' is the whole document), why, and what to do about it. */
export type Problem = {
  readonly code: string;
  readonly path: string;
  readonly message: Text;
  readonly fix: Text;
};

export const problem = (
  code: string,
  path: string,
  message: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
): Problem => ({
  code,
  path,
  message: { zh: message[0], en: message[1] },
  fix: { zh: fix[0], en: fix[1] },
});

/** Steps into a document as a JSON pointer (RFC 6901). */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
