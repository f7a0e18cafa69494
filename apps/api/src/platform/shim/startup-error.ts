import type { Text } from '@heng/rules';

/** Why the server cannot start, as one sentence for the person at the console. */
export class StartupError extends Error {
  constructor(
    readonly code: string,
    readonly text: Text,
  ) {
    super(`${text.zh}\n${text.en}`);
  }
}
