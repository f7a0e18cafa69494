import type { Measure } from '@heng/rules';
import { useTranslation } from 'react-i18next';
import { useLocale, useText } from '../../../../platform/i18n.js';
import { SelectField } from './field.js';
import type { FormProps } from './form-props.js';
import { RawPart } from './raw-part.js';
import { sayMeasure } from './say-parts.js';

type Props = FormProps & {
  readonly label: string;
  readonly path: string;
  readonly value: Measure;
  readonly onChange: (value: Measure) => void;
};

/** A number to compare or grade by: one fact, or an expression that is told in words and changed as text. */
export function MeasureField({ book, edit, label, path, value, onChange }: Props) {
  const { t } = useTranslation();
  const text = useText();
  const locale = useLocale();
  const numbers = book.facts.filter(({ kind }) => kind === 'number' || kind === 'percent');
  const lists = book.facts.filter(({ kind }) => kind === 'records');
  const chosen = keyOf(value);
  return (
    <>
      <SelectField
        label={label}
        path={path}
        value={chosen}
        options={[
          ...(chosen === '' ? [{ value: '', label: t('workshop.measure.other') }] : []),
          ...numbers.map(({ id, title }) => ({ value: id, label: text(title) })),
          ...lists.map(({ id, title }) => ({
            value: `count ${id}`,
            label: t('workshop.measure.count', { title: text(title) }),
          })),
          ...book.sections.map(({ id, title }) => ({
            value: `section ${id}`,
            label: t('workshop.measure.section', { title: text(title) }),
          })),
        ]}
        onChange={(key) => key !== '' && onChange(measureOf(key))}
      />
      {chosen === '' && (
        <RawPart
          book={book}
          edit={edit}
          label={label}
          path={path}
          value={value}
          sentence={sayMeasure(value, book, locale)}
        />
      )}
    </>
  );
}

/** The measures that the list offers, each by a key; '' for any other. */
function keyOf(measure: Measure): string {
  switch (measure.kind) {
    case 'fact':
      return measure.fact;
    case 'count':
      return measure.levels === undefined && measure.genres === undefined ? `count ${measure.fact}` : '';
    case 'section-points':
      return `section ${measure.section}`;
    default:
      return '';
  }
}

function measureOf(key: string): Measure {
  const [what = '', id] = key.split(' ');
  if (id === undefined) return { kind: 'fact', fact: what };
  return what === 'count' ? { kind: 'count', fact: id } : { kind: 'section-points', section: id };
}
