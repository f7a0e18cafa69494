export * from './format/primitives.js';
export * from './format/fact.js';
export * from './format/measure.js';
export * from './format/condition.js';
export * from './format/score.js';
export * from './format/indicator.js';
export * from './format/rule-book.js';
export * from './format/facts-document.js';
export * from './engine/outcome.js';
export { canonicalJson } from './exact/canonical-json.js';
export { sha256 } from './exact/sha256.js';
export { Rational } from './exact/rational.js';
export { engineVersion } from './engine/engine-version.js';
export {
  bookHash,
  compile,
  type AssessOptions,
  type Engine,
  type ExplainableAssessment,
} from './engine/compile.js';
export {
  indicatorsOf,
  indicatorsThatCompareUnits,
  pointsReadBy,
  referencesOf,
  referencesOfCondition,
  referencesOfMeasure,
  type PlacedIndicator,
  type References,
} from './engine/book-index.js';
export { byRank } from './engine/by-rank.js';
export { cohortOf } from './engine/cohorts.js';
export { appliesTo } from './engine/applies-to.js';
export { deriveFacts, type Results } from './engine/derive-facts.js';
export { irrationalDigits } from './exact/irrational.js';
export type { Locale } from './explain/locale.js';
export { numberText, percentText } from './explain/number-text.js';
export { describeReason } from './explain/describe-reason.js';
export { describeSteps } from './explain/describe-steps.js';
export { clauseOf } from './explain/clause-of.js';
export {
  canonicalRule,
  phrasesOf,
  roleOf,
  translationsOf,
  type CanonicalRule,
  type RuleSurroundings,
} from './explain/canonical-rule.js';
export {
  clauseKeywords,
  plainCharacter,
  plainText,
  unitKeywords,
  type ClauseKeyword,
} from './explain/clause-keywords.js';
export { ClauseNames, optionsOf, type Named, type NamedThings } from './explain/clause-names.js';
export { measureUnit, type MeasureUnit } from './explain/measure-unit.js';
export { conditionText, measureText } from './explain/expression-text.js';
export { sectionClauseOf } from './explain/section-clause-of.js';
export type { Problem } from './parse/problem.js';
export { parseRuleBook, type ParsedRuleBook } from './parse/parse-rule-book.js';
export { parseFacts, type ParsedFacts } from './parse/parse-facts.js';
export { checkFactValue } from './parse/check-fact-value.js';
export { nearestName } from './parse/nearest-name.js';
export type { LintFinding, Severity } from './lint/lint-finding.js';
export { lintRuleBook } from './lint/lint-rule-book.js';
export { applyEdits, fixesFor, valueAt, type Edit, type Fix } from './lint/fixes/index.js';
export {
  verifyPackage,
  type PackageCheck,
  type ReadPackage,
  type VerifiedPackage,
} from './seal/verify-package.js';
export type { Difference } from './seal/first-difference.js';
