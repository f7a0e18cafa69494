import type { Comparison } from '@heng/rules';
import type { IToken } from 'chevrotain';

/** What the grammar makes of a clause: who is meant by a name, and what a number counts, is worked out afterwards. */

export type NumberNode = { readonly digits: IToken; readonly isNegative: boolean };

export type NameNode = { readonly title: IToken; readonly mark: IToken | null };

/** A number with what it counts, when it says so: 天, %, 个百分点. */
export type QuantityNode = { readonly number: NumberNode; readonly unit: IToken | null };

type ArithmeticNode = {
  readonly kind: 'sum' | 'difference' | 'product' | 'ratio';
  readonly of: readonly MeasureNode[];
  readonly at: IToken;
  /** The remark behind a ratio. */
  readonly remark?: RatioRemark;
};

export type ZeroNode =
  | { readonly kind: 'cannot-compute' }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'value'; readonly quantity: QuantityNode };

export type RatioRemark =
  | { readonly kind: 'zero'; readonly zero: ZeroNode }
  | { readonly kind: 'sample'; readonly minimum: NumberNode };

export type RoundingNode = {
  readonly mode: IToken;
  readonly places: NumberNode | null;
  readonly isStep: boolean;
};

export type AbsenceNode = { readonly absent: IToken; readonly minimum: NumberNode | null };

export type RaterNode = { readonly name: NameNode; readonly number: NumberNode };

export type PanelNode = {
  readonly minimum: NumberNode;
  readonly drop: { readonly from: NumberNode; readonly high: NumberNode; readonly low: NumberNode } | null;
  readonly withoutSelf: boolean;
};

export type MeasureNode =
  | ArithmeticNode
  | { readonly kind: 'constant'; readonly quantity: QuantityNode; readonly at: IToken }
  | { readonly kind: 'brackets'; readonly of: MeasureNode; readonly at: IToken }
  | { readonly kind: 'fact'; readonly name: NameNode; readonly at: IToken }
  | { readonly kind: 'greatest' | 'least'; readonly of: readonly MeasureNode[]; readonly at: IToken }
  | { readonly kind: 'previous'; readonly of: MeasureNode; readonly at: IToken }
  | {
      readonly kind: 'count';
      readonly name: NameNode;
      readonly levels: readonly NameNode[];
      readonly genres: readonly NameNode[];
      readonly at: IToken;
    }
  | { readonly kind: 'days'; readonly name: NameNode; readonly since: IToken; readonly at: IToken }
  | {
      readonly kind: 'panel';
      readonly name: NameNode;
      readonly sumFor: NumberNode | null;
      readonly panel: PanelNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'votes';
      readonly name: NameNode;
      readonly worth: readonly RaterNode[];
      readonly minimum: NumberNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'raters';
      readonly name: NameNode;
      readonly weights: readonly RaterNode[];
      readonly absent: IToken;
      readonly at: IToken;
    }
  | {
      readonly kind: 'share';
      readonly name: NameNode;
      readonly options: readonly NameNode[];
      readonly minimum: NumberNode;
      readonly at: IToken;
    }
  | { readonly kind: 'indicator' | 'section'; readonly name: NameNode; readonly at: IToken }
  | { readonly kind: 'self-gap'; readonly at: IToken }
  | {
      readonly kind: 'rounded';
      readonly of: MeasureNode;
      readonly rounding: RoundingNode;
      readonly at: IToken;
    }
  | { readonly kind: 'logarithm'; readonly of: MeasureNode; readonly at: IToken }
  | {
      readonly kind: 'root';
      readonly of: MeasureNode;
      readonly degree: NumberNode | null;
      readonly at: IToken;
    }
  | { readonly kind: 'power'; readonly of: MeasureNode; readonly exponent: NumberNode; readonly at: IToken }
  | { readonly kind: 'exponential'; readonly of: MeasureNode; readonly at: IToken }
  | {
      readonly kind: 'banded';
      readonly of: MeasureNode;
      readonly bands: readonly { readonly range: RangeNode; readonly value: NumberNode }[];
      readonly at: IToken;
    }
  | {
      readonly kind: 'mean';
      readonly parts: readonly { readonly measure: MeasureNode; readonly weight: NumberNode | null }[];
      readonly absence: AbsenceNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'selected';
      readonly of: readonly MeasureNode[];
      readonly best: NumberNode | null;
      readonly drop: { readonly high: NumberNode; readonly low: NumberNode } | null;
      readonly take: IToken;
      readonly absence: AbsenceNode;
      readonly at: IToken;
    }
  | { readonly kind: 'first-known'; readonly of: readonly MeasureNode[]; readonly at: IToken }
  | {
      readonly kind: 'cohort';
      readonly of: MeasureNode;
      readonly take: IToken;
      readonly share: NumberNode | null;
      readonly at: IToken;
    }
  | { readonly kind: 'place'; readonly of: MeasureNode; readonly order: IToken; readonly at: IToken };

