import type { CommanderError } from 'commander';
import type { Text } from '@heng/rules';

/** What a wrong call is told, in place of the parser's own English. */
export function usageText({ code, message }: CommanderError): Text {
  const en = message.replace(/^error: /, '').split('\n')[0] ?? '';
  const quoted = /'([^']*)'/.exec(en)?.[1] ?? '';
  const zh: Readonly<Record<string, string>> = {
    'commander.unknownOption': `没有“${quoted}”这个选项。`,
    'commander.unknownCommand': `没有“${quoted}”这个命令。`,
    'commander.missingArgument': `缺少参数“${quoted}”。`,
    'commander.missingMandatoryOptionValue': `缺少必需的选项“${quoted}”。`,
    'commander.optionMissingArgument': `选项“${quoted}”后面缺少内容。`,
    'commander.excessArguments': '参数太多。',
    'commander.invalidArgument': `选项“${quoted}”的内容不在可选范围。`,
  };
  return {
    zh: `${zh[code] ?? '命令不对。'}用 --help 查看用法。`,
    en: `${en}${en.endsWith('.') ? '' : '.'} See --help.`,
  };
}
