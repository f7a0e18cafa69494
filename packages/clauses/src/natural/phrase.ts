import type { Bound, Figure, Points, Quantity, Span } from './statement.js';
import type { VocabularyKind } from './vocabulary.js';

/** The smallest thing the grammar understands. What it does not understand is `words`, one run at a time. */
export type Phrase = { readonly span: Span } & (
  | { readonly kind: 'words' }
  | {
      readonly kind: 'price';
      /** `null` when only the number stands there: 1次1分. */
      readonly effect: 'award' | 'add' | 'deduct' | null;
      readonly points: readonly Points[];
      /** 扣0.2分/人. */
      readonly perUnit: Quantity | null;
      /** Taken for points though 分 is missing. */
      readonly isGuess: boolean;
      /** 分别加5、2分, 各扣1分. */
      readonly isDistributed: boolean;
      /** 得满分200分: the number is all there is to earn. */
      readonly isFull: boolean;
    }
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | {
      readonly kind: 'bound';
      readonly bound: Bound;
      readonly by: 'word' | 'ending' | 'range';
      readonly word: string;
    }
  | {
      readonly kind: 'distance';
      readonly direction: 'below' | 'above';
      readonly quantity: Quantity | null;
    }
  | { readonly kind: 'every'; readonly unit: string | null }
  | {
      readonly kind: 'rank';
      readonly place: 'front' | 'back' | 'nth';
      readonly ranks: readonly Figure[];
      readonly isSpan: boolean;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'limit';
      readonly points: Points | null;
      readonly count: Quantity | null;
      readonly word: string;
    }
  | { readonly kind: 'floor'; readonly figure: Figure | null; readonly word: string }
  | { readonly kind: 'ratio'; readonly figures: readonly Figure[] }
  | { readonly kind: 'mark'; readonly mark: VocabularyKind; readonly word: string }
  | { readonly kind: 'enumeration' }
);

export type PhraseOf<Kind extends Phrase['kind']> = Extract<Phrase, { kind: Kind }>;

/** Phrases up to the next comma, bracket, semicolon or stop. */
export type Clause = {
  readonly phrases: readonly Phrase[];
  readonly end: 'comma' | 'colon' | 'semicolon' | 'stop' | 'open' | 'close' | 'bullet';
};
