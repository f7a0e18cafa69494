import type { Locale, Text } from '@heng/rules';
import { localeOf, type Language } from './language.js';

export type Channels = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** What a command says: results on the output channel, everything about them on the error channel. */
export class Console {
  constructor(
    readonly language: Language,
    private readonly channels: Channels,
  ) {}

  get locale(): Locale {
    return localeOf(this.language);
  }

  /** One text in the language that was asked for. */
  in(text: Text): string {
    return text[this.language];
  }

  print(...lines: readonly string[]): void {
    for (const line of lines) this.channels.out(`${withoutControls(line)}\n`);
  }

  /** A document for programs, exactly as it is; in JSON nothing can move the cursor of a terminal that JSON has not escaped. */
  printJson(value: unknown): void {
    this.channels.out(`${JSON.stringify(value, null, 2)}\n`);
  }

  /** Beside the result: a notice or a refusal. Chinese readers get the English below it, for whoever helps them. */
  notice(text: Text, indent = ''): void {
    for (const line of this.language === 'zh' ? [text.zh, text.en] : [text.en]) {
      this.channels.err(`${indent}${withoutControls(line)}\n`);
    }
  }

  /** A place or a code, which has no language. */
  noticePlace(place: string): void {
    this.channels.err(`${withoutControls(place)}\n`);
  }
}

/** Names come from files of others: none may steer the terminal or turn the direction of the text. */
const withoutControls = (line: string): string =>
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  line.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
