import type { MethodCode } from './method-code.js';

/** A half-open range of UTF-16 offsets in the text as it was given. */
export type Span = { readonly start: number; readonly end: number };

/** Words as they stand in the text, without the space around them. */
export type Words = { readonly text: string; readonly span: Span };

/** A number as an exact decimal without sign; a percentage is the plain number (`90` for 90%). */
export type Figure = { readonly value: string; readonly span: Span };

/** A number with the word it counts in (`次`, `个`, `%`, `百分点`, `万元` …), when there is one. */
export type Quantity = { readonly value: string; readonly unit: string | null; readonly span: Span };

/** What a price says: so many points, all of them, none, a span to choose from, or nothing ("扣分"). */
export type Points =
  | { readonly kind: 'number'; readonly value: string; readonly span: Span }
  | { readonly kind: 'full'; readonly span: Span }
  | { readonly kind: 'none'; readonly span: Span }
  | { readonly kind: 'range'; readonly low: string; readonly high: string | null; readonly span: Span }
  | { readonly kind: 'percent'; readonly value: string; readonly span: Span }
  | { readonly kind: 'unstated'; readonly span: Span };

/** One end of a bound. `inclusive` is `null` where the text can be read both ways (the ends of 60%-80%). */
export type Edge = {
  readonly value: string;
  readonly unit: string | null;
  readonly inclusive: boolean | null;
  readonly span: Span;
};

/** A demand on a value: 达到90%以上, 80%(含)-90%, 不超过3人. An open end is `null`. */
export type Bound = { readonly low: Edge | null; readonly high: Edge | null; readonly span: Span };

/** A part of a list: what it is about and what it is worth. */
export type Part = {
  readonly words: Words | null;
  readonly bound: Bound | null;
  readonly points: Points;
  readonly span: Span;
};

type Stated<Kind extends string, Fields> = Fields & {
  readonly kind: Kind;
  /** The code of the catalogue of methods; `null` for what only changes other statements. */
  readonly method: MethodCode | null;
  readonly span: Span;
};

/** Points when something is met, once: 逐级签订责任书,1分; 同步组建率达标得2分,未达标不得分. */
export type Award = Stated<
  'award',
  {
    readonly words: Words | null;
    readonly bound: Bound | null;
    readonly points: Points;
    /** What the text itself says of the contrary case. */
    readonly otherwise: Points | null;
    /** One for so many: 按3000人口1个的比例. */
    readonly perHeads: Quantity | null;
  }
>;

/** A loss that happens once: 未制定扣1分, 出现不配合现象不得分 (`none`: the item is worth nothing then). */
export type Loss = Stated<
  'loss',
  {
    readonly words: Words | null;
    readonly bound: Bound | null;
    readonly points: Points;
    /** A bad event, not a missing thing (M27). */
    readonly isEvent: boolean;
  }
>;

/** Parts with their own points, or requirements that share the points of all (`shared`). */
export type Checklist = Stated<
  'checklist',
  {
    readonly parts: readonly Part[];
    readonly shared: Points | null;
    /** The requirements that share the points. */
    readonly requirements: readonly Words[];
  }
>;

/** Points in proportion: 按比例得分, 完成率×15分, 得分=实际/任务×50. */
export type Proportion = Stated<
  'proportion',
  {
    readonly points: Points | null;
    readonly of: Words | null;
    /** The formula as it stands, when there is one. */
    readonly formula: Words | null;
    /** M05 (a ceiling at the target) rather than M04. */
    readonly isCapped: boolean;
    /** The level that earns everything, where the text says it: 达100%得2分,未达到的按比例. */
    readonly target?: Edge;
  }
>;

/** Points by the band a value falls into, or by a word (独立 / 共用 / 无). */
export type Tiers = Stated<'tiers', { readonly words: Words | null; readonly tiers: readonly Part[] }>;

/** A rate that changes with the level: 捐款100—1000元的，每100元加1分；1001—5000元的，每400元加1分. */
export type MarginalRates = Stated<
  'marginal-rates',
  { readonly rates: readonly (Part & { readonly per: Quantity })[] }
>;

/** So many points for each piece: 每提请1个企业加0.5分. */
export type PerUnit = Stated<
  'per-unit',
  {
    readonly words: Words | null;
    readonly per: Quantity;
    readonly points: Points;
    /** Only what goes beyond the target earns (M11). */
    readonly isBeyondTarget: boolean;
    /** The target, where the text says it: 完成10件得5分,每超1件加0.5分. */
    readonly target?: Edge;
    /** 全年最多加4次. */
    readonly maxCount: Figure | null;
  }
