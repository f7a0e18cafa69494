import type { Text } from '@heng/rules';
import type { Console } from './console.js';

/** One thing that keeps a command from its work: where, why, and what to do about it. */
export type Complaint = { readonly place: string; readonly message: Text; readonly fix: Text };

/** Input was refused: exit code 1. Called wrongly: exit code 2. Carries sentences, so that nobody ever reads a stack trace. */
export class Refusal extends Error {
  constructor(
    readonly complaints: readonly Complaint[],
    readonly exitCode: 1 | 2 = 1,
  ) {
    super(complaints.map(({ place, message }) => `${place} ${message.en}`).join('\n'));
  }
}

export const refused = (
  place: string,
  message: readonly [zh: string, en: string],
  fix: readonly [zh: string, en: string],
  exitCode: 1 | 2 = 1,
): Refusal =>
  new Refusal(
    [{ place, message: { zh: message[0], en: message[1] }, fix: { zh: fix[0], en: fix[1] } }],
    exitCode,
  );

export function printRefusal(console: Console, { complaints }: Refusal): void {
  for (const { place, message, fix } of complaints) {
    if (place !== '') console.noticePlace(place);
    console.notice({ zh: `${message.zh}${fix.zh}`, en: `${message.en} ${fix.en}` }, place === '' ? '' : '  ');
  }
  if (complaints.length > 1) {
    console.notice({
      zh: `共 ${complaints.length} 处问题。`,
      en: `${complaints.length} problems.`,
    });
  }
}