/** A stretch of numbers by its ends; none is all numbers. */
export type RangeNode = { readonly ends: readonly BoundNode[]; readonly at: IToken };

export type BoundNode = { readonly comparison: Comparison; readonly bound: MeasureNode };

export type ConditionNode =
  | { readonly kind: 'is-true'; readonly of: MeasureNode }
  | { readonly kind: 'is-option'; readonly of: MeasureNode; readonly options: readonly NameNode[] }
  | { readonly kind: 'compare'; readonly left: MeasureNode; readonly bound: BoundNode }
  | { readonly kind: 'all' | 'any'; readonly of: readonly ConditionNode[] }
  | { readonly kind: 'not'; readonly of: ConditionNode };

/** A phrase in 「」 with what it stands for, or what it stands for alone. */
export type CalledNode = { readonly phrase: IToken | null; readonly of: MeasureNode };

export type RangeItemNode = {
  readonly range: RangeNode;
  readonly title: IToken | null;
  readonly worth:
    | { readonly kind: 'flat'; readonly points: NumberNode }
    | { readonly kind: 'slope'; readonly points: NumberNode; readonly next: NumberNode }
    | { readonly kind: 'rate'; readonly per: QuantityNode; readonly points: NumberNode };
};

export type SideNode = {
  readonly direction: IToken;
  /** What the distance is measured from; null for zero. */
  readonly origin: MeasureNode | null;
  readonly per: QuantityNode;
  readonly loses: boolean;
  readonly points: NumberNode;
  readonly partial: IToken;
  readonly limit: NumberNode | null;
};

export type BoundaryNode =
  { readonly kind: 'cohort' } | { readonly kind: 'operand'; readonly measure: MeasureNode };

export type RecordRowNode = {
  readonly level: NameNode;
  readonly genre: NameNode | null;
  readonly loses: boolean;
  readonly points: NumberNode;
};

export type ScoreNode =
  | { readonly kind: 'yes-no'; readonly met: NumberNode; readonly unmet: NumberNode; readonly at: IToken }
  | {
      readonly kind: 'threshold';
      readonly item: RangeItemNode;
      readonly unmet: NumberNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'proportion';
      readonly item: RangeItemNode;
      readonly isCapped: boolean;
      readonly cap: QuantityNode | null;
      readonly minimum: QuantityNode | null;
      readonly at: IToken;
    }
  | { readonly kind: 'inverse'; readonly item: RangeItemNode; readonly form: IToken; readonly at: IToken }
  | { readonly kind: 'complement'; readonly at: IToken }
  | {
      readonly kind: 'tiers';
      readonly items: readonly RangeItemNode[];
      readonly isMarginal: boolean;
      readonly at: IToken;
    }
  | {
      readonly kind: 'checklist';
      readonly items: readonly { readonly item: CalledNode; readonly points: NumberNode }[];
      readonly at: IToken;
    }
  | {
      readonly kind: 'linear';
      readonly terms: readonly LinearTermNode[];
      readonly low: NumberNode;
      readonly high: NumberNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'steps';
      readonly base: NumberNode | null;
      readonly sides: readonly SideNode[];
      readonly at: IToken;
    }
  | {
      readonly kind: 'tally';
      readonly base: NumberNode | null;
      readonly terms: readonly {
        readonly term: CalledNode;
        readonly per: QuantityNode;
        readonly loses: boolean;
        readonly points: NumberNode;
      }[];
      readonly at: IToken;
    }
  | {
      readonly kind: 'choice';
      readonly worth: readonly { readonly option: NameNode; readonly points: NumberNode }[];
      readonly at: IToken;
    }
  | RecordsNode
  | { readonly kind: 'best'; readonly better: 'higher' | 'lower'; readonly at: IToken }
  | {
      readonly kind: 'mean';
      readonly better: 'higher' | 'lower';
      readonly low: QuantityNode | null;
      readonly high: QuantityNode | null;
      readonly at: IToken;
    }
  | {
      readonly kind: 'beyond';
      readonly better: 'higher' | 'lower';
      readonly points: NumberNode;
      readonly per: QuantityNode;
      readonly lost: NumberNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'efficacy';
      readonly d: NumberNode;
      readonly c: NumberNode;
      readonly better: 'higher' | 'lower';
      readonly low: BoundaryNode;
      readonly high: BoundaryNode;
      readonly whenEqual: QuantityNode;
      readonly at: IToken;
    }
  | {
      readonly kind: 'ranked';
      readonly better: 'higher' | 'lower';
      readonly places: PlacesNode;
      readonly tied: 'highest' | 'mean';
      readonly at: IToken;
    }
  | {
      readonly kind: 'judged';
      readonly points: NumberNode;
      readonly reasonRequired: boolean;
      readonly at: IToken;
    };

