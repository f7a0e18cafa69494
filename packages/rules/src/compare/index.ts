export type { Change, ChangeCode, ClauseChange, Place, Shown, Touches } from './change.js';
export { diffRuleBooks, type RuleBookDiff } from './diff-rule-books.js';
export { describeChange } from './describe-change.js';
export { wordsOfValue } from './value-words.js';
export {
  dryRun,
  type Because,
  type Contribution,
  type DryRun,
  type DryRunOptions,
  type Group,
  type IndicatorTrial,
  type LastYear,
  type Source,
  type Standing,
  type TotalSpread,
  type UnitMove,
} from './dry-run.js';
export type { Distribution } from './distribution.js';
export type { IndicatorSpread } from './indicator-spread.js';
export type { LackingBecause, LackingFact, RefusedValue } from './facts-for-draft.js';
export type { WaitingIndicator } from './waiting.js';
export { askedTwice, type AskedTwice } from './asked-twice.js';
export {
  burdenChange,
  burdenOf,
  type Burden,
  type BurdenChange,
  type BurdenLevel,
  type BurdenOptions,
  type FactBurden,
  type LevelBurden,
  type LevelChange,
  type Load,
} from './burden.js';
export { defaultMinutes, type MinutesTable } from './minutes-table.js';
