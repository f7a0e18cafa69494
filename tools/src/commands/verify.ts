import type { Command } from 'commander';
import {
  verifyPackage,
  type Difference,
  type PackageCheck,
  type Text,
  type VerifiedPackage,
} from '@heng/rules';
import type { Console } from '../console/console.js';
import { readText } from '../console/files.js';
import { text } from '../console/language.js';
import { Refusal } from '../console/refusal.js';
import { complaintOf } from './book-input.js';

type VerifyOptions = { readonly hash?: string; readonly json?: boolean };

/** `heng verify`: recomputes a sealed publication, with no server and no network, and names the first figure that differs. */
export function registerVerify(program: Command, console: Console, finish: (code: number) => void): void {
  program
    .command('verify')
    .description(
      '离线复算封存包，指出第一处不符 / recompute a sealed package offline and name the first difference',
    )
    .argument('<PACKAGE>', '封存包文件（heng-package/1） / file of the sealed package (heng-package/1)')
    .option('--hash <SHA256>', '公布的封存包指纹，一并核对 / the published fingerprint, checked as well')
    .option('--json', '输出 heng-verification/1（见 docs/formats.md） / print heng-verification/1')
    .action(async (file: string, options: VerifyOptions) => {
      const read = verifyPackage(await readText(file));
      if (!read.ok) throw new Refusal(read.problems.map((problem) => complaintOf(problem, file)));
      const { verified } = read;
      const asPublished = options.hash === undefined || options.hash.toLowerCase() === verified.hash;
      const confirmed = asPublished && verified.checks.every(({ ok }) => ok);
      if (options.json)
        console.printJson({ format: 'heng-verification/1', confirmed, asPublished, ...verified });
      else print(console, verified, options.hash === undefined ? null : asPublished);
      finish(confirmed ? 0 : 1);
    });
}

const names: Readonly<Record<PackageCheck['check'], Text>> = {
  'hash-rule-book': text('规则书指纹', 'fingerprint of the rule book'),
  'hash-facts': text('数据指纹', 'fingerprint of the facts'),
  'hash-previous': text('上年数据指纹', "fingerprint of last year's facts"),
  'hash-results': text('结果指纹', 'fingerprint of the results'),
  engine: text('计算引擎', 'engine'),
  recomputed: text('全部得分、位次、等次复算', 'all points, ranks and grades recomputed'),
};

function print(
  console: Console,
  { title, units, hash, checks, difference }: VerifiedPackage,
  asPublished: boolean | null,
): void {
  console.print(console.in(text(`${title}，${units} 个单位`, `${title}, ${units} units`)));
  console.print(console.in(text(`封存包指纹 ${hash}`, `fingerprint of the package ${hash}`)));
  const line = (ok: boolean, name: Text, more: Text = text('', '')) =>
    console.print(
      `${ok ? '✓' : '✗'} ${console.in(name)}${console.in(ok ? text('：相符', ': the same') : text('：不符', ': differs'))}${console.in(more)}`,
    );
  if (asPublished !== null) line(asPublished, text('与公布的指纹', 'as published'));
  for (const { check, ok, sealed, found } of checks) {
    const both = !ok && sealed !== undefined;
    line(
      ok,
      names[check],
      both ? text(`（包内 ${sealed}，实为 ${found}）`, ` (sealed ${sealed}, found ${found})`) : undefined,
    );
  }
  if (difference !== null) console.print(console.in(sentenceOf(difference)));
}

const figures: Readonly<Record<string, Text>> = {
  total: text('总分', 'total'),
  rank: text('位次', 'rank'),
  grade: text('等次', 'grade'),
  soFar: text('目前得分', 'points so far'),
  asItStands: text('现状得分', 'points as it stands'),
};

function sentenceOf({ unit, what, id, path, sealed, recomputed }: Difference): Text {
  const [zh, en] =
    what === 'indicator'
      ? [`指标 ${id} `, `indicator ${id} `]
      : what === 'section'
        ? [`类别 ${id} `, `section ${id} `]
        : [figures[what]?.zh ?? what, figures[what]?.en ?? what];
  const none = text('没有', 'nothing');
  return text(
    `第一处不符：${unit === null ? '' : `单位 ${unit} 的`}${zh}，包内是 ${sealed ?? none.zh}，复算是 ${recomputed ?? none.zh}（${path}）。`,
    `First difference: ${unit === null ? '' : `unit ${unit}, `}${en}: sealed ${sealed ?? none.en}, recomputed ${recomputed ?? none.en} (${path}).`,
  );
}
