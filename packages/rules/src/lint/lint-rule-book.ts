import type { RuleBook } from '../format/rule-book.js';
import { appliesToNobody } from './checks/applies-to-nobody.js';
import { bonusLimits } from './checks/bonus-limits.js';
import { combinationFindings } from './checks/combinations.js';
import { countBack } from './checks/count-back.js';
import { countedTwice } from './checks/counted-twice.js';
import { derivedUnread } from './checks/derived-unread.js';
import { outsideDomain } from './checks/domains.js';
import { evidenceAbsent } from './checks/evidence-absent.js';
import { gradeLines } from './checks/grade-lines.js';
import { indicatorSizes } from './checks/indicator-sizes.js';
import { lastPlaces } from './checks/last-places.js';
import { lastYear } from './checks/last-year.js';
import { notMonotone } from './checks/not-monotone.js';
import { outsideBands } from './checks/outside-bands.js';
import { partsMismatch } from './checks/parts-mismatch.js';
import { provenanceAbsent } from './checks/provenance-absent.js';
import { quotaFindings } from './checks/quotas.js';
import { reachableFindings } from './checks/reachable-points.js';
import { smallCohorts } from './checks/small-cohorts.js';
import { subjectiveShare } from './checks/subjective-share.js';
import { unequalTotals } from './checks/unequal-totals.js';
import { unreadFacts } from './checks/unread-facts.js';
import { zeroDenominators } from './checks/zero-denominators.js';
import type { LintFinding } from './lint-finding.js';

const checks: readonly ((book: RuleBook) => LintFinding[])[] = [
  partsMismatch,
  outsideBands,
  reachableFindings,
  notMonotone,
  zeroDenominators,
  outsideDomain,
  combinationFindings,
  bonusLimits,
  quotaFindings,
  lastPlaces,
  gradeLines,
  subjectiveShare,
  indicatorSizes,
  appliesToNobody,
  unequalTotals,
  smallCohorts,
  countBack,
  derivedUnread,
  unreadFacts,
  countedTwice,
  lastYear,
  evidenceAbsent,
  provenanceAbsent,
];

/**
 * Looks over a valid rule book for what would surprise its author or the assessed: points nobody can lose, quotas that
 * contradict, facts counted twice. Findings stand in the order of severity, then of the checks.
 *
 * @param book as `parseRuleBook` accepted it
 * @returns findings with a stable code each; those of severity `error` bar the book from being published
 * @see src/lint/README.md for all codes
 */
export function lintRuleBook(book: RuleBook): LintFinding[] {
  const found = checks.flatMap((check) => check(book));
  return (['error', 'warning', 'advice'] as const).flatMap((severity) =>
    found.filter((finding) => finding.severity === severity),
  );
}
