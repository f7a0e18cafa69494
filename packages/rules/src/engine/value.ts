import type { Rational } from '../exact/rational.js';
import type { Reason } from './outcome.js';

/**
 * What evaluating something gives: an exact number, or an ordinary reason why there is none.
 * `shown` is the expression with the numbers put in, for explanations; empty when nobody asked for it.
 */
export type Value = { readonly kind: 'number'; readonly value: Rational; readonly shown: string } | NoNumber;

export type NoNumber = {
  readonly kind: 'missing' | 'not-applicable' | 'cannot-compute' | 'pending';
  readonly reason: Reason;
};

export const numberValue = (value: Rational, shown = ''): Value => ({ kind: 'number', value, shown });

export const noNumber = (
  kind: NoNumber['kind'],
  code: string,
  data: Record<string, string> = {},
): NoNumber => ({
  kind,
  reason: { code, data },
});

const rank = { 'not-applicable': 0, missing: 1, pending: 2, 'cannot-compute': 3 } as const;

/** Of several reasons the first to tell: not applicable before missing before pending before cannot compute. */
export function firstObstacle(values: readonly Value[]): NoNumber | null {
  let found: NoNumber | null = null;
  for (const value of values) {
    if (value.kind !== 'number' && (found === null || rank[value.kind] < rank[found.kind])) found = value;
  }
  return found;
}
