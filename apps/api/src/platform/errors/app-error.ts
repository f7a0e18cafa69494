import type { ProblemDetail } from '@heng/contracts';
import type { Text } from '@heng/rules';

/** Why a request is refused. `ProblemFilter` alone maps a kind to an HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'not-signed-in'
  | 'forbidden'
  | 'absent'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unsupported-media'
  | 'refused'
  | 'version-required'
  | 'throttled'
  | 'unavailable';

export type ErrorExtra = {
  readonly problems?: readonly ProblemDetail[];
  /** With `stale`: what stands now. */
  readonly current?: unknown;
  readonly retryAfterSeconds?: number;
};

/** An expected refusal, with a stable code for machines and a sentence for people that says what to do next. */
export class AppError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly text: Text,
    readonly extra: ErrorExtra = {},
  ) {
    super(`${code}: ${text.en}`);
  }
}