/** 20, or 10 × 实际值. */
export type LinearTermNode = {
  readonly isNegative: boolean;
  readonly digits: IToken | null;
  readonly isActual: boolean;
};

export type RecordsNode = {
  readonly kind: 'records';
  readonly rows: readonly RecordRowNode[];
  readonly genres: readonly { readonly genre: NameNode; readonly coefficient: NumberNode }[];
  readonly amount: { readonly most: NumberNode | null } | null;
  readonly split:
    | { readonly by: 'equal' | 'first' }
    | { readonly by: 'listed'; readonly shares: readonly (readonly NumberNode[])[] }
    | null;
  readonly period: { readonly from: IToken; readonly to: IToken } | null;
  readonly notBefore: boolean;
  readonly same: IToken | null;
  readonly others: NumberNode | null;
  readonly matters: NumberNode | null;
  readonly at: IToken;
};

export type PlacesNode =
  | { readonly form: 'table'; readonly points: readonly NumberNode[]; readonly beyond: NumberNode }
  | {
      readonly form: 'step';
      readonly free: NumberNode | null;
      readonly points: NumberNode;
      readonly again: NumberNode | null;
    }
  | { readonly form: 'percent'; readonly share: QuantityNode }
  | {
      readonly form: 'tier';
      readonly tiers: readonly { readonly upTo: UpToNode | null; readonly share: QuantityNode }[];
      readonly places: IToken;
    };

/** 20% or 1/3 of the cohort. */
export type UpToNode = {
  readonly number: NumberNode;
  readonly denominator: NumberNode | null;
  readonly isPercent: boolean;
};

export type FinishNode =
  | {
      readonly kind: 'exception';
      readonly because: IToken;
      readonly when: ConditionNode;
      /** Null: full points. */
      readonly points: NumberNode | null;
    }
  | { readonly kind: 'linked-cap'; readonly name: NameNode }
  | { readonly kind: 'to-the-end' }
  | { readonly kind: 'floor'; readonly points: NumberNode }
  | { readonly kind: 'cap'; readonly points: NumberNode }
  | { readonly kind: 'rounding'; readonly rounding: RoundingNode }
  | { readonly kind: 'unrounded'; readonly at: IToken }
  | { readonly kind: 'applies-not'; readonly when: ConditionNode }
  | {
      readonly kind: 'not-applicable';
      readonly policy: 'exclude' | 'full' | 'cohort-mean';
      readonly at: IToken;
    }
  | { readonly kind: 'not-applicable-points'; readonly points: NumberNode; readonly at: IToken }
  | { readonly kind: 'missing'; readonly policy: 'wait' | 'zero' | 'cohort-mean' }
  | { readonly kind: 'zero'; readonly zero: ZeroNode; readonly at: IToken }
  | {
      readonly kind: 'evidence';
      readonly list: readonly { readonly name: NameNode; readonly proof: IToken }[];
    };

export type ClauseNode = {
  readonly role: 'base' | 'bonus' | 'deduction' | 'derived';
  readonly points: NumberNode;
  /** A measure that must have a number though the method reads its facts itself. */
  readonly required: MeasureNode | null;
  readonly subject: MeasureNode | null;
  readonly score: ScoreNode;
  readonly last: readonly FinishNode[];
};
