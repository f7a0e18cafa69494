export type StartupErrorText = { readonly zh: string; readonly en: string };

/** Why the server cannot start: a code, and one sentence per language for the person at the console. */
export class StartupError extends Error {
  override readonly name = 'StartupError';

  /** @param code such as `INSTANCE_ALREADY_RUNNING`; the launcher prints the message and exits non-zero */
  constructor(
    readonly code: string,
    readonly text: StartupErrorText,
    options?: ErrorOptions,
  ) {
    super(`${text.zh}\n${text.en}`, options);
  }
}
