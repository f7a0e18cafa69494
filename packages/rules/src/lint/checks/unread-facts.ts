import {
  indicatorsOf,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
} from '../../engine/book-index.js';
import type { RuleBook } from '../../format/rule-book.js';
import { finding, type LintFinding } from '../lint-finding.js';
import { named } from '../naming.js';

/** Facts that are collected and then read by nothing: work for the grass roots with no use (减负). */
export function unreadFacts(book: RuleBook): LintFinding[] {
  const read = readFacts(book);
  return book.facts.flatMap((fact, index) => {
    if (read.has(fact.id)) return [];
    const { zh, en } = named(fact);
    return [
      finding(
        'warning',
        'UNREAD_FACT',
        `/facts/${index}`,
        [
          `${zh}要求填报，却没有任何指标、否决、等次或并列规则用到它。`,
          `${en} is collected, but no indicator, veto, grade line or tie-break reads it.`,
        ],
        [
          '请删去这个事实，减轻基层负担；或让指标用上它。',
          'Remove the fact and spare everybody the work, or let an indicator use it.',
        ],
      ),
    ];
  });
}

function readFacts(book: RuleBook): ReadonlySet<string> {
  const references = [
    ...indicatorsOf(book).map(({ indicator }) => referencesOf(indicator)),
    ...book.vetoes.map(({ when }) => referencesOfCondition(when)),
    ...book.ranking.tieBreaks.flatMap((each) =>
      each.kind === 'measure' ? [referencesOfMeasure(each.of)] : [],
    ),
    ...(typeof book.gradesOn === 'object' ? [referencesOfMeasure(book.gradesOn)] : []),
  ];
  const named = book.vetoes.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.kind === 'indicators-named-zero' ? [effect.fact] : [])),
  );
  // A fact that only bounds another one still does its work.
  const limits = book.facts.flatMap((fact) =>
    'checks' in fact && fact.checks?.atMost ? [fact.checks.atMost] : [],
  );
  return new Set([
    ...references.flatMap(({ facts, previousFacts }) => [...facts, ...previousFacts]),
    ...named,
    ...limits,
  ]);
}
