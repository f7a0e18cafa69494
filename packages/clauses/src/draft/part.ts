import type { Condition, Finish, Indicator, Measure, Score, Text } from '@heng/rules';

/** A method that does all of the indicator, once it is known what the indicator is worth. */
export type Direct = (points: string) => { readonly measure: Measure; readonly score: Score } | null;

/** What one statement does to the points. */
export type Part =
  | {
      /** Points that are won. `most` is null where they are not bounded. */
      readonly kind: 'earn' | 'add';
      readonly title: Text;
      readonly most: string | null;
      /** The points as an expression, and what it is to be multiplied with. */
      readonly of: Measure;
      readonly each: string;
      readonly direct?: Direct;
    }
  | {
      /** Points that are lost: `each` (without sign) times the measure. */
      readonly kind: 'lose';
      readonly title: Text;
      readonly of: Measure;
      readonly each: string;
      readonly direct?: Direct;
    }
  | {
      readonly kind: 'exception';
      readonly when: Condition;
      readonly points: string;
      readonly because: Text;
      /** Where nothing else is said: full points unless it happens. */
      readonly direct?: Direct;
    };

export type Rule = Pick<Indicator, 'measure' | 'score'> & { readonly finish?: Finish };