>;

/** Pieces that must be there, and a rate per level for what goes beyond: 按2：1：0.5比例加分 (M35). */
export type QuotaRates = Stated<
  'quota-rates',
  {
    readonly quota: readonly (Quantity & { readonly words: Words | null })[];
    readonly rates: readonly Figure[];
    readonly points: Points | null;
  }
>;

/** Each occurrence costs: 缺席1次扣1分; `per` of more than one with whole blocks only is M22. */
export type PerOccurrence = Stated<
  'per-occurrence',
  {
    readonly words: Words | null;
    readonly per: Quantity;
    readonly points: Points;
    /** How many there must be, where the clause says it: 不少于4次，每少1次扣1分. */
    readonly required: Edge | null;
  }
>;

/** Points for each step of a distance: 每低1个百分点扣0.5分. */
export type PerGap = Stated<
  'per-gap',
  {
    readonly words: Words | null;
    readonly direction: 'below' | 'above' | 'either';
    readonly effect: 'deduct' | 'add';
    readonly step: Quantity;
    readonly points: Points;
    /** The other way of the same step: 每增加1人加0.05分，每减少1人扣0.1分. */
    readonly opposite: {
      readonly effect: 'deduct' | 'add';
      readonly step: Quantity;
      readonly points: Points;
    } | null;
    /** The level from which the distance counts, and who says it. */
    readonly threshold: Edge | null;
    readonly from: 'threshold' | 'elsewhere' | 'group-mean' | 'previous-period';
  }
>;

/** Prices by level, source or severity: 省级10分、市级5分. */
export type Levels = Stated<
  'levels',
  {
    readonly effect: 'deduct' | 'add';
    readonly levels: readonly Part[];
    readonly isEach: boolean;
    /** How many pieces a level asks for: 市级推广2篇，得2分. */
    readonly quotas: readonly Quantity[];
    /** The text settles it: one matter counts once, at its highest. */
    readonly isHighestOnly: boolean;
    /** How many may be handed in: 每单位限报1个. */
    readonly maxItems?: Figure;
  }
>;

/** The price of the first, second … time: 第一次扣1分，第二次扣2分. */
export type Escalation = Stated<
  'escalation',
  { readonly effect: 'deduct' | 'add'; readonly steps: readonly Part[] }
>;

/** Points by rank among the assessed (M40), or by the rank another body gave (M39). */
export type RankTable = Stated<
  'rank-table',
  {
    readonly words: Words | null;
    /** Ranks as numbers, `-1` for the last; percentages of those ranked in M43. */
    readonly ranks: readonly { readonly from: string; readonly to: string; readonly points: Points }[];
    /** 其余得7分. */
    readonly rest: Points | null;
  }
>;

/** Full points up to a rank, so much less for each further rank. */
export type RankStep = Stated<
  'rank-step',
  {
    readonly words: Words | null;
    /** Ranks with all the points; the first alone, where the text does not say. */
    readonly topFull: Figure;
    readonly isTopStated: boolean;
    readonly points: Points;
    readonly step: Figure;
    /** Points are lost, or percent of the points. */
    readonly stepIn: 'points' | 'percent';
  }
>;

/** Against the best (M44), the span (M45) or the mean (M46) of the group. */
export type Relative = Stated<
  'relative',
  { readonly to: 'best' | 'span' | 'mean'; readonly points: Points | null; readonly words: Words | null }
>;

/** A factor: 加倍扣分 (M25, M30), 人数1000以上*0.9 (M51), 乘以2 (M34). */
export type Scaled = Stated<
  'scaled',
  {
    readonly words: Words | null;
    readonly factors: readonly { readonly bound: Bound | null; readonly factor: Figure }[];
  }
>;

/** Items that the assessed may set themselves, so many and worth so much at most. */
export type OwnItems = Stated<
  'own-items',
  { readonly maxItems: Quantity | null; readonly maxPerItem: Points | null }
>;

/** What several authors or bodies share: 按署名人数平均得分. */
export type Shared = Stated<'shared', { readonly words: Words | null; readonly ratio: readonly Figure[] }>;

/** Same document, several levels: the highest in full, the others less. */
export type Diminishing = Stated<'diminishing', { readonly words: Words | null }>;

