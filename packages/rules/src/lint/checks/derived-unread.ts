import { indicatorsOf } from '../../engine/book-index.js';
import type { RuleBook, Section } from '../../format/rule-book.js';
import { measuresOfBook } from '../../parse/book-measures.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';

/** Derived sections are in no total; one that nothing reads changes nothing at all. */
export function derivedUnread(book: RuleBook): LintFinding[] {
  const read = namesRead(book);
  return book.sections.flatMap((section, index) => {
    if (section.role !== 'derived' || namesIn(section).some((name) => read.has(name))) return [];
    const { zh, en } = named(section);
    return [
      finding(
        'warning',
        'DERIVED_UNREAD',
        `/sections/${index}`,
        [
          `${zh}另算、不进总分，却没有任何指标、并列规则或等次用到它。`,
          `${en} is derived and in no total, and no indicator, tie-break or grade line reads it.`,
        ],
        [
          '请让指标用 section-points 读它，或删去这一类；只供公布的可保留。',
          'Let an indicator read it by section-points, or remove it; keep it if it is only to be published.',
        ],
      ),
    ];
  });
}

function namesRead(book: RuleBook): ReadonlySet<string> {
  const measures = measuresOfBook(book).flatMap(({ measure }) =>
    measure.kind === 'section-points'
      ? [measure.section]
      : measure.kind === 'indicator-points'
        ? [measure.indicator]
        : [],
  );
  const linked = indicatorsOf(book).flatMap(({ indicator }) => indicator.finish?.linkedCap?.indicator ?? []);
  const { tieBreaks, requires } = book.ranking;
  const ranking = tieBreaks.flatMap((tieBreak) => {
    if (tieBreak.kind === 'indicator') return [tieBreak.indicator];
    if (tieBreak.kind === 'section') return [tieBreak.section];
    return tieBreak.kind === 'count-back' ? tieBreak.indicators : [];
  });
  return new Set([
    ...measures,
    ...linked,
    ...ranking,
    ...(requires?.indicators ?? []),
    ...(requires?.sections ?? []),
  ]);
}

const namesIn = (section: Section): string[] => [
  section.id,
  ...(section.indicators ?? []).map(({ id }) => id),
  ...(section.sections ?? []).flatMap(namesIn),
];
