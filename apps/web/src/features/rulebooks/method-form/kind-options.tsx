import { useTranslation } from 'react-i18next';
import type { Variant } from './schema-shape.js';
import { useSchemaWords } from './use-schema-words.js';

const groups = {
  direct: ['fact', 'count', 'days', 'previous', 'constant'],
  combine: [
    'ratio',
    'sum',
    'difference',
    'product',
    'mean',
    'greatest',
    'least',
    'selected',
    'first-known',
    'banded',
    'rounded',
  ],
  review: ['panel-mean', 'vote-mean', 'vote-share', 'rater-mean', 'sample-rate'],
  compare: ['cohort', 'place'],
  points: ['indicator-points', 'section-points', 'self-gap'],
  functions: ['logarithm', 'root', 'power', 'exponential'],
  none: ['none'],
} as const;

type Props = {
  readonly variants: readonly Variant[];
  /** Only an indicator as a whole can measure nothing. */
  readonly isRoot: boolean;
  readonly current: string;
};

/** The kinds of measures as options of a select, those that belong together under one heading. */
export function KindOptions({ variants, isRoot, current }: Props) {
  const { t } = useTranslation();
  const words = useSchemaWords();
  const grouped: readonly string[] = Object.values(groups).flat();
  const known = (kinds: readonly string[]) =>
    kinds.filter(
      (kind) => variants.some(({ key }) => key === kind) && (isRoot || kind !== 'none' || current === 'none'),
    );
  // A kind that the format has gained and no group knows must still be there to choose.
  const others = variants.map(({ key }) => key).filter((key) => !grouped.includes(key));
  const option = (kind: string) => (
    <option key={kind} value={kind}>
      {words.word('measure', kind)}
    </option>
  );
  return (
    <>
      {Object.entries(groups).map(([name, kinds]) =>
        known(kinds).length === 0 ? null : (
          <optgroup key={name} label={t(`methodForm.measureGroups.${name}`)}>
            {known(kinds).map(option)}
          </optgroup>
        ),
      )}
      {others.map(option)}
    </>
  );
}
