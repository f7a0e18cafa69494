import type { Basis, IndicatorOutcome, Reason, Text, UnitOutcome } from '@heng/rules';

/** One indicator of one unit, with its title so that the document can be read without the rule book. */
export type ResultsIndicator = Omit<IndicatorOutcome, 'reason'> & {
  readonly title: Text;
  readonly reason?: Reason;
};

export type ResultsUnit = Omit<UnitOutcome, 'indicators'> & {
  /** Null for a unit that is not ranked. */
  readonly gradeTitle: Text | null;
  readonly indicators: readonly ResultsIndicator[];
};

/** `heng-results/1`: what `heng score` says about all units under one rule book. Numbers are exact text. */
export type ResultsDocument = {
  readonly format: 'heng-results/1';
  readonly book: {
    readonly id: string;
    readonly version: string;
    readonly title: Text;
    readonly hash: string;
  };
  readonly engine: string;
  readonly basis: Basis;
  /** Label of the facts, such as 演示数据; shown wherever the results are shown. */
  readonly label?: Text | undefined;
  readonly units: readonly ResultsUnit[];
  readonly problems: readonly Reason[];
};
