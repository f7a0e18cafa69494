import type { Role } from '@heng/contracts';

export type DemonstrationAccount = {
  readonly login: string;
  readonly password: string;
  readonly displayName: string;
  readonly unitName: string;
  readonly role: Role;
};

/** What kind of installation this process serves; fixed at start. */
export class Installation {
  constructor(
    readonly mode: 'demonstration' | 'production',
    /** Served over TLS: cookies are Secure and carry the `__Host-` prefix. */
    readonly secure: boolean,
    readonly demonstrationAccounts: readonly DemonstrationAccount[],
    /** Tests check every answer against its contract; a running server does not spend the time. */
    readonly checkAnswers: boolean,
  ) {}
}
