import { Command, CommanderError } from 'commander';
import { Console, type Channels } from '../console/console.js';
import { languageOf, text } from '../console/language.js';
import { printRefusal, refused, Refusal } from '../console/refusal.js';
import { usageText } from '../console/usage.js';
import { registerBook } from './book.js';
import { registerBurden } from './burden.js';
import { registerClause } from './clause.js';
import { registerDiff } from './diff.js';
import { registerDryRun } from './dry-run.js';
import { registerExport } from './export.js';
import { registerExplain } from './explain.js';
import { registerFacts } from './facts.js';
import { registerImport } from './import.js';
import { registerLint } from './lint.js';
import { registerReadClause } from './read-clause.js';
import { registerScore } from './score.js';
import { registerSeed } from './seed.js';
import { registerTemplate } from './template.js';
import { registerVerify } from './verify.js';

export type HengInput = Channels & {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
};

/** Runs one `heng` command. @returns the exit code: 0 done, 1 input refused, 2 called wrongly, 70 a fault of Heng itself */
export async function runHeng({ args, env = process.env, ...channels }: HengInput): Promise<number> {
  const wished = languageOf(args, env);
  const console = new Console(wished.ok ? wished.language : 'zh', channels);
  let code = 0;
  try {
    if (!wished.ok) throw unknownLanguage(wished.given);
    const program = hengProgram(console, channels, (finished) => {
      code = finished;
    });
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Refusal) {
      printRefusal(console, error);
      return error.exitCode;
    }
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Without a command the help has just been shown.
      if (error.code !== 'commander.help') console.notice(usageText(error));
      return 2;
    }
    console.notice(faultText(error));
    if (env['HENG_DEBUG'] && error instanceof Error) channels.err(`${error.stack ?? ''}\n`);
    return 70;
  }
}

function hengProgram(console: Console, { out, err }: Channels, finish: (code: number) => void): Command {
  const program = new Command('heng')
    .description('衡：按公布的规则书计分、排名、说明 / scores, ranks and explains by a published rule book')
    .configureOutput({ writeOut: out, writeErr: err, outputError: () => {} })
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .helpOption('-h, --help', '显示帮助 / show help')
    .helpCommand('help [command]', '某个命令的帮助 / help for a command')
    .addHelpText('after', closing)
    .exitOverride();
  registerLint(program, console, finish);
  registerScore(program, console);
  registerExplain(program, console);
  registerClause(program, console);
  registerReadClause(program, console);
  registerDiff(program, console);
  registerDryRun(program, console);
  registerBurden(program, console);
  registerFacts(program, console);
  registerBook(program, console);
  registerTemplate(program, console);
  registerImport(program, console);
  registerExport(program, console);
  registerVerify(program, console, finish);
  registerSeed(program);
  everyCommand(program, (command) => {
    command.option(
      '--lang <zh|en>',
      '语言，默认 zh（或用 HENG_LANG） / language, zh by default (or HENG_LANG)',
    );
    command.helpOption('-h, --help', '显示帮助 / show help');
  });
  return program;
}

function everyCommand(command: Command, change: (command: Command) => void): void {
  change(command);
  for (const part of command.commands) everyCommand(part, change);
}

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法 Usage:',
  'Arguments:': '参数 Arguments:',
  'Options:': '选项 Options:',
  'Commands:': '命令 Commands:',
};

const closing = `
退出码：0 完成，1 输入有误，2 命令用错，70 程序自身出错
Exit codes: 0 done, 1 input refused, 2 called wrongly, 70 a fault of Heng itself
文件格式见 docs/formats.md / for file formats see docs/formats.md`;

const unknownLanguage = (given: string) =>
  refused(
    `--lang ${given}`.trimEnd(),
    ['没有这种语言。', 'There is no such language.'],
    ['请写 zh 或 en。', 'Write zh or en.'],
    2,
  );

function faultText(error: unknown) {
  const said = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
  return text(
    `程序自身出错：${said}。请连同用到的文件报告这个问题；设 HENG_DEBUG=1 可看到细节。`,
    `A fault of Heng itself: ${said}. Please report it with the files you used; HENG_DEBUG=1 shows details.`,
  );
}
