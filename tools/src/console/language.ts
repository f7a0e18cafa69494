import type { Locale, Text } from '@heng/rules';

/** Chinese is the default whatever the machine's own language is; refusals then come in both. */
export type Language = 'zh' | 'en';

export type Wished =
  { readonly ok: true; readonly language: Language } | { readonly ok: false; readonly given: string };

/** The language that `--lang`, else HENG_LANG asks for. Read before the commands are, so that even their refusals are in it. */
export function languageOf(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Wished {
  const given = fromArguments(args) ?? env['HENG_LANG'] ?? '';
  if (given === '' || given === 'zh') return { ok: true, language: 'zh' };
  return given === 'en' ? { ok: true, language: 'en' } : { ok: false, given };
}

function fromArguments(args: readonly string[]): string | undefined {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  if (at < 0) return undefined;
  const arg = args[at] ?? '';
  return arg === '--lang' ? args[at + 1] : arg.slice('--lang='.length);
}

export const localeOf = (language: Language): Locale => (language === 'zh' ? 'zh-CN' : 'en');

export const text = (zh: string, en: string): Text => ({ zh, en });
