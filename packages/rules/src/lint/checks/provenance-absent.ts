import { indicatorsOf, type PlacedIndicator } from '../../engine/book-index.js';
import { DecimalText } from '../../format/primitives.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { listed, named } from '../naming.js';

/** Numbers of an indicator that nobody says where they come from: a document, a report, or our own default. */
export function provenanceAbsent(book: RuleBook): LintFinding[] {
  return indicatorsOf(book).flatMap((placed) => {
    const missing = unexplained(placed);
    if (missing.length === 0) return [];
    const { zh, en } = named(placed.indicator);
    return [
      finding(
        'advice',
        'PROVENANCE_ABSENT',
        placed.path,
        [
          `${zh}有 ${missing.length} 个参数没有写明出处：${listed(missing)}。`,
          `${en} has ${missing.length} parameters of unknown origin: ${listed(missing)}.`,
        ],
        [
          '请在 provenance 中写明每个参数来自文件、报告还是自定。',
          'Say in provenance whether each comes from a document, a report or is your own.',
        ],
      ),
    ];
  });
}

/** Paths of decimals inside points, measure, score and finish that no provenance path covers. */
function unexplained({ indicator }: PlacedIndicator): string[] {
  const { points, measure, score, finish } = indicator;
  const sources = (indicator.provenance ?? []).map(({ path }) => path);
  return decimalsIn({ points, measure, score, finish }, '').filter(
    (path) => !sources.some((source) => path === source || path.startsWith(`${source}/`)),
  );
}

function decimalsIn(value: unknown, path: string): string[] {
  if (typeof value === 'string') return DecimalText.safeParse(value).success ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => decimalsIn(inner, `${path}/${key}`));
}