/** The scorer chooses: 酌情扣分, 最高得10分, 扣5—10分. */
export type Judged = Stated<
  'judged',
  { readonly words: Words | null; readonly effect: 'deduct' | 'add' | 'award'; readonly points: Points }
>;

/** Scores of judges, their mean, with or without the highest and lowest. */
export type Panel = Stated<
  'panel',
  {
    readonly parts: readonly Part[];
    readonly trimHigh: Figure | null;
    readonly trimLow: Figure | null;
    readonly minJudges: Figure | null;
    /** Percentages of several bodies that judge. */
    readonly weights: readonly Figure[];
  }
>;

/** Weights: of votes (M53), of bodies that score (M55), of parts (C1); in percent, or points of a vote. */
export type Weights = Stated<
  'weights',
  {
    readonly weights: readonly { readonly words: Words | null; readonly weight: Figure }[];
    /** 附加分 and the like, added without weight. */
    readonly plus: Words | null;
  }
>;

/** Parts that departments score: 组织科4分、农村科3分. */
export type Departments = Stated<'departments', { readonly parts: readonly Part[] }>;

/** A mean of rounds, persons or ranks (C2). */
export type Mean = Stated<'mean', { readonly words: Words | null }>;

/** A score of another body is converted (C3). */
export type Converted = Stated<'converted', { readonly words: Words | null }>;

/** At most so many points: of the clause it stands in, or of several items together (C4). */
export type Cap = Stated<
  'cap',
  {
    readonly scope: 'clause' | 'items';
    readonly of: 'score' | 'addition' | 'deduction';
    /** The text says how much may be added (最多加3分), not how much there may be. */
    readonly isOfAdding?: boolean;
    readonly points: Points;
  }
>;

/** Never below nothing (扣完为止), or expressly below it (可负分). */
export type Floor = Stated<'floor', { readonly isNegativeAllowed: boolean }>;

/** The full points of the item, said in the clause: （15分）, 满分2分. */
export type ItemPoints = Stated<
  'item-points',
  {
    readonly points: Points;
    /** What must be so for all of them, as far as the clause says it: 无不达标河库得4分. */
    readonly words: Words | null;
    readonly bound: Bound | null;
  }
>;

/** One matter is not counted twice, or counts at its highest. */
export type SameMatter = Stated<'same-matter', { readonly rule: 'once' | 'highest'; readonly words: Words }>;

/** A further loss when a level is reached: 扣满20分的，追加扣除20分. */
export type FurtherLoss = Stated<
  'further-loss',
  { readonly trigger: Figure | null; readonly points: Points }
>;

/** Grades by score, or how many may have them (C7). */
export type Grades = Stated<
  'grades',
  {
    readonly grades: readonly {
      readonly words: Words | null;
      readonly bound: Bound;
      readonly quota: Figure | null;
    }[];
  }
>;

/** 一票否决 (C8). `effect` is `null` when the text does not say what follows. */
export type Veto = Stated<'veto', { readonly words: Words | null; readonly effect: Words | null }>;

/** Excused (M49) or not applicable (M50). */
export type Exemption = Stated<'exemption', { readonly words: Words | null }>;

/** Losses handed down from above (M30). */
export type Cascade = Stated<'cascade', { readonly words: Words | null; readonly points: Points }>;

/** A standard per head (M18). */
export type PerHead = Stated<'per-head', { readonly standard: Quantity; readonly words: Words | null }>;

/** Rules about counting that name no points: ties and decimals C10, proof C11, year C12, samples C13. */
export type Proviso = Stated<'proviso', { readonly words: Words; readonly sample: Figure | null }>;

/** One thing that a clause says about scoring, with the place of every part. */
export type Statement =
  | Award
  | Loss
  | Checklist
  | Proportion
  | Tiers
  | MarginalRates
  | PerUnit
  | QuotaRates
  | PerOccurrence
  | PerGap
  | Levels
  | Escalation
  | RankTable
  | RankStep
  | Relative
  | Scaled
  | OwnItems
  | Shared
  | Diminishing
  | Judged
  | Panel
  | Weights
  | Departments
  | Mean
  | Converted
  | Cap
  | Floor
  | ItemPoints
  | SameMatter
  | FurtherLoss
  | Grades
  | Veto
  | Exemption
  | Cascade
  | PerHead
  | Proviso;
